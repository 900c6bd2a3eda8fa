//! A job: how often a fault is tried, and what came of it.

use crate::chance::Chance;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

/// A fault of the table.
pub struct Fault {
    /// Its name, for `--fault`.
    pub name: &'static str,
    /// What is tried.
    pub about: &'static str,
    /// How often, in full.
    pub full: u64,
    /// Tries it.
    pub run: fn(&Job) -> Tally,
}

/// How often a fault is tried, from which seed on.
#[derive(Debug, Clone)]
pub struct Job {
    /// How often.
    pub count: u64,
    /// The seed of the first case; each later one has the next number.
    pub seed: u64,
    /// How many cases at once.
    pub jobs: usize,
    /// When no case is begun any more.
    pub until: Option<Instant>,
    /// The torture program, for the faults that need a process of their own.
    pub program: PathBuf,
}

impl Job {
    /// A job of `count` from `seed` on, one case at a time, without an end.
    pub fn new(count: u64, seed: u64, program: &Path) -> Self {
        Self { count, seed, jobs: 1, until: None, program: program.to_owned() }
    }
}

/// What did not survive first.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The seed with which it comes back: `--fault NAME --seed SEED --count 1`.
    pub seed: u64,
    /// What happened, and at which step.
    pub what: String,
}

/// What came of a fault.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The fault.
    pub fault: &'static str,
    /// How often it was tried.
    pub tried: u64,
    /// How often the invariant held.
    pub survived: u64,
    /// What else was counted, by name: refused, noticed, landed within a write …
    pub noted: BTreeMap<&'static str, u64>,
    /// What did not survive, by seed; ten at most.
    pub failures: Vec<Failure>,
    /// How long it took.
    pub took: Duration,
    /// Why it was not tried at all here.
    pub skipped: Option<String>,
}

impl Tally {
    /// A fault that cannot be tried on this system.
    pub fn skipped(fault: &'static str, why: &str) -> Self {
        Self { fault, skipped: Some(why.to_owned()), ..Self::default() }
    }

    /// The failure of the lowest seed.
    pub fn first_failure(&self) -> Option<&Failure> {
        self.failures.first()
    }

    /// Whether everything survived.
    pub fn good(&self) -> bool {
        self.failures.is_empty() && self.tried == self.survived
    }

    /// Adds what one more try came to.
    pub fn count(&mut self, seed: u64, verdict: Verdict) {
        self.tried += 1;
        match verdict {
            Ok(()) => self.survived += 1,
            Err(what) => self.failures.push(Failure { seed, what }),
        }
    }
}

/// One case: everything that is drawn in it comes from its seed.
pub struct Case<'a> {
    /// Its seed.
    pub seed: u64,
    /// Its draws.
    pub chance: Chance,
    /// The job that it belongs to.
    pub job: &'a Job,
    /// How many of the count it was; 1 where it says nothing.
    pub units: u64,
    noted: BTreeMap<&'static str, u64>,
}

impl Case<'_> {
    /// Counts something.
    pub fn note(&mut self, what: &'static str) {
        *self.noted.entry(what).or_default() += 1;
    }
}

/// Why a case did not survive.
pub type Verdict = Result<(), String>;

/// Tries cases of about `size` each until the job's count is reached, its time is over, or ten of them failed.
pub fn try_cases(
    fault: &'static str,
    job: &Job,
    size: u64,
    case: impl Fn(&mut Case<'_>) -> Verdict + Sync,
) -> Tally {
    try_seeds(fault, job, job.count.div_ceil(size.max(1)), |index| job.seed.wrapping_add(index), case)
}

/// Tries some of all the cases that there are, spread over them; all where the count allows it. Their seeds are their
/// numbers.
pub fn try_some(
    fault: &'static str,
    job: &Job,
    all: u64,
    case: impl Fn(&mut Case<'_>) -> Verdict + Sync,
) -> Tally {
    let count = job.count.min(all);
    let spread = |index: u64| match count {
        1 => job.seed % all,
        _ => (u128::from(index) * u128::from(all) / u128::from(count.max(1))) as u64,
    };
    try_seeds(fault, job, count, spread, case)
}

fn try_seeds(
    fault: &'static str,
    job: &Job,
    cases: u64,
    seed_of: impl Fn(u64) -> u64 + Sync,
    case: impl Fn(&mut Case<'_>) -> Verdict + Sync,
) -> Tally {
    hear_panics();
    let watch = Watch::over(fault);
    let begin = Instant::now();
    let (next, failed) = (AtomicU64::new(0), AtomicU64::new(0));
    let total = Mutex::new(Tally { fault, ..Tally::default() });
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let over = job.until.is_some_and(|until| Instant::now() >= until);
            if index >= cases || failed.load(Ordering::Relaxed) >= 10 || (over && index > 0) {
                return;
            }
            let seed = seed_of(index);
            let mut one = Case { seed, chance: Chance::new(seed), job, units: 1, noted: BTreeMap::new() };
            watch.begins(seed);
            let verdict = catch_unwind(AssertUnwindSafe(|| case(&mut one)))
                .unwrap_or_else(|_| Err(format!("panicked: {}", last_panic())));
            watch.ended(seed);
            failed.fetch_add(u64::from(verdict.is_err()), Ordering::Relaxed);
            add(&mut total.lock().unwrap_or_else(PoisonError::into_inner), &one, verdict);
        }
    };
    if job.jobs <= 1 {
        work();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..job.jobs {
                scope.spawn(work);
            }
        });
    }
    let mut tally = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    tally.took = begin.elapsed();
    tally
}

/// How long a case may take, on a machine that has much else to do.
const LONGEST: Duration = Duration::from_secs(240);

/// Watches over cases that do not come to an end: nothing can take a thread back that waits for a pipe, so the program
/// says which it is and ends.
struct Watch(Arc<Mutex<BTreeMap<u64, Instant>>>);

impl Watch {
    fn over(fault: &'static str) -> Self {
        let running: Arc<Mutex<BTreeMap<u64, Instant>>> = Arc::default();
        let watched = Arc::downgrade(&running);
        std::thread::spawn(move || {
            while let Some(running) = watched.upgrade() {
                let stuck = running
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .iter()
                    .find(|(_, begun)| begun.elapsed() > LONGEST)
                    .map(|(seed, _)| *seed);
                if let Some(seed) = stuck {
                    println!("\n{fault} --seed {seed}: did not come to an end in {} s", LONGEST.as_secs());
                    std::process::exit(1);
                }
                drop(running);
                std::thread::sleep(Duration::from_millis(500));
            }
        });
        Self(running)
    }

    fn begins(&self, seed: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(seed, Instant::now());
    }

    fn ended(&self, seed: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&seed);
    }
}

fn add(tally: &mut Tally, case: &Case<'_>, verdict: Verdict) {
    tally.tried += case.units;
    tally.survived += case.units;
    for (what, count) in &case.noted {
        *tally.noted.entry(what).or_default() += count;
    }
    if let Err(what) = verdict {
        tally.survived = tally.survived.saturating_sub(1);
        tally.failures.push(Failure { seed: case.seed, what });
        tally.failures.sort_by_key(|failure| failure.seed);
    }
}

thread_local! {
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What the last panic of this thread said.
pub fn last_panic() -> String {
    PANIC.with_borrow(Clone::clone)
}

/// From here on panics are kept instead of printed: a case that panics is a failure with its seed.
pub fn hear_panics() {
    static HEARD: Once = Once::new();
    HEARD.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let said = info.to_string();
            let _ = PANIC.try_with(|panic| panic.replace(said));
        }));
    });
}
