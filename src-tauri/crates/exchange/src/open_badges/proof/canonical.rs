//! The canonical form of a document: its statements in RDF (JSON-LD 1.1), named and ordered by RDFC-1.0.

use std::collections::HashMap;

use groundwork_domain::badge::{BadgeReason, BadgeReasonCode as Code};
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxrdf::vocab::rdf;
use oxrdf::{BlankNode, Dataset, GraphName, NamedOrBlankNode, Quad, Term};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::super::fields;
use super::super::json::Object;
use super::super::reason::reason;
use super::contexts::{self, Edition};
use super::shape;

/// Nodes without a name that look alike at first sight. Telling them apart takes the factorial of their number.
const ALIKE: usize = 6;

/// SHA-256 of the canonical form.
pub fn digest(document: &Object, edition: Edition) -> Result<[u8; 32], BadgeReason> {
    Ok(Sha256::digest(text(document, edition)?).into())
}

/// The canonical form. Refused is a document of which a part has no meaning in its contexts.
pub fn text(document: &Object, edition: Edition) -> Result<String, BadgeReason> {
    let quads = quads(document, edition)?;
    if spoken(&quads) != shape::statements(document) {
        return Err(reason(Code::FieldInvalid, &unknown_name(document, edition)));
    }
    if alike(&quads) > ALIKE {
        return Err(reason(Code::TooLarge, &format!("RDFC-1.0 > {ALIKE}")));
    }
    let mut dataset: Dataset = quads.into_iter().collect();
    let hash_algorithm = CanonicalizationHashAlgorithm::Sha256;
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

/// The statements of a document, one that is made twice twice.
fn quads(document: &Object, edition: Edition) -> Result<Vec<Quad>, BadgeReason> {
    let text = serde_json::to_string(document).map_err(|error| reason(Code::Broken, &error.to_string()))?;
    JsonLdParser::new()
        .for_slice(&text)
        .with_load_document_callback(move |address, _| {
            let text = contexts::text(address, edition).ok_or("a context that is not carried")?;
            Ok(JsonLdRemoteDocument { document: text.as_bytes().to_vec(), document_url: address.to_owned() })
        })
        .collect::<Result<_, _>>()
        .map_err(|error| reason(Code::FieldInvalid, &format!("JSON-LD: {error}")))
}

/// How many values the statements hold, those left out that only tie the members of a list together.
fn spoken(quads: &[Quad]) -> usize {
    let heads: Vec<&NamedOrBlankNode> =
        quads.iter().filter(|quad| quad.predicate == rdf::FIRST).map(|quad| &quad.subject).collect();
    let is_tie = |quad: &Quad| match &quad.object {
        _ if quad.predicate == rdf::REST => true,
        Term::NamedNode(node) => *node == rdf::NIL,
        Term::BlankNode(node) => {
            heads.iter().any(|head| matches!(head, NamedOrBlankNode::BlankNode(h) if h == node))
        }
        Term::Literal(_) => false,
    };
    quads.iter().filter(|quad| !is_tie(quad)).count()
}

/// How many nodes without a name cannot be told from another one by the statements that they stand in.
fn alike(quads: &[Quad]) -> usize {
    let mut seen: HashMap<&BlankNode, Vec<String>> = HashMap::new();
    for quad in quads {
        let subject = match &quad.subject {
            NamedOrBlankNode::BlankNode(node) => Some(node),
            NamedOrBlankNode::NamedNode(_) => None,
        };
        let object = match &quad.object {
            Term::BlankNode(node) => Some(node),
            _ => None,
        };
        let graph = match &quad.graph_name {
            GraphName::BlankNode(node) => Some(node),
            _ => None,
        };
        for node in [subject, object, graph].into_iter().flatten() {
            let name = |other: Option<&BlankNode>, text: String| match other {
                Some(other) if other == node => "_:a".to_owned(),
                Some(_) => "_:z".to_owned(),
                None => text,
            };
            let line = [
                name(subject, quad.subject.to_string()),
                quad.predicate.to_string(),
                name(object, quad.object.to_string()),
                name(graph, quad.graph_name.to_string()),
            ];
            seen.entry(node).or_default().push(line.join(" "));
        }
    }
    let mut groups: HashMap<Vec<String>, usize> = HashMap::new();
    for (_, mut lines) in seen {
        lines.sort_unstable();
        lines.dedup();
        *groups.entry(lines).or_default() += 1;
    }
    groups.into_values().filter(|count| *count > 1).sum()
}

/// A name that none of the document's contexts defines anywhere: the likeliest reason why something got lost.
fn unknown_name(document: &Object, edition: Edition) -> String {
    let texts: Vec<&str> =
        fields::contexts(document).filter_map(|address| contexts::text(address, edition)).collect();
    let is_defined = |name: &str| {
        let quoted = format!("\"{name}\"");
        name.starts_with('@') || texts.iter().any(|text| text.contains(&quoted))
    };
    first_name(document, &|name| !is_defined(name)).unwrap_or_default()
}

/// The first name, from the outside in, for which something holds.
fn first_name(object: &Object, holds: &dyn Fn(&str) -> bool) -> Option<String> {
    object.iter().find_map(|(name, _)| {
        if holds(name) {
            return Some(name.clone());
        }
        fields::each(object, name)
            .iter()
            .filter_map(Value::as_object)
            .find_map(|object| first_name(object, holds))
    })
}
