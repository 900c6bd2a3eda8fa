//! PNG pictures with a badge in them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVerdict as Verdict, BadgeVersion};
use groundwork_exchange::open_badges::picture;
use serde_json::json;

use crate::make::{
    ISSUER, Signer, assertion, check_alone, check_for, chunk, claims, codes, credential, decided, fixture,
    ihdr, is_intact, itxt, pinned, png,
};

#[test]
fn a_picture_may_hold_the_badge_or_its_address_or_a_token() {
    let signer = Signer::ed25519(4);
    let token = signer.token(json!({ "jwk": signer.jwk() }), &claims(ISSUER));
    for (chunk, version, verdict) in [
        (itxt("openbadges", &assertion().to_string()), BadgeVersion::V2, Verdict::HostedUnchecked),
        (itxt("openbadges", "https://academy.example/7.json"), BadgeVersion::V2, Verdict::HostedUnchecked),
        (itxt("openbadgecredential", &token), BadgeVersion::V3, Verdict::IntactIssuerUnknown),
        (itxt("openbadgecredential", &credential(ISSUER).to_string()), BadgeVersion::V3, Verdict::Invalid),
        (itxt("openbadgecredential", "https://academy.example/7.json"), BadgeVersion::None, Verdict::Invalid),
        // The first bakers wrote the address so.
        (chunk(b"tEXt", b"openbadges\0https://a.example/7"), BadgeVersion::V2, Verdict::HostedUnchecked),
    ] {
        let report = check_alone(&png(&[chunk]));
        assert_eq!((report.version, report.verdict), (version, verdict), "{report:?}");
    }
    let report = check_alone(&png(&[itxt("openbadges", "https://academy.example/7.json")]));
    assert_eq!(
        (report.name, decided_detail(&report.reasons)),
        (None, "https://academy.example/7.json".to_owned())
    );
}

fn decided_detail(reasons: &[groundwork_domain::badge::BadgeReason]) -> String {
    reasons[0].detail.clone()
}

#[test]
fn the_first_badge_of_a_picture_counts_and_the_others_are_mentioned() {
    let first = itxt("openbadges", &assertion().to_string());
    let second = itxt("openbadges", "https://evil.example");
    let report = check_alone(&png(&[first, second.clone()]));
    assert_eq!(report.name.as_deref(), Some("SQL"));
    assert!(codes(&report).contains(&Code::SeveralBadges));
    let after_the_end = [png(&[]), second].concat();
    assert_eq!(decided(&check_alone(&after_the_end)), (Verdict::Invalid, Code::NoBadge));
}

#[test]
fn a_compressed_badge_is_refused_without_unpacking_it() {
    for compressed in
        [chunk(b"iTXt", b"openbadges\0\x01\0\0\0x\x9c"), chunk(b"zTXt", b"openbadgecredential\0\0x\x9c")]
    {
        let later = itxt("openbadges", &assertion().to_string());
        let report = check_alone(&png(&[compressed, later]));
        assert_eq!(decided(&report), (Verdict::Invalid, Code::Compressed), "{report:?}");
    }
}

#[test]
fn a_picture_that_would_unpack_to_billions_of_pixels_is_refused() {
    for (width, height) in [(60_000, 60_000), (1, u32::MAX), (u32::MAX, u32::MAX), (10_000, 4_001)] {
        let bomb = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            ihdr(width, height),
            itxt("openbadges", &assertion().to_string()),
            chunk(b"IDAT", b"x"),
            chunk(b"IEND", b""),
        ]
        .concat();
        assert_eq!(decided(&check_alone(&bomb)), (Verdict::Invalid, Code::TooLarge), "{width}x{height}");
        assert_eq!(picture(&bomb), None);
    }
}

#[test]
fn a_picture_whose_parts_do_not_follow_each_other_is_refused() {
    let magic = b"\x89PNG\r\n\x1a\n".to_vec();
    let (head, pixels, end) = (ihdr(16, 16), chunk(b"IDAT", b"x"), chunk(b"IEND", b""));
    let badge = itxt("openbadges", &assertion().to_string());
    let mut endless = chunk(b"iTXt", b"openbadges\0\0\0\0\0x");
    endless[..4].copy_from_slice(&u32::MAX.to_be_bytes());
    for parts in [
        vec![magic.clone()],
        vec![magic.clone(), badge.clone(), head.clone(), pixels.clone(), end.clone()],
        vec![magic.clone(), head.clone(), head.clone(), pixels.clone(), end.clone()],
        vec![magic.clone(), head.clone(), badge.clone(), end.clone()],
        vec![magic.clone(), head.clone(), badge.clone(), pixels.clone()],
        vec![magic.clone(), ihdr(0, 16), badge.clone(), pixels.clone(), end.clone()],
        vec![magic.clone(), head.clone(), pixels.clone(), endless, end.clone()],
        vec![magic.clone(), head.clone(), pixels.clone(), chunk(b"I T?", b""), end.clone()],
    ] {
        let report = check_alone(&parts.concat());
        assert_eq!(decided(&report), (Verdict::Invalid, Code::Broken), "{report:?}");
    }
}

#[test]
fn a_changed_byte_anywhere_in_a_signed_picture_is_noticed() {
    let original = fixture("gen_ob3_vcjwt_baked.png");
    for at in 0..original.len() {
        for change in [1, 0x80] {
            let mut bytes = original.clone();
            bytes[at] ^= change;
            let report = check_for(&bytes, &[], &[pinned()]);
            assert_eq!(report.verdict, Verdict::Invalid, "byte {at} with {change}: {report:?}");
        }
    }
}

#[test]
fn a_badge_changed_with_a_right_check_sum_is_altered() {
    let token = String::from_utf8(fixture("gen_bad_ob3_vcjwt_tampered.jwt")).expect("text");
    let report = check_for(&png(&[itxt("openbadgecredential", token.trim())]), &[], &[pinned()]);
    assert_eq!(decided(&report), (Verdict::Altered, Code::SignatureMismatch));
}

#[test]
fn a_picture_within_the_text_of_a_badge_is_shown_if_it_is_a_png_within_the_limits() {
    let small = fixture("gen_no_badge.png");
    let bomb =
        [b"\x89PNG\r\n\x1a\n".to_vec(), ihdr(60_000, 60_000), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")]
            .concat();
    let address = |bytes: &[u8]| format!("data:image/png;base64,{}", STANDARD.encode(bytes));
    let mut badge = assertion();
    badge["badge"]["image"] = json!({ "id": address(&small), "caption": "SQL" });
    let shown = picture(badge.to_string().as_bytes()).expect("a picture");
    assert_eq!((shown.media_type, shown.bytes), ("image/png", small.clone()));
    let signer = Signer::ed25519(4);
    let mut signed = claims(ISSUER);
    signed["credentialSubject"]["achievement"]["image"] = json!({ "id": address(&small), "type": "Image" });
    let token = signer.token(json!({ "jwk": signer.jwk() }), &signed);
    assert!(is_intact(&check_alone(token.as_bytes())));
    assert_eq!(picture(token.as_bytes()).map(|picture| picture.bytes), Some(small));
    for image in [
        address(&bomb),
        address(b"<svg/>"),
        "data:image/svg+xml;base64,PHN2Zy8+".to_owned(),
        "https://academy.example/7.png".to_owned(),
        "data:image/png;base64,%%%".to_owned(),
    ] {
        badge["badge"]["image"] = json!(image);
        assert_eq!(picture(badge.to_string().as_bytes()), None, "{image}");
    }
}
