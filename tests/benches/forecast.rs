//! Times the forecast: `forecast-bench [items] [runs]`; or shows how well it is calibrated: `forecast-bench --learner [learners]`.

#[path = "../../src-tauri/crates/domain/tests/domain/learner.rs"]
mod learner;

use groundwork_domain::Minutes;
use groundwork_domain::calibration::{Held, calibration};
use groundwork_domain::date::{Date, DateError};
use groundwork_domain::forecast::{Draws, ForecastItem, Options, ThreePoint, forecast};
use groundwork_domain::pace::{Finished, Pace, PaceClass, WeekGiven};
use groundwork_domain::plan::{Calendar, Item, PlanProblem, solve};
use learner::{Chance, Made, follow_all};
use std::time::Instant;

const SEED: u64 = 20_270_104;
const ROUNDS: usize = 15;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, or: u32| arguments.get(at).map_or(Ok(or), |it| it.parse());
    if arguments.first().is_some_and(|it| it == "--learner") {
        calibrated(u64::from(number(1, 300)?));
    } else {
        timed(number(0, 200)?, number(1, 10_000)?)?;
    }
    Ok(())
}

/// A plan of two to three years: seven hours a week, two items in progress at once.
fn problem(count: u32) -> Result<PlanProblem, DateError> {
    let mut chance = Chance(SEED);
    let mut below = |count: u32| (chance.share() * f64::from(count)) as u32;
    let items = (0..count).map(|i| Item {
        id: format!("item {i}"),
        minutes: 60 * [3, 3, 8, 3, 8, 10][below(6) as usize],
        after: (0..if i > 0 { below(3) } else { 0 })
            .map(|_| format!("item {}", i - 1 - below(i.min(30))))
            .collect(),
        not_before: None,
        due: None,
        due_kind: None,
        weight: 1,
        pinned: Vec::new(),
    });
    Ok(PlanProblem {
        start: Date::parse("2027-01-04")?,
        focus_limit: Some(2),
        min_session_minutes: 25,
        max_item_minutes_per_day: None,
        items: items.collect(),
        calendar: Calendar { weekly_minutes: [60, 60, 60, 60, 60, 120, 60], exceptions: Vec::new() },
    })
}

fn timed(count: u32, runs: u32) -> Result<(), Box<dyn std::error::Error>> {
    let problem = problem(count)?;
    let schedule = solve(&problem)?;
    let item = |it: &Item| ForecastItem {
        id: it.id.clone(),
        whole: ThreePoint {
            low: Minutes(it.minutes / 2),
            likely: Minutes(it.minutes),
            high: Minutes(it.minutes * 2),
        },
        logged: Minutes(0),
        class: PaceClass::M,
    };
    let items: Vec<ForecastItem> = problem.items.iter().map(item).collect();
    let mut chance = Chance(SEED);
    let finished = (0..30).map(|_| Finished {
        class: PaceClass::M,
        estimated: Minutes(480),
        logged: Minutes((240.0 + 480.0 * chance.share()) as u32),
    });
    let finished = finished.collect();
    let weeks = (0..26).map(|_| WeekGiven {
        planned: Minutes(420),
        given: Minutes((200.0 + 300.0 * chance.share()) as u32),
    });
    let logged = Pace::new(finished, weeks.collect());
    println!("{count} items, {} sessions, seed {SEED}, threads {}", schedule.sessions.len(), threads());
    for (name, pace) in [("nothing logged", Pace::default()), ("30 items, 26 weeks logged", logged)] {
        let options = Options { runs, seed: SEED, ready_by: None };
        let mut times = Vec::new();
        let mut made = forecast(&problem, &schedule, &items, &pace, &options);
        for _ in 0..ROUNDS {
            let start = Instant::now();
            made = forecast(&problem, &schedule, &items, &pace, &options);
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        println!(
            "{name}: {} runs: median {:.1} ms, least {:.1}, most {:.1}; plan {:?}, P50 {:?}, P85 {:?}, P95 {:?}",
            made.runs,
            times[ROUNDS / 2],
            times[0],
            times[ROUNDS - 1],
            schedule.finish,
            made.finish.p50,
            made.finish.p85,
            made.finish.p95
        );
    }
    Ok(())
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn calibrated(learners: u64) {
    println!(
        "{learners} learners; share of forecasts held, in %, by finished items with a log when they were made"
    );
    for (name, draws) in [("literal", Draws::Literal), ("pooled", Draws::Pooled)] {
        let made = follow_all(learners, draws);
        for whole in [false, true] {
            for (low, high) in [(0, 4), (5, 9), (10, 19), (20, 99), (10, 99)] {
                let of = |it: &&Made| it.whole == whole && (low..=high).contains(&it.logged_items);
                let kept: Vec<_> = made.iter().filter(of).map(|it| it.kept.clone()).collect();
                let Held { settled, p50, p85, p95, .. } = calibration(&kept, Date::LAST).all;
                let percent = |share: Option<f64>| 100.0 * share.unwrap_or(0.0);
                println!(
                    "{name:8} {:5} logged {low:2}-{high:2}: {settled:6} forecasts  P50 {:5.1}  P85 {:5.1}  P95 {:5.1}",
                    if whole { "plan" } else { "items" },
                    percent(p50.share),
                    percent(p85.share),
                    percent(p95.share)
                );
            }
        }
    }
}
