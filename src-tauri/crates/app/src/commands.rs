//! The command list: everything that the window, the terminal and the tests can ask.

use crate::app::Call;
use crate::contract::Types;
use crate::error::{AppError, field_name, shown};
use crate::messages;
use crate::{
    archive, attachments, backup, badges, calendar, care, certifications, evidence, example, forecast,
    history, log, plan, projects, reminders, report, review, role, scenario, settings, skills, target, timer,
    today,
};
use groundwork_domain::Text;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// No parameters.
#[derive(Debug, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// A command: its name, what it does, its types, and the code that runs it.
pub struct Command {
    /// Its name, `area.verb`.
    pub name: &'static str,
    /// Whether it may change the person's data.
    pub writes: bool,
    /// What it does.
    pub about: &'static str,
    /// JSON Schema of its parameters.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// TypeScript names of its parameters and its value.
    pub types: fn(&mut Types) -> (String, String),
    pub(crate) run: fn(&Call<'_>, Value) -> Result<Value, AppError>,
}

fn read<P: DeserializeOwned>(params: Value) -> Result<P, AppError> {
    // Serde would take a list for the fields in their order, which no contract promises.
    if !params.is_object() {
        return Err(misshapen(".", "invalid type: the parameters are not an object"));
    }
    let mut track = serde_path_to_error::Track::new();
    let deserializer = serde_path_to_error::Deserializer::new(params, &mut track);
    P::deserialize(deserializer).map_err(|error| misshapen(&track.path().to_string(), &error.to_string()))
}

/// The refusal of parameters that are not of their type.
fn misshapen(path: &str, detail: &str) -> AppError {
    let args = [("path".to_owned(), path.to_owned()), ("detail".to_owned(), shown(detail))];
    AppError::worded("command.params", args.into(), params_words(path, detail))
}

/// Faults that serde and the types of the domain report, by how they begin, and the sentences for them.
const FAULTS: [(&str, &str); 7] = [
    ("not a date: ", "params_date"),
    ("not an id: ", "params_id"),
    ("level out of range: ", "params_level"),
    ("missing field `", "params_missing"),
    ("unknown field `", "params_unknown"),
    ("unknown variant `", "params_variant"),
    ("invalid ", "params_type"),
];

/// A field and its fault in words for a person; what is not known stays as it was reported.
fn params_words(path: &str, detail: &str) -> BTreeMap<String, Text> {
    let fault = FAULTS.iter().find_map(|(start, key)| Some((*key, detail.strip_prefix(start)?)));
    let value = fault.map_or("", |(_, rest)| rest.split('`').next().unwrap_or_default());
    let field = match (path, fault) {
        (".", Some(("params_missing", _))) => value,
        (".", _) => "params",
        _ => path,
    };
    let mut words = BTreeMap::new();
    words.insert("path".to_owned(), field_name(field).unwrap_or_else(|| Text::same(shown(field))));
    if let Some((key, _)) = fault {
        words.insert(
            "detail".to_owned(),
            messages::text(key, &messages::plain_args([("value", shown(value))])),
        );
    }
    words
}

fn run<P: DeserializeOwned, V: Serialize>(
    call: &Call<'_>,
    params: Value,
    verb: fn(&Call<'_>, P) -> Result<V, AppError>,
) -> Result<Value, AppError> {
    let value = verb(call, read(params)?)?;
    serde_json::to_value(value)
        .map_err(|error| AppError::with("command.reply", [("detail", error.to_string())]))
}

macro_rules! commands {
    ($($kind:ident $name:literal $about:literal $verb:path, $params:ty => $value:ty;)+) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: $name,
            writes: commands!(@ $kind),
            about: $about,
            schema: |generator| generator.subschema_for::<$params>(),
            types: |types| (types.add::<$params>(), types.add::<$value>()),
            run: |call, params| run::<$params, $value>(call, params, $verb),
        }),+];
    };
    (@ read) => { false };
    (@ write) => { true };
}

