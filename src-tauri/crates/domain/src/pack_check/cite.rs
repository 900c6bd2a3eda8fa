//! Every statement of the pack as it stands in a document: what `role sources` lists.

use super::statements;
use crate::Text;
use crate::role::{Citation, CitedStatement, RolePack};
use std::collections::HashSet;

/// One row for each citation whose source has a document, in the order of the pack: statements, skills, certifications,
/// stacks, lines of checklists, pay.
///
/// The id is that of the statement or pay observation, or `skill.sql`, `certification.aws-dva`, `stack.java-spring`,
/// `practice.complete-application.tests`; then `@` and the source's id; then `-2`, `-3` … where that is taken.
pub fn cited_statements(pack: &RolePack) -> Vec<CitedStatement> {
    let mut rows = Rows { pack, taken: HashSet::new(), list: Vec::new() };
    for it in statements(pack) {
        rows.add(it.statement.id.as_str(), it.kind, it.subject, &it.statement.text, &it.statement.says);
    }
    for it in &pack.skills {
        rows.add(&format!("skill.{}", it.id), "skill", it.id.as_str(), &it.name, &it.says);
    }
    for it in &pack.certifications {
        let name = Text::same(&it.name);
        rows.add(&format!("certification.{}", it.id), "certification", it.id.as_str(), &name, &it.says);
    }
    for it in &pack.stacks {
        rows.add(&format!("stack.{}", it.id), "stack", it.id.as_str(), &it.name, &it.says);
    }
    for it in &pack.practice {
        for line in &it.checklist {
            let id = format!("practice.{}.{}", it.id, line.id);
            rows.add(&id, "practice", it.id.as_str(), &line.name, &line.says);
        }
    }
    for it in &pack.pay {
        rows.add(it.id.as_str(), "pay", it.id.as_str(), &it.text, &it.says);
    }
    rows.list
}

struct Rows<'a> {
    pack: &'a RolePack,
    taken: HashSet<String>,
    list: Vec<CitedStatement>,
}

impl Rows<'_> {
    fn add(&mut self, id: &str, kind: &str, subject: &str, text: &Text, says: &[Citation]) {
        for citation in says {
            let document = self.pack.source(&citation.source).and_then(|source| source.file.clone());
            let Some(document) = document else { continue };
            let plain = format!("{id}@{}", citation.source);
            let mut free = plain.clone();
            let mut number = 2;
            while !self.taken.insert(free.clone()) {
                free = format!("{plain}-{number}");
                number += 1;
            }
            self.list.push(CitedStatement {
                id: free,
                kind: kind.to_owned(),
                subject: subject.to_owned(),
                text: text.clone(),
                source: citation.source.clone(),
                document,
                quote: citation.quote.clone(),
            });
        }
    }
}
