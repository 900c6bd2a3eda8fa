//! One pass over every file for all words that rules wait for.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// What a word may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    /// A secret, by its place among the secrets.
    Secret(usize),
    /// A rule by path, by the place of its rule.
    File(usize),
}

/// Words and where they lead.
pub(crate) struct Words {
    search: AhoCorasick,
    leads: Vec<Vec<Leads>>,
}

/// What a pass over a file saw.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Places of words of secrets: the secret, and the offset. Bounded.
    pub secrets: Vec<(usize, usize)>,
    /// Rules by path of which a word was seen.
    pub files: Vec<usize>,
}

/// How many places are kept of one file.
const MOST: usize = 2_000;

impl Words {
    /// Refuses what the search cannot be built of.
    pub(super) fn new(words: Vec<(String, Leads)>) -> Result<Self, String> {
        let mut texts: Vec<String> = Vec::new();
        let mut leads: Vec<Vec<Leads>> = Vec::new();
        for (text, lead) in words {
            match texts.iter().position(|known| *known == text) {
                Some(at) => leads[at].push(lead),
                None => {
                    texts.push(text);
                    leads.push(vec![lead]);
                }
            }
        }
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&texts)
            .map_err(|error| error.to_string())?;
        Ok(Self { search, leads })
    }

    /// One pass.
    pub fn see(&self, bytes: &[u8]) -> Seen {
        let mut seen = Seen::default();
        for found in self.search.find_iter(bytes) {
            for lead in &self.leads[found.pattern().as_usize()] {
                match lead {
                    Leads::Secret(at) if seen.secrets.len() < MOST => seen.secrets.push((*at, found.start())),
                    Leads::File(at) if !seen.files.contains(at) => seen.files.push(*at),
                    _ => {}
                }
            }
        }
        seen
    }
}
