//! Rules by path, and by what stands in the file.

use super::Rule;
use super::glob::{Key, Pattern};
use memchr::memmem::Finder;
use regex::bytes::Regex;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A regular expression that is built when it is first needed.
#[derive(Debug)]
pub(crate) struct Lazy {
    source: String,
    built: OnceLock<Option<Regex>>,
}

impl Lazy {
    pub fn new(source: &str) -> Self {
        Self { source: source.to_owned(), built: OnceLock::new() }
    }

    /// The expression; none where it cannot be built, which a test excludes.
    pub fn get(&self) -> Option<&Regex> {
        self.built
            .get_or_init(|| regex::bytes::RegexBuilder::new(&self.source).unicode(false).build().ok())
            .as_ref()
    }
}

/// How many places of one word or expression are looked at in a file.
const TRIES: usize = 200;

/// What a file must hold.
#[derive(Debug)]
pub(crate) struct FileRule {
    /// Where the rule itself stands.
    pub at: usize,
    /// What is not meant although its path fits.
    pub(super) skip: Vec<Pattern>,
    pub(super) all: Vec<Finder<'static>>,
    pub(super) has: Vec<Finder<'static>>,
    pub(super) line: Option<Lazy>,
    /// Whether the words of `has` are looked for in the pass over every file.
    pub scan: bool,
    pub(super) comments: bool,
}

impl FileRule {
    /// Whether it asks for what stands in the file.
    pub fn reads(&self) -> bool {
        self.line.is_some() || !self.all.is_empty() || !self.has.is_empty()
    }

    /// The expression cannot be built: for a test.
    #[cfg(test)]
    pub fn broken(&self) -> bool {
        self.line.as_ref().is_some_and(|line| line.get().is_none())
    }

    /// Where in the file it is found: the offset, or none where the file itself is the place. `Err` where it is not found.
    pub fn find(&self, bytes: &[u8]) -> Result<Option<usize>, ()> {
        if self.all.iter().any(|word| word.find(bytes).is_none()) {
            return Err(());
        }
        let mut place = None;
        if !self.has.is_empty() && !self.scan {
            place = Some(self.has.iter().filter_map(|word| self.first(word, bytes)).min().ok_or(())?);
        }
        let Some(line) = &self.line else { return Ok(place) };
        let mut found = line.get().ok_or(())?.find_iter(bytes).take(TRIES);
        found.find(|found| self.counts(bytes, found.start())).map(|found| Some(found.start())).ok_or(())
    }

    fn first(&self, word: &Finder<'static>, bytes: &[u8]) -> Option<usize> {
        word.find_iter(bytes).take(TRIES).find(|at| self.counts(bytes, *at))
    }

    /// Whether a place counts: it is not in the line of a comment.
    fn counts(&self, bytes: &[u8], at: usize) -> bool {
        self.comments || !comment(bytes, at)
    }
}

/// Whether the line of a place is a comment, as far as its beginning shows.
fn comment(bytes: &[u8], at: usize) -> bool {
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
    let line = bytes[start..].trim_ascii_start();
    let starts = |with: &str| line.starts_with(with.as_bytes());
    let hash = line.first() == Some(&b'#') && !matches!(line.get(1), Some(b'[' | b'!' | b'#'));
    let heading = hash && line.get(1) == Some(&b' ') && at == start;
    (hash && !heading) || starts("//") || starts("<!--") || starts("--") || starts("/*") || starts("* ")
}

/// Rules by path, found by the name or the ending of the file.
#[derive(Default)]
pub(super) struct FileRules {
    rules: Vec<FileRule>,
    patterns: Vec<(Pattern, usize)>,
    names: HashMap<String, Vec<usize>>,
    extensions: HashMap<String, Vec<usize>>,
    any: Vec<usize>,
}

impl FileRules {
    pub fn add(&mut self, rule: FileRule, paths: &[String]) {
        let at = self.rules.len();
        self.rules.push(rule);
        for path in paths {
            let pattern = Pattern::new(path);
            let place = self.patterns.len();
            match pattern.key() {
                Key::Name(name) => self.names.entry(name.to_owned()).or_default().push(place),
                Key::Extension(ext) => self.extensions.entry(ext.to_owned()).or_default().push(place),
                Key::Any => self.any.push(place),
            }
            self.patterns.push((pattern, at));
        }
    }

    /// The rules whose paths fit, in their order, each once.
    pub fn matching(&'static self, path: &str) -> Vec<&'static FileRule> {
        let small = path.to_ascii_lowercase();
        let parts: Vec<&str> = small.split('/').collect();
        let name = parts.last().copied().unwrap_or_default();
        let by_name = self.names.get(name).into_iter().flatten();
        let by_extension =
            name.rsplit_once('.').and_then(|(_, ext)| self.extensions.get(ext)).into_iter().flatten();
        let mut found: Vec<usize> = by_name
            .chain(by_extension)
            .chain(&self.any)
            .filter(|place| self.patterns[**place].0.fits(&parts))
            .map(|place| self.patterns[*place].1)
            .collect();
        found.sort_unstable();
        found.dedup();
        let skipped = |rule: &&FileRule| rule.skip.iter().any(|pattern| pattern.fits(&parts));
        found.into_iter().map(|at| &self.rules[at]).filter(|rule| !skipped(rule)).collect()
    }

    /// All of them: for a test.
    #[cfg(test)]
    pub fn all(&self) -> &[FileRule] {
        &self.rules
    }
}

impl super::Book {
    /// What a rule by path is about.
    pub fn of(&'static self, file: &FileRule) -> &'static Rule {
        self.rule(file.at)
    }
}
