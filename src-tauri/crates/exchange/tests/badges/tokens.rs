//! Signed tokens: whose key, what it says, and what someone did to it.

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVerdict as Verdict, BadgeVersion};
use serde_json::{Value, json};

use crate::make::{
    ISSUER, Signer, assertion, check_alone, check_for, claims, codes, decided, encode, fixture, is_intact,
    pinned,
};

fn both() -> [Signer; 2] {
    [Signer::p256(3), Signer::ed25519(4)]
}

#[test]
fn a_badge_signed_by_elliptic_curves_is_intact_and_known_once_its_key_is_trusted() {
    for signer in both() {
        let token = signer.token(json!({ "typ": "JWT", "jwk": signer.jwk() }), &claims(ISSUER));
        let report = check_alone(token.as_bytes());
        assert_eq!(decided(&report), (Verdict::IntactIssuerUnknown, Code::KeyInFile), "{report:?}");
        assert_eq!(report.version, BadgeVersion::V3);
        assert_eq!(report.key, Some(signer.pinned(None).key));
        for pin in [signer.pinned(None), signer.pinned(Some(ISSUER))] {
            let report = check_for(token.as_bytes(), &[], &[pin]);
            assert_eq!(decided(&report), (Verdict::IntactKeyPinned, Code::KeyPinned), "{report:?}");
        }
    }
}

#[test]
fn a_key_id_that_is_the_key_is_enough() {
    for signer in both() {
        let did = signer.did();
        let jwk = format!("did:jwk:{}#0", encode(signer.jwk().to_string().as_bytes()));
        for kid in [did.clone(), format!("{did}#{}", signer.multibase()), jwk] {
            let report = check_alone(signer.token(json!({ "kid": kid }), &claims(ISSUER)).as_bytes());
            assert_eq!(decided(&report), (Verdict::IntactIssuerUnknown, Code::KeyInFile), "{kid} {report:?}");
        }
    }
}

#[test]
fn an_issuer_whose_id_is_a_key_signs_with_that_key_and_no_other() {
    for signer in both() {
        let did = signer.did();
        let report = check_alone(signer.token(json!({}), &claims(&did)).as_bytes());
        assert_eq!(decided(&report), (Verdict::IntactIssuerUnknown, Code::KeyInFile), "{report:?}");
        let forger = Signer::ed25519(9);
        let forged = forger.token(json!({ "jwk": forger.jwk() }), &claims(&did));
        let report = check_for(forged.as_bytes(), &[], &[forger.pinned(None)]);
        assert_eq!(decided(&report), (Verdict::Invalid, Code::KeyOfAnotherIssuer), "{report:?}");
    }
}

#[test]
fn a_key_that_lies_elsewhere_leaves_the_badge_unchecked_until_the_person_trusts_the_key() {
    for signer in both() {
        let kid = "https://academy.example/keys#1";
        let token = signer.token(json!({ "kid": kid }), &claims(ISSUER));
        let report = check_alone(token.as_bytes());
        assert_eq!(decided(&report), (Verdict::HostedUnchecked, Code::KeyNotInFile));
        assert_eq!(report.reasons[0].detail, kid);
        let other = Signer::ed25519(8);
        for pin in [other.pinned(None), signer.pinned(Some("https://other.example"))] {
            assert_eq!(check_for(token.as_bytes(), &[], &[pin]).verdict, Verdict::HostedUnchecked);
        }
        let pins = [other.pinned(None), signer.pinned(Some(ISSUER))];
        let report = check_for(token.as_bytes(), &[], &pins);
        assert_eq!(decided(&report), (Verdict::IntactKeyPinned, Code::KeyPinned));
    }
}

#[test]
fn a_key_in_the_file_that_is_not_the_trusted_one_is_pointed_out() {
    let (signer, trusted) = (Signer::ed25519(5), Signer::ed25519(6));
    let token = signer.token(json!({ "jwk": signer.jwk() }), &claims(ISSUER));
    for pin in [trusted.pinned(Some(ISSUER)), signer.pinned(Some("https://other.example"))] {
        let report = check_for(token.as_bytes(), &[], &[pin]);
        assert_eq!(report.verdict, Verdict::IntactIssuerUnknown);
        assert!(codes(&report).contains(&Code::KeyOfAnotherIssuer), "{report:?}");
    }
    let report = check_for(token.as_bytes(), &[], &[trusted.pinned(None)]);
    assert!(!codes(&report).contains(&Code::KeyOfAnotherIssuer), "{report:?}");
}

