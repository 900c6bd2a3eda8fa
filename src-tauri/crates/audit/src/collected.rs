//! What the files show, gathered in any order: the same files give the same findings, whichever thread read them first.

use crate::left_out::LeftOutList;
use crate::lines::{Language, Lines, skill};
use crate::look::Hit;
use crate::paths::aside;
use crate::readme;
use crate::rules::Rule;
use groundwork_domain::audit::{Finding, LanguageLines, Place, Strength};
use std::collections::{BTreeSet, HashMap};

/// Places that a finding tells.
const PLACES: usize = 5;

/// What the files show so far.
#[derive(Default)]
pub(crate) struct Collected {
    pub files: u32,
    pub bytes: u64,
    pub left_out: LeftOutList,
    languages: HashMap<Language, Counted>,
    rules: HashMap<&'static str, Gathered>,
    readme: Option<Readme>,
}

#[derive(Default)]
struct Counted {
    files: u32,
    lines: Lines,
    largest: Option<(u64, String)>,
}

/// The places of a rule: the project's own and those set aside, by strength.
struct Gathered {
    rule: &'static Rule,
    own: [Places; 3],
    aside: [Places; 3],
}

#[derive(Default, Clone)]
struct Places {
    count: u32,
    first: BTreeSet<(String, u32)>,
}

struct Readme {
    rank: u8,
    path: String,
    title: String,
    summary: String,
}

impl Places {
    fn add(&mut self, path: &str, line: u32) {
        self.count = self.count.saturating_add(1);
        let last = (self.first.len() >= PLACES).then(|| self.first.last()).flatten();
        if last.is_none_or(|(file, at)| (path, line) < (file.as_str(), *at)) {
            self.first.insert((path.to_owned(), line));
            if self.first.len() > PLACES {
                self.first.pop_last();
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.first.extend(other.first);
        while self.first.len() > PLACES {
            self.first.pop_last();
        }
    }
}

impl Collected {
    /// Adds what the rules found in a file, each place once.
    pub fn found(&mut self, path: &str, hits: &mut Vec<Hit>) {
        hits.sort_unstable_by(|a, b| {
            (a.rule.id.as_str(), a.line, b.strength).cmp(&(b.rule.id.as_str(), b.line, a.strength))
        });
        hits.dedup_by(|later, first| later.rule.id == first.rule.id && later.line == first.line);
        for hit in hits.drain(..) {
            let rule = hit.rule;
            let gathered = self.rules.entry(rule.id.as_str()).or_insert_with(|| Gathered::new(rule));
            let side = if aside(path, rule.kind) { &mut gathered.aside } else { &mut gathered.own };
            side[hit.strength as usize].add(path, hit.line);
        }
    }

    /// Adds the lines of a file, those of its own language first.
    pub fn counted(&mut self, path: &str, lines: &[(Language, Lines)]) {
        for (number, (language, lines)) in lines.iter().enumerate() {
            let counted = self.languages.entry(*language).or_default();
            counted.files += u32::from(number == 0);
            counted.lines.add(*lines);
            let larger = counted
                .largest
                .as_ref()
                .is_none_or(|(code, file)| (lines.code, file.as_str()) > (*code, path));
            if larger {
                counted.largest = Some((lines.code, path.to_owned()));
            }
        }
    }

    /// Reads a file as README if its name says so.
    pub fn readme(&mut self, path: &str, bytes: &[u8]) {
        let Some(rank) = readme::rank(path) else { return };
        let (title, summary) = readme::read(path, bytes);
        self.better(Readme { rank, path: path.to_owned(), title, summary });
    }

    fn better(&mut self, other: Readme) {
        let order = |readme: &Readme| (readme.rank, readme.path.clone());
        if self.readme.as_ref().is_none_or(|readme| order(&other) < order(readme)) {
            self.readme = Some(other);
        }
    }

    pub fn merge(&mut self, other: Self) {
        self.files = self.files.saturating_add(other.files);
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.left_out.merge(other.left_out);
        for (language, theirs) in other.languages {
            let own = self.languages.entry(language).or_default();
            own.files += theirs.files;
            own.lines.add(theirs.lines);
            let Some((code, path)) = theirs.largest else { continue };
            if own.largest.as_ref().is_none_or(|(most, file)| (code, file) > (*most, &path)) {
                own.largest = Some((code, path));
            }
        }
        for (id, theirs) in other.rules {
            let own = self.rules.entry(id).or_insert_with(|| Gathered::new(theirs.rule));
            for (own, theirs) in own.own.iter_mut().zip(theirs.own) {
                own.merge(theirs);
            }
            for (own, theirs) in own.aside.iter_mut().zip(theirs.aside) {
                own.merge(theirs);
            }
        }
        if let Some(readme) = other.readme {
            self.better(readme);
        }
    }

    /// Title and summary of the README.
    pub fn about(&self) -> (String, String) {
        self.readme.as_ref().map_or_else(Default::default, |it| (it.title.clone(), it.summary.clone()))
    }

    /// The languages, most code first.
    pub fn languages(&self) -> Vec<LanguageLines> {
        let told = |(language, counted): (&Language, &Counted)| LanguageLines {
            name: language.name().to_owned(),
            skill: skill(*language),
            files: counted.files,
            code: counted.lines.code,
            comments: counted.lines.comments,
            blanks: counted.lines.blanks,
            largest: Place {
                file: counted.largest.as_ref().map(|(_, path)| path.clone()).unwrap_or_default(),
                line: 0,
            },
        };
        let mut languages: Vec<LanguageLines> = self.languages.iter().map(told).collect();
        languages.sort_by(|a, b| (b.code, &a.name).cmp(&(a.code, &b.name)));
        languages
    }

    /// One finding for each rule, in the order of the report.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.rules.values().map(Gathered::finding).collect();
        findings.sort_by(|a, b| {
            (a.kind, a.aside, &a.name.en, &a.rule).cmp(&(b.kind, b.aside, &b.name.en, &b.rule))
        });
        findings
    }
}

impl Gathered {
    fn new(rule: &'static Rule) -> Self {
        Self { rule, own: Default::default(), aside: Default::default() }
    }

    /// What only a lock file names counts where nothing else does. The strength is the highest of the project's own places;
    /// places of that strength come first, those set aside last.
    fn finding(&self) -> Finding {
        const ALL: [Strength; 3] = [Strength::Indirect, Strength::Development, Strength::Direct];
        let declared = |side: &[Places; 3]| side[1].count + side[2].count > 0;
        let from = usize::from(declared(&self.own) || declared(&self.aside));
        let set_aside = self.own[from..].iter().all(|places| places.count == 0);
        let leading = if set_aside { &self.aside } else { &self.own };
        let strength = ALL.into_iter().rev().find(|it| leading[*it as usize].count > 0);
        let mut ordered: Vec<(String, u32)> = Vec::new();
        for side in [&self.own, &self.aside] {
            for places in side[from..].iter().rev() {
                ordered.extend(places.first.iter().cloned());
            }
        }
        ordered.truncate(PLACES);
        let count = self.own[from..].iter().chain(&self.aside[from..]).map(|places| places.count);
        Finding {
            rule: self.rule.id.clone(),
            kind: self.rule.kind,
            name: self.rule.name.clone(),
            skills: self.rule.skills.clone(),
            strength: strength.unwrap_or(Strength::Indirect),
            places: ordered.into_iter().map(|(file, line)| Place { file, line }).collect(),
            count: count.fold(0, u32::saturating_add),
            aside: set_aside,
        }
    }
}
