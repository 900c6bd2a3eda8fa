//! The forecast of a plan, from what is known of the person.

use crate::plan::{Planned, planned_early};
use crate::snapshot::Snapshot;
use groundwork_domain::Minutes;
use groundwork_domain::forecast::{Forecast, ForecastItem, Options, ThreePoint, forecast};
use groundwork_domain::plan::{ItemSource, ItemWhat, whole_key};
use std::collections::BTreeMap;

/// Runs of a forecast (MODEL.md, section 5).
const RUNS: u32 = 10_000;
/// The seed: the same data give the same forecast.
const SEED: u64 = 0x6772_6f75_6e64;

/// The forecast of a plan. Runs go through a plan in its order, so what waits for a day falls behind whatever runs late before
/// it; mock exams that wait for the last weeks are therefore counted where they could stand, and end no sooner than planned.
pub(crate) fn reckon(snapshot: &Snapshot, planned: &Planned) -> Forecast {
    let early = if planned.mocks_late { planned_early(snapshot).ok() } else { None };
    let Some(early) = early else { return runs(snapshot, planned) };
    let mut forecast = runs(snapshot, &early);
    for (index, forecast) in forecast.items.iter_mut().enumerate() {
        let waits = planned.problem.items[index].not_before != early.problem.items[index].not_before;
        let Some(end) = planned.schedule.items[index].finishes.filter(|_| waits) else { continue };
        let days = &mut forecast.quantiles;
        for day in [&mut days.p50, &mut days.p85, &mut days.p95] {
            *day = day.map(|day| day.max(end));
        }
    }
    forecast
}

fn runs(snapshot: &Snapshot, planned: &Planned) -> Forecast {
    let mut wholes: BTreeMap<&str, u64> = BTreeMap::new();
    for source in &planned.sources {
        *wholes.entry(whole_key(&source.key).0).or_default() += u64::from(source.whole.0);
    }
    let items: Vec<ForecastItem> = planned
        .sources
        .iter()
        .map(|source| ForecastItem {
            id: source.key.clone(),
            whole: points(snapshot, source, wholes[whole_key(&source.key).0]),
            logged: source.logged,
            class: source.what.pace_class(&snapshot.pack),
        })
        .collect();
    let ready_by = snapshot.target.as_ref().and_then(|target| target.ready_by);
    let options = Options { runs: RUNS, seed: SEED, ready_by };
    forecast(&planned.problem, &planned.schedule, &items, &planned.pace, &options)
}

/// Low, likely and high minutes of an item as they were estimated: by us, or by the person, whose figure gets half and
/// double beside it like ours. A part has its share of the whole.
fn points(snapshot: &Snapshot, source: &ItemSource, whole: u64) -> ThreePoint {
    let (key, _) = whole_key(&source.key);
    let own = snapshot.plan_items.get(key).and_then(|record| record.minutes);
    let likely = match (own, &source.what) {
        (Some(minutes), _) => minutes,
        (None, ItemWhat::Own) => source.whole.0,
        (None, _) => source.estimate.likely.saturating_mul(60),
    };
    let share = |minutes: u32| {
        let part = u64::from(minutes) * u64::from(source.whole.0) / whole.max(1);
        Minutes(u32::try_from(part).unwrap_or(u32::MAX))
    };
    let (low, high) = match own {
        None if !matches!(source.what, ItemWhat::Own) => {
            (source.estimate.low.saturating_mul(60), source.estimate.high.saturating_mul(60))
        }
        _ => (likely / 2, likely.saturating_mul(2)),
    };
    ThreePoint { low: share(low), likely: share(likely), high: share(high) }
}