#[test]
fn a_token_that_names_another_issuer_id_person_or_time_than_its_badge_is_refused() {
    let signer = Signer::ed25519(4);
    for (claim, value, code) in [
        ("iss", json!("https://evil.example"), Code::IssuerMismatch),
        ("iss", json!(7), Code::IssuerMismatch),
        ("jti", json!("https://academy.example/credentials/8"), Code::IdMismatch),
        ("sub", json!("did:example:eve"), Code::SubjectMismatch),
        ("nbf", json!(1_748_736_001), Code::TimeMismatch),
        ("nbf", json!("2025-06-01"), Code::TimeMismatch),
        ("exp", json!(1_900_000_000), Code::TimeMismatch),
    ] {
        let mut claims = claims(ISSUER);
        claims[claim] = value;
        let report = check_alone(signer.token(json!({ "jwk": signer.jwk() }), &claims).as_bytes());
        assert_eq!(decided(&report), (Verdict::Invalid, code), "{claim} {report:?}");
    }
}

#[test]
fn claims_that_newer_tokens_leave_out_are_not_missed() {
    let signer = Signer::ed25519(4);
    let mut claims = claims(ISSUER);
    for claim in ["iss", "jti", "sub", "nbf", "exp"] {
        claims.as_object_mut().expect("claims").remove(claim);
    }
    let report =
        check_alone(signer.token(json!({ "typ": "vc+jwt", "jwk": signer.jwk() }), &claims).as_bytes());
    assert_eq!(report.verdict, Verdict::IntactIssuerUnknown, "{report:?}");
}

#[test]
fn the_end_of_a_token_ends_a_badge_that_names_none() {
    let signer = Signer::ed25519(4);
    let mut claims = claims(ISSUER);
    claims.as_object_mut().expect("claims").remove("validUntil");
    claims["exp"] = json!(1_760_000_000);
    let report = check_alone(signer.token(json!({ "jwk": signer.jwk() }), &claims).as_bytes());
    assert_eq!(report.verdict, Verdict::Expired, "{report:?}");
    assert_eq!(report.expires.as_deref(), Some("2025-10-09T08:53:20Z"));
}

#[test]
fn a_credential_of_the_first_data_model_stands_in_a_claim_of_its_own() {
    let signer = Signer::p256(3);
    let mut vc = crate::make::credential(ISSUER);
    vc["@context"] = json!([
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
    ]);
    let fields = vc.as_object_mut().expect("a credential");
    for name in ["id", "validFrom", "validUntil"] {
        fields.remove(name);
    }
    vc["credentialSubject"].as_object_mut().expect("a subject").remove("id");
    let mut claims = json!({
        "iss": ISSUER, "jti": "urn:uuid:7", "sub": "did:example:ada", "nbf": 1_748_736_000, "exp": 1_811_808_000, "vc": vc
    });
    let header = json!({ "jwk": signer.jwk() });
    let report = check_alone(signer.token(header.clone(), &claims).as_bytes());
    assert_eq!(report.verdict, Verdict::IntactIssuerUnknown, "{report:?}");
    assert_eq!(report.credential_id.as_deref(), Some("urn:uuid:7"));
    assert_eq!(report.issued.as_deref(), Some("2025-06-01T00:00:00Z"));
    claims["vc"]["issuer"] = json!("https://evil.example");
    let report = check_alone(signer.token(header, &claims).as_bytes());
    assert_eq!(decided(&report), (Verdict::Invalid, Code::IssuerMismatch), "{report:?}");
}

