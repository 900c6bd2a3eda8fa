//! Quotes that do not stand in their document.

use super::{Faults, statements};
use crate::SourceId;
use crate::role::{Citation, RolePack, SourceKind};
use std::collections::{BTreeMap, HashMap};

pub(super) fn check(pack: &RolePack, documents: &BTreeMap<String, String>, faults: &mut Faults) {
    let mut quotes = Quotes { known: HashMap::new(), faults };
    for source in &pack.sources {
        let path = format!("source({}).file", source.id);
        let text = source.file.as_ref().and_then(|file| documents.get(file)).map(|text| plain(text));
        match &source.file {
            Some(file) if text.is_none() => quotes.faults.add("sources.toml", path, "unknown_document", file),
            None if source.kind == SourceKind::Document => {
                quotes.faults.add("sources.toml", path, "no_document", &source.id);
            }
            _ => {}
        }
        quotes.known.insert(source.id.clone(), text);
    }
    for it in statements(pack) {
        let path = format!("{}.says", it.path());
        if it.statement.says.is_empty() {
            quotes.faults.add(it.file, path.clone(), "no_citation", &it.statement.id);
        }
        quotes.all(it.file, &path, &it.statement.says);
    }
    for it in &pack.skills {
        quotes.all("skills", &format!("skill({}).says", it.id), &it.says);
    }
    for it in &pack.certifications {
        quotes.all("certifications.toml", &format!("certification({}).says", it.id), &it.says);
    }
    for it in &pack.stacks {
        quotes.all("rungs.toml", &format!("stack({}).says", it.id), &it.says);
    }
    for it in &pack.practice {
        for line in &it.checklist {
            let path = format!("practice({}).checklist({}).says", it.id, line.id);
            quotes.all("practice.toml", &path, &line.says);
        }
    }
    for it in &pack.pay {
        let path = format!("pay({}).says", it.id);
        if it.says.is_empty() {
            quotes.faults.add("pay.toml", path.clone(), "no_citation", &it.id);
        }
        quotes.all("pay.toml", &path, &it.says);
    }
    for (i, it) in pack.omitted.iter().enumerate() {
        quotes.one("omitted.toml", &format!("omitted[{i}]"), &it.source, &it.quote);
    }
}

/// Text with every run of white space (also no-break spaces) as one space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Quotes<'a> {
    /// Text of each source, where it has a document.
    known: HashMap<SourceId, Option<String>>,
    faults: &'a mut Faults,
}

impl Quotes<'_> {
    fn all(&mut self, file: &'static str, path: &str, says: &[Citation]) {
        for (i, it) in says.iter().enumerate() {
            self.one(file, &format!("{path}[{i}]"), &it.source, &it.quote);
        }
    }

    /// A source without a document (a reference, a judgement of ours) cannot be searched: its words are only not empty.
    fn one(&mut self, file: &'static str, path: &str, source: &SourceId, quote: &str) {
        let words = plain(quote);
        match self.known.get(source) {
            None => self.faults.add(file, format!("{path}.source"), "unknown_id", source),
            _ if words.is_empty() => self.faults.add(file, format!("{path}.quote"), "missing_text", quote),
            Some(Some(text)) if !text.contains(&words) => {
                self.faults.add(file, format!("{path}.quote"), "quote_not_found", quote);
            }
            Some(_) => {}
        }
    }
}
