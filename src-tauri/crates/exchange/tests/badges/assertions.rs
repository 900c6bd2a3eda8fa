//! Badges up to 2.0: what must be there, and what can be said of them without a network.

use groundwork_domain::badge::{
    BadgeReasonCode as Code, BadgeRecipient, BadgeVerdict as Verdict, BadgeVersion,
};
use serde_json::{Value, json};

use crate::make::{ISSUER, assertion, check_for, check_json, codes, credential, decided, json_fixture};

#[test]
fn a_hosted_badge_is_shown_and_said_to_be_uncheckable_here() {
    let report = check_json(&assertion());
    assert_eq!(decided(&report), (Verdict::HostedUnchecked, Code::Hosted), "{report:?}");
    assert_eq!(report.reasons[0].detail, "https://academy.example/assertions/7");
    assert_eq!(report.name.as_deref(), Some("SQL"));
    assert_eq!(report.issuer.as_deref(), Some("The Academy"));
    assert_eq!(report.issuer_id.as_deref(), Some(ISSUER));
    assert_eq!(report.criteria.as_deref(), Some("An exam of two hours"));
    assert_eq!(report.alignment, ["D-1 Databases"]);
    assert_eq!(report.issued.as_deref(), Some("2025-05-31T22:00:00Z"));
    assert!(codes(&report).contains(&Code::RevocationNotChecked));
}

#[test]
fn a_hosted_badge_whose_time_is_over_is_expired_and_still_said_to_be_hosted() {
    let mut badge = assertion();
    badge["expires"] = json!("2025-12-31T23:59:59Z");
    let report = check_json(&badge);
    assert_eq!(decided(&report), (Verdict::Expired, Code::Expired));
    assert!(codes(&report).contains(&Code::Hosted));
}

#[test]
fn a_badge_that_was_taken_back_is_refused_even_if_nothing_else_is_left_of_it() {
    for badge in [
        {
            let mut badge = assertion();
            badge["revoked"] = json!(true);
            badge["revocationReason"] = json!("Awarded in error");
            badge
        },
        json!({ "@context": "https://w3id.org/openbadges/v2", "id": "https://a.example/1", "revoked": true,
            "revocationReason": "Awarded in error" }),
    ] {
        let report = check_json(&badge);
        assert_eq!(decided(&report), (Verdict::Invalid, Code::Revoked), "{report:?}");
        assert_eq!(report.reasons[0].detail, "Awarded in error");
        assert_eq!(report.version, BadgeVersion::V2);
    }
}

/// What each version asks for, as paths.
fn required() -> [(BadgeVersion, Value, &'static str); 4] {
    let v2 = "/id /recipient /issuedOn /badge /verification /recipient/identity /badge/name /badge/issuer \
              /badge/issuer/name /badge/criteria /verification/type";
    let v05 = "/badge/name /badge/issuer /badge/issuer/origin /badge/criteria /badge/version";
    let v10 = "/uid /verify /issuedOn /verify/url";
    let v3 = "/@context /id /issuer /issuer/id /validFrom /credentialSubject /credentialSubject/id \
              /credentialSubject/type /credentialSubject/achievement /credentialSubject/achievement/name \
              /credentialSubject/achievement/id /credentialSubject/achievement/criteria";
    [
        (BadgeVersion::V2, assertion(), v2),
        (BadgeVersion::V1, json_fixture("ob_0_5_assertion.json"), v05),
        (BadgeVersion::V1, json_fixture("ob_1_0_basic_assertion.json"), v10),
        (BadgeVersion::V3, credential(ISSUER), v3),
    ]
}

#[test]
fn each_field_that_the_specification_asks_for_is_missed() {
    for (version, badge, fields) in required() {
        for field in fields.split_whitespace() {
            let mut badge = badge.clone();
            let (path, name) = field.rsplit_once('/').expect("a path");
            badge.pointer_mut(path).and_then(|part| part.as_object_mut()).expect("an object").remove(name);
            let report = check_json(&badge);
            let missed = report.reasons.iter().any(|reason| {
                matches!(reason.code, Code::FieldMissing | Code::FieldInvalid) && !reason.detail.is_empty()
            });
            assert!(report.verdict == Verdict::Invalid && missed, "{version:?} {field} {report:?}");
            assert_eq!(report.version, version, "{field}");
        }
    }
}

#[test]
fn the_dates_of_older_badges_are_read_as_they_were_written() {
    for (written, issued) in [
        (json!("2011-06-01"), "2011-06-01T00:00:00Z"),
        (json!(1_306_886_400), "2011-06-01T00:00:00Z"),
        (json!("2011-06-01T10:20:30"), "2011-06-01T10:20:30Z"),
        (json!("2011-06-01T10:20:30.5+0200"), "2011-06-01T08:20:30.5Z"),
        (json!("2011-06-01T10:20Z"), "2011-06-01T10:20:00Z"),
    ] {
        let mut badge = json_fixture("ob_1_0_basic_assertion.json");
        badge["issuedOn"] = written.clone();
        let report = check_json(&badge);
        assert_eq!(
            (report.verdict, report.issued.as_deref()),
            (Verdict::HostedUnchecked, Some(issued)),
            "{written}"
        );
    }
    for written in
        [json!("June 2011"), json!("01/06/2011"), json!(1e300), json!("2011-13-01"), json!(["2011-06-01"])]
    {
        let mut badge = json_fixture("ob_1_0_basic_assertion.json");
        badge["issuedOn"] = written.clone();
        assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::FieldInvalid), "{written}");
    }
}

