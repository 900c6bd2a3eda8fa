//! The published vectors, down to their digests.

use super::super::json::{self, Object};
use super::super::recipient::hex;
use super::*;
use groundwork_domain::badge::{BadgeContainer, BadgeVerdict};

/// File, SHA-256 of the canonical credential, SHA-256 of the canonical proof options.
const VECTORS: [(&str, &str, &str); 5] = [
    // Open Badges 3.0 implementation guide, "Linked Data Proof Test Vector", its present text and the two before it.
    (
        include_str!("../../../../../../tests/fixtures/openbadges/vector_ob3_v2_context_3_0_3.json"),
        "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773",
        "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19",
    ),
    (
        include_str!("../../../../../../tests/fixtures/openbadges/vector_ob3_v1_context_3_0_0.json"),
        "d994aebd5e53f4af4495dbe9e1155410bae683811107c26acf83671075c163b3",
        "3cf3c265b6c8ebb29b4d5ea310b87d2f31c79b633eff8af561d2e8c97a85c8cb",
    ),
    (
        include_str!("../../../../../../tests/fixtures/openbadges/vector_ob3_v1_eddsa_2022.json"),
        "e88d300cf52568268f708fb39c206402fba48960719a10d08f8beed6215b3855",
        "c72f35a6cac737fe019f08e23177b6a7caaffa9c4a04e0bd72f749223a16c171",
    ),
    // The badge within the vector of the Comprehensive Learner Record; the guide prints its signature alone.
    (
        include_str!("../../../../../../tests/fixtures/openbadges/vector_ob3_degree.json"),
        "f7eefd823402bf4224a6bba0d502ab764168b3b3b01a5ab02631fa2113cb1f27",
        "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19",
    ),
    // W3C, Data Integrity EdDSA Cryptosuites 1.0, B.1.
    (
        include_str!("../../../../../../tests/fixtures/openbadges/vector_w3c_alumni.json"),
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
        "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0",
    ),
];

fn object(text: &str) -> Object {
    json::object(text).expect("a JSON object")
}

fn parts(text: &str) -> (Object, Object) {
    let mut document = object(text);
    let proof = document.remove("proof").expect("a proof");
    let mut options = fields::each(&Object::from_iter([("proof".to_owned(), proof)]), "proof")[0].clone();
    let options = options.as_object_mut().expect("a proof");
    options.remove("proofValue");
    options.insert("@context".to_owned(), document["@context"].clone());
    (document, options.clone())
}

fn first(document: &Object) -> contexts::Edition {
    contexts::editions(fields::contexts(document)).next().expect("at least one")
}

fn verdict(credential: &Object) -> BadgeVerdict {
    let mut found = Findings::new(BadgeContainer::Json);
    let against =
        Against { now: "2026-01-15T12:00:00Z".parse().expect("a moment"), addresses: &[], pinned: &[] };
    judge(credential, fields::id_of(credential, "issuer"), &against, &mut found);
    found.into_report().verdict
}

#[test]
fn the_published_vectors_have_their_published_digests_and_their_signatures_fit() {
    for (text, of_document, of_options) in VECTORS {
        let (document, options) = parts(text);
        let edition = first(&document);
        assert_eq!(
            canonical::digest(&document, edition).map(|digest| hex(&digest)),
            Ok(of_document.to_owned())
        );
        assert_eq!(
            canonical::digest(&options, edition).map(|digest| hex(&digest)),
            Ok(of_options.to_owned())
        );
        assert_eq!(verdict(&object(text)), BadgeVerdict::IntactIssuerUnknown, "{of_document}");
    }
}

#[test]
fn a_context_may_not_give_a_protected_word_another_meaning() {
    // `issuer` within a type-scoped, protected context of the first data model; the later one defines it anew.
    let mut document = parts(VECTORS[1].0).0;
    document["@context"] =
        serde_json::json!(["https://www.w3.org/2018/credentials/v1", "https://www.w3.org/ns/credentials/v2"]);
    let found = canonical::text(&document, first(&document)).expect_err("protected");
    assert!(found.detail.contains("JSON-LD"), "{found:?}");
}

#[test]
fn many_nodes_that_look_alike_are_refused_before_they_are_told_apart() {
    let mut document = parts(VECTORS[0].0).0;
    let node = serde_json::json!({ "type": ["Evidence"] });
    document.insert("evidence".to_owned(), Value::Array(vec![node; 7]));
    let found = canonical::text(&document, first(&document)).expect_err("too many alike");
    assert_eq!(found.code, Code::TooLarge);
}
