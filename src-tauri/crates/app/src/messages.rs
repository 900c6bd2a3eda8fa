//! Sentences that the core speaks: errors, history, titles. They live with the UI's in `ui/messages`.

use groundwork_domain::{Lang, Text};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

const FILES: [(Lang, [&str; 3]); 2] = [
    (
        Lang::En,
        [
            include_str!("../../../../ui/messages/core/errors.en.json"),
            include_str!("../../../../ui/messages/core/history.en.json"),
            include_str!("../../../../ui/messages/core/titles.en.json"),
        ],
    ),
    (
        Lang::Fr,
        [
            include_str!("../../../../ui/messages/core/errors.fr.json"),
            include_str!("../../../../ui/messages/core/history.fr.json"),
            include_str!("../../../../ui/messages/core/titles.fr.json"),
        ],
    ),
];

type Catalogue = HashMap<String, String>;

fn catalogue(lang: Lang) -> &'static Catalogue {
    static CATALOGUES: OnceLock<BTreeMap<Lang, Catalogue>> = OnceLock::new();
    static EMPTY: OnceLock<Catalogue> = OnceLock::new();
    let all = CATALOGUES.get_or_init(|| {
        let read = |text: &&str| serde_json::from_str::<Catalogue>(text).unwrap_or_default();
        FILES.iter().map(|(lang, files)| (*lang, files.iter().flat_map(read).collect())).collect()
    });
    all.get(&lang).unwrap_or_else(|| EMPTY.get_or_init(Catalogue::new))
}

/// Whether a sentence of that key exists in a language.
pub fn exists(lang: Lang, key: &str) -> bool {
    catalogue(lang).contains_key(key)
}

/// The sentence of a key with its `{arguments}` filled in; the key itself when there is none.
pub fn sentence(lang: Lang, key: &str, args: &BTreeMap<String, Text>) -> String {
    let Some(pattern) = catalogue(lang).get(key) else { return key.to_owned() };
    let mut filled = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern.as_str();
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        filled.push_str(&rest[..open]);
        let name = &rest[open + 1..open + close];
        filled.push_str(args.get(name).map_or("", |text| text.get(lang)));
        rest = &rest[open + close + 1..];
    }
    filled.push_str(rest);
    filled
}

/// The sentence of a key in every language.
pub fn text(key: &str, args: &BTreeMap<String, Text>) -> Text {
    Text { en: sentence(Lang::En, key, args), fr: sentence(Lang::Fr, key, args) }
}

/// A date in words: `24 December 2026`, `24 décembre 2026`.
pub fn date_text(date: groundwork_domain::Date) -> Text {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const FR: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let civil = date.civil();
    let month = usize::from(civil.month().unsigned_abs()).saturating_sub(1).min(11);
    let first = if civil.day() == 1 { "1er".to_owned() } else { civil.day().to_string() };
    Text {
        en: format!("{} {} {}", civil.day(), EN[month], civil.year()),
        fr: format!("{first} {} {}", FR[month], civil.year()),
    }
}

/// Minutes in words: `1 h 30`, `45 min`.
pub fn hours_text(minutes: u32) -> Text {
    Text::same(match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (whole, 0) => format!("{whole}\u{a0}h"),
        (whole, rest) => format!("{whole}\u{a0}h\u{a0}{rest:02}"),
    })
}

/// Names in a row, each waiting for the next.
pub(crate) fn chain(names: &[Text]) -> Text {
    let row = |lang| names.iter().map(|name| name.get(lang)).collect::<Vec<_>>().join(" → ");
    Text { en: row(Lang::En), fr: row(Lang::Fr) }
}

/// Arguments whose words are the same in every language.
pub fn plain_args<'a>(args: impl IntoIterator<Item = (&'a str, String)>) -> BTreeMap<String, Text> {
    args.into_iter().map(|(name, words)| (name.to_owned(), Text::same(words))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_know_the_same_sentences() {
        let mut en: Vec<_> = catalogue(Lang::En).keys().collect();
        let mut fr: Vec<_> = catalogue(Lang::Fr).keys().collect();
        en.sort();
        fr.sort();
        assert!(en.len() > 30);
        assert_eq!(en, fr);
    }

    #[test]
    fn both_languages_use_the_same_arguments() {
        let names = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next())
                .map(str::to_owned)
                .collect();
            names.sort();
            names.dedup();
            names
        };
        for (key, en) in catalogue(Lang::En) {
            assert_eq!(names(en), names(&catalogue(Lang::Fr)[key]), "{key}");
        }
    }
}
