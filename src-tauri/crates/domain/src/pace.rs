//! How long things really take this person, against our estimates (MODEL.md, section 3).

use crate::Minutes;
use crate::role::EffortClass;
use serde::{Deserialize, Serialize};

/// With how many items of ratio 1 the estimates stand against the person's own log (MODEL.md, section 3).
pub const WEIGHT: u32 = 5;
/// The least ratio that is believed: a tenth of the estimate. What lies below is a log that was forgotten.
pub const LEAST_RATIO: f64 = 0.1;
/// The greatest ratio that is believed: ten times the estimate. What lies above is a timer that was left running.
pub const GREATEST_RATIO: f64 = 10.0;

/// Kinds of work whose estimates err alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum PaceClass {
    /// A small skill.
    S,
    /// A medium skill.
    M,
    /// A large skill.
    L,
    /// A project or other practice.
    Practice,
    /// The preparation of an exam.
    Exam,
    /// A review that keeps a skill fresh.
    Review,
    /// An item of the person's own.
    Own,
}

impl PaceClass {
    /// Every class, in order.
    pub const ALL: [Self; 7] =
        [Self::S, Self::M, Self::L, Self::Practice, Self::Exam, Self::Review, Self::Own];
}

impl From<EffortClass> for PaceClass {
    fn from(class: EffortClass) -> Self {
        match class {
            EffortClass::S => Self::S,
            EffortClass::M => Self::M,
            EffortClass::L => Self::L,
        }
    }
}

/// A finished item with logged time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Finished {
    /// Its kind of work.
    pub class: PaceClass,
    /// Its likely minutes before it began; above 0.
    pub estimated: Minutes,
    /// The minutes that were logged on it.
    pub logged: Minutes,
}

impl Finished {
    /// Logged over estimated, held between the least and the greatest ratio that is believed.
    pub fn ratio(&self) -> f64 {
        believed(f64::from(self.logged.0) / f64::from(self.estimated.0.max(1)))
    }
}

/// A past week in which time was planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct WeekGiven {
    /// Minutes of the calendar; above 0.
    pub planned: Minutes,
    /// Minutes that were logged.
    pub given: Minutes,
}

impl WeekGiven {
    /// Given over planned; at most 3, so that one holiday of study does not promise others.
    pub fn share(&self) -> f64 {
        (f64::from(self.given.0) / f64::from(self.planned.0.max(1))).min(3.0)
    }
}

/// What the log says about the estimates of a class.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Correction {
    /// The kind of work.
    pub class: PaceClass,
    /// Finished items with logged time.
    pub items: u32,
    /// Their estimated minutes.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub estimated: u64,
    /// Their logged minutes.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub logged: u64,
    /// Logged over estimated, shrunk toward 1 with the weight of 5 items.
    pub ratio: f64,
}

/// The person's pace: finished items and past weeks. Nothing logged by default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pace {
    finished: Vec<Finished>,
    weeks: Vec<WeekGiven>,
}

impl Pace {
    /// The pace that a log shows, oldest first; items without estimate and weeks without planned time are left out.
    pub fn new(mut finished: Vec<Finished>, mut weeks: Vec<WeekGiven>) -> Self {
        finished.retain(|it| it.estimated.0 > 0);
        weeks.retain(|it| it.planned.0 > 0);
        Self { finished, weeks }
    }

    /// By what the estimates of a class are to be multiplied: (n x logged / estimated + 5 x 1) / (n + 5) over the n finished
    /// items of the class, logged / estimated between 0.1 and 10. 1 when nothing is logged.
    pub fn ratio(&self, class: PaceClass) -> f64 {
        self.correction(class).ratio
    }

    /// An estimate times the ratio of its class, in steps of five minutes: a minute more or less is nobody's estimate.
    pub fn corrected(&self, likely: Minutes, class: PaceClass) -> Minutes {
        let ratio = self.ratio(class);
        let minutes = f64::from(likely.0) * ratio / 5.0;
        if ratio == 1.0 { likely } else { Minutes((minutes.round() as u32).saturating_mul(5)) }
    }

    /// The classes with finished items, in order.
    pub fn corrections(&self) -> Vec<Correction> {
        let all = PaceClass::ALL.into_iter().map(|class| self.correction(class));
        all.filter(|it| it.items > 0).collect()
    }

    /// How many finished items have logged time.
    pub fn logged_items(&self) -> u32 {
        u32::try_from(self.finished.len()).unwrap_or(u32::MAX)
    }

    /// How many past weeks are known.
    pub fn weeks_known(&self) -> u32 {
        u32::try_from(self.weeks.len()).unwrap_or(u32::MAX)
    }

    /// The finished items, oldest first.
    pub fn finished(&self) -> &[Finished] {
        &self.finished
    }

    /// The past weeks, oldest first.
    pub fn weeks(&self) -> &[WeekGiven] {
        &self.weeks
    }

    fn correction(&self, class: PaceClass) -> Correction {
        let (mut items, mut estimated, mut logged) = (0u32, 0u64, 0u64);
        for it in self.finished.iter().filter(|it| it.class == class) {
            items += 1;
            estimated += u64::from(it.estimated.0);
            logged += u64::from(it.logged.0);
        }
        let (n, weight) = (f64::from(items), f64::from(WEIGHT));
        let seen = believed(logged as f64 / estimated.max(1) as f64);
        let ratio = if items == 0 { 1.0 } else { (n * seen + weight) / (n + weight) };
        Correction { class, items, estimated, logged, ratio }
    }
}

fn believed(ratio: f64) -> f64 {
    ratio.clamp(LEAST_RATIO, GREATEST_RATIO)
}
