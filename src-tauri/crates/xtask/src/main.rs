//! The chores of the project, the same on every system: `cargo xtask start`, `cargo xtask test` and a few more.

#![forbid(unsafe_code)]

mod bench;
mod fuzz;
mod interface;
mod package;
mod place;
mod run;
mod sbom;
mod screen;
mod shots;
mod start;
mod supply;
mod system;
mod tests;
mod torture;

use std::process::ExitCode;

use run::Outcome;

const USAGE: &str = "Usage: cargo xtask CHORE

  start [--once] [-- ARGUMENTS]  install what is missing, build with optimisation, open the window
                                 (without a display: under Xvfb, with a picture in target/first-screen.png;
                                 --once leaves after the picture)
  test [--fast]                  every check and test; --fast leaves the real window out
  shots [--out DIR] [--lang en|fr] [--page NAME]
                                 pictures of every page, in both languages and themes and at two sizes
  types                          writes the interface's types anew from the wire types in Rust
  bench plan [--peers] [--install] [--runs N]
                                 how fast and how good the plans are, beside CP-SAT and TaskJuggler
                                 where they are there (--install asks pip and apt for them)
  bench forecast [ITEMS] [RUNS]  how fast the forecast is
  bench audit [--peers DIR] [--runs N]
                                 how fast a folder is audited, beside onefetch and tokei in DIR
  bench first-paint [--runs N]   time to the first paint beside a bare window
  fuzz [--seconds N] [TARGET]    feeds the readers of foreign bytes with what they do not expect; every target, or one
  sbom [--out FILE]              what the program is made of, in CycloneDX
  torture [--minutes N] [--fault NAME] [--seed S] [--count N] [--jobs N]
                                 every fault of tests/faults, as often as its table says or the minutes allow
  package                        installers for this system, and that list beside them (needs `cargo install tauri-cli`)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or_default();
    let done = match arguments.first().map(String::as_str) {
        Some("start") => start::start(rest),
        Some("test") => tests::test(rest),
        Some("shots") => shots::shots(rest),
        Some("types") => tests::types(),
        Some("bench") => bench::bench(rest),
        Some("fuzz") => fuzz::fuzz(rest),
        Some("sbom") => sbom::show(rest),
        Some("torture") => torture::torture(rest),
        Some("package") => package::package(),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    finish(done)
}

fn finish(done: Outcome) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            if !problem.is_empty() {
                eprintln!("\nxtask: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}