commands! {
    read "app.info" "What the program says of itself." settings::info, Nothing => settings::InfoView;
    read "preferences.show" "Preferences of the interface." settings::preferences, Nothing => settings::PreferencesView;
    read "preferences.set" "Sets one preference of the interface." settings::set_preference, settings::PreferenceParams => settings::PreferencesView;
    read "links.open" "Opens an address in the person's browser." settings::open_link, settings::UrlParams => ();
    read "settings.open_data_dir" "Shows the data folder." settings::open_data_dir, Nothing => ();
    read "backup.now" "Makes a verified backup." backup::now, Nothing => backup::BackupRow;
    read "backup.list" "All backups, newest first." backup::list, Nothing => backup::BackupsView;
    read "backup.show" "What is in a backup." backup::show, backup::BackupParams => backup::BackupContentView;
    read "backup.pick" "A backup file from elsewhere." backup::pick, backup::BackupFileParams => Option<backup::BackupRow>;
    write "backup.restore" "Brings back what a backup holds." backup::restore, backup::BackupParams => backup::RestoredView;
    read "backup.set_folder" "Puts backups into a folder of choice too." backup::set_folder, backup::BackupFolderParams => Option<backup::BackupsView>;
    read "backup.clear_folder" "Puts backups into no other folder." backup::clear_folder, Nothing => backup::BackupsView;
    read "backup.set_passphrase" "Encrypts the backups in the folder of choice, or no longer." backup::set_passphrase, backup::PassphraseParams => backup::BackupsView;
    read "archive.export" "Puts everything into one file." archive::export, archive::ArchiveExportParams => Option<archive::ArchiveFileView>;
    read "archive.read" "What taking an archive in would do." archive::read, archive::ArchiveReadParams => Option<archive::ArchivePreview>;
    write "archive.take" "Takes an archive in." archive::take, archive::ArchiveTakeParams => archive::ArchiveTakenView;
    read "care.show" "How the data stands, and what can be done." care::show, Nothing => care::CareView;
    read "care.check" "Checks all of the data." care::check, Nothing => care::CareView;
    write "care.restore" "Puts the newest whole backup in the place of damaged data." care::restore, Nothing => backup::RestoredView;
    write "care.salvage" "Puts what can be read of damaged data in its place." care::salvage, Nothing => care::MendedView;
    write "care.begin" "Puts an empty profile in the place of damaged data." care::begin, Nothing => care::MendedView;
    read "care.move" "Moves the data to another folder." care::move_data, care::MoveDataParams => Option<care::MovedDataView>;
    read "care.restart" "Starts the window's program again." care::restart, Nothing => ();
    read "report.show" "What a report would say, word for word." report::show, Nothing => report::ReportView;
    read "report.save" "Saves a report." report::save, report::ReportSaveParams => Option<report::ReportSavedView>;
    read "role.show" "The role model, whole." role::show, Nothing => std::sync::Arc<groundwork_domain::role::RolePack>;
    read "role.sources" "Every statement with its document's exact words." role::sources, Nothing => Vec<groundwork_domain::role::CitedStatement>;
    read "target.show" "The target, or none." target::show, Nothing => Option<target::TargetView>;
    write "target.set" "Sets rung, stack, choices and date." target::set, groundwork_domain::person::TargetRecord => target::TargetView;
    read "start.questions" "Skills to ask about at first start." target::questions, target::QuestionsParams => Vec<target::QuestionView>;
    read "start.spread" "Hours a week as minutes of each weekday." target::spread, target::SpreadParams => [u32; 7];
    write "start.begin" "Target, claimed levels and hours in one step." target::begin, target::BeginParams => target::ReadinessView;
    read "readiness.show" "How ready the person is, claimed and proven." target::readiness, Nothing => target::ReadinessView;
    read "skills.list" "Every skill against the target." skills::list, Nothing => skills::SkillsView;
    read "skills.show" "One skill, and why its level is what it is." skills::show, skills::SkillIdParams => skills::SkillView;
    write "skills.set" "Claims a level." skills::set, skills::SkillSetParams => skills::SkillRow;
    write "skills.note" "Keeps notes on a skill." skills::note, skills::SkillNoteParams => skills::SkillRow;
    write "skills.hide" "Takes a skill out of what is asked, or back in." skills::hide, skills::SkillHideParams => skills::SkillRow;
    write "skills.require" "Asks another level than the rung does." skills::require, skills::SkillRequireParams => skills::SkillRow;
    write "skills.add_own" "Adds or changes a skill of the person's own." skills::add_own, skills::OwnSkillParams => skills::SkillRow;
    write "skills.remove_own" "Removes a skill of the person's own." skills::remove_own, skills::SkillIdParams => ();
    read "gap.show" "What stands between the person and the target." skills::gap, Nothing => skills::GapView;
    read "evidence.list" "Work, courses, reviews, contributions and practice set." evidence::list, Nothing => evidence::EvidenceListView;
    write "evidence.save" "Adds or changes a piece of evidence." evidence::save, evidence::EvidenceParams => groundwork_domain::person::EvidenceRecord;
    write "evidence.remove" "Removes a piece of evidence." evidence::remove, settings::IdParams => ();
    read "plan.calendar" "When there is time, also where no plan can be made." plan::calendar_view, Nothing => plan::CalendarView;
    read "plan.show" "The plan as of today." plan::show, Nothing => plan::PlanView;
    write "plan.build" "Begins the plan, and shows it." plan::build, Nothing => plan::PlanView;
    write "plan.settings" "Sets hours a week and ways of working." plan::settings, plan::PlanSettingsParams => Option<plan::PlanView>;
    write "plan.absence_save" "Adds or changes days with other hours." plan::absence_save, plan::AbsenceParams => Option<plan::PlanView>;
    write "plan.absence_remove" "Removes days with other hours." plan::absence_remove, settings::IdParams => Option<plan::PlanView>;
    write "plan.item_change" "Changes, drops or finishes an item." plan::item_change, plan::PlanItemParams => Option<plan::PlanView>;
    write "plan.own_item" "Adds or changes an item of the person's own." plan::own_item, plan::OwnItemParams => Option<plan::PlanView>;
    write "plan.item_remove" "Removes an own item, or what was changed about another." plan::item_remove, plan::PlanKeyParams => Option<plan::PlanView>;
    write "plan.move" "Lets an item begin on a day or after it." plan::move_item, plan::MoveParams => plan::PlanEffect;
    write "plan.defer" "Puts an item off by some weeks." plan::defer, plan::DeferParams => plan::PlanEffect;
    write "plan.place" "Puts an item elsewhere in the order." plan::place, plan::PlaceParams => plan::PlanEffect;
    write "plan.pin" "Puts a session on a day." plan::pin, plan::PinParams => plan::PlanEffect;
    write "plan.unpin" "Lets pinned sessions go where the plan puts them." plan::unpin, plan::UnpinParams => plan::PlanEffect;
    write "plan.split" "Cuts an item in two, or joins it again." plan::split, plan::SplitParams => plan::PlanEffect;
    write "plan.drop" "Leaves an item out, or takes it in again." plan::drop_item, plan::DropParams => plan::PlanEffect;
    write "plan.done" "Marks an item done, or not." plan::done, plan::DoneParams => plan::PlanEffect;
    write "plan.take_up" "Begins a project from a practice, for an item." plan::take_up, plan::TakeUpParams => plan::TakenUpView;
    read "plan.solve" "Solves a plan problem from a file." plan::solve_file, plan::SolveParams => groundwork_domain::plan::Schedule;
    read "certifications.list" "The person's certifications and the catalogue." certifications::list, Nothing => certifications::CertificationsView;
    write "certifications.save" "Adds or changes a certification." certifications::save, certifications::CertificationParams => certifications::CertificationView;
    write "certifications.remove" "Removes a certification." certifications::remove, settings::IdParams => ();
    read "certifications.show" "One certification of the person's." certifications::show, settings::IdParams => certifications::CertificationView;
    read "certifications.compare" "Certifications of the catalogue side by side." certifications::compare, certifications::CompareParams => certifications::CompareView;
    write "certifications.correct" "Puts a fact of the person's in the place of the catalogue's." certifications::correct, certifications::CorrectParams => certifications::CatalogueRow;
    write "certifications.plan" "Puts the preparation of an exam into the plan." certifications::plan, certifications::PlanExamParams => certifications::CertificationView;
    write "certifications.book" "Books an exam, or moves it." certifications::book, certifications::BookParams => certifications::CertificationView;
    write "certifications.result" "Says how an exam went." certifications::result, certifications::ResultParams => certifications::CertificationView;
    write "certifications.hold" "Says that a certificate was issued." certifications::hold, certifications::HoldParams => certifications::CertificationView;
    write "certifications.renew" "Says that a certification was renewed." certifications::renew, certifications::RenewParams => certifications::CertificationView;
    write "certifications.keep_up" "Says whether a certification is kept up." certifications::keep_up, certifications::KeepUpParams => certifications::CertificationView;
    read "badges.check" "Checks an Open Badge offline." badges::check, badges::BadgeFileParams => Option<badges::BadgeView>;
    read "badges.list" "The badges that were accepted, checked anew." badges::list, Nothing => Vec<badges::BadgeView>;
    write "badges.accept" "Makes a badge a certification with evidence." badges::accept, badges::AcceptParams => certifications::CertificationView;
    read "badges.trust" "Keys of issuers that the person trusts, and their own addresses." badges::trust, Nothing => badges::BadgeTrustView;
    write "badges.pin" "Trusts an issuer's key." badges::pin, badges::PinKeyParams => badges::BadgeTrustView;
    write "badges.unpin" "Trusts an issuer's key no longer." badges::unpin, settings::IdParams => badges::BadgeTrustView;
    write "badges.add_address" "Adds an address that badges were issued to." badges::add_address, badges::AddressParams => badges::BadgeTrustView;
    write "badges.remove_address" "Removes an address that badges were issued to." badges::remove_address, badges::AddressParams => badges::BadgeTrustView;
    read "reminders.show" "Which reminders are wanted, what is ahead, what was said." reminders::show, Nothing => reminders::RemindersView;
    write "reminders.set" "Sets which reminders are wanted, and when." reminders::set, groundwork_domain::reminder::ReminderSettings => reminders::RemindersView;
    write "reminders.due" "What is to be said now, once." reminders::due, Nothing => reminders::DueView;
    write "reminders.dismiss" "Puts a reminder away." reminders::dismiss, reminders::DismissParams => ();
    write "calendar.export" "Hands out exams, due dates, expiries and sessions as a calendar file." calendar::export, calendar::ExportParams => Option<calendar::CalendarFileView>;
    read "calendar.read" "What a foreign calendar file holds." calendar::read, calendar::ReadParams => Option<calendar::CalendarFoundView>;
    write "calendar.take" "Books exams from a calendar." calendar::take, calendar::TakeParams => Vec<certifications::CertificationView>;
    read "projects.list" "The portfolio." projects::list, Nothing => projects::ProjectsView;
    read "projects.show" "One project as a page." projects::show, settings::IdParams => projects::ProjectPageView;
    write "projects.begin" "Begins a project from a practice of the role pack." projects::begin_practice, projects::BeginPracticeParams => projects::ProjectView;
    write "projects.begin_folder" "Begins a project from a folder, and audits it." projects::begin_folder, projects::BeginFolderParams => Option<projects::ProjectView>;
    read "projects.markdown" "A text in Markdown as safe HTML." projects::markdown, projects::MarkdownParams => projects::MarkdownView;
    write "projects.save_text" "Saves the texts of a project." projects::save_text, projects::CaseStudyParams => projects::ProjectView;
    write "projects.draft" "Keeps what is being written." projects::draft, projects::DraftParams => ();
    write "projects.drop_draft" "Forgets what was written and not saved." projects::drop_draft, settings::IdParams => ();
    read "projects.versions" "The saves of a project." projects::versions, settings::IdParams => Vec<projects::VersionLine>;
    read "projects.version" "One save of a project, whole." projects::version, settings::IdParams => projects::VersionView;
    write "projects.restore" "Brings a save of a project back." projects::restore, settings::IdParams => projects::ProjectView;
    write "projects.check" "Says how a line of the checklist stands." projects::check, projects::CheckParams => projects::ProjectView;
    write "projects.plan_lines" "Puts open lines of the checklist into the plan, or takes them out." projects::plan_lines, projects::PlanLinesParams => projects::ProjectView;
    write "projects.audit" "Audits the folder of a project." projects::run, projects::ProjectAuditParams => Option<projects::AuditView>;
    read "projects.audit_show" "The newest audit of a project, and what it offers." projects::show_audit, settings::IdParams => Option<projects::AuditView>;
    write "projects.accept" "Lets findings of the audit prove skills and lines of the checklist." projects::accept, projects::ProofParams => projects::ProjectView;
    write "projects.withdraw" "Takes proofs of the audit back." projects::withdraw, projects::ProofParams => projects::ProjectView;
    read "projects.matrix" "What is proven by what, and what by nothing." projects::matrix, Nothing => projects::MatrixView;
    read "audit.folder" "What a folder shows, without a project." projects::folder, projects::AuditFolderParams => Option<groundwork_domain::audit::Report>;
    read "audit.progress" "How far the audit is that runs." projects::progress, Nothing => Option<projects::AuditProgressView>;
    read "audit.cancel" "Stops the audit that runs." projects::cancel, Nothing => ();
    write "projects.save" "Adds or changes a project." projects::save, projects::ProjectParams => projects::ProjectView;
    write "projects.remove" "Removes a project." projects::remove, settings::IdParams => ();
    write "attachments.add" "Keeps a file with a record." attachments::add, attachments::AttachParams => Option<groundwork_domain::person::AttachmentRecord>;
    write "attachments.add_bytes" "Keeps a file that was dropped or pasted with a record." attachments::add_bytes, attachments::AttachBytesParams => groundwork_domain::person::AttachmentRecord;
    write "attachments.order" "Puts the files of a record in order." attachments::order, attachments::AttachmentOrderParams => Vec<groundwork_domain::person::AttachmentRecord>;
    read "attachments.thumb" "A small picture of a picture." attachments::thumb, attachments::ThumbParams => attachments::PictureView;
    write "attachments.describe" "Says what a picture shows." attachments::describe, attachments::DescribeParams => groundwork_domain::person::AttachmentRecord;
    write "attachments.remove" "Takes a file from its record." attachments::remove, settings::IdParams => ();
    read "attachments.picture" "A picture's bytes." attachments::picture, settings::IdParams => attachments::PictureView;
    read "attachments.page" "A page of a PDF as a picture." attachments::page, attachments::PageParams => attachments::PageView;
    read "attachments.open" "Opens a file with the system's program." attachments::open, settings::IdParams => ();
    read "log.list" "What was logged, newest first." log::list, log::LogParams => log::LogView;
    write "log.save" "Logs time afterwards, or corrects an entry." log::save, log::LogSaveParams => Vec<log::LogRow>;
    write "log.remove" "Removes an entry of the log." log::remove, settings::IdParams => ();
    read "timer.show" "The timer, or none." timer::show, Nothing => Option<timer::TimerView>;
    write "timer.start" "Starts the timer." timer::start, timer::TimerStartParams => timer::TimerView;
    write "timer.pause" "Pauses the timer." timer::pause, Nothing => timer::TimerView;
    write "timer.resume" "Lets the timer run on." timer::resume, Nothing => timer::TimerView;
    write "timer.stop" "Stops the timer and logs what it measured." timer::stop, timer::TimerStopParams => timer::StopView;
    write "timer.discard" "Stops the timer and logs nothing." timer::discard, Nothing => ();
    read "forecast.show" "When things will be done, and how sure that is." forecast::show, Nothing => forecast::ForecastView;
    read "forecast.calibration" "How often the kept forecasts were right." forecast::calibration, Nothing => forecast::CalibrationView;
    write "forecast.keep" "Keeps today's standing and forecast, once a day." forecast::keep, Nothing => forecast::KeptView;
    read "scenario.list" "Today's plan and the scenarios beside it." scenario::list, Nothing => scenario::ScenariosView;
    read "scenario.try" "What a scenario would come to, without keeping it." scenario::try_out, scenario::ScenarioParams => scenario::ScenarioView;
    write "scenario.save" "Keeps a scenario beside the plan; at most four." scenario::save, scenario::ScenarioParams => scenario::ScenarioView;
    write "scenario.remove" "Drops a scenario." scenario::remove, settings::IdParams => ();
    write "scenario.take" "Makes a scenario the plan." scenario::take, settings::IdParams => plan::PlanEffect;
    read "review.show" "What was planned in a week, what was done, what slipped." review::show, review::ReviewParams => review::ReviewView;
    read "review.try" "Where a choice for next week would lead." review::try_out, review::TryParams => review::ChoiceView;
    write "review.close" "Closes a week with one choice for the next." review::close, review::CloseParams => review::ReviewView;
    read "today.show" "What to do now." today::show, Nothing => today::TodayView;
    read "history.list" "What was changed, newest first." history::list, history::HistoryParams => history::HistoryView;
    write "history.undo" "Takes back the newest change." history::undo, history::StepParams => history::HistoryRow;
    write "history.redo" "Does the last undone change again." history::redo, history::StepParams => history::HistoryRow;
    write "history.go" "Goes to a point in the history." history::go, history::PointParams => history::WayView;
    write "example.fill" "Fills an empty profile with the example." example::fill, example::ExampleParams => ();
    write "example.remove" "Removes the example." example::remove, Nothing => example::RemovedView;
}
