//! Running other programs, and saying so.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place;

/// Whether a chore was done; the text says what stopped it, and is empty where that was already shown.
pub type Outcome<T = ()> = Result<T, String>;

/// Says what is being done.
pub fn say(text: &str) {
    println!("· {text}");
}

/// Cargo, in the clone, building outside it.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(place::root()).env("CARGO_TARGET_DIR", place::target());
    command
}

/// A command of npm's, in the interface's folder. On Windows it is a script, which only its full name starts.
pub fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place::ui()).env("npm_config_fund", "false").env("npm_config_audit", "false");
    command.env("npm_config_update_notifier", "false");
    command
}

/// Runs a command to its end with its output in sight.
pub fn run(command: &mut Command) -> Outcome {
    let name = shown(command);
    let status = command.status().map_err(|problem| format!("{name}: {problem}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// What a command prints, trimmed; nothing if it is not there or fails.
pub fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let answer = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}

/// Whether a program is on the path.
pub fn has(program: &str) -> bool {
    let Some(path) = env::var_os("PATH") else { return false };
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).any(|dir| dir.join(&name).is_file())
}

/// The value after an option, if it is given.
pub fn option<'a>(arguments: &'a [String], name: &str) -> Option<&'a str> {
    let at = arguments.iter().position(|argument| argument == name)?;
    arguments.get(at + 1).map(String::as_str)
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy();
    let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
    format!("{program} {}", arguments.join(" "))
}
