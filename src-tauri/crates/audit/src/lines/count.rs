//! Counts lines as tokei does, with tokei's tables of comments and strings, in one pass.
//!
//! tokei's own counter looks at the rest of the file for each byte, calls itself for text within text and hands lines to
//! other threads: hostile files make it quadratic or exhaust the stack, and a person could not stop it. The figures are the
//! same (`tests.rs` beside this holds them against tokei's), but for comments of documentation in Rust, which count as comments
//! of Rust here, whatever stands in them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use tokei::LanguageType;

/// Lines of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    pub code: u64,
    pub comments: u64,
    pub blanks: u64,
}

impl Lines {
    pub fn add(&mut self, other: Self) {
        self.code += other.code;
        self.comments += other.comments;
        self.blanks += other.blanks;
    }
}

type Pair = (&'static str, &'static str);

/// What begins and ends comments and strings of a language.
struct Syntax {
    line_comments: &'static [&'static str],
    multi_line: Vec<Pair>,
    nested: &'static [Pair],
    allows_nested: bool,
    quotes: &'static [Pair],
    verbatim: &'static [Pair],
    doc_quotes: &'static [Pair],
    literate: bool,
    fortran: bool,
    /// Bytes at which something may begin outside of strings and comments.
    begins: [bool; 256],
    /// Bytes at which something may begin or end within comments.
    in_comment: [bool; 256],
}

impl Syntax {
    fn new(language: LanguageType) -> Self {
        let nested = language.nested_comments();
        let multi_line: Vec<Pair> = language.multi_line_comments().iter().chain(nested).copied().collect();
        let (quotes, verbatim, doc_quotes) =
            (language.quotes(), language.verbatim_quotes(), language.doc_quotes());
        let mut begins = [false; 256];
        let mut in_comment = [false; 256];
        for table in [&mut begins, &mut in_comment] {
            table[usize::from(b'\\')] = true;
            for (start, end) in &multi_line {
                mark(table, start);
                mark(table, end);
            }
        }
        for (start, _) in quotes.iter().chain(verbatim).chain(doc_quotes) {
            mark(&mut begins, start);
        }
        for start in language.line_comments() {
            mark(&mut begins, start);
        }
        Self {
            line_comments: language.line_comments(),
            multi_line,
            nested,
            allows_nested: language.allows_nested(),
            quotes,
            verbatim,
            doc_quotes,
            literate: language.is_literate(),
            fortran: matches!(language, LanguageType::FortranModern | LanguageType::FortranLegacy),
            begins,
            in_comment,
        }
    }

    fn of(language: LanguageType) -> Rc<Self> {
        thread_local! {
            static KNOWN: RefCell<HashMap<LanguageType, Rc<Syntax>>> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| {
            Rc::clone(known.entry(language).or_insert_with(|| Rc::new(Self::new(language))))
        })
    }

    /// Whether a line has anything that tokei looks at more closely.
    fn important(&self, line: &[u8]) -> bool {
        let has = |what: &str| line.windows(what.len()).any(|part| part == what.as_bytes());
        self.quotes.iter().chain(&self.multi_line).any(|(start, _)| has(start))
    }

    fn starts_with_line_comment(&self, line: &[u8]) -> bool {
        self.line_comments.iter().any(|start| begins(line, start))
    }
}

fn mark(table: &mut [bool; 256], text: &str) {
    if let Some(first) = text.as_bytes().first() {
        table[usize::from(*first)] = true;
    }
}

/// Whether a text begins with these few bytes: compared here, since a call would cost more.
fn begins(text: &[u8], with: &str) -> bool {
    let with = with.as_bytes();
    text.len() >= with.len() && text.iter().zip(with).all(|(a, b)| a == b)
}

fn blank(byte: u8) -> bool {
    byte == b' ' || (9..=13).contains(&byte)
}

fn trimmed(mut line: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = line
        && blank(*first)
    {
        line = rest;
    }
    while let [rest @ .., last] = line
        && blank(*last)
    {
        line = rest;
    }
    line
}

/// Where the reading is: in a string, in comments, or in neither.
struct State<'a> {
    syntax: &'a Syntax,
    text: &'a [u8],
    /// After it there are only blanks.
    end: usize,
    quote: Option<&'static str>,
    verbatim: bool,
    comments: Vec<&'static str>,
}

/// Counts the lines of a text in a language.
pub(crate) fn count(language: LanguageType, text: &[u8]) -> Lines {
    let syntax = Syntax::of(language);
    let end = text.iter().rposition(|byte| !blank(*byte)).map_or(0, |last| last + 1);
    let mut state = State { syntax: &syntax, text, end, quote: None, verbatim: false, comments: Vec::new() };
    let mut lines = Lines::default();
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        state.line(start, start + length, &mut lines);
        start += length;
    }
    lines
}

