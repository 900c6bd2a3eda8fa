//! `cargo xtask start`: from a clone to the open window.

use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::{Outcome, cargo, run, say};
use crate::screen::{Picture, Screen};
use crate::system::Need;
use crate::{interface, place, screen, system};

/// How long the first screen may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(60);

/// Installs, builds and opens.
pub fn start(arguments: &[String]) -> Outcome {
    let (own, given) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[][..]),
    };
    if let Some(unknown) = own.iter().find(|argument| *argument != "--once") {
        return Err(format!("start does not know {unknown}; what is meant for the program goes after --"));
    }
    let once = !own.is_empty();
    let seen = screen::is_there();
    system::prepare(if seen { Need::Window } else { Need::Screen })?;
    interface::install()?;
    interface::build()?;
    build("release")?;
    if seen && !once {
        say("opens the window");
        return run(Command::new(place::program("release")).args(given));
    }
    unseen(given, once)
}

/// Builds the program with the interface inside it.
pub fn build(profile: &str) -> Outcome {
    say("builds the program (the first time takes some minutes)");
    let mut command = cargo();
    command.args(["build", "--locked", "--package", "groundwork", "--features", "custom-protocol"]);
    if profile == "release" {
        command.arg("--release");
    }
    run(&mut command)
}

fn unseen(given: &[String], once: bool) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("--once needs Linux".into());
    }
    say("there is no display: the window opens under Xvfb, where nobody sees it");
    let screen = Screen::start(1280, 800)?;
    let mut program = screen
        .command(place::program("release"))
        .args(given)
        .spawn()
        .map_err(|problem| format!("dbus-run-session: {problem}"))?;
    let picture = at_rest(&screen, &mut program)?;
    let path = place::results().join("first-screen.png");
    picture.save(&path)?;
    say("a picture of the first screen is in target/first-screen.png");
    if once {
        drop(screen);
        let _ = program.wait();
        return Ok(());
    }
    say("the program runs until you interrupt it");
    program.wait().map(drop).map_err(|problem| problem.to_string())
}

/// The first picture that shows something and stays the same for a second.
fn at_rest(screen: &Screen, program: &mut Child) -> Outcome<Picture> {
    let begin = Instant::now();
    let mut last: Option<(Picture, Instant)> = None;
    loop {
        if let Ok(Some(status)) = program.try_wait() {
            return Err(format!("the program ended by itself: {status}"));
        }
        let now = screen.picture()?;
        last = match last {
            Some((before, since)) if before == now => {
                if since.elapsed() > Duration::from_secs(1) && now.is_drawn() {
                    return Ok(now);
                }
                Some((before, since))
            }
            _ => Some((now, Instant::now())),
        };
        if begin.elapsed() > PATIENCE {
            return Err("the first screen did not come to rest".into());
        }
        thread::sleep(Duration::from_millis(100));
    }
}
