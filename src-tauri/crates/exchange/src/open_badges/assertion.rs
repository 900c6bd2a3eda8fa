//! Badges up to 2.0: an assertion, the badge class that it awards, and the issuer of that.
//! <https://www.imsglobal.org/spec/ob/v2p0/>

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVersion};
use serde_json::Value;

use super::dates::{self, Dates};
use super::json::Object;
use super::reason::Findings;
use super::token::Token;
use super::{Against, fields, limits, recipient, text};

/// The editions of the specification, which differ in what must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// 0.5.
    V05,
    /// 1.0: the first with an address to check by.
    V10,
    /// 1.1: the first with a context.
    V11,
    /// 2.0, and 2.1, which changes nothing in the badge.
    V20,
}

/// Judges an assertion.
pub fn judge(
    assertion: &Object,
    edition: Edition,
    token: Option<&Token<'_>>,
    against: &Against<'_>,
    found: &mut Findings,
) {
    found.report.version = if edition == Edition::V20 { BadgeVersion::V2 } else { BadgeVersion::V1 };
    show(assertion, found);
    if assertion.get("revoked").is_some_and(|revoked| revoked == true) {
        let why = fields::text(assertion, "revocationReason").unwrap_or_default();
        return found.invalid(Code::Revoked, why);
    }
    structure(assertion, edition, found);
    match edition {
        Edition::V05 => recipient::judge_plain(assertion, against, found),
        _ => recipient::judge_object(assertion, against, found),
    }
    let how = if edition == Edition::V20 { Dates::Moments } else { Dates::Loose };
    let issued = if edition == Edition::V05 { "issued_on" } else { "issuedOn" };
    let begins = dates::field(assertion, issued, how, found);
    let ends = dates::field(assertion, "expires", how, found);
    dates::judge(begins, ends, against, found);
    verification(assertion, edition, token, against, found);
}

fn show(assertion: &Object, found: &mut Findings) {
    let report = &mut found.report;
    report.credential_id =
        fields::text_of(assertion, &["id", "uid"]).and_then(|id| text::line(id, limits::NAME_CHARS));
    let Some(badge) = fields::object(assertion, "badge") else { return };
    report.name = fields::readable(badge, "name", limits::NAME_CHARS);
    report.description = fields::readable_lines(badge, "description");
    report.criteria = fields::criteria(badge);
    report.alignment = fields::alignment(badge);
    let id = fields::id_of(badge, "issuer").and_then(|id| text::line(id, limits::NAME_CHARS));
    let issuer = fields::object(badge, "issuer");
    report.issuer = issuer
        .and_then(|issuer| fields::readable(issuer, "name", limits::NAME_CHARS))
        .or_else(|| issuer.and_then(|issuer| fields::readable(issuer, "origin", limits::NAME_CHARS)))
        .or_else(|| id.clone());
    report.issuer_id = id;
}

/// What must be there, by edition.
fn structure(assertion: &Object, edition: Edition, found: &mut Findings) {
    match edition {
        Edition::V05 => {
            fields::require_text(assertion, "", &["recipient"], found);
            let Some(badge) = fields::object(assertion, "badge") else { return };
            fields::require_text(
                badge,
                "badge.",
                &["version", "name", "image", "description", "criteria"],
                found,
            );
            match fields::object(badge, "issuer") {
                Some(issuer) => fields::require_text(issuer, "badge.issuer.", &["origin", "name"], found),
                None => found.invalid(Code::FieldMissing, "badge.issuer"),
            }
        }
        Edition::V10 => {
            fields::require_text(assertion, "", &["uid"], found);
            fields::require(assertion, "", &["recipient", "badge", "verify", "issuedOn"], found);
        }
        Edition::V11 => {
            if fields::text_of(assertion, &["id", "uid"]).is_none() {
                found.invalid(Code::FieldMissing, "id");
            }
            fields::require(assertion, "", &["recipient", "badge", "issuedOn"], found);
        }
        Edition::V20 => {
            fields::require(assertion, "", &["@context", "type", "recipient", "badge", "issuedOn"], found);
            match fields::text(assertion, "id") {
                Some(id) if fields::is_uri(id) => {}
                Some(_) => found.invalid(Code::FieldInvalid, "id"),
                None => found.invalid(Code::FieldMissing, "id"),
            }
        }
    }
    if edition != Edition::V05 {
        badge(assertion, edition, found);
    }
}

/// The badge class: an address, or the class itself, which then is held to the same rules.
fn badge(assertion: &Object, edition: Edition, found: &mut Findings) {
    let Some(badge) = assertion.get("badge").filter(|badge| !badge.is_null()) else { return };
    let class = match badge {
        Value::String(address) if fields::is_uri(address) => return,
        Value::Object(class) if edition != Edition::V10 => class,
        _ => return found.invalid(Code::FieldInvalid, "badge"),
    };
    // An object that names nothing but itself is an address in other words.
    if class.keys().all(|name| matches!(name.as_str(), "id" | "type")) && fields::text(class, "id").is_some()
    {
        return;
    }
    fields::require_text(class, "badge.", &["name", "description"], found);
    fields::require(class, "badge.", &["image", "criteria", "issuer"], found);
    if edition == Edition::V20 {
        fields::require(class, "badge.", &["id", "type"], found);
    }
    match class.get("issuer") {
        Some(Value::String(address)) if fields::is_uri(address) => {}
        Some(Value::Object(issuer)) => {
            if issuer.keys().any(|name| !matches!(name.as_str(), "id" | "type")) {
                fields::require_text(issuer, "badge.issuer.", &["name", "url"], found);
            }
        }
        Some(Value::Null) | None => {}
        Some(_) => found.invalid(Code::FieldInvalid, "badge.issuer"),
    }
}

/// How the assertion says that it can be checked, and what of that can be done here.
fn verification(
    assertion: &Object,
    edition: Edition,
    token: Option<&Token<'_>>,
    against: &Against<'_>,
    found: &mut Findings,
) {
    let field = ["verification", "verify"].into_iter().find(|name| assertion.contains_key(*name));
    let how = field.and_then(|name| fields::object(assertion, name));
    let is = |names: [&str; 2]| how.is_some_and(|how| names.iter().any(|name| fields::is_a(how, name)));
    let address = how.and_then(|how| fields::text(how, "url")).or_else(|| fields::text(assertion, "id"));
    match token {
        _ if edition == Edition::V05 => found.unchecked(Code::Hosted, ""),
        _ if field.is_none() => found.invalid(Code::FieldMissing, "verification"),
        Some(token) if is(["signed", "SignedBadge"]) => {
            let badge = fields::object(assertion, "badge");
            let issuer = badge.and_then(|badge| fields::id_of(badge, "issuer"));
            let elsewhere = how.and_then(|how| fields::text_of(how, &["creator", "url"]));
            token.judge(issuer, elsewhere, against, found);
        }
        None if is(["signed", "SignedBadge"]) => found.invalid(Code::NoProof, "verification.type"),
        None if is(["hosted", "HostedBadge"]) => match address {
            Some(address) if fields::is_web_address(address) => found.unchecked(Code::Hosted, address),
            _ => found.invalid(Code::FieldInvalid, if edition == Edition::V20 { "id" } else { "verify.url" }),
        },
        _ => found.invalid(Code::FieldInvalid, "verification.type"),
    }
}
