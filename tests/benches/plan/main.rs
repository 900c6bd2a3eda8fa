//! `cargo xtask bench plan`: how fast and how good the plans are, on seeded instances, beside the peers if they are there.

mod instances;
mod peers;
mod quality;
mod speed;

use std::process::ExitCode;

const USAGE: &str = "plan-bench [--peers] [--runs N] [--only speed|hard|late] [--sizes 50,100]";

/// What is to be measured.
pub struct Wanted {
    peers: bool,
    runs: u64,
    only: Option<String>,
    sizes: Vec<usize>,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted(std::env::args().skip(1).collect()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let does = |part: &str| wanted.only.as_deref().is_none_or(|only| only == part);
    if does("speed") {
        speed::speed(wanted.runs);
    }
    let mut kept = true;
    if does("hard") {
        kept &= quality::reachable(&wanted);
    }
    if does("late") {
        kept &= quality::overcommitted(&wanted);
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn wanted(arguments: Vec<String>) -> Option<Wanted> {
    let mut wanted = Wanted { peers: false, runs: 5, only: None, sizes: vec![50, 100, 200, 500, 1_000] };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--peers" => wanted.peers = true,
            "--runs" => wanted.runs = arguments.next()?.parse().ok().filter(|runs| *runs > 0)?,
            "--only" => wanted.only = Some(arguments.next()?),
            "--sizes" => {
                let sizes: Result<Vec<usize>, _> = arguments.next()?.split(',').map(str::parse).collect();
                wanted.sizes = sizes.ok()?;
            }
            _ => return None,
        }
    }
    Some(wanted)
}
