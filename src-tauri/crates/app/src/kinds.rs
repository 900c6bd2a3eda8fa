//! What the kinds of records are called: one place for archives and backups.

use crate::messages;
use groundwork_domain::Text;
use groundwork_store::{KEPT_TABLES, RECORD_TABLES};
use std::collections::BTreeMap;

/// A kind in words, for more than one: `project` is `projects`. The kind is the name of its table; one that has no words
/// (a newer program's) keeps its name.
pub(crate) fn name(kind: &str) -> Text {
    words("kinds", kind)
}

/// A kind in words, for one: `project` is `project`.
pub(crate) fn name_of_one(kind: &str) -> Text {
    words("kind", kind)
}

/// Where a kind stands among the others: the person's records first, then what the program keeps, then any other.
pub(crate) fn place(kind: &str) -> usize {
    let known = || RECORD_TABLES.iter().chain(&KEPT_TABLES);
    known().position(|table| *table == kind).unwrap_or_else(|| known().count())
}

fn words(number: &str, kind: &str) -> Text {
    let key = format!("{number}_{kind}");
    if messages::exists(groundwork_domain::Lang::En, &key) {
        messages::text(&key, &BTreeMap::new())
    } else {
        Text::same(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words() {
        for kind in RECORD_TABLES.iter().chain(&KEPT_TABLES) {
            let (many, one) = (name(kind), name_of_one(kind));
            assert!(messages::exists(groundwork_domain::Lang::En, &format!("kinds_{kind}")), "{kind}");
            assert!(messages::exists(groundwork_domain::Lang::En, &format!("kind_{kind}")), "{kind}");
            assert!(!many.fr.is_empty() && !one.fr.is_empty(), "{kind}");
        }
        assert_eq!(name("from_the_future").en, "from_the_future");
    }
}