#[test]
fn a_field_that_holds_something_else_is_named() {
    for (path, value, detail) in [
        ("/id", json!("not an address"), "id"),
        ("/issuedOn", json!("2025-06-01"), "issuedOn"),
        ("/issuedOn", json!("2025-06-01T00:00:00"), "issuedOn"),
        ("/issuedOn", json!(1_748_736_000), "issuedOn"),
        ("/issuedOn", json!("2025-06-01T00:00:00Z[UTC]"), "issuedOn"),
        ("/issuedOn", json!("2025-02-30T00:00:00Z"), "issuedOn"),
        ("/expires", json!("never"), "expires"),
        ("/recipient", json!("ada@example.org"), "recipient"),
        ("/recipient/hashed", json!("yes"), "recipient.hashed"),
        ("/recipient/identity", json!("sha256$abc"), "recipient.identity"),
        ("/recipient/identity", json!("crc32$cafebabe"), "recipient.identity"),
        ("/verification/type", json!("blockchain"), "verification.type"),
        ("/badge", json!(["https://a.example/1"]), "badge"),
        ("/badge/issuer", json!(7), "badge.issuer"),
        ("/badge/name", json!(7), "badge.name"),
    ] {
        let mut badge = assertion();
        match badge.pointer_mut(path) {
            Some(field) => *field = value.clone(),
            None => badge["expires"] = value.clone(),
        }
        let report = check_json(&badge);
        assert_eq!(decided(&report), (Verdict::Invalid, Code::FieldInvalid), "{path} {value} {report:?}");
        assert!(report.reasons.iter().any(|reason| reason.detail == detail), "{path} {value} {report:?}");
    }
}

#[test]
fn a_badge_that_claims_a_signature_and_has_none_is_refused() {
    let mut badge = assertion();
    badge["verification"] = json!({ "type": "signed", "creator": "https://academy.example/key.json" });
    assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::NoProof));
    assert_eq!(decided(&check_json(&credential(ISSUER))), (Verdict::Invalid, Code::NoProof));
}

#[test]
fn an_address_hashed_with_either_digest_is_recognised() {
    // MD5 and SHA-256 of "ada@example.org" and "sel".
    for (identity, salt, recipient) in [
        ("md5$98fe6aa2a0d46a2d1bb2ea39ec1f8d3f", "sel", BadgeRecipient::Other),
        (
            "sha256$54b8d33f81fbed6262260fbd6eed16fd2f64c98f0c3e6d92b1dcc362232b12ac",
            "sel",
            BadgeRecipient::Mine,
        ),
        (
            "sha256$54B8D33F81FBED6262260FBD6EED16FD2F64C98F0C3E6D92B1DCC362232B12AC",
            "sel",
            BadgeRecipient::Mine,
        ),
        ("54b8d33f81fbed6262260fbd6eed16fd2f64c98f0c3e6d92b1dcc362232b12ac", "sel", BadgeRecipient::Mine),
        (
            "sha256$54b8d33f81fbed6262260fbd6eed16fd2f64c98f0c3e6d92b1dcc362232b12ac",
            "poivre",
            BadgeRecipient::Other,
        ),
    ] {
        let mut badge = assertion();
        badge["recipient"] = json!({ "type": "email", "hashed": true, "salt": salt, "identity": identity });
        let report = check_for(badge.to_string().as_bytes(), &["ada@example.org"], &[]);
        assert_eq!(report.recipient, recipient, "{identity} {report:?}");
    }
}

