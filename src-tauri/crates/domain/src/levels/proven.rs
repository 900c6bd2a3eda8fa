//! The proven level of a skill: what its evidence carries on a day (MODEL.md, section 2).

use super::{carried, level_of_log};
use crate::person::{Evidence, EvidenceKind};
use crate::role::Skill;
use crate::{Date, Level, Minutes, RecordId};
use serde::{Deserialize, Serialize};

/// A piece of evidence and what it carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Piece {
    /// Id of its record.
    pub evidence: RecordId,
    /// What it is.
    pub kind: EvidenceKind,
    /// The day it was earned.
    pub on: Date,
    /// The level that it carries on the day asked for; for a log, what all logs of the skill carry together.
    pub carries: Level,
    /// The level that it would carry, were nothing stale.
    pub carries_fresh: Level,
    /// Whether it is older than the skill's half-life.
    pub stale: bool,
    /// The first day on which it is stale; none when it never is, or not before 2200.
    pub stale_on: Option<Date>,
    /// Whether the proven level rests on it.
    pub counted: bool,
}

/// The proven level of a skill on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Proven {
    /// The level.
    pub level: Level,
    /// The level that it would be, were nothing stale.
    pub fresh_level: Level,
    /// The day on which the level drops next, if nothing is added.
    pub stale_on: Option<Date>,
    /// The evidence that counts so far, oldest first.
    pub pieces: Vec<Piece>,
    /// Minutes of all logs of the skill, stale ones too.
    pub log_minutes: Minutes,
    /// The level, 4 or 5, that a piece carries but that is not proven, because a second piece of another kind is missing.
    pub second_kind_missing: Option<Level>,
}

/// The level that the evidence carries on `today`, by the table of MODEL.md, section 2.
///
/// - Evidence of other skills and evidence dated after `today` is left out.
/// - Evidence older than the skill's half-life carries one level less, never below 0.
/// - Logs count together: the fresh minutes fully, all minutes with one level less; the better of the two.
/// - Level 4 needs a piece that carries 4 and one of another kind that carries at least 3. Level 5 needs a piece that
///   carries 5 and one of another kind that carries at least 4: only one kind carries 5, so no second 5 can be asked.
///   Where the second piece is missing, the first still carries the level below.
///
/// Adding evidence never lowers the level.
pub fn proven(skill: &Skill, evidence: &[Evidence], today: Date) -> Proven {
    let mut known: Vec<Known> = evidence
        .iter()
        .filter(|piece| piece.skill == skill.id && piece.on <= today)
        .map(|piece| Known { piece, stale_on: stale_on(skill, piece.on) })
        .collect();
    known.sort_by(|a, b| (a.piece.on, &a.piece.id).cmp(&(b.piece.on, &b.piece.id)));
    let now = Reading::at(skill, &known, Some(today));
    let fresh = Reading::at(skill, &known, None);
    Proven {
        level: now.level(),
        fresh_level: fresh.level(),
        stale_on: drops_on(skill, &known, today, now.level()),
        pieces: pieces(&known, today, &now, &fresh),
        log_minutes: minutes_of(&known, |_| true),
        second_kind_missing: now.missing_second(),
    }
}

struct Known<'a> {
    piece: &'a Evidence,
    stale_on: Option<Date>,
}

impl Known<'_> {
    fn is_stale(&self, on: Option<Date>) -> bool {
        matches!((self.stale_on, on), (Some(from), Some(day)) if day >= from)
    }
}

/// The first day on which evidence of `on` is older than the half-life: the day after its months are full.
fn stale_on(skill: &Skill, on: Date) -> Option<Date> {
    let months = skill.half_life.months()?;
    let full =
        jiff::Span::new().try_months(months).ok().and_then(|span| on.civil().checked_add(span).ok())?;
    let next = full.tomorrow().ok()?;
    Date::new(next.year(), next.month(), next.day()).ok()
}