#[test]
fn a_token_that_says_it_is_not_signed_is_refused_however_it_says_so() {
    let signer = Signer::ed25519(4);
    for name in ["none", "None", "NONE", "nOnE"] {
        let token = signer.token(json!({ "alg": name, "jwk": signer.jwk() }), &claims(ISSUER));
        let bare = format!("{}.", token.rsplit_once('.').expect("a signature").0);
        for token in [token, bare] {
            let report = check_for(token.as_bytes(), &[], &[signer.pinned(None)]);
            assert_eq!(decided(&report), (Verdict::Invalid, Code::AlgorithmNone), "{name} {report:?}");
        }
    }
}

#[test]
fn a_header_that_would_mislead_a_reader_is_refused() {
    let (signer, other) = (Signer::ed25519(4), Signer::p256(3));
    let mut private = signer.jwk();
    private["d"] = json!(encode(&[4; 32]));
    let mut encrypts = signer.jwk();
    encrypts["use"] = json!("enc");
    let rsa: Value = serde_json::from_slice(&fixture("gen_issuer_public.jwk.json")).expect("a key");
    let secret = json!({ "kty": "oct", "k": "c2VjcmV0" });
    for (header, code) in [
        (json!({ "alg": "HS256", "jwk": signer.jwk() }), Code::AlgorithmUnsupported),
        (json!({ "alg": "HS256", "jwk": secret }), Code::AlgorithmUnsupported),
        (json!({ "alg": "PS256", "jwk": rsa }), Code::AlgorithmUnsupported),
        (json!({ "alg": "ES256K", "jwk": signer.jwk() }), Code::AlgorithmUnsupported),
        (json!({ "alg": 7, "jwk": signer.jwk() }), Code::FieldMissing),
        (json!({ "crit": ["exp"], "exp": 1, "jwk": signer.jwk() }), Code::FieldInvalid),
        (json!({ "crit": [], "jwk": signer.jwk() }), Code::FieldInvalid),
        (json!({ "alg": "ES256", "jwk": signer.jwk() }), Code::KeyUnusable),
        (json!({ "alg": "ES256", "jwk": rsa }), Code::KeyUnusable),
        (json!({ "alg": "RS256", "jwk": signer.jwk() }), Code::KeyUnusable),
        (json!({ "jwk": private }), Code::KeyUnusable),
        (json!({ "jwk": secret }), Code::KeyUnusable),
        (json!({ "jwk": encrypts }), Code::KeyUnusable),
        (json!({ "jwk": "z6Mk" }), Code::KeyUnusable),
        (json!({ "kid": "did:key:z6Mk" }), Code::KeyUnusable),
        (json!({ "jwk": signer.jwk(), "kid": other.did() }), Code::KeyUnusable),
    ] {
        let token = signer.token(header.clone(), &claims(ISSUER));
        let report = check_for(token.as_bytes(), &[], &[signer.pinned(None)]);
        assert_eq!(decided(&report), (Verdict::Invalid, code), "{header} {report:?}");
    }
}

#[test]
fn a_trusted_key_is_not_used_for_another_way_of_signing() {
    let signer = Signer::ed25519(4);
    let token =
        signer.token(json!({ "alg": "ES256", "kid": "https://academy.example/keys#1" }), &claims(ISSUER));
    let report = check_for(token.as_bytes(), &[], &[signer.pinned(None)]);
    assert_eq!(decided(&report), (Verdict::HostedUnchecked, Code::KeyNotInFile));
}

#[test]
fn a_changed_byte_anywhere_in_a_signed_token_is_noticed() {
    let original = fixture("gen_ob3_vcjwt_jwk.jwt");
    let original = original.trim_ascii();
    for at in 0..original.len() {
        for change in [1, 2, 0x20] {
            let mut bytes = original.to_vec();
            bytes[at] ^= change;
            let report = check_for(&bytes, &[], &[pinned()]);
            assert!(!is_intact(&report), "byte {at} with {change}: {report:?}");
        }
    }
}

#[test]
fn a_token_cut_short_at_any_byte_is_noticed() {
    let signer = Signer::ed25519(4);
    let token = signer.token(json!({ "jwk": signer.jwk() }), &claims(ISSUER));
    for end in 0..token.len() {
        let report = check_for(&token.as_bytes()[..end], &[], &[signer.pinned(None)]);
        assert!(!is_intact(&report), "{end}: {report:?}");
    }
}

