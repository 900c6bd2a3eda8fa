//! `groundwork-cli`: the same commands as the window, in a terminal. `--json` for scripts.
//!
//! Exit codes: 0 done, 1 refused (the sentence on stderr, the code in JSON), 2 usage.

#![forbid(unsafe_code)]

mod args;
mod fill;
mod json;
mod print;
mod run;
mod text;

use clap::Parser;
use groundwork_app::{AppError, Lang};
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = args::Args::parse();
    let lang = args.lang.unwrap_or_else(language);
    let as_json = args.json;
    match run::run(args, lang) {
        Ok(text) => {
            // A file that is handed out has its own last line.
            let end = if text.ends_with('\n') { "" } else { "\n" };
            match write!(std::io::stdout(), "{text}{end}") {
                // What was asked is done, but the answer is lost: on a full disk, for one.
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    refuse(&AppError::with("command.reply", [("detail", error.to_string())]), lang, false);
                    ExitCode::from(1)
                }
                // A reader that went away (`| head`) is no fault.
                _ => ExitCode::SUCCESS,
            }
        }
        Err(error) => {
            refuse(&error, lang, as_json);
            ExitCode::from(1)
        }
    }
}

fn refuse(error: &AppError, lang: Lang, as_json: bool) {
    let _ = writeln!(std::io::stderr(), "{}", error.sentence(lang));
    if as_json {
        let value = serde_json::json!({
            "code": error.code, "args": error.args, "message": error.sentence(lang), "sentence": error.sentence,
        });
        let _ = writeln!(std::io::stdout(), "{value}");
    }
}

/// French where the environment says so, else English.
fn language() -> Lang {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let first = named.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    if first.to_ascii_lowercase().starts_with("fr") { Lang::Fr } else { Lang::En }
}
