//! Acts on a small world, for the models of undo: this crate's, and the longer walk of the fault harness.

use crate::world::*;
use groundwork_domain::certification::Fact;
use groundwork_domain::person::{AttachmentRecord, CertificationRecord, Owner, ReviewChoice};
use groundwork_store::Writer;

/// Something that is done to a profile.
#[derive(Debug, Clone)]
pub enum Act {
    Skill(u8, i64),
    Project(u8, u8),
    DeleteProject(u8),
    Attach(u8, u8),
    Item(u8, u8),
    DeleteItem(u8),
    Target(bool),
    Log(u8, u32),
    DeleteLog(u8),
    Timer(u8),
    Scenario(u8, u8),
    DeleteScenario(u8),
    Review(u8, u32),
    DeleteReview(u8),
    Certification(u8, u8),
    DeleteCertification(u8),
    Badge(u8, u8),
    Correction(u8, bool),
    Key(u8, bool),
    Address(u8, bool),
    Reminders(u8),
    Look,
    Example,
    Undo,
    Redo,
    Restart,
}

fn shaped(n: u8, shape: u8) -> groundwork_domain::person::ProjectRecord {
    let mut project = project(&format!("pr{n}"));
    project.links.truncate(usize::from(shape & 1) + usize::from(shape & 2));
    if shape & 4 == 0 {
        project.skills.reverse();
        project.checklist.pop_first();
    }
    project
}

fn held(n: u8, shape: u8) -> CertificationRecord {
    let mut held = long_held(&format!("ce{n}"));
    held.attempts.truncate(usize::from(shape & 3));
    held.costs.rotate_left(usize::from(shape & 1));
    held.periods.drain(..usize::from(shape & 1));
    held.keep_up = shape & 2 == 0;
    if shape & 4 == 0 {
        held.credits.reverse();
        held.supports.clear();
    }
    held
}

fn week(n: u8) -> &'static str {
    if n == 0 { "2026-12-28" } else { "2027-01-04" }
}

/// Does it; nothing for the acts that are none of a writer's.
pub fn perform(w: &Writer, act: &Act) -> Result<(), groundwork_store::StoreError> {
    match act {
        Act::Skill(n, level) => w.put_skill_record(&skill(&format!("s{n}"), *level)),
        Act::Project(n, shape) => w.put_project(&shaped(*n, *shape)),
        Act::DeleteProject(n) => w.delete_project(&record_id(&format!("pr{n}"))).map(drop),
        Act::Attach(n, owner) => {
            let owner = format!("pr{owner}");
            match w.project(&record_id(&owner))? {
                Some(_) => w.put_attachment(&attachment(&format!("at{n}"), Owner::Project, &owner)),
                None => Ok(()),
            }
        }
        Act::Item(n, shape) => {
            let mut item = placed_item(&format!("own:{n}"));
            item.after.truncate(usize::from(*shape));
            item.pinned.drain(..usize::from(*shape).min(2));
            item.place = item.place.filter(|_| shape & 1 == 0);
            w.put_plan_item(&item)
        }
        Act::DeleteItem(n) => w.delete_plan_item(&format!("own:{n}")).map(drop),
        Act::Target(true) => w.set_target(&target()),
        Act::Target(false) => w.clear_target(),
        Act::Log(n, minutes) => {
            let mut entry = log_entry(&format!("lo{n}"));
            entry.minutes.0 = *minutes;
            w.put_log_entry(&entry)
        }
        Act::DeleteLog(n) => w.delete_log_entry(&record_id(&format!("lo{n}"))).map(drop),
        Act::Timer(3) => w.clear_timer().map(drop),
        Act::Timer(shape) => {
            let mut timer = timer();
            timer.stretches.drain(..usize::from(*shape));
            w.set_timer(&timer)
        }
        Act::Scenario(n, shape) => {
            let mut scenario = scenario(&format!("sc{n}"));
            scenario.items.rotate_left(usize::from(*shape & 1));
            scenario.items.truncate(usize::from(*shape));
            w.put_scenario(&scenario)
        }
        Act::DeleteScenario(n) => w.delete_scenario(&record_id(&format!("sc{n}"))).map(drop),
        Act::Review(n, minutes) => {
            w.put_week_review(&review(week(*n), ReviewChoice::LighterWeek { minutes: *minutes }))
        }
        Act::DeleteReview(n) => w.delete_week_review(date(week(*n))).map(drop),
        Act::Certification(n, shape) => w.put_certification(&held(*n, *shape)),
        Act::DeleteCertification(n) => w.delete_certification(&record_id(&format!("ce{n}"))).map(drop),
        Act::Badge(n, owner) => {
            let owner = format!("ce{owner}");
            let badge = attachment(&format!("ba{n}"), Owner::Certification, &owner);
            match w.certification(&record_id(&owner))? {
                Some(_) => w.put_attachment(&AttachmentRecord { badge: true, ..badge }),
                None => Ok(()),
            }
        }
        Act::Correction(n, there) => {
            let facts = [Fact::Price, Fact::Minutes, Fact::ExamHours];
            let one = correction(facts[usize::from(*n)], &n.to_string());
            if *there {
                w.put_correction(&one)
            } else {
                w.delete_correction(&one.certification, one.fact).map(drop)
            }
        }
        Act::Key(n, true) => w.put_issuer_key(&issuer_key(&format!("ik{n}"), None)),
        Act::Key(n, false) => w.delete_issuer_key(&record_id(&format!("ik{n}"))).map(drop),
        Act::Address(n, true) => w.add_address(&format!("a{n}@example.org")).map(drop),
        Act::Address(n, false) => w.delete_address(&format!("a{n}@example.org")).map(drop),
        Act::Reminders(n) => {
            let mut settings = reminder_settings();
            settings.quiet = settings.quiet.filter(|_| *n > 0);
            if *n > 1 {
                settings.kinds.clear();
            }
            w.set_reminder_settings(&settings)
        }
        Act::Example => {
            w.marking_example();
            w.put_project(&shaped(0, 7))?;
            w.put_certification(&held(0, 7))?;
            w.keep_day(&kept_day("2027-01-04"))?;
            w.mark_example("plan_item", "own:0").map(drop)
        }
        Act::Undo | Act::Redo | Act::Restart | Act::Look => Ok(()),
    }
}
