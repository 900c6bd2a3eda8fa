//! The generated repository: seeded, written through `git fast-import`, packed as a clone would be.

use crate::texts::{MANIFESTS, TEXTS, Text, WORDS};
use std::io::{BufWriter, Error, Write};
use std::path::Path;
use std::process::{Command, Stdio};

const SEED: u64 = 20_270_104;
/// Authors beside the person.
const OTHERS: usize = 60;
/// The person's addresses: the mailmap makes the second one the first.
pub const OWN: [&str; 2] = ["ada@example.test", "ada@old.example.test"];
const SERVICES: [&str; 9] =
    ["orders", "billing", "catalog", "shipping", "identity", "search", "mail", "reports", "gateway"];

/// How large it is to be.
#[derive(Clone, Copy)]
pub struct Size {
    /// Commits.
    pub commits: u32,
    /// Files of the last commit.
    pub files: usize,
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.bits() % count.max(1) as u64) as usize
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }
}

struct File {
    path: String,
    text: &'static Text,
    lines: Vec<String>,
}

/// Writes the repository into `folder`, which must not exist.
pub fn generate(folder: &Path, size: Size) -> Result<(), Error> {
    std::fs::create_dir_all(folder)?;
    git(folder, &["init", "-q", "-b", "main", "."])?;
    let mut import = Command::new("git")
        .args(["fast-import", "--quiet"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .spawn()?;
    let pipe = import.stdin.take().ok_or_else(|| Error::other("no pipe"))?;
    let mut out = BufWriter::with_capacity(1 << 20, pipe);
    stream(&mut out, size)?;
    out.flush()?;
    drop(out);
    if !import.wait()?.success() {
        return Err(Error::other("git fast-import failed"));
    }
    git(folder, &["repack", "-adfq", "--window=10", "--depth=50"])?;
    git(folder, &["reset", "-q", "--hard", "main"])?;
    git(folder, &["remote", "add", "origin", "git@example.test:acme/monorepo.git"])
}

fn git(folder: &Path, arguments: &[&str]) -> Result<(), Error> {
    let status = Command::new("git").args(arguments).current_dir(folder).status()?;
    if status.success() { Ok(()) } else { Err(Error::other(format!("git {arguments:?} failed"))) }
}

fn stream(out: &mut impl Write, size: Size) -> Result<(), Error> {
    let mut chance = Chance(SEED);
    let mut files: Vec<File> = Vec::with_capacity(size.files);
    let fixed = fixed();
    let wanted = size.files.saturating_sub(fixed.len());
    // The files appear during the first half of the history.
    let growing = size.commits / 2;
    let mut time = 1_420_070_400_u64;
    let mut side: Option<u32> = None;
    for number in 1..=size.commits {
        time += 60 + chance.bits() % 18_000;
        let merge = side.take();
        head(out, &mut chance, number, time, merge)?;
        if number == 1 {
            for (path, text) in &fixed {
                inline(out, path, text)?;
            }
        }
        let due = wanted * number.min(growing) as usize / growing.max(1) as usize;
        while files.len() < due {
            let file = new_file(&mut chance, files.len());
            inline(out, &file.path, &file.lines.join("\n"))?;
            files.push(file);
        }
        for _ in 0..=chance.below(3) {
            let at = chance.below(files.len());
            if let Some(file) = files.get_mut(at) {
                edit(&mut chance, file);
                inline(out, &file.path, &file.lines.join("\n"))?;
            }
        }
        // One commit of twenty starts beside the line and is merged by the next.
        if merge.is_none() && number > 2 && number < size.commits && chance.below(20) == 0 {
            side = Some(number);
        }
    }
    Ok(())
}

/// The head of commit `number`; a merge has the commit before it and the one before that as parents.
fn head(
    out: &mut impl Write,
    chance: &mut Chance,
    number: u32,
    time: u64,
    merge: Option<u32>,
) -> Result<(), Error> {
    let who = chance.below(OTHERS + 20);
    let (name, address) = if who < OTHERS {
        (format!("Author {who}"), format!("author{who}@example.test"))
    } else {
        ("Ada".to_owned(), OWN[who % 2].to_owned())
    };
    let zone = ["+0000", "+0100", "+0200", "-0500", "+0530"][chance.below(5)];
    let message = format!("{} {} of {}\n", chance.word(), chance.word(), chance.word());
    write!(out, "commit refs/heads/main\nmark :{number}\n")?;
    writeln!(out, "author {name} <{address}> {time} {zone}")?;
    write!(out, "committer {name} <{address}> {time} {zone}\ndata {}\n{message}", message.len())?;
    if number > 1 {
        writeln!(out, "from :{}", number - 1)?;
    }
    if let Some(side) = merge.filter(|side| *side > 1) {
        writeln!(out, "merge :{}", side - 1)?;
    }
    Ok(())
}

fn inline(out: &mut impl Write, path: &str, text: &str) -> Result<(), Error> {
    write!(out, "M 100644 inline {path}\ndata {}\n{text}\n", text.len())
}

/// The files that stand from the start: README, mailmap, licence, pipeline, manifests.
fn fixed() -> Vec<(String, String)> {
    let mut files = vec![
        ("README.md".to_owned(), "# Acme\n\nOrders, invoices and parcels of Acme.\n".to_owned()),
        (".mailmap".to_owned(), format!("Ada <{}> <{}>\n", OWN[0], OWN[1])),
        ("LICENSE".to_owned(), "MIT License\n\nPermission is hereby granted, free of charge.\n".to_owned()),
        (
            ".github/workflows/ci.yml".to_owned(),
            "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n".to_owned(),
        ),
        ("docker-compose.yml".to_owned(), "services:\n  db:\n    image: postgres:17\n".to_owned()),
    ];
    for service in SERVICES {
        for (name, text) in MANIFESTS {
            files.push((format!("services/{service}/{name}"), text.replace("{s}", service)));
        }
    }
    files
}

fn new_file(chance: &mut Chance, number: usize) -> File {
    let mut at = chance.below(TEXTS.iter().map(|text| text.share as usize).sum());
    let mut text = &TEXTS[0];
    for candidate in TEXTS {
        text = candidate;
        if at < candidate.share as usize {
            break;
        }
        at -= candidate.share as usize;
    }
    let service = SERVICES[chance.below(SERVICES.len())];
    let folder = ["src", "src/http", "src/store", "src/jobs", "tests"][chance.below(5)];
    let (module, word) = (chance.word(), chance.word());
    let path = format!("services/{service}/{folder}/{module}/{word}_{number}.{}", text.extension);
    // Half of the files have less than 90 lines, one of a hundred more than a thousand.
    let mut lines: Vec<String> = text.head.iter().map(|line| filled(chance, line)).collect();
    let spread =
        (chance.below(1_000) as f64 / 1_000.0 * 2.0 - 1.0) + (chance.below(1_000) as f64 / 1_000.0 - 0.5);
    let count = (90.0 * (spread * 1.9).exp()).min(3_000.0) as usize;
    for _ in 0..count {
        let line = text.body[chance.below(text.body.len())];
        lines.push(filled(chance, line));
    }
    lines.push(String::new());
    File { path, text, lines }
}

/// Changes one to four lines in a row.
fn edit(chance: &mut Chance, file: &mut File) {
    let from = file.text.head.len();
    if file.lines.len() <= from + 1 {
        return;
    }
    let at = from + chance.below(file.lines.len() - from - 1);
    for line in at..(at + 1 + chance.below(4)).min(file.lines.len() - 1) {
        let text = file.text.body[chance.below(file.text.body.len())];
        file.lines[line] = filled(chance, text);
    }
}

fn filled(chance: &mut Chance, line: &str) -> String {
    let number = chance.below(5_000).to_string();
    line.replace("{a}", chance.word()).replace("{b}", chance.word()).replace("{n}", &number)
}
