//! `cargo xtask test`: every check, a table of them, and one line at the end.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::run::{self, Outcome, cargo, has, npm, say};
use crate::screen::Screen;
use crate::supply::{self, Deny};
use crate::system::Need;
use crate::{interface, place, system};

/// What one layer came to.
struct Layer {
    name: &'static str,
    passed: u32,
    failed: u32,
    took: Duration,
}

/// Runs every layer to its end, whatever the others came to.
pub fn test(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| *argument != "--fast") {
        return Err(format!("test does not know {unknown}"));
    }
    // The real window is driven where WebKitWebDriver is: on Linux.
    let window = arguments.is_empty() && cfg!(target_os = "linux");
    system::prepare(if window { Need::Driver } else { Need::Window })?;
    interface::install()?;
    // Built at low priority while the layers run, so that a cold run waits for it little or not at all.
    let deny = Deny::find(arguments.is_empty());
    let mut layers = vec![
        check("Rust: format", cargo().args(["fmt", "--all", "--check"])),
        check("Interface: format", npm().args(["run", "--silent", "format:check"])),
        check("Interface: build", npm().args(["run", "--silent", "build"])),
        check("Interface: types", npm().args(["run", "--silent", "check"])),
        count("Interface: tests", npm().args(["run", "--silent", "test"])),
        check("Rust: lints", &mut clippy()),
        count("Rust: tests, generated types", &mut rust_tests()),
        count("Shell: tests", shell("test").arg("--lib")),
    ];
    if window {
        layers.push(check("Shell: build", &mut shell("build")));
        layers.push(window_tests()?);
    }
    layers.push(supply_chain(deny));
    conclude(&layers)
}

/// What comes in from outside. It stands last, since cargo-deny may still be on its way.
fn supply_chain(deny: Deny) -> Layer {
    let name = "Supply chain";
    say(name);
    let begin = Instant::now();
    let (mut passed, mut failed) = (0, 0);
    for (check, faults) in supply::checks(deny) {
        if faults.is_empty() {
            passed += 1;
            continue;
        }
        failed += 1;
        println!(
            "----- {name}: {check} -----\n{}\n----- {name}: failed -----",
            tail(&faults.join("\n"), 100)
        );
    }
    Layer { name, passed, failed, took: begin.elapsed() }
}

/// `cargo xtask types`: the test that compares the committed types, told to write them.
pub fn types() -> Outcome {
    let mut command = cargo();
    command.args(["test", "--quiet", "--package", "groundwork-app", "--test", "contract"]);
    run::run(command.env("GROUNDWORK_WRITE_TYPES", "1"))
}

fn clippy() -> Command {
    let mut command = cargo();
    command.args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--features",
        "groundwork-tests/window",
    ]);
    command.args(["--", "-D", "warnings"]);
    command
}

/// Everything but the shell and the window: the workspace's default members.
fn rust_tests() -> Command {
    let mut command = cargo();
    if has("cargo-nextest") {
        command.args(["nextest", "run", "--locked", "--no-fail-fast"]);
    } else {
        command.args(["test", "--locked", "--no-fail-fast"]);
    }
    command
}

/// The shell as `start` builds it, without the optimisation.
fn shell(verb: &str) -> Command {
    let mut command = cargo();
    command.args([verb, "--locked", "--package", "groundwork", "--features", "custom-protocol"]);
    command
}

fn window_tests() -> Outcome<Layer> {
    // Twice as large as any window in it: the display's own mouse rests in the middle, and must not lie on a page.
    let screen = Screen::start(3200, 2000)?;
    let plain = cargo();
    let mut command = screen.command(plain.get_program());
    command.current_dir(place::root()).env("CARGO_TARGET_DIR", place::target());
    command.env("GROUNDWORK_PROGRAM", place::program("debug"));
    command.env("GROUNDWORK_FAILURES", place::results().join("window-failures"));
    command.args([
        "test",
        "--locked",
        "--package",
        "groundwork-tests",
        "--features",
        "window",
        "--test",
        "window",
    ]);
    Ok(count("Window: journeys", &mut command))
}

/// A layer that either passes or fails.
fn check(name: &'static str, command: &mut Command) -> Layer {
    let (good, took, _) = run(name, command);
    Layer { name, passed: good.into(), failed: (!good).into(), took }
}

/// A layer that says how many tests it ran.
fn count(name: &'static str, command: &mut Command) -> Layer {
    let (good, took, output) = run(name, command);
    let (passed, mut failed) = counts(&output);
    if !good && failed == 0 {
        failed = 1;
    }
    if good && passed == 0 {
        say(&format!("{name}: no test was run"));
    }
    Layer { name, passed, failed, took }
}

fn run(name: &str, command: &mut Command) -> (bool, Duration, String) {
    say(name);
    let begin = Instant::now();
    let folder = place::results().join("test-logs");
    let file: String =
        name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let path = folder.join(format!("{file}.log"));
    let good = fs::create_dir_all(&folder)
        .and_then(|()| File::create(&path))
        .and_then(|log| Ok((log.try_clone()?, log)))
        .and_then(|(out, err)| command.env("NO_COLOR", "1").stdout(out).stderr(err).status())
        .map_err(|problem| eprintln!("{name}: {problem}"))
        .is_ok_and(|status| status.success());
    let output = read(&path);
    if !good {
        println!("----- {name} -----\n{}\n----- {name}: failed -----", tail(&output, 400));
    }
    (good, begin.elapsed(), output)
}

fn read(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
}

fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

/// The tests that passed and failed, from the closing lines of cargo, nextest and Vitest.
fn counts(output: &str) -> (u32, u32) {
    let (mut passed, mut failed) = (0, 0);
    for line in output.lines().map(str::trim) {
        let closing = line.starts_with("test result:")
            || (line.starts_with("Summary [") && line.contains("tests run:"))
            || line.starts_with("Tests ");
        if !closing {
            continue;
        }
        let words: Vec<&str> = line
            .split(|c: char| c.is_whitespace() || ",;|()".contains(c))
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let number = pair[0].parse().unwrap_or(0);
            match pair[1] {
                "passed" => passed += number,
                "failed" => failed += number,
                _ => {}
            }
        }
    }
    (passed, failed)
}

fn conclude(layers: &[Layer]) -> Outcome {
    println!("\n{:<32}{:>8}{:>8}{:>10}", "layer", "passed", "failed", "seconds");
    for layer in layers {
        println!(
            "{:<32}{:>8}{:>8}{:>10.1}",
            layer.name,
            layer.passed,
            layer.failed,
            layer.took.as_secs_f64()
        );
    }
    let passed: u32 = layers.iter().map(|layer| layer.passed).sum();
    let failed: u32 = layers.iter().map(|layer| layer.failed).sum();
    println!("\n{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(String::new()) }
}

#[cfg(test)]
mod the_counts {
    use super::counts;

    #[test]
    fn are_read_from_every_runner() {
        assert_eq!(
            counts("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out"),
            (12, 0)
        );
        assert_eq!(
            counts("test result: ok. 2 passed; 0 failed;\ntest result: FAILED. 3 passed; 1 failed;"),
            (5, 1)
        );
        assert_eq!(counts("     Summary [   0.2s] 7 tests run: 6 passed, 1 failed, 0 skipped"), (6, 1));
        assert_eq!(counts("      Tests  1 failed | 3 passed (4)"), (3, 1));
        assert_eq!(counts("an ordinary line: 3 passed"), (0, 0));
    }
}
