//! The sample files: each comes to the verdict that its name promises.

use groundwork_domain::badge::{
    BadgeContainer as In, BadgeReasonCode as Code, BadgeRecipient, BadgeVerdict as Verdict,
    BadgeVersion as Version,
};
use groundwork_exchange::open_badges::picture;

use crate::make::{check_alone, check_for, codes, fixture, names, pinned};
use crate::proofs::SIGNED;

/// File, container, version, verdict without and with the issuer's key, deciding reason without it.
type Row = (&'static str, In, Version, Verdict, Verdict, Code);

const TABLE: [Row; 21] = {
    use Verdict::{
        Altered, Expired, HostedUnchecked as Hosted, IntactIssuerUnknown, IntactKeyPinned, Invalid,
    };
    [
        ("gen_bad_crc.png", In::Png, Version::None, Invalid, Invalid, Code::BadChecksum),
        ("gen_bad_ob3_vcjwt_alg_none.jwt", In::Jwt, Version::V3, Invalid, Invalid, Code::AlgorithmNone),
        ("gen_bad_ob3_vcjwt_tampered.jwt", In::Jwt, Version::V3, Altered, Altered, Code::SignatureMismatch),
        ("gen_issuer_public.jwk.json", In::Json, Version::None, Invalid, Invalid, Code::NoBadge),
        ("gen_no_badge.png", In::Png, Version::None, Invalid, Invalid, Code::NoBadge),
        ("gen_ob2_hosted_baked.png", In::Png, Version::V2, Hosted, Hosted, Code::Hosted),
        ("gen_ob2_hosted_baked.svg", In::Svg, Version::V2, Hosted, Hosted, Code::Hosted),
        (
            "gen_ob3_vcjwt_baked.png",
            In::Png,
            Version::V3,
            IntactIssuerUnknown,
            IntactKeyPinned,
            Code::KeyInFile,
        ),
        (
            "gen_ob3_vcjwt_baked.svg",
            In::Svg,
            Version::V3,
            IntactIssuerUnknown,
            IntactKeyPinned,
            Code::KeyInFile,
        ),
        ("gen_ob3_vcjwt_expired.jwt", In::Jwt, Version::V3, Expired, Expired, Code::Expired),
        (
            "gen_ob3_vcjwt_jwk.jwt",
            In::Jwt,
            Version::V3,
            IntactIssuerUnknown,
            IntactKeyPinned,
            Code::KeyInFile,
        ),
        ("ob_0_5_1_assertion.json", In::Json, Version::V1, Hosted, Hosted, Code::Hosted),
        ("ob_0_5_assertion.json", In::Json, Version::V1, Hosted, Hosted, Code::Hosted),
        ("ob_1_0_assertion_with_errors.json", In::Json, Version::V1, Invalid, Invalid, Code::FieldInvalid),
        ("ob_1_0_basic_assertion.json", In::Json, Version::V1, Hosted, Hosted, Code::Hosted),
        ("ob_1_0_basic_badgeclass.json", In::Json, Version::V1, Invalid, Invalid, Code::NotAnAward),
        ("ob_1_0_basic_issuer.json", In::Json, Version::V1, Invalid, Invalid, Code::NotAnAward),
        ("ob_1_1_basic_assertion.json", In::Json, Version::V1, Hosted, Hosted, Code::Hosted),
        ("ob_2_0_basic_assertion.json", In::Json, Version::V2, Hosted, Hosted, Code::Hosted),
        ("ob_2_0_basic_badgeclass.json", In::Json, Version::V2, Invalid, Invalid, Code::NotAnAward),
        ("ob_2_0_basic_issuer.json", In::Json, Version::V2, Invalid, Invalid, Code::NotAnAward),
    ]
};

#[test]
fn each_sample_file_gets_the_verdict_of_its_name_with_and_without_the_issuers_key() {
    for (name, container, version, alone, with_key, code) in TABLE {
        let bytes = fixture(name);
        let report = check_alone(&bytes);
        assert_eq!(
            (report.container, report.version, report.verdict),
            (container, version, alone),
            "{name} {report:?}"
        );
        assert_eq!(report.reasons.first().map(|reason| reason.code), Some(code), "{name} {report:?}");
        assert_eq!(check_for(&bytes, &[], &[pinned()]).verdict, with_key, "{name}");
    }
}

#[test]
fn no_sample_file_is_left_out() {
    for name in names() {
        let is_elsewhere = SIGNED.contains(&name.as_str())
            || ["SOURCES.md", "vector_w3c_alumni.json"].contains(&name.as_str());
        assert!(is_elsewhere || TABLE.iter().any(|row| row.0 == name), "{name}");
    }
}

#[test]
fn a_signed_badge_tells_what_it_stands_for_and_who_issued_it() {
    let report = check_for(&fixture("gen_ob3_vcjwt_baked.png"), &["ada@example.org"], &[pinned()]);
    assert_eq!(report.name.as_deref(), Some("Back-end L3"));
    assert_eq!(report.issuer.as_deref(), Some("Exemple Académie"));
    assert_eq!(report.issuer_id.as_deref(), Some("https://issuer.example/issuers/1"));
    assert_eq!(report.credential_id.as_deref(), Some("https://issuer.example/credentials/42"));
    assert_eq!(report.issued.as_deref(), Some("2025-03-01T00:00:00Z"));
    assert_eq!(report.expires.as_deref(), Some("2028-03-01T00:00:00Z"));
    assert_eq!(report.description.as_deref(), Some("PostgreSQL, REST, Docker"));
    assert_eq!(report.criteria.as_deref(), Some("Exam"));
    assert_eq!(report.recipient, BadgeRecipient::Mine);
    assert_eq!(report.key, Some(pinned().key));
    assert_eq!(
        codes(&report),
        [Code::KeyPinned, Code::SignatureValid, Code::RecipientMatches, Code::RevocationNotChecked]
    );
}

#[test]
fn a_badge_says_whether_it_was_issued_to_the_person() {
    let rows = [
        ("gen_ob3_vcjwt_jwk.jwt", "Ada@Example.org", BadgeRecipient::Mine),
        ("gen_ob3_vcjwt_jwk.jwt", "eve@example.org", BadgeRecipient::Other),
        ("ob_2_0_basic_assertion.json", "nobody@example.org", BadgeRecipient::Mine),
        ("ob_2_0_basic_assertion.json", "somebody@example.org", BadgeRecipient::Other),
        ("ob_0_5_1_assertion.json", "test@example.com", BadgeRecipient::Mine),
        ("ob_0_5_assertion.json", "Test@example.com", BadgeRecipient::Mine),
        ("ob_1_0_basic_assertion.json", "test@example.com", BadgeRecipient::Mine),
    ];
    for (name, address, recipient) in rows {
        assert_eq!(
            check_for(&fixture(name), &["other@example.net", address], &[]).recipient,
            recipient,
            "{name}"
        );
        assert_eq!(check_alone(&fixture(name)).recipient, BadgeRecipient::NotCompared, "{name}");
    }
}

#[test]
fn a_baked_picture_can_be_shown_and_a_text_file_has_none() {
    for (name, media_type) in [
        ("gen_ob3_vcjwt_baked.png", Some("image/png")),
        ("gen_no_badge.png", Some("image/png")),
        ("gen_bad_crc.png", None),
        ("gen_ob3_vcjwt_baked.svg", Some("image/svg+xml")),
        ("gen_ob3_vcjwt_jwk.jwt", None),
        ("ob_2_0_basic_assertion.json", None),
    ] {
        assert_eq!(picture(&fixture(name)).map(|picture| picture.media_type), media_type, "{name}");
    }
}
