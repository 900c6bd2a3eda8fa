//! The forecast: when things will be done, how sure that is, and how often it was right.

mod calibration;
mod keep;
mod reckon;
mod show;

pub use calibration::{CalibrationRow, CalibrationView, HorizonView};
pub use keep::KeptView;
pub use show::{
    BurnWeek, ExamForecast, FanWeekView, ForecastView, ItemForecastView, PaceView, QuantilesView,
};

pub(crate) use calibration::calibration;
pub(crate) use keep::keep;
pub(crate) use reckon::reckon;
pub(crate) use show::show;
