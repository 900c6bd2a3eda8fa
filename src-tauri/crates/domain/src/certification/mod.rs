//! What follows from a certification of the person's and the catalogue's facts (MODEL.md, section 6).

mod correction;
mod exam;
mod needs;
mod renewal;
mod spending;

pub use correction::{Correction, CorrectionError, Fact, corrected};
pub use exam::{MoveBy, MoveUntil, Retry, exam_moment, last_moment_to_move, moment_of, retry};
pub use needs::needs;
pub use renewal::{RenewalPlan, RenewalState, USUAL_EXAM_HOURS, renewal};
pub use spending::{SpentFor, SpentItem, SpentYear, by_year, spending};

#[cfg(test)]
pub(crate) mod test_support {
    use crate::person::{CertificationRecord, CertificationStage};
    use crate::role::{Certification, CertificationStatus};
    use crate::{CertificationId, Date, RecordId};

    pub fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    pub fn certification(id: &str) -> Certification {
        Certification {
            id: CertificationId::new(id).unwrap(),
            code: None,
            name: id.into(),
            provider: "Provider".into(),
            level: "associate".into(),
            status: CertificationStatus::Active,
            retired_on: None,
            replaced_by: None,
            requires: Vec::new(),
            prerequisites: None,
            price: None,
            minutes: Some(90),
            questions: None,
            pass_mark: None,
            validity_months: Some(12),
            renewal: None,
            retake: None,
            reschedule_hours: None,
            performance_based: false,
            supports: Vec::new(),
            exam_hours: Some(30),
            url: None,
            facts_as_of: day("2026-11-20"),
            seen_at: None,
            unverified: Vec::new(),
            note: None,
            says: Vec::new(),
        }
    }

    pub fn booked(on: &str, at: Option<(&str, &str)>) -> CertificationRecord {
        let wished =
            CertificationRecord::wished(RecordId::new("record").unwrap(), CertificationId::new("it").ok());
        CertificationRecord {
            stage: CertificationStage::Booked,
            exam_on: Some(day(on)),
            exam_at: at.map(|(time, _)| time.into()),
            exam_zone: at.map(|(_, zone)| zone.into()),
            ..wished
        }
    }

    pub fn held(issued: &str, expires: &str) -> CertificationRecord {
        CertificationRecord {
            stage: CertificationStage::Held,
            exam_on: None,
            issued: Some(day(issued)),
            expires: Some(day(expires)),
            ..booked(issued, None)
        }
    }
}