impl State<'_> {
    fn line(&mut self, start: usize, end: usize, lines: &mut Lines) {
        let syntax = self.syntax;
        let whole = &self.text[start..end];
        let line = trimmed(whole);
        let plain = self.quote.is_none() && self.comments.is_empty();
        if plain && line.is_empty() {
            lines.blanks += 1;
            return;
        }
        let started_in_comment = !self.comments.is_empty();
        let from = if plain { self.first_begin(whole) } else { Some(0) };
        if let Some(from) = from {
            self.read(start + from, end.min(self.end));
        }
        let is_comment = if syntax.literate {
            true
        } else if self.quote.is_some() {
            false
        } else if plain && syntax.fortran && !syntax.important(line) {
            // There a comment begins in the first column.
            syntax.starts_with_line_comment(whole)
        } else {
            started_in_comment || self.whole_line_is_comment(line) || self.opened_by(line)
        };
        if is_comment { lines.comments += 1 } else { lines.code += 1 }
    }

    /// The first byte of a line at which a string or a comment may begin.
    fn first_begin(&self, line: &[u8]) -> Option<usize> {
        line.iter().position(|byte| self.syntax.begins[usize::from(*byte)])
    }

    /// Whether the comment that is open was opened by the first letters of this line.
    fn opened_by(&self, line: &[u8]) -> bool {
        self.comments.last().is_some_and(|close| {
            let mut pairs = self.syntax.multi_line.iter();
            pairs.any(|(open, end)| end == close && begins(line, open))
        })
    }

    fn whole_line_is_comment(&self, line: &[u8]) -> bool {
        self.syntax.starts_with_line_comment(line)
            || self
                .syntax
                .multi_line
                .iter()
                .any(|(open, close)| begins(line, open) && line.ends_with(close.as_bytes()))
    }

    /// Reads the strings and comments of a line from `at` to `end`.
    fn read(&mut self, mut at: usize, end: usize) {
        while at < end {
            let rest = &self.text[at..];
            let skip = match self.quote {
                Some(close) => {
                    let first = close.as_bytes().first().copied().unwrap_or(b'\\');
                    rest[..end - at].iter().position(|byte| *byte == first || *byte == b'\\')
                }
                None => {
                    let table =
                        if self.comments.is_empty() { &self.syntax.begins } else { &self.syntax.in_comment };
                    rest[..end - at].iter().position(|byte| table[usize::from(*byte)])
                }
            };
            let Some(skip) = skip else { return };
            at += skip;
            let text = self.text;
            match self.token(&text[at..]) {
                Some(0) => return,
                Some(length) => at += length,
                None => at += 1,
            }
        }
    }

    /// What begins or ends here: its length; 0 where the rest of the line is a comment.
    fn token(&mut self, window: &[u8]) -> Option<usize> {
        if let Some(length) = self.closes(window) {
            return Some(length);
        }
        if self.quote.is_some() {
            return None;
        }
        if self.comments.is_empty()
            && let Some(length) = self.opens_quote(window)
        {
            return Some(length);
        }
        let syntax = self.syntax;
        for pair in &syntax.multi_line {
            if begins(window, pair.0) {
                if self.comments.is_empty() || syntax.allows_nested || syntax.nested.contains(pair) {
                    self.comments.push(pair.1);
                }
                return Some(pair.0.len());
            }
        }
        (self.comments.is_empty() && syntax.starts_with_line_comment(window)).then_some(0)
    }

    fn closes(&mut self, window: &[u8]) -> Option<usize> {
        if let Some(close) = self.quote
            && begins(window, close)
        {
            self.quote = None;
            return Some(close.len());
        }
        if !self.verbatim && window.first() == Some(&b'\\') {
            let escapes = |(start, _): &Pair| begins(&window[1..], start);
            if window.get(1) == Some(&b'\\') || self.syntax.quotes.iter().any(escapes) {
                return Some(2);
            }
        }
        let close = self.comments.last().filter(|close| begins(window, close))?;
        let length = close.len();
        self.comments.pop();
        Some(length)
    }

    fn opens_quote(&mut self, window: &[u8]) -> Option<usize> {
        let syntax = self.syntax;
        let starts = |(start, _): &&Pair| begins(window, start);
        let found = syntax.doc_quotes.iter().find(starts).map(|pair| (pair, false));
        let found = found.or_else(|| syntax.verbatim.iter().find(starts).map(|pair| (pair, true)));
        let (pair, verbatim) =
            found.or_else(|| syntax.quotes.iter().find(starts).map(|pair| (pair, false)))?;
        self.quote = Some(pair.1);
        self.verbatim = verbatim;
        Some(pair.0.len())
    }
}
