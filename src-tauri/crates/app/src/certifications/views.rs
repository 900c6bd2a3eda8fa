//! What a certification of the person's is shown as.

use super::catalogue::{CatalogueRow, SupportView};
use crate::forecast::QuantilesView;
use groundwork_domain::certification::{MoveBy, RenewalPlan, Retry, SpentItem, SpentYear};
use groundwork_domain::person::{AttachmentRecord, CertificationRecord, CertificationStage};
use groundwork_domain::plan::ItemWhat;
use groundwork_domain::role::{Certification, Price};
use groundwork_domain::{CertificationId, Date, RecordId, Text};
use jiff::Timestamp;
use serde::Serialize;
use ts_rs::TS;

/// A certification of the person's with what is known of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CertificationView {
    /// The record.
    pub record: CertificationRecord,
    /// Its name.
    pub name: String,
    /// Its provider.
    pub provider: String,
    /// Where it stands today: `expiring` and `expired` follow from the date.
    pub stage: CertificationStage,
    /// Days until the exam; negative when past.
    #[ts(type = "number | null")]
    pub days_to_exam: Option<i64>,
    /// The moment of the exam, RFC 3339 in UTC, where its time and zone are known.
    #[ts(type = "string | null")]
    pub exam_moment: Option<Timestamp>,
    /// Days until it expires; negative when past.
    #[ts(type = "number | null")]
    pub days_to_expiry: Option<i64>,
    /// The catalogue's facts, with the person's corrections.
    pub known: Option<Certification>,
    /// Skills that it speaks for.
    pub supports: Vec<SupportView>,
    /// Its files.
    pub attachments: Vec<AttachmentRecord>,
    /// Its preparation in the plan; none unless it is planned or booked, and where no plan can be made.
    pub preparation: Option<PreparationView>,
    /// Until when the booked exam can be moved.
    pub move_by: Option<MoveView>,
    /// When it may be tried again after a failure.
    pub retry: Option<RetryView>,
    /// How it is kept up, once it was passed.
    pub renewal: Option<RenewalView>,
    /// What is needed first.
    pub needs: Vec<NeedView>,
    /// What may be done next.
    pub next: Vec<CertificationVerb>,
}

/// What may be done with a certification of the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificationVerb {
    /// Plan its preparation.
    Plan,
    /// Book its exam.
    Book,
    /// Move its exam to another day.
    Move,
    /// Say that it was passed.
    Pass,
    /// Say that it was not.
    Fail,
    /// Say when it was issued and when it ends.
    Hold,
    /// Say that it was renewed.
    Renew,
}

/// What prepares an exam.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreparationView {
    /// Minutes that are left, of everything that must be done before the exam.
    pub minutes_left: u32,
    /// Minutes of it that were logged.
    pub logged: u32,
    /// When it is done, by the plan; none when nothing is left.
    pub ends: Option<Date>,
    /// The day before the exam, or the day they want to have prepared it by.
    pub due: Option<Date>,
    /// Available minutes by which it is late.
    pub late_minutes: u32,
    /// Chance to be ready before the exam, 0 to 1; none without a date.
    pub chance: Option<f64>,
    /// When it will be done.
    pub quantiles: Option<QuantilesView>,
    /// What is to be done, in the order of the plan.
    pub items: Vec<PreparationItem>,
}

/// An item of the plan that comes before an exam.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreparationItem {
    /// Key of the item.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub what: ItemWhat,
    /// Minutes that are left.
    pub minutes_left: u32,
    /// Day of its last session.
    pub finishes: Option<Date>,
}

/// Until when a booked exam can be moved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MoveView {
    /// Until when, and how that is known.
    pub by: MoveBy,
    /// Whether that is past.
    pub over: bool,
    /// Whether nobody could check the catalogue's rule.
    pub unverified: bool,
}

/// When a failed exam may be tried again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RetryView {
    /// From when on, and how that is known.
    pub retry: Retry,
    /// Whether that day is still ahead.
    pub waits: bool,
    /// Whether nobody could check the catalogue's rule.
    pub unverified: bool,
    /// What to know about it.
    pub note: Option<Text>,
}

/// How a certification is kept up.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RenewalView {
    /// The renewal.
    pub plan: RenewalPlan,
    /// Whether nobody could check the catalogue's rule.
    pub unverified: bool,
    /// What to know about it.
    pub note: Option<Text>,
    /// What keeping it costs.
    pub fee: Option<Price>,
    /// What the exam costs, where it is taken again.
    pub price: Option<Price>,
    /// Higher certifications that renew it too.
    pub by: Vec<NeedView>,
    /// Key of its item in the plan, where it has one.
    pub item: Option<String>,
    /// What lapses if nothing is done.
    pub lapses: Vec<Lapse>,
}

/// What lapses with a certification.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Lapse {
    /// The certificate itself.
    Certificate {
        /// Its last day.
        on: Option<Date>,
    },
    /// Credits that were collected for it.
    Credits {
        /// How many.
        credits: f64,
    },
    /// The way without the whole exam: after that it must be taken from the start.
    ExamAgain {
        /// What it costs.
        price: Option<Price>,
    },
    /// Another certification that needs it.
    NeededBy {
        /// Its id.
        certification: CertificationId,
        /// Its name.
        name: String,
    },
}

/// A certification that another one needs, or that renews it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NeedView {
    /// The catalogue's.
    pub certification: CertificationId,
    /// Its name.
    pub name: String,
    /// Whether the person holds it today.
    pub held: bool,
    /// Id of their record of it.
    pub mine: Option<RecordId>,
    /// Where that stands.
    pub stage: Option<CertificationStage>,
}

/// Certifications: the person's and the catalogue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CertificationsView {
    /// The person's, nearest date first.
    pub mine: Vec<CertificationView>,
    /// The catalogue.
    pub catalogue: Vec<CatalogueRow>,
    /// What was spent and what is ahead, by year and currency: never added across currencies.
    pub years: Vec<SpentYear>,
    /// Each amount.
    pub spent: Vec<SpentItem>,
}
