//! Languages within others: scripts and styles within HTML, which tokei counts, and the cells of a notebook. What would take
//! tokei long or deep is kept from it.

use super::count::{self, Lines};
use super::language::{Language, is_code};
use serde::Deserialize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokei::{CodeStats, Config, LanguageType};

/// Bytes that tokei may search for the ends of scripts: about a tenth of a second.
const SEARCHED: usize = 500 << 20;
/// Blanks in a row, above which they are shortened: tokei reads on through them from each of their bytes.
const BLANKS: usize = 256;

/// Whether texts of this language hold others.
pub(super) fn embeds(language: Language) -> bool {
    use LanguageType::{GlimmerJs, GlimmerTs, Html, Jupyter, RubyHtml, Svelte, Vue};
    matches!(language, Html | RubyHtml | Svelte | Vue | GlimmerJs | GlimmerTs | Jupyter)
}

/// Counts a text and what is embedded in it.
pub(super) fn count(language: Language, text: &[u8], found: &mut Vec<(Language, Lines)>) {
    if language == LanguageType::Jupyter {
        notebook(text, found);
        return;
    }
    let (text, shortened) = shortened(text);
    if !is_cheap(&text) {
        found.push((language, count::count(language, &text)));
        return;
    }
    // tokei slices by positions that it computes; a panic on hostile text must cost one file only.
    let counted = catch_unwind(AssertUnwindSafe(|| language.parse_from_slice(&text, &Config::default())));
    let Ok(stats) = counted else {
        found.push((language, count::count(language, &text)));
        return;
    };
    let own = lines(&stats);
    found.push((language, Lines { blanks: own.blanks + shortened, ..own }));
    let from = found.len();
    embedded(&stats, 0, found);
    if typed(&text) {
        // tokei knows the language of a script by its type only, not by `lang`.
        for (language, _) in &mut found[from..] {
            if *language == LanguageType::JavaScript {
                *language = LanguageType::TypeScript;
            }
        }
    }
}

/// Whether scripts of a component say that they are written in TypeScript.
fn typed(text: &[u8]) -> bool {
    let scripts =
        text.split(|byte| *byte == b'\n').filter(|line| line.trim_ascii_start().starts_with(b"<script"));
    let typed = |line: &[u8]| {
        let line = String::from_utf8_lossy(line);
        ["lang=\"ts", "lang='ts", "lang=ts"].iter().any(|lang| line.contains(lang))
    };
    scripts.into_iter().any(typed)
}

#[derive(Deserialize)]
struct Notebook {
    cells: Vec<Cell>,
    #[serde(default)]
    metadata: serde_json::Value,
}

#[derive(Deserialize)]
struct Cell {
    cell_type: String,
    #[serde(default)]
    source: Source,
}

/// The text of a cell: its lines, or all of it at once.
#[derive(Deserialize)]
#[serde(untagged)]
enum Source {
    Lines(Vec<String>),
    Whole(String),
}

impl Default for Source {
    fn default() -> Self {
        Self::Whole(String::new())
    }
}

/// Counts the cells of code of a notebook in the notebook's language, as tokei finds it; Python where it names none.
fn notebook(text: &[u8], found: &mut Vec<(Language, Lines)>) {
    let Ok(notebook) = serde_json::from_slice::<Notebook>(text) else { return };
    let named = notebook.metadata["kernelspec"]["language"].as_str().and_then(|name| name.parse().ok());
    let extension = notebook.metadata["language_info"]["file_extension"].as_str();
    let by_extension = || LanguageType::from_file_extension(extension?.trim_start_matches('.'));
    let language: Language = named.or_else(by_extension).unwrap_or(LanguageType::Python);
    let mut sum = Lines::default();
    for cell in notebook.cells.iter().filter(|cell| cell.cell_type == "code") {
        sum.add(match &cell.source {
            Source::Lines(lines) => count::count(language, lines.concat().as_bytes()),
            Source::Whole(text) => count::count(language, text.as_bytes()),
        });
    }
    if is_code(language) {
        found.push((language, sum));
    }
}

fn lines(stats: &CodeStats) -> Lines {
    Lines { code: stats.code as u64, comments: stats.comments as u64, blanks: stats.blanks as u64 }
}

fn embedded(stats: &CodeStats, depth: usize, found: &mut Vec<(Language, Lines)>) {
    for (language, inner) in &stats.blobs {
        if is_code(*language) {
            found.push((*language, lines(inner)));
        }
        if depth < 8 {
            embedded(inner, depth + 1, found);
        }
    }
}

/// Whether tokei reads a text in a bearable time and depth: each line that opens a script is held against the whole rest, and
/// Lingua Franca calls itself for each of its lines.
fn is_cheap(text: &[u8]) -> bool {
    let opens = |line: &&[u8]| {
        let at = line.iter().position(|byte| *byte == b'<').map_or(&[][..], |at| &line[at..]);
        [&b"<script"[..], b"<style", b"<template"].iter().any(|tag| at.starts_with(tag))
    };
    let opening = text.split(|byte| *byte == b'\n').filter(opens).count();
    let lingua_franca = text.windows(13).any(|part| part.eq_ignore_ascii_case(b"lingua franca"));
    opening.saturating_mul(text.len()) <= SEARCHED && !lingua_franca
}

/// The text without the blanks at its end and in long rows, and how many lines that leaves out.
fn shortened(text: &[u8]) -> (Vec<u8>, u64) {
    let (mut out, mut lines, mut row) = (Vec::with_capacity(text.len()), 0, 0);
    let blank = |byte: u8| byte == b' ' || (9..=13).contains(&byte);
    let end = text.iter().rposition(|byte| !blank(*byte)).map_or(0, |last| last + 1);
    let (kept, rest) = text.split_at(end);
    for byte in kept {
        row = if blank(*byte) { row + 1 } else { 0 };
        if row <= BLANKS {
            out.push(*byte);
        } else if *byte == b'\n' {
            lines += 1;
        }
    }
    let ends = rest.iter().filter(|byte| **byte == b'\n').count() as u64;
    (out, lines + ends.saturating_sub(u64::from(end > 0)))
}
