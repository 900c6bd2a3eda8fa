//! `cargo xtask shots`: pictures of every page, taken from the real window.

use crate::run::{Outcome, cargo, run, say};
use crate::screen::Screen;
use crate::start::build;
use crate::system::Need;
use crate::{interface, place, system};

/// Takes the pictures into `target/shots`, or where `--out` says.
pub fn shots(arguments: &[String]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("pictures are taken on Linux, where WebKitWebDriver is".into());
    }
    system::prepare(Need::Driver)?;
    interface::install()?;
    interface::build()?;
    build("release")?;
    let screen = Screen::start(3200, 2000)?;
    let mut command = screen.command(cargo().get_program());
    command.current_dir(place::root()).env("CARGO_TARGET_DIR", place::target());
    command.env("GROUNDWORK_PROGRAM", place::program("release"));
    command.args(["run", "--quiet", "--locked", "--package", "groundwork-tests", "--features", "window"]);
    command.args(["--bin", "shots", "--"]).args(arguments);
    if !arguments.iter().any(|argument| argument == "--out") {
        command.arg("--out").arg(place::results().join("shots"));
    }
    say("takes the pictures");
    run(&mut command)
}
