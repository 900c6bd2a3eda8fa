//! What holds for any file that is checked as a badge.

use groundwork_domain::badge::{BadgeReport, BadgeVerdict as Verdict};
use groundwork_exchange::open_badges::{Against, PinnedKey, check, picture, read_key};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Badges with a signature that fits: what they say may not be changed. Nobody can make another one here.
const SIGNED: [&[u8]; 8] = [
    include_bytes!("../../../fixtures/openbadges/gen_ob3_vcjwt_jwk.jwt"),
    include_bytes!("../../../fixtures/openbadges/gen_ob3_di_full.json"),
    include_bytes!("../../../fixtures/openbadges/gen_ob3_di_v1_context_3_0_1.json"),
    include_bytes!("../../../fixtures/openbadges/gen_ob3_ed25519_2020.json"),
    include_bytes!("../../../fixtures/openbadges/vector_ob3_degree.json"),
    include_bytes!("../../../fixtures/openbadges/vector_ob3_v1_context_3_0_0.json"),
    include_bytes!("../../../fixtures/openbadges/vector_ob3_v1_eddsa_2022.json"),
    include_bytes!("../../../fixtures/openbadges/vector_ob3_v2_context_3_0_3.json"),
];

struct Person {
    addresses: Vec<String>,
    pinned: Vec<PinnedKey>,
}

static PERSON: LazyLock<Person> = LazyLock::new(|| {
    let key = read_key(include_bytes!("../../../fixtures/openbadges/gen_issuer_public.jwk.json")).unwrap();
    let pinned = vec![
        PinnedKey { issuer: Some("https://issuer.example/issuers/1".to_owned()), key },
        PinnedKey {
            issuer: None,
            key: read_key(b"z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi").unwrap(),
        },
    ];
    Person { addresses: vec!["ada@example.org".to_owned(), "nobody@example.org".to_owned()], pinned }
});

static KNOWN: LazyLock<BTreeMap<Option<String>, Vec<[Option<String>; 6]>>> = LazyLock::new(|| {
    let mut known = BTreeMap::<_, Vec<_>>::new();
    for badge in SIGNED {
        let report = report(badge);
        assert!(is_intact(&report), "{report:?}");
        known.entry(report.credential_id.clone()).or_default().push(said(&report));
    }
    known
});

fn report(bytes: &[u8]) -> BadgeReport {
    let now = "2026-01-15T12:00:00Z".parse().unwrap();
    check(bytes, &Against { now, addresses: &PERSON.addresses, pinned: &PERSON.pinned })
}

fn is_intact(report: &BadgeReport) -> bool {
    matches!(report.verdict, Verdict::IntactKeyPinned | Verdict::IntactIssuerUnknown)
}

fn said(report: &BadgeReport) -> [Option<String>; 6] {
    let report = report.clone();
    [report.name, report.issuer_id, report.issued, report.expires, report.description, report.criteria]
}

/// A verdict comes, its words are short and clean, and nothing is called intact that was not signed.
pub fn holds(bytes: &[u8]) {
    let report = report(bytes);
    assert!(!report.reasons.is_empty());
    for reason in &report.reasons {
        assert!(reason.detail.chars().count() <= 200 && !reason.detail.contains(char::is_control));
    }
    for text in [&report.name, &report.issuer, &report.issuer_id, &report.credential_id].into_iter().flatten()
    {
        assert!(!text.is_empty() && text.chars().count() <= 300 && !text.contains(char::is_control));
    }
    for text in [&report.description, &report.criteria].into_iter().flatten() {
        assert!(!text.is_empty() && text.chars().count() <= 4_000);
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    }
    assert!(report.alignment.len() <= 50);
    if is_intact(&report) {
        let known = KNOWN.get(&report.credential_id);
        assert!(known.is_some_and(|known| known.contains(&said(&report))), "{report:?}");
    }
    if let Some(picture) = picture(bytes) {
        assert!(picture.bytes.len() <= 8 * 1024 * 1024);
    }
    let _ = read_key(bytes);
}