#[test]
fn a_badge_that_expired_and_was_changed_is_altered_and_one_that_only_expired_is_expired() {
    let token = String::from_utf8(fixture("gen_ob3_vcjwt_expired.jwt")).expect("text");
    let report = check_alone(token.as_bytes());
    assert_eq!(decided(&report), (Verdict::Expired, Code::Expired));
    assert!(codes(&report).contains(&Code::SignatureValid));
    let other = String::from_utf8(fixture("gen_ob3_vcjwt_jwk.jwt")).expect("text");
    let changed =
        format!("{}.{}", token.rsplit_once('.').expect("parts").0, other.rsplit_once('.').expect("parts").1);
    let report = check_alone(changed.trim().as_bytes());
    assert_eq!(decided(&report), (Verdict::Altered, Code::SignatureMismatch));
    assert!(codes(&report).contains(&Code::Expired));
}

#[test]
fn a_badge_from_the_future_is_refused_and_one_from_another_time_zone_is_not() {
    let signer = Signer::ed25519(4);
    for (begins, verdict, code) in [
        ("2026-01-16T11:00:00Z", Verdict::IntactIssuerUnknown, Code::NotYetValid),
        ("2026-01-17T00:00:00Z", Verdict::Invalid, Code::IssuedInFuture),
    ] {
        let mut claims = claims(ISSUER);
        claims["validFrom"] = json!(begins);
        claims.as_object_mut().expect("claims").remove("nbf");
        let report = check_alone(signer.token(json!({ "jwk": signer.jwk() }), &claims).as_bytes());
        assert_eq!(report.verdict, verdict, "{report:?}");
        assert!(codes(&report).contains(&code), "{report:?}");
    }
    let mut claims = claims(ISSUER);
    claims["validUntil"] = json!("2025-01-01T00:00:00Z");
    claims.as_object_mut().expect("claims").remove("exp");
    let report = check_alone(signer.token(json!({ "jwk": signer.jwk() }), &claims).as_bytes());
    assert_eq!(decided(&report), (Verdict::Invalid, Code::EndsBeforeStart));
}

#[test]
fn a_name_that_stands_twice_in_a_signed_badge_is_refused() {
    let signer = Signer::ed25519(4);
    let text = claims(ISSUER).to_string();
    for doubled in [
        text.replacen('{', "{\"jti\":\"x\",", 1),
        text.replacen("\"name\":\"SQL\"", "\"name\":\"SQL\",\"n\\u0061me\":\"CTO\"", 1),
    ] {
        let header = json!({ "alg": "EdDSA", "jwk": signer.jwk() }).to_string();
        let signed = format!("{}.{}", encode(header.as_bytes()), encode(doubled.as_bytes()));
        let token = format!("{signed}.{}", encode(&signer.sign(signed.as_bytes())));
        assert_eq!(decided(&check_alone(token.as_bytes())), (Verdict::Invalid, Code::DuplicateName));
    }
}

#[test]
fn a_signed_badge_of_2_0_is_checked_by_a_trusted_key_and_else_left_unchecked() {
    let signer = Signer::p256(3);
    let mut badge = assertion();
    badge["verification"] = json!({ "type": "SignedBadge", "creator": "https://academy.example/key.json" });
    let token = signer.token(json!({}), &badge);
    let report = check_alone(token.as_bytes());
    assert_eq!(report.version, BadgeVersion::V2);
    assert_eq!(decided(&report), (Verdict::HostedUnchecked, Code::KeyNotInFile));
    assert_eq!(report.reasons[0].detail, "https://academy.example/key.json");
    let report = check_for(token.as_bytes(), &["ada@example.org"], &[signer.pinned(Some(ISSUER))]);
    assert_eq!(decided(&report), (Verdict::IntactKeyPinned, Code::KeyPinned), "{report:?}");
    let hosted = signer.token(json!({}), &assertion());
    assert_eq!(check_alone(hosted.as_bytes()).verdict, Verdict::Invalid);
}
