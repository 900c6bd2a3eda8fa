//! `torture`: tries the faults of the table, as often as it says, and prints what came of it.

#![forbid(unsafe_code)]

use groundwork_faults::job::Failure;
use groundwork_faults::{FAULTS, Fault, Job, Tally, worker};
use std::process::ExitCode;
use std::time::{Duration, Instant};

const USAGE: &str = "Usage: torture [--minutes N] [--fault NAME] [--seed S] [--count N] [--jobs N]

Without --minutes and --count every fault is tried as often as the table says.";

struct Asked {
    minutes: Option<f64>,
    fault: Option<String>,
    seed: u64,
    count: Option<u64>,
    jobs: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "worker") {
        let code = worker(&arguments[1..]).unwrap_or(2);
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    match asked(&arguments) {
        Ok(asked) => torture(&asked),
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            let names: Vec<&str> = FAULTS.iter().map(|fault| fault.name).collect();
            eprintln!("\nFaults: {}", names.join(", "));
            ExitCode::from(2)
        }
    }
}

fn asked(arguments: &[String]) -> Result<Asked, String> {
    let mut asked = Asked { minutes: None, fault: None, seed: 1, count: None, jobs: 2 };
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{name} needs a value"))?;
        let bad = |_| format!("{name} does not take {value}");
        match name.as_str() {
            "--minutes" => asked.minutes = Some(value.parse().map_err(|_| bad(()))?),
            "--fault" => asked.fault = Some(value.clone()),
            "--seed" => asked.seed = value.parse().map_err(|_| bad(()))?,
            "--count" => asked.count = Some(value.parse().map_err(|_| bad(()))?),
            "--jobs" => asked.jobs = value.parse().map_err(|_| bad(()))?,
            _ => return Err(format!("torture does not know {name}")),
        }
    }
    if let Some(name) = asked.fault.as_ref().filter(|name| FAULTS.iter().all(|fault| fault.name != **name)) {
        return Err(format!("there is no fault {name}"));
    }
    Ok(asked)
}

fn torture(asked: &Asked) -> ExitCode {
    let Ok(program) = std::env::current_exe() else {
        eprintln!("torture does not know where it lies");
        return ExitCode::FAILURE;
    };
    let chosen: Vec<&Fault> =
        FAULTS.iter().filter(|fault| asked.fault.as_ref().is_none_or(|name| fault.name == name)).collect();
    println!("{HEAD}");
    let end = asked.minutes.map(|minutes| Instant::now() + Duration::from_secs_f64(minutes * 60.0));
    let mut good = true;
    let mut failures = Vec::new();
    for (index, fault) in chosen.iter().enumerate() {
        let left = u32::try_from(chosen.len() - index).unwrap_or(1);
        // What one fault leaves of its share goes to those after it.
        let until = end.map(|end| Instant::now() + end.saturating_duration_since(Instant::now()) / left);
        let count = asked.count.unwrap_or(fault.full);
        let job = Job { count, seed: asked.seed, jobs: asked.jobs, until, program: program.clone() };
        let tally = (fault.run)(&job);
        good &= tally.skipped.is_some() || tally.good();
        println!("{}", line(&tally));
        let told = |failure: &Failure| format!("{} --seed {}: {}", fault.name, failure.seed, failure.what);
        failures.extend(tally.failures.iter().map(told));
    }
    for failure in &failures {
        println!("\n{failure}");
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

const HEAD: &str = "| fault | tried | survived | seed of the first failure | seconds | of these |
| --- | ---: | ---: | --- | ---: | --- |";

fn line(tally: &Tally) -> String {
    if let Some(why) = &tally.skipped {
        return format!("| {} | 0 | 0 | - | 0.0 | {why} |", tally.fault);
    }
    let seed = tally.first_failure().map_or("-".to_owned(), |failure| failure.seed.to_string());
    let noted: Vec<String> = tally.noted.iter().map(|(what, count)| format!("{count} {what}")).collect();
    let took = tally.took.as_secs_f64();
    format!(
        "| {} | {} | {} | {seed} | {took:.1} | {} |",
        tally.fault,
        tally.tried,
        tally.survived,
        noted.join(", ")
    )
}
