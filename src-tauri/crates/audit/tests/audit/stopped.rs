use crate::world::*;
use groundwork_audit::{AuditError, Options, Progress, Stage, audit};
use groundwork_domain::audit::LeftOutReason::*;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A folder whose audit takes a while.
fn large(folder: &Path) {
    let text = "def a(b):\n    return [\"c\", 'd'] # e\n\n".repeat(3_000);
    for number in 0..600 {
        write(folder, &format!("m{}/f{number}.py", number % 20), &text);
    }
}

/// Audits on another thread; `when` is called once the audit has looked at some files.
fn while_audited(
    folder: &Path,
    when: impl FnOnce(&AtomicBool),
) -> (Result<groundwork_domain::audit::Report, AuditError>, Duration) {
    let (progress, cancel) = (Progress::default(), AtomicBool::new(false));
    std::thread::scope(|scope| {
        let running = scope.spawn(|| {
            let report = audit(folder, &Options::default(), &progress, &cancel);
            (report, Instant::now())
        });
        while progress.snapshot().files_done < 8 && !running.is_finished() {
            std::thread::yield_now();
        }
        let asked = Instant::now();
        when(&cancel);
        let (report, ended) = running.join().expect("no panic");
        (report, ended.saturating_duration_since(asked))
    })
}

#[test]
fn an_audit_that_is_stopped_ends_at_once_and_tells_nothing() {
    let world = World::new();
    large(&world.path());
    let (report, took) = while_audited(&world.path(), |cancel| cancel.store(true, Ordering::Relaxed));
    assert!(matches!(report, Err(AuditError::Cancelled)), "the audit was done before it could be stopped");
    // A tenth of a second is wanted; a machine that does much else gets more.
    assert!(took < Duration::from_secs(2), "{took:?}");
}

#[test]
fn an_audit_that_is_stopped_before_it_begins_does_not_begin() {
    let world = World::new();
    let shop = world.repository("shop");
    let stopped = audit(&shop, &Options::default(), &Progress::default(), &AtomicBool::new(true));
    assert!(matches!(stopped, Err(AuditError::Cancelled)));
}

#[test]
fn a_folder_that_vanishes_on_the_way_gives_a_part_that_says_so() {
    let world = World::new();
    let shop = world.folder("shop");
    large(&shop);
    let (report, _) = while_audited(&shop, |_| fs::remove_dir_all(&shop).unwrap());
    let report = report.unwrap();
    assert!(report.partial && report.files < 600);
    assert_eq!(left_out(&report, Unreadable), 600 - report.files);
    assert_eq!(code(&report, "Python"), u64::from(report.files) * 6_000);
}

#[test]
fn a_repository_that_vanishes_on_the_way_does_no_harm() {
    let world = World::new();
    let shop = world.empty("shop");
    large(&shop);
    for number in 0..40 {
        commit(&shop, &format!("{number}"));
    }
    let whole = report(&shop);
    let (report, _) = while_audited(&shop, |_| fs::remove_dir_all(&shop).unwrap());
    let report = report.unwrap();
    assert!(report.partial || report.languages == whole.languages);
    assert!(report.files <= whole.files);
}

#[test]
fn progress_goes_from_opening_to_done() {
    let world = World::new();
    let shop = world.repository("shop");
    let progress = Progress::default();
    assert_eq!(progress.snapshot().stage, Stage::Opening);
    audit(&shop, &Options::default(), &progress, &AtomicBool::new(false)).unwrap();
    let told = progress.snapshot();
    assert_eq!((told.stage, told.files_done, told.files_total, told.commits_done), (Stage::Done, 3, 3, 2));
}
