//! What an exam asks of the plan: skills at their levels, revision, mock exams (MODEL.md, sections 4 and 6).

use super::ItemKey;
use super::from_gap::{Asked, Ground};
use super::item_source::{ItemSource, ItemWhat, exam_key, mock_key};
use crate::pace::PaceClass;
use crate::role::Estimate;
use crate::{Level, Minutes, RecordId, SkillId};

/// Weight of an exam's items: an estimate of ours.
const WEIGHT: u32 = 3;
/// Mock exams that are taken before an exam: an estimate of ours.
const MOCKS: u32 = 2;
/// Minutes of an exam of which nobody said how long it takes: an estimate of ours.
const USUAL_MINUTES: u32 = 90;

/// An exam that is to be prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamNeed {
    /// The certification's record.
    pub record: RecordId,
    /// Skills that it speaks for, with their levels.
    pub supports: Vec<(SkillId, Level)>,
    /// Hours of revision and mock exams together.
    pub hours: u32,
    /// Minutes that the exam takes, where somebody said so.
    pub minutes: Option<u32>,
    /// Records of certifications that are needed first and are being prepared too.
    pub after: Vec<RecordId>,
}

impl ExamNeed {
    pub(super) fn asks(&self, to: Level) -> Asked {
        Asked { reason: exam_key(&self.record), weight: WEIGHT, to: to.get(), core: false }
    }

    /// Minutes of revision and of mock exams: each mock exam is taken and then gone through in the same time, and all of them
    /// take at most two fifths of the whole. An estimate of ours.
    pub fn parts(&self) -> (u32, u32) {
        let whole = self.hours * 60;
        let mocks = (MOCKS * 2 * self.minutes.unwrap_or(USUAL_MINUTES)).min(whole * 2 / 5);
        (whole - mocks, mocks)
    }
}

/// The revision of an exam after these steps, and its mock exams after that.
pub(super) fn exam_items(exam: &ExamNeed, steps: Vec<ItemKey>, ground: &Ground<'_>) -> [ItemSource; 2] {
    let (revision, mocks) = exam.parts();
    let item = |key: ItemKey, what: ItemWhat, minutes: u32, after: Vec<ItemKey>| {
        let hours = minutes.div_ceil(60);
        ItemSource {
            what,
            whole: ground.pace.corrected(Minutes(minutes), PaceClass::Exam),
            logged: ground.logged.on(&key),
            estimate: Estimate { low: hours.div_ceil(2), likely: hours, high: hours.saturating_mul(2) },
            due: None,
            after,
            weight: WEIGHT,
            because_of: Vec::new(),
            prerequisite: false,
            key,
        }
    };
    let record = || exam.record.clone();
    let mut first = steps;
    first.extend(exam.after.iter().map(mock_key));
    let key = exam_key(&exam.record);
    let preparation = item(key.clone(), ItemWhat::ExamPreparation { record: record() }, revision, first);
    let mock = item(mock_key(&exam.record), ItemWhat::MockExam { record: record() }, mocks, vec![key]);
    [preparation, mock]
}
