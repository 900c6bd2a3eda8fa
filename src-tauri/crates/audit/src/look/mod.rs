//! What one file shows.

mod licence;

use crate::manifest;
use crate::rules::{self, Book, Rule, Seen};
use groundwork_domain::audit::{FindingKind, Strength};

/// Something that a rule found in a file.
#[derive(Debug)]
pub(crate) struct Hit {
    /// The rule.
    pub rule: &'static Rule,
    /// Line, from 1; 0 where the file itself is what was found.
    pub line: u32,
    /// How much it says.
    pub strength: Strength,
}

/// A manifest that could not be understood.
#[derive(Debug)]
pub(crate) struct NotUnderstood;

/// Secrets of one file that are told one by one.
const SECRETS: usize = 50;

/// Endings of files that are never text.
const BINARY: &str = " 7z a aac ai apk ar avi avif bin bmp br bz2 class crx cur db deb dll dmg doc docx dylib ear eot eps \
    exe fbx flac flv gif glb gz heic ico icns idx iso jar jpeg jpg lib lz4 lzma m4a mkv mo mov mp3 mp4 mpeg nupkg o obj \
    ogg otf pack parquet pdb pdf png ppt pptx psd pyc pyd pyo rar rpm sketch so sqlite sqlite3 svgz swf tar tgz tif \
    tiff ttc ttf war wasm wav webm webp whl wmv woff woff2 xls xlsx xz zip zst ";

/// Whether the bytes of a file are of use at all: not those of a file whose ending is never that of a text.
pub(crate) fn wanted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((_, extension)) = name.rsplit_once('.') else { return true };
    let known = extension.len() <= 8 && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    !(known && BINARY.contains(&format!(" {} ", extension.to_ascii_lowercase())))
}

/// Adds what a file shows to `hits`. `path` is within the project, with `/` between its parts; `bytes` are its content, at
/// most a few MiB, of any kind. `Err` for a manifest that could not be understood: what else it shows is in `hits` all the
/// same.
pub(crate) fn look(path: &str, bytes: &[u8], hits: &mut Vec<Hit>) -> Result<(), NotUnderstood> {
    let book = rules::book();
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let text = wanted(path) && (wide || memchr::memchr(0, &bytes[..bytes.len().min(8_000)]).is_none());
    let seen = if text { book.words.see(bytes) } else { Seen::default() };
    by_path(book, path, bytes, text, &seen, hits);
    if !text {
        return Ok(());
    }
    secrets(book, path, bytes, &seen, hits);
    if licence::holds(path) {
        let rule = book.rule(book.licences.by_text(bytes));
        hits.push(Hit { rule, line: 0, strength: Strength::Direct });
    }
    match manifest::read(path, bytes) {
        Some(Ok(manifest)) => declared(book, &manifest, hits),
        Some(Err(error)) => return Err(error),
        None => {}
    }
    Ok(())
}

/// The line of an offset, from 1.
fn line(bytes: &[u8], offset: usize) -> u32 {
    let before = memchr::memchr_iter(b'\n', &bytes[..offset.min(bytes.len())]).count();
    u32::try_from(before).unwrap_or(u32::MAX - 1) + 1
}

fn by_path(book: &'static Book, path: &str, bytes: &[u8], text: bool, seen: &Seen, hits: &mut Vec<Hit>) {
    for file in book.files(path) {
        let reads = file.reads();
        if (reads && !text) || (file.scan && !seen.files.contains(&file.at)) {
            continue;
        }
        let place = if reads { file.find(bytes) } else { Ok(None) };
        if let Ok(place) = place {
            let line = place.map_or(0, |offset| line(bytes, offset));
            hits.push(Hit { rule: book.of(file), line, strength: Strength::Direct });
        }
    }
}

/// Every secret once, by its place. Of its text nothing is kept.
fn secrets(book: &'static Book, path: &str, bytes: &[u8], seen: &Seen, hits: &mut Vec<Hit>) {
    let mut told = 0;
    let mut ends = vec![0; book.secrets.len()];
    for (at, offset) in &seen.secrets {
        let rule = &book.secrets[*at];
        if *offset < ends[*at] || told >= SECRETS {
            continue;
        }
        if let Some((start, end)) = rule.near(bytes, *offset) {
            ends[*at] = end;
            told += 1;
            hits.push(Hit { rule: book.rule(rule.at), line: line(bytes, start), strength: Strength::Direct });
        }
    }
    for rule in book.secrets.iter().filter(|rule| rule.by_path(path)) {
        if let Some(start) = rule.anywhere(bytes) {
            hits.push(Hit { rule: book.rule(rule.at), line: line(bytes, start), strength: Strength::Direct });
        }
    }
}

/// Dependencies and licences of a manifest. What is only indirect is told once for each rule.
fn declared(book: &'static Book, manifest: &manifest::Manifest, hits: &mut Vec<Hit>) {
    let first = hits.len();
    for dependency in &manifest.dependencies {
        let Some(rule) = book.dependency(manifest.ecosystem, &dependency.name) else { continue };
        let known = |hit: &Hit| std::ptr::eq(hit.rule, rule) && hit.strength == Strength::Indirect;
        if dependency.strength == Strength::Indirect && hits[first..].iter().any(known) {
            continue;
        }
        hits.push(Hit { rule, line: dependency.line, strength: dependency.strength });
    }
    for (name, line) in &manifest.licences {
        for at in book.licences.by_name(name) {
            let rule = book.rule(at);
            debug_assert_eq!(rule.kind, FindingKind::Licence);
            hits.push(Hit { rule, line: *line, strength: Strength::Direct });
        }
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod secret_tests;