fn minutes_of(known: &[Known], counts: impl Fn(&Known) -> bool) -> Minutes {
    let minutes = |piece: &Known| match piece.piece.kind {
        EvidenceKind::Log { minutes } => minutes,
        _ => Minutes(0),
    };
    known.iter().filter(|piece| counts(piece)).map(minutes).sum()
}

/// The best level of each kind of evidence on one day; `None` as the day means that nothing is stale.
struct Reading {
    best: Vec<(&'static str, Level)>,
    log: Level,
    log_fresh_only: Level,
}

impl Reading {
    fn at(skill: &Skill, known: &[Known], on: Option<Date>) -> Self {
        let fresh = level_of_log(skill, minutes_of(known, |piece| !piece.is_stale(on)));
        let log = fresh.max(level_of_log(skill, minutes_of(known, |_| true)).lower());
        let mut best = vec![("log", log)];
        for piece in known.iter().filter(|piece| piece.piece.kind.word() != "log") {
            let word = piece.piece.kind.word();
            let level = carries(piece, on);
            match best.iter_mut().find(|(kind, _)| *kind == word) {
                Some((_, highest)) => *highest = level.max(*highest),
                None => best.push((word, level)),
            }
        }
        Self { best, log, log_fresh_only: fresh }
    }

    fn highest(&self) -> Level {
        self.best.iter().map(|(_, level)| *level).max().unwrap_or_default()
    }

    fn proves(&self, level: Level) -> bool {
        let carrying = |kind: &str| {
            level.get() <= 3
                || self.best.iter().any(|(other, second)| *other != kind && *second >= level.lower())
        };
        self.best.iter().any(|(kind, first)| *first >= level && carrying(kind))
    }

    fn level(&self) -> Level {
        (0..=5).rev().filter_map(|n| Level::new(n).ok()).find(|level| self.proves(*level)).unwrap_or_default()
    }

    fn missing_second(&self) -> Option<Level> {
        let highest = self.highest();
        (highest.get() >= 4 && !self.proves(highest)).then_some(highest)
    }

    /// Whether the proven level rests on a piece of this kind that carries `level`.
    fn rests_on(&self, kind: &str, level: Level) -> bool {
        let proven = self.level();
        if proven == Level::NONE {
            return false;
        }
        let first_elsewhere = || self.best.iter().any(|(other, first)| *other != kind && *first >= proven);
        level >= proven || (proven.get() >= 4 && level >= proven.lower() && first_elsewhere())
    }
}

fn carries(piece: &Known, on: Option<Date>) -> Level {
    let fresh = carried(&piece.piece.kind);
    if piece.is_stale(on) { fresh.lower() } else { fresh }
}

/// The first day after `today` on which the level is lower. The level only falls as days pass, so the days on which
/// pieces go stale can be halved.
fn drops_on(skill: &Skill, known: &[Known], today: Date, level: Level) -> Option<Date> {
    let mut days: Vec<Date> =
        known.iter().filter_map(|piece| piece.stale_on).filter(|day| *day > today).collect();
    days.sort_unstable();
    days.dedup();
    let first = days.partition_point(|day| Reading::at(skill, known, Some(*day)).level() >= level);
    days.get(first).copied()
}

fn pieces(known: &[Known], today: Date, now: &Reading, fresh: &Reading) -> Vec<Piece> {
    let logs_count = now.rests_on("log", now.log);
    let fresh_logs_suffice = now.rests_on("log", now.log_fresh_only);
    let piece = |known: &Known| {
        let stale = known.is_stale(Some(today));
        let is_log = known.piece.kind.word() == "log";
        let level = if is_log { now.log } else { carries(known, Some(today)) };
        Piece {
            evidence: known.piece.id.clone(),
            kind: known.piece.kind.clone(),
            on: known.piece.on,
            carries: level,
            carries_fresh: if is_log { fresh.log } else { carried(&known.piece.kind) },
            stale,
            stale_on: known.stale_on,
            counted: match is_log {
                true => logs_count && !(stale && fresh_logs_suffice),
                false => now.rests_on(known.piece.kind.word(), level),
            },
        }
    };
    known.iter().map(piece).collect()
}
