//! `cargo xtask bench plan`: how fast and how good the plans are, beside other planners with `--peers`.
//!
//! `cargo xtask bench forecast [items] [runs] | --learner N`: how fast the forecast is, and how it holds on simulated learners.
//!
//! `cargo xtask bench audit [--peers DIR] [--runs N]`: how fast a folder is audited, beside onefetch and tokei where they are there.
//!
//! `cargo xtask bench first-paint`: from the start of the process to the first paint of its page, beside a window
//! that shows a still page and nothing else. Both are built by one command with the same profile.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::run::{Outcome, ask, cargo, has, option, run, say};
use crate::screen::Screen;
use crate::system::Need;
use crate::{interface, place, screen, system};

/// Runs the benchmark that is named.
pub fn bench(arguments: &[String]) -> Outcome {
    match arguments.first().map(String::as_str) {
        Some("first-paint") => first_paint(arguments),
        Some("plan") => plan(&arguments[1..]),
        Some("forecast") => run(program("forecast-bench").args(&arguments[1..])),
        Some("audit") => audit(&arguments[1..]),
        _ => Err("bench knows plan, forecast, audit and first-paint".into()),
    }
}

/// Measures the planner. With `--install`, asks for the peers that are not there first.
fn plan(arguments: &[String]) -> Outcome {
    let install = arguments.iter().any(|argument| argument == "--install");
    if install {
        if ask("python3", &["-c", "import ortools"]).is_none() {
            say("installs OR-Tools for Python");
            run(Command::new("python3").args(["-m", "pip", "install", "--user", "ortools"]))?;
        }
        if !has("tj3") && has("apt-get") {
            say("installs TaskJuggler");
            run(Command::new("apt-get").args(["install", "--yes", "tj3"]))?;
        }
    }
    let rest = arguments.iter().filter(|argument| *argument != "--install");
    run(program("plan-bench").args(rest))
}

/// Measures the audit: the program that audits is built first, then timed from outside like its peers.
fn audit(arguments: &[String]) -> Outcome {
    run(cargo().args([
        "build",
        "--release",
        "--locked",
        "--package",
        "groundwork-audit",
        "--example",
        "audit",
    ]))?;
    run(program("audit-bench").args(arguments))
}

/// A program of the benchmarks' crate, released.
fn program(name: &str) -> Command {
    let mut command = cargo();
    command.args(["run", "--release", "--locked", "--package", "groundwork-benches", "--bin", name, "--"]);
    command
}

fn first_paint(arguments: &[String]) -> Outcome {
    let runs = option(arguments, "--runs").map_or(Ok(15), str::parse).map_err(|_| "--runs needs a number")?;
    let seen = screen::is_there();
    system::prepare(if seen { Need::Window } else { Need::Screen })?;
    interface::install()?;
    interface::build()?;
    say("builds both windows");
    let features = "custom-protocol,first-paint";
    run(cargo().args(["build", "--release", "--locked", "--package", "groundwork", "--features", features]))?;
    run(cargo().args([
        "build",
        "--release",
        "--locked",
        "--package",
        "groundwork",
        "--features",
        features,
        "--example",
        "bare",
    ]))?;
    let screen = if seen { None } else { Some(Screen::start(1280, 800)?) };
    let home = place::results().join("bench-home");
    let suffix = std::env::consts::EXE_SUFFIX;
    let bare = place::target().join("release").join("examples").join(format!("bare{suffix}"));
    let ours = place::program("release");
    let (mut own, mut other) = (Vec::new(), Vec::new());
    // Alternately, so that whatever else the machine does falls on both; the first of each warms the caches.
    for index in 0..=runs {
        let (a, b) = (once(&ours, &home, screen.as_ref())?, once(&bare, &home, screen.as_ref())?);
        if index > 0 {
            own.push(a);
            other.push(b);
        }
    }
    let (own, other) = (median(own), median(other));
    println!("first paint after the start of the process, median of {runs}:");
    println!(
        "  Groundwork   {own:>6.0} ms\n  bare window  {other:>6.0} ms\n  ratio        {:>6.2}",
        own / other
    );
    Ok(())
}

/// Milliseconds from the start of the process to its first paint.
fn once(program: &Path, home: &Path, screen: Option<&Screen>) -> Outcome<f64> {
    let data = home.join("data");
    std::fs::create_dir_all(&data).map_err(|problem| problem.to_string())?;
    let mut command = match screen {
        Some(screen) => screen.command(program),
        None => Command::new(program),
    };
    command.env("GROUNDWORK_DATA_DIR", &data).env("XDG_DATA_HOME", home.join("share"));
    command.env("XDG_CONFIG_HOME", home.join("config")).env("XDG_CACHE_HOME", home.join("cache"));
    // The bare window is given the rendering that the program chooses for itself.
    if cfg!(target_os = "linux") && program.ends_with("bare") && !render_node() {
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
    let before = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|problem| problem.to_string())?;
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|problem| problem.to_string())?;
    let said = child.stdout.take().map(BufReader::new);
    let painted = said
        .into_iter()
        .flat_map(BufRead::lines)
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("painted ")?.trim().parse::<f64>().ok());
    let _ = child.wait();
    painted
        .map(|at| at - before.as_secs_f64() * 1000.0)
        .ok_or_else(|| format!("{} did not say when it painted", program.display()))
}

fn render_node() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|all| {
        all.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
