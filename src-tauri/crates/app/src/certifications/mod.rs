//! Certifications of the person's, from the wish to the renewal, and the catalogue.

mod catalogue;
mod correct;
mod preparation;
mod road;
mod save;
mod show;
mod views;

pub use catalogue::{CatalogueRow, CompareParams, CompareView};
pub use correct::CorrectParams;
pub use road::{BookParams, HoldParams, KeepUpParams, PlanExamParams, RenewParams, ResultParams};
pub use save::CertificationParams;
pub use views::{CertificationView, CertificationsView};

pub(crate) use catalogue::compare;
pub(crate) use correct::correct;
pub(crate) use preparation::{last_item, preparation_of};
pub(crate) use road::{book, hold, keep_up, plan, renew, result};
pub(crate) use save::{consistent, find, supported, unchanged};
pub(crate) use save::{remove, save};
pub(crate) use show::{list, mine, show};

use crate::snapshot::Snapshot;
use groundwork_domain::person::CertificationRecord;

/// Minutes of an exam of which nobody said how long it takes: an estimate of ours.
const USUAL_MINUTES: u32 = 120;

/// Minutes that an exam takes.
pub(crate) fn exam_minutes(snapshot: &Snapshot, record: &CertificationRecord) -> u32 {
    snapshot.known(record).and_then(|known| known.minutes).unwrap_or(USUAL_MINUTES)
}
