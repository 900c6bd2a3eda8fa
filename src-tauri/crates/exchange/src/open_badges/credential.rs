//! Badges of 3.0: verifiable credentials of an achievement. <https://www.imsglobal.org/spec/ob/v3p0/>

use std::borrow::Cow;

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVersion};
use jiff::Timestamp;
use serde_json::Value;

use super::dates::{self, Dates};
use super::json::Object;
use super::reason::Findings;
use super::token::Token;
use super::{Against, document, fields, limits, proof, recipient, text};

/// The first context of the first data model; the second has other names for the dates.
const DATA_MODEL_1: &str = "https://www.w3.org/2018/credentials/v1";
const DATA_MODEL_2: &str = "https://www.w3.org/ns/credentials/v2";

/// Judges a credential: the object itself, or what the claims of a token say.
pub fn judge(object: &Object, token: Option<&Token<'_>>, against: &Against<'_>, found: &mut Findings) {
    found.report.version = BadgeVersion::V3;
    let credential = match token {
        Some(token) => of_claims(&token.claims),
        None => Cow::Borrowed(object),
    };
    let credential = credential.as_ref();
    show(credential, found);
    structure(credential, found);
    let begins = dates(credential, ["validFrom", "issuanceDate"], found).next();
    let ends = dates(credential, ["validUntil", "expirationDate"], found).min();
    let issuer = fields::id_of(credential, "issuer");
    match token {
        Some(token) => {
            let end = token.claims.get("exp").and_then(dates::seconds);
            dates::judge(begins, ends.or(end), against, found);
            claims(&token.claims, credential, begins, ends, found);
            // A proof within a token is a second one; the specification lets a reader choose.
            token.judge(issuer, None, against, found);
        }
        None => {
            dates::judge(begins, ends, against, found);
            proof::judge(credential, issuer, against, found);
        }
    }
    if let Some(subject) = subject(credential) {
        recipient::judge_subject(subject, against, found);
    }
}

/// The credential that a token's claims are, or that stands in its claim `vc`, where fields may be left out that a
/// claim says (<https://www.w3.org/TR/vc-data-model-1.1/#jwt-decoding>).
fn of_claims(claims: &Object) -> Cow<'_, Object> {
    let Some(credential) = fields::object(claims, "vc") else { return Cow::Borrowed(claims) };
    let mut credential = credential.clone();
    let date = |claim: &str| {
        claims.get(claim).and_then(dates::seconds).map(|moment| Value::String(moment.to_string()))
    };
    let said = [
        ("issuer", claims.get("iss").cloned()),
        ("id", claims.get("jti").cloned()),
        ("issuanceDate", date("nbf").filter(|_| !credential.contains_key("validFrom"))),
        ("expirationDate", date("exp").filter(|_| !credential.contains_key("validUntil"))),
    ];
    for (name, value) in said {
        if let Some(value) = value {
            credential.entry(name).or_insert(value);
        }
    }
    if let (Some(id), Some(Value::Object(subject))) =
        (claims.get("sub"), credential.get_mut("credentialSubject"))
    {
        subject.entry("id").or_insert(id.clone());
    }
    Cow::Owned(credential)
}

/// The one subject: an object, or a list of one.
fn subject(credential: &Object) -> Option<&Object> {
    match fields::each(credential, "credentialSubject") {
        [Value::Object(subject)] => Some(subject),
        _ => None,
    }
}

fn show(credential: &Object, found: &mut Findings) {
    let report = &mut found.report;
    let name = |object: &Object| fields::readable(object, "name", limits::NAME_CHARS);
    let line = |id: &str| text::line(id, limits::NAME_CHARS);
    let achievement = subject(credential).and_then(|subject| fields::object(subject, "achievement"));
    report.name = achievement.and_then(name).or_else(|| name(credential));
    report.description = achievement
        .and_then(|achievement| fields::readable_lines(achievement, "description"))
        .or_else(|| fields::readable_lines(credential, "description"));
    report.criteria = achievement.and_then(fields::criteria);
    report.alignment = achievement.map(fields::alignment).unwrap_or_default();
    report.credential_id = fields::text(credential, "id").and_then(line);
    report.issuer_id = fields::id_of(credential, "issuer").and_then(line);
    report.issuer = fields::object(credential, "issuer").and_then(name).or_else(|| report.issuer_id.clone());
}

/// The dates under the names of the second data model and of the first.
fn dates(
    credential: &Object,
    names: [&str; 2],
    found: &mut Findings,
) -> impl Iterator<Item = Timestamp> + use<> {
    names.map(|name| dates::field(credential, name, Dates::Moments, found)).into_iter().flatten()
}