#[test]
fn a_recipient_that_is_no_address_is_said_to_be_none() {
    let mut badge = assertion();
    badge["recipient"] = json!({ "type": "url", "hashed": false, "identity": "https://ada.example" });
    let report = check_for(badge.to_string().as_bytes(), &["ada@example.org"], &[]);
    assert_eq!((report.verdict, report.recipient), (Verdict::HostedUnchecked, BadgeRecipient::NotNamed));
    assert!(codes(&report).contains(&Code::RecipientNotNamed));
}

#[test]
fn the_recipient_of_3_0_is_found_in_every_form() {
    let digest = "54b8d33f81fbed6262260fbd6eed16fd2f64c98f0c3e6d92b1dcc362232b12ac";
    let hashed = json!({ "type": "IdentityObject", "hashed": true, "salt": "sel", "identityType": "emailAddress",
        "identityHash": format!("sha256${digest}") });
    let plain = json!({ "type": "IdentityObject", "hashed": false, "identityType": "emailAddress",
        "identityHash": "Ada@Example.org" });
    let bare = json!({ "type": "IdentityObject", "hashed": true, "salt": "sel", "identityType": "emailAddress",
        "identityHash": digest });
    let other = json!({ "type": "IdentityObject", "hashed": false, "identityType": "sourcedId", "identityHash": "x" });
    for (name, value, recipient) in [
        ("identifier", json!([hashed]), BadgeRecipient::Mine),
        ("identifier", json!([plain]), BadgeRecipient::Mine),
        ("identifier", bare, BadgeRecipient::Mine),
        ("identifier", json!([other, hashed]), BadgeRecipient::Mine),
        ("identifier", json!([other]), BadgeRecipient::NotNamed),
        ("email", json!("ada@example.org"), BadgeRecipient::Mine),
        ("email", json!("eve@example.org"), BadgeRecipient::Other),
        ("id", json!("mailto:ada@example.org"), BadgeRecipient::Mine),
    ] {
        let mut badge = credential(ISSUER);
        badge["credentialSubject"][name] = value.clone();
        let report = check_for(badge.to_string().as_bytes(), &["ada@example.org"], &[]);
        assert_eq!(report.recipient, recipient, "{value} {report:?}");
    }
}

#[test]
fn what_describes_a_badge_or_is_another_credential_is_no_award() {
    let mut endorsement = credential(ISSUER);
    endorsement["type"] = json!(["VerifiableCredential", "EndorsementCredential"]);
    let mut licence = credential(ISSUER);
    licence["@context"] = json!(["https://www.w3.org/ns/credentials/v2"]);
    licence["type"] = json!(["VerifiableCredential", "DrivingLicence"]);
    for (badge, version, code) in [
        (endorsement, BadgeVersion::V3, Code::NotAnAward),
        (licence, BadgeVersion::None, Code::NotAnAward),
        (json!({ "name": "left-pad", "version": "1.0.0" }), BadgeVersion::None, Code::NoBadge),
        (json!({}), BadgeVersion::None, Code::NoBadge),
    ] {
        let report = check_json(&badge);
        assert_eq!((report.version, decided(&report)), (version, (Verdict::Invalid, code)), "{badge}");
    }
}

#[test]
fn names_are_shown_on_one_line_and_cannot_turn_the_text_around() {
    let mut badge = assertion();
    badge["badge"]["name"] = json!("SQL\u{202e}\u{0}\n\t \u{7}basics");
    badge["badge"]["description"] = json!("one\ntwo\u{2066}\u{1b}[31m");
    badge["badge"]["issuer"]["name"] = json!("A".repeat(5_000));
    let report = check_json(&badge);
    assert_eq!(report.name.as_deref(), Some("SQL basics"));
    assert_eq!(report.description.as_deref(), Some("one\ntwo[31m"));
    assert_eq!(report.issuer.map(|name| name.chars().count()), Some(300));
}
