//! What a check finds, gathered until the verdict can be given.

use groundwork_domain::badge::{
    BadgeContainer, BadgeReason, BadgeReasonCode as Code, BadgeRecipient, BadgeReport, BadgeVerdict,
    BadgeVersion,
};

use super::{limits, text};

/// A reason with a detail fit to be shown.
pub fn reason(code: Code, detail: &str) -> BadgeReason {
    BadgeReason { code, detail: text::line(detail, limits::DETAIL_CHARS).unwrap_or_default() }
}

/// What a finding means for the verdict. The first that was found decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Invalid,
    Altered,
    /// Its time has not come: as good as invalid, but a broken signature tells more.
    Early,
    Expired,
    Pinned,
    Fits,
    Unchecked,
    Remark,
}

/// The report while it is being written.
#[derive(Debug)]
pub struct Findings {
    found: Vec<(Weight, BadgeReason)>,
    /// What the badge says of itself.
    pub report: BadgeReport,
}

impl Findings {
    /// Nothing found yet.
    pub fn new(container: BadgeContainer) -> Self {
        let report = BadgeReport {
            version: BadgeVersion::None,
            container,
            verdict: BadgeVerdict::Invalid,
            reasons: Vec::new(),
            name: None,
            issuer: None,
            issuer_id: None,
            issued: None,
            expires: None,
            credential_id: None,
            description: None,
            criteria: None,
            alignment: Vec::new(),
            recipient: BadgeRecipient::NotNamed,
            key: None,
        };
        Self { found: Vec::new(), report }
    }

    /// It is no badge or breaks a rule.
    pub fn invalid(&mut self, code: Code, detail: &str) {
        self.add(Weight::Invalid, reason(code, detail));
    }

    /// It is no badge or breaks a rule, for a reason that a reader of its parts gave.
    pub fn refused(&mut self, reason: BadgeReason) {
        self.add(Weight::Invalid, reason);
    }

    /// A signature does not fit, or something is not covered by it.
    pub fn altered(&mut self, code: Code, detail: &str) {
        self.add(Weight::Altered, reason(code, detail));
    }

    /// It was issued in the future.
    pub fn early(&mut self, detail: &str) {
        self.add(Weight::Early, reason(Code::IssuedInFuture, detail));
    }

    /// Its time is over.
    pub fn expired(&mut self, detail: &str) {
        self.add(Weight::Expired, reason(Code::Expired, detail));
    }

    /// The time of a proof is over, though not that of the badge.
    pub fn proof_expired(&mut self, detail: &str) {
        self.add(Weight::Expired, reason(Code::ProofNotValidForThis, detail));
    }

    /// A signature fits, by a key that the person trusts or by one that the file carries.
    pub fn fits(&mut self, pinned: bool, thumbprint: &str) {
        let (weight, code) =
            if pinned { (Weight::Pinned, Code::KeyPinned) } else { (Weight::Fits, Code::KeyInFile) };
        self.add(weight, reason(code, thumbprint));
        self.add(weight, reason(Code::SignatureValid, ""));
    }

    /// Whether it holds could not be checked without a network, or not by this program.
    pub fn unchecked(&mut self, code: Code, detail: &str) {
        self.add(Weight::Unchecked, reason(code, detail));
    }

    /// Worth knowing; decides nothing.
    pub fn remark(&mut self, code: Code, detail: &str) {
        self.add(Weight::Remark, reason(code, detail));
    }

    fn add(&mut self, weight: Weight, reason: BadgeReason) {
        if !self.found.iter().any(|(_, known)| *known == reason) {
            self.found.push((weight, reason));
        }
    }

    /// The report, with the verdict that the gravest finding gives and the reasons in that order.
    pub fn into_report(mut self) -> BadgeReport {
        self.found.sort_by_key(|(weight, _)| *weight);
        let gravest = self.found.first().map_or(Weight::Invalid, |(weight, _)| *weight);
        self.report.verdict = match gravest {
            Weight::Invalid | Weight::Early => BadgeVerdict::Invalid,
            Weight::Altered => BadgeVerdict::Altered,
            Weight::Expired => BadgeVerdict::Expired,
            Weight::Pinned => BadgeVerdict::IntactKeyPinned,
            Weight::Fits => BadgeVerdict::IntactIssuerUnknown,
            Weight::Unchecked => BadgeVerdict::HostedUnchecked,
            // Remarks alone prove nothing.
            Weight::Remark => BadgeVerdict::Invalid,
        };
        if self.report.verdict != BadgeVerdict::Invalid {
            self.found.push((Weight::Remark, reason(Code::RevocationNotChecked, "")));
        }
        self.report.reasons = self.found.into_iter().map(|(_, reason)| reason).collect();
        self.report
    }
}