/// What must be there.
fn structure(credential: &Object, found: &mut Findings) {
    let first = fields::contexts(credential).next();
    if !matches!(first, Some(DATA_MODEL_1 | DATA_MODEL_2)) {
        let code = if credential.contains_key("@context") { Code::FieldInvalid } else { Code::FieldMissing };
        found.invalid(code, "@context");
    } else if !fields::contexts(credential).any(|context| {
        context.strip_prefix("https://").is_some_and(|rest| rest.starts_with(document::V3_CONTEXT))
    }) {
        found.invalid(Code::FieldMissing, "@context");
    }
    if !fields::is_a(credential, "VerifiableCredential") {
        found.invalid(Code::FieldInvalid, "type");
    } else if !fields::is_a(credential, "OpenBadgeCredential")
        && !fields::is_a(credential, "AchievementCredential")
    {
        found.invalid(Code::NotAnAward, "type");
    }
    address(credential, "", "id", found);
    match credential.get("issuer") {
        Some(Value::Object(issuer)) => address(issuer, "issuer.", "id", found),
        _ => address(credential, "", "issuer", found),
    }
    if ["validFrom", "issuanceDate"].iter().all(|name| credential.get(*name).is_none_or(Value::is_null)) {
        let name = if first == Some(DATA_MODEL_1) { "issuanceDate" } else { "validFrom" };
        found.invalid(Code::FieldMissing, name);
    }
    match subject(credential) {
        Some(subject) => subject_structure(subject, found),
        None if credential.contains_key("credentialSubject") => {
            found.invalid(Code::FieldInvalid, "credentialSubject")
        }
        None => found.invalid(Code::FieldMissing, "credentialSubject"),
    }
}

fn subject_structure(subject: &Object, found: &mut Findings) {
    if !fields::is_a(subject, "AchievementSubject") {
        found.invalid(Code::FieldInvalid, "credentialSubject.type");
    }
    if !["id", "identifier", "email"].iter().any(|name| subject.contains_key(*name)) {
        found.invalid(Code::FieldMissing, "credentialSubject.id");
    }
    let path = "credentialSubject.achievement.";
    match subject.get("achievement") {
        Some(Value::Object(achievement)) => {
            address(achievement, path, "id", found);
            if !fields::is_a(achievement, "Achievement") {
                found.invalid(Code::FieldInvalid, &format!("{path}type"));
            }
            fields::require_text(achievement, path, &["name", "description"], found);
            fields::require(achievement, path, &["criteria"], found);
        }
        Some(_) => found.invalid(Code::FieldInvalid, "credentialSubject.achievement"),
        None => found.invalid(Code::FieldMissing, "credentialSubject.achievement"),
    }
}

fn address(object: &Object, path: &str, name: &str, found: &mut Findings) {
    match object.get(name) {
        Some(Value::String(id)) if fields::is_uri(id) => {}
        Some(Value::Null) | None => found.invalid(Code::FieldMissing, &format!("{path}{name}")),
        Some(_) => found.invalid(Code::FieldInvalid, &format!("{path}{name}")),
    }
}

/// Holds the claims against the credential: what a reader of the token alone would see must be what is shown here.
fn claims(
    claims: &Object,
    credential: &Object,
    begins: Option<Timestamp>,
    ends: Option<Timestamp>,
    found: &mut Findings,
) {
    let subject = subject(credential).and_then(|subject| fields::text(subject, "id"));
    let said = [
        ("iss", fields::id_of(credential, "issuer"), Code::IssuerMismatch),
        ("jti", fields::text(credential, "id"), Code::IdMismatch),
        ("sub", subject, Code::SubjectMismatch),
    ];
    for (claim, value, code) in said {
        match claims.get(claim) {
            Some(said) if said.as_str() != value => found.invalid(code, said.as_str().unwrap_or(claim)),
            // 3.0 asks for them; tokens after VC-JOSE-COSE leave them out.
            None => found.remark(Code::FieldMissing, claim),
            Some(_) => {}
        }
    }
    for (claim, value) in [("nbf", begins), ("exp", ends)] {
        let Some(said) = claims.get(claim) else { continue };
        let said = dates::seconds(said).map(Timestamp::as_second);
        // Without an end of its own the credential ends with the token.
        let is_free = claim == "exp" && value.is_none() && said.is_some();
        if !is_free && said != value.map(Timestamp::as_second) {
            found.invalid(Code::TimeMismatch, claim);
        }
    }
}
