//! The forecast: when things will be done, how sure that is, and how often it was right.

mod calibration;
mod keep;
mod reckon;
mod show;

pub use calibration::CalibrationView;
pub use keep::KeptView;
pub use show::{ForecastView, QuantilesView};

pub(crate) use calibration::calibration;
pub(crate) use keep::keep;
pub(crate) use reckon::reckon;
pub(crate) use show::show;
