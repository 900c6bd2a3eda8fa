//! Audits a folder and prints the report: `audit FOLDER [--own ADDRESS]… [--cache FOLDER] [--memory]`.
//!
//! `--memory` tells the most memory that was used, in KiB, on the error output (Linux).

use groundwork_audit::{Limits, Options, Progress, audit};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

fn main() -> ExitCode {
    let (mut folder, mut cache, mut own, mut memory) = (None, None, Vec::new(), false);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--own") => own.extend(arguments.next().and_then(|it| it.into_string().ok())),
            Some("--cache") => cache = arguments.next().map(PathBuf::from),
            Some("--memory") => memory = true,
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let Some(folder) = folder else {
        eprintln!("audit FOLDER [--own ADDRESS]… [--cache FOLDER] [--memory]");
        return ExitCode::from(2);
    };
    let options = Options { addresses: &own, cache: cache.as_deref(), limits: Limits::default() };
    let report = match audit(&folder, &options, &Progress::default(), &AtomicBool::new(false)) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match serde_json::to_string_pretty(&report) {
        Ok(text) => println!("{text}"),
        Err(error) => eprintln!("{error}"),
    }
    if memory {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        eprintln!("{}", most.unwrap_or_default().trim().trim_end_matches(" kB"));
    }
    ExitCode::SUCCESS
}
