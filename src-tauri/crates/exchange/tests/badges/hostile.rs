//! Files that are meant to harm: each comes to a verdict, soon, and nothing of it is run.

use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVerdict as Verdict, BadgeVersion};
use groundwork_exchange::open_badges::picture;
use proptest::prelude::*;
use serde_json::json;

use crate::make::{
    ISSUER, Signer, assertion, check_alone, check_for, claims, decided, encode, fixture, is_intact, itxt,
    pinned, png,
};

const FIXTURES: [&str; 12] = [
    "gen_ob2_hosted_baked.png",
    "gen_ob2_hosted_baked.svg",
    "gen_ob3_di_full.json",
    "gen_ob3_ed25519_2020.json",
    "gen_ob3_vcjwt_baked.png",
    "gen_ob3_vcjwt_baked.svg",
    "gen_ob3_vcjwt_jwk.jwt",
    "ob_0_5_1_assertion.json",
    "ob_1_0_basic_assertion.json",
    "ob_1_1_basic_assertion.json",
    "ob_2_0_basic_assertion.json",
    "vector_ob3_v2_context_3_0_3.json",
];

#[test]
fn json_a_hundred_thousand_deep_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{{\"a\":{}1{}}}", open.repeat(100_000), close.repeat(100_000));
        let unclosed = format!("{{\"a\":{}", open.repeat(100_000));
        for text in [deep, unclosed] {
            let baked = png(&[itxt("openbadges", &text)]);
            let token = format!("{}.{}.", encode(b"{\"alg\":\"none\"}"), encode(text.as_bytes()));
            for bytes in [text.as_bytes(), &baked, token.as_bytes()] {
                assert_eq!(decided(&check_alone(bytes)), (Verdict::Invalid, Code::TooDeep));
            }
        }
    }
    let list = "[".repeat(100_000);
    assert_eq!(decided(&check_alone(list.as_bytes())), (Verdict::Invalid, Code::NoBadge));
}

#[test]
fn two_hundred_megabytes_are_refused_by_their_length_alone() {
    let zeros = vec![0; 200 * 1024 * 1024];
    let report = check_alone(&zeros);
    assert_eq!(decided(&report), (Verdict::Invalid, Code::TooLarge));
    assert_eq!(report.version, BadgeVersion::None);
    assert_eq!(picture(&zeros), None);
    let mut spaces = vec![b' '; 8 * 1024 * 1024];
    spaces.splice(..2, *b"{}");
    assert_eq!(decided(&check_alone(&spaces)), (Verdict::Invalid, Code::NoBadge));
    spaces.push(b' ');
    assert_eq!(decided(&check_alone(&spaces)), (Verdict::Invalid, Code::TooLarge));
}

#[test]
fn a_text_of_millions_of_values_is_refused_before_it_is_built() {
    let wide = format!("{{\"a\":[{}0]}}", "0,".repeat(3_000_000));
    assert_eq!(decided(&check_alone(wide.as_bytes())), (Verdict::Invalid, Code::TooLarge));
    let mut badge = assertion();
    badge["recipient"]["salt"] = json!("s".repeat(4_000_000));
    badge["badge"]["alignment"] = json!(vec![json!({ "targetName": "x".repeat(1_000) }); 1_000]);
    let report = check_for(badge.to_string().as_bytes(), &["ada@example.org"], &[]);
    assert_eq!((report.verdict, report.alignment.len()), (Verdict::HostedUnchecked, 50));
}

#[test]
fn what_is_no_badge_at_all_is_said_to_be_none() {
    for bytes in [
        &b""[..],
        b" ",
        b"\xef\xbb\xbf",
        b"hello",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0",
        b"[]",
        b"null",
        b"\"ey\"",
        b"ey",
        b"ey.ey",
        b"ey.ey.ey.ey",
        b"a.b.c",
        b"{}",
        b"{\"a\":1}",
        b"GIF89a",
        b"https://academy.example/7.json",
        b"\xfe\xff\0{\0}",
    ] {
        let report = check_alone(bytes);
        assert_eq!(
            (report.verdict, report.version),
            (Verdict::Invalid, BadgeVersion::None),
            "{bytes:?} {report:?}"
        );
        assert_eq!(picture(bytes), None);
    }
}

#[test]
fn a_mark_of_byte_order_and_white_space_around_a_badge_do_not_matter() {
    let signer = Signer::ed25519(4);
    let token = signer.token(json!({ "jwk": signer.jwk() }), &claims(ISSUER));
    for text in [assertion().to_string(), token] {
        let around = format!("\u{feff}\r\n {text}\n\n");
        assert_eq!(check_alone(around.as_bytes()), check_alone(text.as_bytes()));
        let far_within = format!("{}{text}", " ".repeat(5_000));
        assert_eq!(check_alone(far_within.as_bytes()), check_alone(text.as_bytes()));
    }
}

#[test]
fn a_file_cut_short_at_any_byte_comes_to_a_verdict_and_never_to_a_good_one() {
    for name in FIXTURES {
        let bytes = fixture(name);
        let whole = bytes.trim_ascii_end().len();
        let step = if whole > 5_000 { 7 } else { 1 };
        for end in (0..whole).step_by(step) {
            let report = check_for(&bytes[..end], &["ada@example.org"], &[pinned()]);
            let is_noticed = matches!(report.verdict, Verdict::Invalid | Verdict::Altered);
            assert!(is_noticed, "{name} up to {end}: {report:?}");
            picture(&bytes[..end]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_come_to_a_verdict(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for start in [&b""[..], b"{", b"<svg", b"ey", b"\x89PNG\r\n\x1a\n"] {
            let bytes = [start, &bytes].concat();
            prop_assert_eq!(check_alone(&bytes).verdict, Verdict::Invalid);
            picture(&bytes);
        }
    }

    #[test]
    fn a_badge_with_a_few_bytes_changed_is_never_intact_by_another_text(
        file in 0..FIXTURES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let original = fixture(FIXTURES[file]);
        let mut bytes = original.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let report = check_for(&bytes, &["ada@example.org"], &[pinned()]);
        picture(&bytes);
        if is_intact(&report) {
            // White space and what is not signed may change; what is shown may not.
            let before = check_for(&original, &["ada@example.org"], &[pinned()]);
            prop_assert_eq!((report.name, report.issuer_id, report.expires), (before.name, before.issuer_id, before.expires));
        }
    }
}
