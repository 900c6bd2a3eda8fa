//! `cargo xtask bench audit`: how long an audit takes on a seeded repository, beside onefetch and tokei if they are there.
//!
//! Each is a process of its own, started in turn, so that all meet the same machine. Output goes nowhere.

mod generate;
mod texts;

use generate::{OWN, Size, generate};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

const USAGE: &str = "audit-bench [--commits N] [--files N] [--runs N] [--folder DIR] [--peers DIR]
  needs `cargo build --release -p groundwork-audit --example audit`, and git to make the repository";

struct Wanted {
    size: Size,
    runs: usize,
    folder: PathBuf,
    peers: Option<PathBuf>,
}

/// Something that is timed: its name, and how it is started.
struct Runner {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
    times: Vec<f64>,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted(std::env::args().skip(1).collect()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match measured(&wanted) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(arguments: Vec<String>) -> Option<Wanted> {
    let mut wanted = Wanted {
        size: Size { commits: 30_000, files: 4_700 },
        runs: 9,
        folder: std::env::temp_dir().join("bench-audit"),
        peers: None,
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let value = arguments.next()?;
        match argument.as_str() {
            "--commits" => wanted.size.commits = value.parse().ok().filter(|it| *it > 1)?,
            "--files" => wanted.size.files = value.parse().ok().filter(|it| *it > 200)?,
            "--runs" => wanted.runs = value.parse().ok().filter(|it| *it > 0)?,
            "--folder" => wanted.folder = value.into(),
            "--peers" => wanted.peers = Some(value.into()),
            _ => return None,
        }
    }
    Some(wanted)
}

/// Measures; whether every budget is kept.
fn measured(wanted: &Wanted) -> Result<bool, std::io::Error> {
    let Size { commits, files } = wanted.size;
    let folder = wanted.folder.join(format!("repository-{commits}-{files}"));
    if !folder.join(".git").join("packed-refs").exists() && !folder.join("README.md").exists() {
        println!("writing {} commits and {} files to {}", commits, files, folder.display());
        generate(&folder, wanted.size)?;
    }
    let cache = wanted.folder.join("cache");
    let _ = std::fs::remove_dir_all(&cache);
    let mut runners = runners(wanted, &folder, &cache)?;
    println!("{commits} commits, {files} files, {} runs each in turn after one to warm up", wanted.runs);
    for runner in &mut runners {
        run(runner, false)?;
    }
    for _ in 0..wanted.runs {
        for runner in &mut runners {
            run(runner, true)?;
        }
    }
    for runner in &mut runners {
        runner.times.sort_by(f64::total_cmp);
        let (least, most) = (runner.times[0], runner.times[runner.times.len() - 1]);
        println!("  {:22} median {:8.1} ms, least {least:8.1}, most {most:8.1}", runner.name, median(runner));
    }
    judged(&runners, &folder)
}

fn median(runner: &Runner) -> f64 {
    runner.times.get(runner.times.len() / 2).copied().unwrap_or(f64::NAN)
}

fn run(runner: &mut Runner, counts: bool) -> Result<(), std::io::Error> {
    let start = Instant::now();
    let status = Command::new(&runner.program)
        .args(&runner.arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let took = start.elapsed().as_secs_f64() * 1e3;
    if !status.success() {
        return Err(std::io::Error::other(format!("{} failed: {status}", runner.name)));
    }
    if counts {
        runner.times.push(took);
    }
    Ok(())
}

fn ours() -> Result<PathBuf, std::io::Error> {
    let own = std::env::current_exe()?;
    let name = format!("audit{}", std::env::consts::EXE_SUFFIX);
    let program = own.parent().unwrap_or(Path::new(".")).join("examples").join(name);
    if program.exists() { Ok(program) } else { Err(std::io::Error::other(USAGE)) }
}

fn runners(wanted: &Wanted, folder: &Path, cache: &Path) -> Result<Vec<Runner>, std::io::Error> {
    let ours = ours()?;
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let runner = |name, program: &Path, arguments: Vec<String>| Runner {
        name,
        program: program.to_path_buf(),
        arguments,
        times: Vec::new(),
    };
    let own = |more: &[String]| {
        let mut all = vec![text(folder), "--own".to_owned(), OWN[0].to_owned()];
        all.extend_from_slice(more);
        all
    };
    let mut runners = vec![
        runner("audit", &ours, own(&[])),
        runner("audit, again", &ours, own(&["--cache".to_owned(), text(cache)])),
    ];
    for (name, arguments) in
        [("onefetch", vec!["--no-art".to_owned(), text(folder)]), ("tokei", vec![text(folder)])]
    {
        match peer(wanted, name) {
            Some(program) => runners.push(runner(name, &program, arguments)),
            None => println!("  {name} is not there: `cargo install {name}`, or --peers DIR."),
        }
    }
    Ok(runners)
}

/// Where a peer is: in the folder of the peers, else wherever the system finds it.
fn peer(wanted: &Wanted, name: &str) -> Option<PathBuf> {
    let program = match &wanted.peers {
        Some(folder) => folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)),
        None => PathBuf::from(name),
    };
    let found = Command::new(&program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success()).then_some(program)
}

/// Prints the ratios and the memory; whether every budget is kept.
fn judged(runners: &[Runner], folder: &Path) -> Result<bool, std::io::Error> {
    let of = |name: &str| runners.iter().find(|runner| runner.name == name).map(median);
    let mut kept = true;
    let mut ratio = |what: &str, value: f64, most: f64| {
        kept &= value <= most;
        let verdict = if value <= most { "kept" } else { "NOT KEPT" };
        println!("  {what}: {value:.3}, at most {most:.3}: {verdict}");
    };
    let first = of("audit").unwrap_or(f64::NAN);
    if let Some(onefetch) = of("onefetch") {
        ratio("audit / onefetch", first / onefetch, 0.6);
    }
    if let Some(tokei) = of("tokei") {
        println!("  audit / tokei, which reads no history: {:.3}", first / tokei);
    }
    if let Some(again) = of("audit, again") {
        ratio("audit again / audit", again / first, 0.02);
    }
    let output = Command::new(ours()?)
        .arg(folder)
        .args(["--own", OWN[0], "--memory"])
        .stdout(Stdio::null())
        .output()?;
    match String::from_utf8_lossy(&output.stderr).trim().parse::<f64>() {
        Ok(kib) => ratio("most memory in MB", kib * 1024.0 / 1e6, 300.0),
        Err(_) => println!("  most memory: told on Linux only"),
    }
    Ok(kept)
}
