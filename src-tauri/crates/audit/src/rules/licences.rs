//! Licences, by their text and by the names that manifests give them.

/// A licence.
#[derive(Debug)]
pub(super) struct Licence {
    /// Where its rule stands.
    pub at: usize,
    pub title: Vec<String>,
    pub all: Vec<String>,
    pub names: Vec<String>,
}

/// All licences; the last one is the unrecognised.
#[derive(Debug, Default)]
pub(crate) struct Licences {
    pub(super) known: Vec<Licence>,
    pub(super) unrecognised: usize,
}

/// How much of the text is looked at: bytes, and characters for the title.
const TEXT: usize = 16 * 1024;
const TITLE: usize = 600;

impl Licences {
    /// The rule for a licence's text.
    pub fn by_text(&self, bytes: &[u8]) -> usize {
        let text = String::from_utf8_lossy(&bytes[..bytes.len().min(TEXT)]).to_lowercase();
        let text = text.split(|c: char| c.is_whitespace() || c == '*' || c == '#').filter(|w| !w.is_empty());
        let text = text.collect::<Vec<_>>().join(" ");
        let title: String = text.chars().take(TITLE).collect();
        let fits = |licence: &&Licence| {
            (!licence.title.is_empty() || !licence.all.is_empty())
                && licence.title.iter().all(|words| title.contains(words.as_str()))
                && licence.all.iter().all(|words| text.contains(words.as_str()))
        };
        self.known.iter().find(fits).map_or(self.unrecognised, |licence| licence.at)
    }

    /// The rules for what a manifest says: `MIT OR Apache-2.0` is two. Nothing for an empty field and for one that points
    /// to a file.
    pub fn by_name(&self, said: &str) -> Vec<usize> {
        let said = said.trim().to_lowercase();
        if said.is_empty() || said.starts_with("see license") || said.len() > 400 {
            return Vec::new();
        }
        if let Some(at) = self.one(&said) {
            return vec![at];
        }
        let said = said.replace(['(', ')'], " ").replace(" and ", " or ").replace(['/', ',', ';'], " or ");
        let parts = said.split(" or ").map(|part| part.split(" with ").next().unwrap_or_default().trim());
        let mut found: Vec<usize> = parts
            .filter(|part| !part.is_empty())
            .map(|part| self.one(part).unwrap_or(self.unrecognised))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn one(&self, name: &str) -> Option<usize> {
        self.known.iter().find(|licence| licence.names.iter().any(|n| n == name)).map(|licence| licence.at)
    }
}
