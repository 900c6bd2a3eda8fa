// Written by `cargo xtask types` from the wire types in Rust. Do not edit.
/* eslint-disable */

/** Every command with its parameters and its value. */
export interface Commands {
  /** What the program says of itself. */
  "app.info": { params: Nothing; value: InfoView };
  /** Preferences of the interface. */
  "preferences.show": { params: Nothing; value: PreferencesView };
  /** Sets one preference of the interface. */
  "preferences.set": { params: PreferenceParams; value: PreferencesView };
  /** Opens an address in the person's browser. */
  "links.open": { params: UrlParams; value: null };
  /** Shows the data folder. */
  "settings.open_data_dir": { params: Nothing; value: null };
  /** Makes a verified backup. */
  "backup.now": { params: Nothing; value: BackupRow };
  /** All backups, newest first. */
  "backup.list": { params: Nothing; value: BackupsView };
  /** What is in a backup. */
  "backup.show": { params: BackupParams; value: BackupContentView };
  /** A backup file from elsewhere. */
  "backup.pick": { params: BackupFileParams; value: BackupRow | null };
  /** Brings back what a backup holds. */
  "backup.restore": { params: BackupParams; value: RestoredView };
  /** Puts backups into a folder of choice too. */
  "backup.set_folder": { params: BackupFolderParams; value: BackupsView | null };
  /** Puts backups into no other folder. */
  "backup.clear_folder": { params: Nothing; value: BackupsView };
  /** Encrypts the backups in the folder of choice, or no longer. */
  "backup.set_passphrase": { params: PassphraseParams; value: BackupsView };
  /** Puts everything into one file. */
  "archive.export": { params: ArchiveExportParams; value: ArchiveFileView | null };
  /** What taking an archive in would do. */
  "archive.read": { params: ArchiveReadParams; value: ArchivePreview | null };
  /** Takes an archive in. */
  "archive.take": { params: ArchiveTakeParams; value: ArchiveTakenView };
  /** How the data stands, and what can be done. */
  "care.show": { params: Nothing; value: CareView };
  /** Checks all of the data. */
  "care.check": { params: Nothing; value: CareView };
  /** Puts the newest whole backup in the place of damaged data. */
  "care.restore": { params: Nothing; value: RestoredView };
  /** Puts what can be read of damaged data in its place. */
  "care.salvage": { params: Nothing; value: MendedView };
  /** Puts an empty profile in the place of damaged data. */
  "care.begin": { params: Nothing; value: MendedView };
  /** Moves the data to another folder. */
  "care.move": { params: MoveDataParams; value: MovedDataView | null };
  /** Starts the window's program again. */
  "care.restart": { params: Nothing; value: null };
  /** What a report would say, word for word. */
  "report.show": { params: Nothing; value: ReportView };
  /** Saves a report. */
  "report.save": { params: ReportSaveParams; value: ReportSavedView | null };
  /** The role model, whole. */
  "role.show": { params: Nothing; value: RoleView };
  /** Every statement with its document's exact words. */
  "role.sources": { params: Nothing; value: Array<CitedStatement> };
  /** The target, or none. */
  "target.show": { params: Nothing; value: TargetView | null };
  /** Sets rung, stack, choices and date. */
  "target.set": { params: TargetRecord; value: TargetView };
  /** Skills to ask about at first start. */
  "start.questions": { params: QuestionsParams; value: Array<QuestionView> };
  /** Hours a week as minutes of each weekday. */
  "start.spread": { params: SpreadParams; value: [number, number, number, number, number, number, number] };
  /** Target, claimed levels and hours in one step. */
  "start.begin": { params: BeginParams; value: ReadinessView };
  /** How ready the person is, claimed and proven. */
  "readiness.show": { params: Nothing; value: ReadinessView };
  /** Every skill against the target. */
  "skills.list": { params: Nothing; value: SkillsView };
  /** One skill, and why its level is what it is. */
  "skills.show": { params: SkillIdParams; value: SkillView };
  /** Claims a level. */
  "skills.set": { params: SkillSetParams; value: SkillRow };
  /** Keeps notes on a skill. */
  "skills.note": { params: SkillNoteParams; value: SkillRow };
  /** Takes a skill out of what is asked, or back in. */
  "skills.hide": { params: SkillHideParams; value: SkillRow };
  /** Asks another level than the rung does. */
  "skills.require": { params: SkillRequireParams; value: SkillRow };
  /** Adds or changes a skill of the person's own. */
  "skills.add_own": { params: OwnSkillParams; value: SkillRow };
  /** Removes a skill of the person's own. */
  "skills.remove_own": { params: SkillIdParams; value: null };
  /** What stands between the person and the target. */
  "gap.show": { params: Nothing; value: GapView };
  /** Work, courses, reviews, contributions and practice set. */
  "evidence.list": { params: Nothing; value: EvidenceListView };
  /** Adds or changes a piece of evidence. */
  "evidence.save": { params: EvidenceParams; value: EvidenceRecord };
  /** Removes a piece of evidence. */
  "evidence.remove": { params: IdParams; value: null };
  /** When there is time, also where no plan can be made. */
  "plan.calendar": { params: Nothing; value: CalendarView };
  /** The plan as of today. */
  "plan.show": { params: Nothing; value: PlanView };
  /** Begins the plan, and shows it. */
  "plan.build": { params: Nothing; value: PlanView };
  /** Sets hours a week and ways of working. */
  "plan.settings": { params: PlanSettingsParams; value: PlanView | null };
  /** Adds or changes days with other hours. */
  "plan.absence_save": { params: AbsenceParams; value: PlanView | null };
  /** Removes days with other hours. */
  "plan.absence_remove": { params: IdParams; value: PlanView | null };
  /** Changes, drops or finishes an item. */
  "plan.item_change": { params: PlanItemParams; value: PlanView | null };
  /** Adds or changes an item of the person's own. */
  "plan.own_item": { params: OwnItemParams; value: PlanView | null };
  /** Removes an own item, or what was changed about another. */
  "plan.item_remove": { params: PlanKeyParams; value: PlanView | null };
  /** Lets an item begin on a day or after it. */
  "plan.move": { params: MoveParams; value: PlanEffect };
  /** Puts an item off by some weeks. */
  "plan.defer": { params: DeferParams; value: PlanEffect };
  /** Puts an item elsewhere in the order. */
  "plan.place": { params: PlaceParams; value: PlanEffect };
  /** Puts a session on a day. */
  "plan.pin": { params: PinParams; value: PlanEffect };
  /** Lets pinned sessions go where the plan puts them. */
  "plan.unpin": { params: UnpinParams; value: PlanEffect };
  /** Cuts an item in two, or joins it again. */
  "plan.split": { params: SplitParams; value: PlanEffect };
  /** Leaves an item out, or takes it in again. */
  "plan.drop": { params: DropParams; value: PlanEffect };
  /** Marks an item done, or not. */
  "plan.done": { params: DoneParams; value: PlanEffect };
  /** Begins a project from a practice, for an item. */
  "plan.take_up": { params: TakeUpParams; value: TakenUpView };
  /** Solves a plan problem from a file. */
  "plan.solve": { params: SolveParams; value: Schedule };
  /** The person's certifications and the catalogue. */
  "certifications.list": { params: Nothing; value: CertificationsView };
  /** Adds or changes a certification. */
  "certifications.save": { params: CertificationParams; value: CertificationView };
  /** Removes a certification. */
  "certifications.remove": { params: IdParams; value: null };
  /** One certification of the person's. */
  "certifications.show": { params: IdParams; value: CertificationView };
  /** Certifications of the catalogue side by side. */
  "certifications.compare": { params: CompareParams; value: CompareView };
  /** Puts a fact of the person's in the place of the catalogue's. */
  "certifications.correct": { params: CorrectParams; value: CatalogueRow };
  /** Puts the preparation of an exam into the plan. */
  "certifications.plan": { params: PlanExamParams; value: CertificationView };
  /** Books an exam, or moves it. */
  "certifications.book": { params: BookParams; value: CertificationView };
  /** Says how an exam went. */
  "certifications.result": { params: ResultParams; value: CertificationView };
  /** Says that a certificate was issued. */
  "certifications.hold": { params: HoldParams; value: CertificationView };
  /** Says that a certification was renewed. */
  "certifications.renew": { params: RenewParams; value: CertificationView };
  /** Says whether a certification is kept up. */
  "certifications.keep_up": { params: KeepUpParams; value: CertificationView };
  /** Checks an Open Badge offline. */
  "badges.check": { params: BadgeFileParams; value: BadgeView | null };
  /** The badges that were accepted, checked anew. */
  "badges.list": { params: Nothing; value: Array<BadgeView> };
  /** Makes a badge a certification with evidence. */
  "badges.accept": { params: AcceptParams; value: CertificationView };
  /** Keys of issuers that the person trusts, and their own addresses. */
  "badges.trust": { params: Nothing; value: BadgeTrustView };
  /** Trusts an issuer's key. */
  "badges.pin": { params: PinKeyParams; value: BadgeTrustView };
  /** Trusts an issuer's key no longer. */
  "badges.unpin": { params: IdParams; value: BadgeTrustView };
  /** Adds an address that badges were issued to. */
  "badges.add_address": { params: AddressParams; value: BadgeTrustView };
  /** Removes an address that badges were issued to. */
  "badges.remove_address": { params: AddressParams; value: BadgeTrustView };
  /** Which reminders are wanted, what is ahead, what was said. */
  "reminders.show": { params: Nothing; value: RemindersView };
  /** Sets which reminders are wanted, and when. */
  "reminders.set": { params: ReminderSettings; value: RemindersView };
  /** What is to be said now, once. */
  "reminders.due": { params: Nothing; value: DueView };
  /** Puts a reminder away. */
  "reminders.dismiss": { params: DismissParams; value: null };
  /** Hands out exams, due dates, expiries and sessions as a calendar file. */
  "calendar.export": { params: ExportParams; value: CalendarFileView | null };
  /** What a foreign calendar file holds. */
  "calendar.read": { params: ReadParams; value: CalendarFoundView | null };
  /** Books exams from a calendar. */
  "calendar.take": { params: TakeParams; value: Array<CertificationView> };
  /** The portfolio. */
  "projects.list": { params: Nothing; value: ProjectsView };
  /** One project as a page. */
  "projects.show": { params: IdParams; value: ProjectPageView };
  /** Begins a project from a practice of the role pack. */
  "projects.begin": { params: BeginPracticeParams; value: ProjectView };
  /** Begins a project from a folder, and audits it. */
  "projects.begin_folder": { params: BeginFolderParams; value: ProjectView | null };
  /** A text in Markdown as safe HTML. */
  "projects.markdown": { params: MarkdownParams; value: MarkdownView };
  /** Saves the texts of a project. */
  "projects.save_text": { params: CaseStudyParams; value: ProjectView };
  /** Keeps what is being written. */
  "projects.draft": { params: DraftParams; value: null };
  /** Forgets what was written and not saved. */
  "projects.drop_draft": { params: IdParams; value: null };
  /** The saves of a project. */
  "projects.versions": { params: IdParams; value: Array<VersionLine> };
  /** One save of a project, whole. */
  "projects.version": { params: IdParams; value: VersionView };
  /** Brings a save of a project back. */
  "projects.restore": { params: IdParams; value: ProjectView };
  /** Says how a line of the checklist stands. */
  "projects.check": { params: CheckParams; value: ProjectView };
  /** Puts open lines of the checklist into the plan, or takes them out. */
  "projects.plan_lines": { params: PlanLinesParams; value: ProjectView };
  /** Audits the folder of a project. */
  "projects.audit": { params: ProjectAuditParams; value: AuditView | null };
  /** The newest audit of a project, and what it offers. */
  "projects.audit_show": { params: IdParams; value: AuditView | null };
  /** Lets findings of the audit prove skills and lines of the checklist. */
  "projects.accept": { params: ProofParams; value: ProjectView };
  /** Takes proofs of the audit back. */
  "projects.withdraw": { params: ProofParams; value: ProjectView };
  /** What is proven by what, and what by nothing. */
  "projects.matrix": { params: Nothing; value: MatrixView };
  /** What a folder shows, without a project. */
  "audit.folder": { params: AuditFolderParams; value: Report | null };
  /** How far the audit is that runs. */
  "audit.progress": { params: Nothing; value: AuditProgressView | null };
  /** Stops the audit that runs. */
  "audit.cancel": { params: Nothing; value: null };
  /** Adds or changes a project. */
  "projects.save": { params: ProjectParams; value: ProjectView };
  /** Removes a project. */
  "projects.remove": { params: IdParams; value: null };
  /** Keeps a file with a record. */
  "attachments.add": { params: AttachParams; value: AttachmentRecord | null };
  /** Keeps a file that was dropped or pasted with a record. */
  "attachments.add_bytes": { params: AttachBytesParams; value: AttachmentRecord };
  /** Puts the files of a record in order. */
  "attachments.order": { params: AttachmentOrderParams; value: Array<AttachmentRecord> };
  /** A small picture of a picture. */
  "attachments.thumb": { params: ThumbParams; value: PictureView };
  /** Says what a picture shows. */
  "attachments.describe": { params: DescribeParams; value: AttachmentRecord };
  /** Takes a file from its record. */
  "attachments.remove": { params: IdParams; value: null };
  /** A picture's bytes. */
  "attachments.picture": { params: IdParams; value: PictureView };
  /** A page of a PDF as a picture. */
  "attachments.page": { params: PageParams; value: PageView };
  /** Opens a file with the system's program. */
  "attachments.open": { params: IdParams; value: null };
  /** What was logged, newest first. */
  "log.list": { params: LogParams; value: LogView };
  /** Logs time afterwards, or corrects an entry. */
  "log.save": { params: LogSaveParams; value: Array<LogRow> };
  /** Removes an entry of the log. */
  "log.remove": { params: IdParams; value: null };
  /** The timer, or none. */
  "timer.show": { params: Nothing; value: TimerView | null };
  /** Starts the timer. */
  "timer.start": { params: TimerStartParams; value: TimerView };
  /** Pauses the timer. */
  "timer.pause": { params: Nothing; value: TimerView };
  /** Lets the timer run on. */
  "timer.resume": { params: Nothing; value: TimerView };
  /** Stops the timer and logs what it measured. */
  "timer.stop": { params: TimerStopParams; value: StopView };
  /** Stops the timer and logs nothing. */
  "timer.discard": { params: Nothing; value: null };
  /** When things will be done, and how sure that is. */
  "forecast.show": { params: Nothing; value: ForecastView };
  /** How often the kept forecasts were right. */
  "forecast.calibration": { params: Nothing; value: CalibrationView };
  /** Keeps today's standing and forecast, once a day. */
  "forecast.keep": { params: Nothing; value: KeptView };
  /** Today's plan and the scenarios beside it. */
  "scenario.list": { params: Nothing; value: ScenariosView };
  /** What a scenario would come to, without keeping it. */
  "scenario.try": { params: ScenarioParams; value: ScenarioView };
  /** Keeps a scenario beside the plan; at most four. */
  "scenario.save": { params: ScenarioParams; value: ScenarioView };
  /** Drops a scenario. */
  "scenario.remove": { params: IdParams; value: null };
  /** Makes a scenario the plan. */
  "scenario.take": { params: IdParams; value: PlanEffect };
  /** What was planned in a week, what was done, what slipped. */
  "review.show": { params: ReviewParams; value: ReviewView };
  /** Where a choice for next week would lead. */
  "review.try": { params: TryParams; value: ChoiceView };
  /** Closes a week with one choice for the next. */
  "review.close": { params: CloseParams; value: ReviewView };
  /** What to do now. */
  "today.show": { params: Nothing; value: TodayView };
  /** What was changed, newest first. */
  "history.list": { params: HistoryParams; value: HistoryView };
  /** Takes back the newest change. */
  "history.undo": { params: StepParams; value: HistoryRow };
  /** Does the last undone change again. */
  "history.redo": { params: StepParams; value: HistoryRow };
  /** Goes to a point in the history. */
  "history.go": { params: PointParams; value: WayView };
  /** Fills an empty profile with the example. */
  "example.fill": { params: ExampleParams; value: null };
  /** Removes the example. */
  "example.remove": { params: Nothing; value: RemovedView };
}

/**
 * Days with other hours, new or changed.
 */
export type AbsenceParams = { 
/**
 * The record to change; a new one where absent.
 */
id?: RecordId | null, 
/**
 * First day.
 */
from: Date, 
/**
 * Last day.
 */
to: Date, 
/**
 * Minutes on each of these days; 0 for none.
 */
minutes?: number, 
/**
 * Why.
 */
reason?: string, };

/**
 * Days with other hours.
 */
export type AbsenceRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * First day.
 */
from: Date, 
/**
 * Last day.
 */
to: Date, 
/**
 * Minutes on each of these days; 0 for none.
 */
minutes: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A badge to accept.
 */
export type AcceptParams = { 
/**
 * Of a badge that was checked.
 */
token?: string | null, 
/**
 * The file, in the terminal.
 */
path?: string | null, 
/**
 * The certification of the person's that it belongs to; a new one where absent.
 */
id?: RecordId | null, 
/**
 * For a new one, the catalogue's certification.
 */
certification?: CertificationId | null, 
/**
 * For one of their own, the skills that it speaks for.
 */
supports?: Array<SkillLevel>, };

/**
 * An address of the person's.
 */
export type AddressParams = { 
/**
 * An e-mail address.
 */
address: string, };

/**
 * Another way to write a skill's name.
 */
export type Alias = { 
/**
 * The words.
 */
text: string, 
/**
 * The only language it is used in; both where absent.
 */
lang: Lang | null, 
/**
 * Whether capitals matter.
 */
case_sensitive: boolean, 
/**
 * Whether it must stand as whole words.
 */
whole_token: boolean, };

/**
 * Why a command was refused. Nothing was changed.
 */
export type AppError = { 
/**
 * A stable code, for example `input.too_long`.
 */
code: string, 
/**
 * What the sentence is about.
 */
args: { [key in string]: string }, 
/**
 * What happened, that nothing was lost, and what to do.
 */
sentence: Text, };

/**
 * A record that is in both, and not the same.
 */
export type ArchiveDifference = { 
/**
 * Names it in `archive.take`: kind and id, `project:0190…`.
 */
key: string, 
/**
 * The kind, as a word.
 */
kind: string, 
/**
 * The kind in words, for one.
 */
kind_name: Text, 
/**
 * What it is called in the data.
 */
here: Text, 
/**
 * What it is called in the archive.
 */
there: Text, 
/**
 * The fields that differ, with both values as short texts.
 */
fields: Array<ArchiveField>, };

/**
 * Where an archive is put.
 */
export type ArchiveExportParams = { 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, 
/**
 * Whether a file that is there is replaced.
 */
replace?: boolean, };

/**
 * A field that differs.
 */
export type ArchiveField = { 
/**
 * Its name, as in the archive.
 */
field: string, 
/**
 * Its name in words.
 */
name: Text, 
/**
 * Its value in the data, in words and shortened.
 */
here: Text, 
/**
 * Its value in the archive, in words and shortened.
 */
there: Text, };

/**
 * An archive that was written.
 */
export type ArchiveFileView = { 
/**
 * Where it lies, for a person to read.
 */
path: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * What is in it, by kind.
 */
counts: Array<KindCount>, 
/**
 * How many attached files are in it.
 */
files: number, 
/**
 * How many attached files are not in it, because they are missing in the data folder already, or were altered.
 */
missing_files: number, };

/**
 * What an archive holds of a kind, held against the data.
 */
export type ArchiveKind = { 
/**
 * The kind, as a word.
 */
kind: string, 
/**
 * The kind in words, for more than one.
 */
name: Text, 
/**
 * Whether the program keeps it of its own reckoning, as past forecasts: nothing is chosen of it.
 */
kept: boolean, 
/**
 * In the archive, not in the data.
 */
new: number, 
/**
 * The same in both.
 */
same: number, 
/**
 * In both, and not the same.
 */
different: number, 
/**
 * In the data, not in the archive: it stays whatever is taken.
 */
only_here: number, };

/**
 * What taking an archive in would do. Nothing was changed.
 */
export type ArchivePreview = { 
/**
 * Names it in `archive.take`.
 */
id: string, 
/**
 * Where the file lies, for a person to read.
 */
path: string, 
/**
 * When it was made, as RFC 3339.
 */
made: string, 
/**
 * Version of the program that made it.
 */
program: string, 
/**
 * Its records by kind; kinds without any are left out.
 */
kinds: Array<ArchiveKind>, 
/**
 * Records that are in both and not the same.
 */
different: Array<ArchiveDifference>, 
/**
 * Attached files that would be added.
 */
new_files: number, 
/**
 * Attached files that are there already.
 */
same_files: number, 
/**
 * Attached files that were missing already when the archive was made, and are not there either.
 */
missing_files: number, };

/**
 * An archive to look at.
 */
export type ArchiveReadParams = { 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, };

/**
 * What to take of an archive.
 */
export type ArchiveTakeParams = { 
/**
 * The archive, as `archive.read` named it.
 */
id: string, 
/**
 * Records that differ and are to be as in the archive; the others stay as they are. New ones are added always.
 */
replace?: Array<string>, };

/**
 * What was taken of an archive: one change, which undo takes back.
 */
export type ArchiveTakenView = { 
/**
 * How many records were added.
 */
added: number, 
/**
 * How many are now as in the archive.
 */
replaced: number, 
/**
 * How many that differ stayed as they are.
 */
kept: number, };

/**
 * A file that the page itself holds: dropped on it or pasted.
 */
export type AttachBytesParams = { 
/**
 * What kind of record it belongs to.
 */
owner: Owner, 
/**
 * Id of that record.
 */
owner_id: RecordId, 
/**
 * Its name, without any folder.
 */
name: string, 
/**
 * Its bytes in base64.
 */
base64: string, 
/**
 * What a picture shows.
 */
alt?: string, };

/**
 * A file to keep with a record.
 */
export type AttachParams = { 
/**
 * What kind of record it belongs to.
 */
owner: Owner, 
/**
 * Id of that record.
 */
owner_id: RecordId, 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, 
/**
 * What a picture shows.
 */
alt?: string, };

/**
 * The files of a record in their order.
 */
export type AttachmentOrderParams = { 
/**
 * What kind of record they belong to.
 */
owner: Owner, 
/**
 * Id of that record.
 */
owner_id: RecordId, 
/**
 * The files, first to last; those that are not named come after.
 */
ids: Array<RecordId>, };

/**
 * A file that belongs to a record; its bytes lie beside the database by their hash.
 */
export type AttachmentRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * What kind of record it belongs to.
 */
owner: Owner, 
/**
 * Id of that record.
 */
owner_id: RecordId, 
/**
 * File name, without any folder.
 */
name: string, 
/**
 * Media type, by its first bytes.
 */
media_type: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of its bytes, in lower-case hexadecimal.
 */
sha256: string, 
/**
 * What a picture shows, for those who do not see it.
 */
alt: string, 
/**
 * Whether it is an Open Badge that the certification rests on.
 */
badge: boolean, 
/**
 * Its place among the files of its record, lowest first.
 */
position: number, };

/**
 * An attempt that was not passed.
 */
export type Attempt = { 
/**
 * The day.
 */
on: Date, 
/**
 * The score, as reported.
 */
score: string, 
/**
 * What it cost.
 */
cost: number | null, 
/**
 * ISO 4217 code of the cost.
 */
currency: string | null, 
/**
 * Notes: what was hard.
 */
note: string, };

/**
 * The newest audit of a project, in short.
 */
export type AuditBrief = { 
/**
 * When: an instant in RFC 3339.
 */
at: string, 
/**
 * What it shows of the project as a whole.
 */
shown: Shown, 
/**
 * The languages with most lines of code, at most three.
 */
languages: Array<string>, 
/**
 * Lines of code in all.
 */
code: number, 
/**
 * How many findings there are.
 */
findings: number, 
/**
 * How many of them look like secrets.
 */
secrets: number, 
/**
 * Commits.
 */
commits: number, 
/**
 * Those of the person's own.
 */
own: number, 
/**
 * Day of the person's first commit.
 */
own_first: Date | null, 
/**
 * Day of the person's last commit.
 */
own_last: Date | null, 
/**
 * Whether something could not be read.
 */
partial: boolean, };

/**
 * One change.
 */
export type AuditChange = { "kind": "found", 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * What was found.
 */
name: Text, 
/**
 * What it is about.
 */
about: FindingKind, } | { "kind": "gone", 
/**
 * Id of the rule.
 */
rule: string, 
/**
 * What was found.
 */
name: Text, 
/**
 * What it was about.
 */
about: FindingKind, } | { "kind": "lines", 
/**
 * The language.
 */
language: string, 
/**
 * Lines of code before.
 */
before: number, 
/**
 * Lines of code now.
 */
after: number, } | { "kind": "commits", 
/**
 * Commits before.
 */
before: number, 
/**
 * Commits now.
 */
after: number, 
/**
 * The person's before.
 */
own_before: number, 
/**
 * The person's now.
 */
own_after: number, } | { "kind": "rules", 
/**
 * Version before.
 */
before: number, 
/**
 * Version now.
 */
after: number, };

/**
 * A folder to audit without a project.
 */
export type AuditFolderParams = { 
/**
 * The folder, in the terminal; in the window the person is asked.
 */
path?: string | null, 
/**
 * Addresses whose commits are the person's own, beside those that they keep.
 */
addresses?: Array<string>, };

/**
 * A skill that findings speak for.
 */
export type AuditOfferView = { 
/**
 * The skill, the level, the findings.
 */
offer: Offer, 
/**
 * Name of the skill.
 */
name: Text, 
/**
 * The level that was accepted; none where it was not.
 */
accepted: Level | null, 
/**
 * What is proven of the skill today, by everything.
 */
proven: Level, 
/**
 * What the target asks for; 0 when it does not.
 */
asked: Level, };

/**
 * Where something was found.
 */
export type AuditPlace = { 
/**
 * Path within the folder, with `/` between its parts; bytes that are no UTF-8 are replaced.
 */
file: string, 
/**
 * Line, from 1; 0 where the file itself is what was found.
 */
line: number, };

/**
 * How far an audit is.
 */
export type AuditProgressView = { 
/**
 * What it is at: `opening`, `files` (files and history together), `done`.
 */
stage: string, 
/**
 * Files that were looked at.
 */
files: number, 
/**
 * Files in all; 0 while they are not counted.
 */
files_total: number, 
/**
 * Commits that were read.
 */
commits: number, };

/**
 * The newest audit of a project, and what it offers.
 */
export type AuditView = { 
/**
 * When: an instant in RFC 3339.
 */
at: string, 
/**
 * What it found.
 */
report: Report, 
/**
 * What it shows of the project as a whole.
 */
shown: Shown, 
/**
 * Skills that it speaks for, those that the target asks for first.
 */
offers: Array<AuditOfferView>, 
/**
 * Proofs that it no longer shows.
 */
lost: Array<LostProof>, 
/**
 * Open lines of the checklist that it speaks for.
 */
lines: Array<LineSuggestion>, 
/**
 * When the audit before was made.
 */
before: string | null, 
/**
 * What changed since.
 */
changes: Array<AuditChange>, 
/**
 * Addresses whose commits count as the person's own.
 */
addresses: Array<string>, };

/**
 * The folder of choice, and what is kept there.
 */
export type AwayView = { 
/**
 * Its path, for a person to read.
 */
folder: string, 
/**
 * Whether it is there now.
 */
reachable: boolean, 
/**
 * Whether what is put there is encrypted.
 */
encrypted: boolean, 
/**
 * When the last backup was put there, as RFC 3339.
 */
last: string | null, 
/**
 * Why the last try failed.
 */
problem: AppError | null, };

/**
 * What is in a backup. Every file of it was read and held against its hash to say so.
 */
export type BackupContentView = { 
/**
 * The backup.
 */
backup: BackupRow, 
/**
 * Whether everything in it is as it was when it was made.
 */
whole: boolean, 
/**
 * What is wrong, where it is not whole, or why it cannot be looked into.
 */
fault: AppError | null, 
/**
 * Its records by kind; kinds without any are left out on both sides.
 */
counts: Array<KindCount>, 
/**
 * How many attached files are in it.
 */
files: number, 
/**
 * Their size in bytes.
 */
file_bytes: number, 
/**
 * When its newest change was made, as RFC 3339.
 */
newest_at: string | null, 
/**
 * Its newest change, as a sentence.
 */
newest: Text | null, 
/**
 * Version of the program that made it.
 */
program: string, };

/**
 * A backup file from elsewhere.
 */
export type BackupFileParams = { 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, };

/**
 * The folder of choice.
 */
export type BackupFolderParams = { 
/**
 * The folder, in the terminal; in the window the person is asked.
 */
path?: string | null, };

/**
 * Which backup, and its passphrase.
 */
export type BackupParams = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its passphrase, where it is encrypted and this computer does not know it.
 */
passphrase?: string | null, };

/**
 * One backup, as it is listed.
 */
export type BackupRow = { 
/**
 * Names it in later calls: `here:…` beside the data, `away:…` in the folder of choice, `file:…` a picked file.
 */
id: string, 
/**
 * When it was made, as RFC 3339; none where only the passphrase tells.
 */
made: string | null, 
/**
 * Why it was made, as a sentence: `after changes`, `before a migration` …
 */
why: Text, 
/**
 * The same as a word: `changes`, `asked`, `before-migration`, `before-import`, `before-restore`, `before-repair`,
 * `before-move`.
 */
reason: string, 
/**
 * Its size in bytes, files included.
 */
bytes: number, 
/**
 * Whether it is encrypted.
 */
encrypted: boolean, 
/**
 * Whether it lies in the folder of choice.
 */
away: boolean, 
/**
 * Where it lies, for a person to read.
 */
path: string, };

/**
 * All backups, newest first.
 */
export type BackupsView = { 
/**
 * The backups.
 */
rows: Array<BackupRow>, 
/**
 * The folder beside the data that holds backups, for a person to read.
 */
folder: string, 
/**
 * What they take of the disk, in bytes; files that several share counted once.
 */
bytes: number, 
/**
 * The folder of choice; none where none was chosen.
 */
away: AwayView | null, 
/**
 * Whether a passphrase is set for the folder of choice.
 */
passphrase: boolean, 
/**
 * Why the last backup that was due failed, if it did.
 */
problem: AppError | null, };

/**
 * What the badge came in.
 */
export type BadgeContainer = "json" | "jwt" | "png" | "svg";

/**
 * A file, or a text, that may be a badge.
 */
export type BadgeFileParams = { 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, 
/**
 * The badge itself as text: JSON or a token.
 */
text?: string | null, 
/**
 * A badge that was checked before, to check it again.
 */
token?: string | null, 
/**
 * Keys to trust for this check alone, each as JSON Web Key.
 */
keys?: Array<string>, 
/**
 * Addresses to compare the recipient with for this check alone.
 */
addresses?: Array<string>, };

/**
 * A public key, as a JSON Web Key without anything private.
 */
export type BadgeKey = { 
/**
 * The key as JSON (RFC 7517), with its required members in lexicographic order.
 */
jwk: string, 
/**
 * SHA-256 thumbprint (RFC 7638), base64url without padding.
 */
thumbprint: string, 
/**
 * `RSA`, `EC P-256` or `Ed25519`.
 */
kind: string, };

/**
 * Why a badge has its verdict: a code, and what it is about.
 */
export type BadgeReason = { 
/**
 * What was found, as in `signature_mismatch`.
 */
code: BadgeReasonCode, 
/**
 * The field, the value or the file's own words that it is about; empty where there is none.
 */
detail: string, };

/**
 * Everything that a check can find.
 */
export type BadgeReasonCode = "signature_valid" | "signature_mismatch" | "key_pinned" | "key_in_file" | "key_not_in_file" | "key_unusable" | "key_of_another_issuer" | "algorithm_none" | "algorithm_unsupported" | "issuer_mismatch" | "id_mismatch" | "subject_mismatch" | "time_mismatch" | "hosted" | "no_proof" | "proof_unsupported" | "proof_not_valid_for_this" | "context_unknown" | "expired" | "not_yet_valid" | "issued_in_future" | "ends_before_start" | "recipient_matches" | "recipient_differs" | "recipient_not_compared" | "recipient_not_named" | "revoked" | "revocation_not_checked" | "field_missing" | "field_invalid" | "not_an_award" | "no_badge" | "several_badges" | "compressed" | "bad_checksum" | "broken" | "too_large" | "too_deep" | "entities" | "active_content" | "duplicate_name";

/**
 * How the recipient compares with the addresses of the person.
 */
export type BadgeRecipient = "mine" | "other" | "not_compared" | "not_named";

/**
 * What a badge says of itself, and what the check of it came to.
 */
export type BadgeReport = { 
/**
 * Which specification it follows.
 */
version: BadgeVersion, 
/**
 * What it came in.
 */
container: BadgeContainer, 
/**
 * What the check came to.
 */
verdict: BadgeVerdict, 
/**
 * Why, the deciding one first.
 */
reasons: Array<BadgeReason>, 
/**
 * Name of the achievement.
 */
name: string | null, 
/**
 * Name of the issuer; where it has none, its address.
 */
issuer: string | null, 
/**
 * The issuer's own id: an address or a decentralised identifier.
 */
issuer_id: string | null, 
/**
 * When it was issued, as the badge says, RFC 3339.
 */
issued: string | null, 
/**
 * When it ends, RFC 3339.
 */
expires: string | null, 
/**
 * Id of the credential.
 */
credential_id: string | null, 
/**
 * What it stands for.
 */
description: string | null, 
/**
 * What had to be done for it: a text or an address.
 */
criteria: string | null, 
/**
 * Codes and names of what it is aligned with.
 */
alignment: Array<string>, 
/**
 * How the recipient compares with the person.
 */
recipient: BadgeRecipient, 
/**
 * The key that it was checked with, or that it carries.
 */
key: BadgeKey | null, };

/**
 * What badges are held against.
 */
export type BadgeTrustView = { 
/**
 * Keys that the person trusts.
 */
keys: Array<IssuerKey>, 
/**
 * Their addresses.
 */
addresses: Array<string>, };

/**
 * What the check came to. Revocation is never checked: that needs a network.
 */
export type BadgeVerdict = "intact_key_pinned" | "intact_issuer_unknown" | "altered" | "expired" | "hosted_unchecked" | "invalid";

/**
 * Version of the Open Badges specification that a file follows.
 */
export type BadgeVersion = "2.0" | "3.0" | "1.x" | "none";

/**
 * A badge: what it says and what the check of it came to.
 */
export type BadgeView = { 
/**
 * By which it can be accepted, until the program ends; none for one that was accepted.
 */
token: string | null, 
/**
 * Name of the file.
 */
file: string, 
/**
 * What it says, and the verdict.
 */
report: BadgeReport, 
/**
 * Its picture as a `data:` address, where it has one that is safe to show.
 */
picture: string | null, 
/**
 * What the person calls the key that it was checked with.
 */
key_name: string | null, 
/**
 * Whether it may be accepted.
 */
acceptable: boolean, 
/**
 * Certifications of the catalogue whose name or code it carries.
 */
matches: Array<CertificationId>, 
/**
 * The person's certification that it belongs to.
 */
record: RecordId | null, 
/**
 * The attachment that it is kept as.
 */
attachment: RecordId | null, };

/**
 * Why an item starts when it does.
 */
export type Because = { "kind": "start" } | { "kind": "capacity", 
/**
 * The item that took it.
 */
item: string, } | { "kind": "waits_for", 
/**
 * The item that it waits for.
 */
item: string, } | { "kind": "not_before", 
/**
 * The first day it may be worked on.
 */
date: Date, } | { "kind": "pinned", 
/**
 * The day of that session.
 */
date: Date, } | { "kind": "focus_limit", 
/**
 * The item whose end made room.
 */
item: string, } | { "kind": "nothing_to_do" };

/**
 * A folder that becomes a project.
 */
export type BeginFolderParams = { 
/**
 * The folder, in the terminal; in the window the person is asked.
 */
path?: string | null, 
/**
 * The practice that it is one of.
 */
practice?: PracticeId | null, };

/**
 * What first start asks: a target, where one stands, time.
 */
export type BeginParams = { 
/**
 * The rung.
 */
rung: RungId, 
/**
 * The main stack.
 */
stack?: StackId | null, 
/**
 * The day they want to be ready.
 */
ready_by?: Date | null, 
/**
 * Minutes of each weekday, Monday first; the usual ones where absent.
 */
weekly_minutes?: [number, number, number, number, number, number, number] | null, 
/**
 * Hours a week instead, spread over the days.
 */
weekly_hours?: number | null, 
/**
 * Levels that they claim.
 */
levels?: Array<SkillLevel>, 
/**
 * Refuse where there is a target already: of two that begin at once, one does.
 */
first?: boolean, };

/**
 * A practice that is taken up as a project.
 */
export type BeginPracticeParams = { 
/**
 * The practice.
 */
practice: PracticeId, 
/**
 * Name of the project.
 */
name: string, };

/**
 * An exam's date.
 */
export type BookParams = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Day of the exam.
 */
exam_on: Date, 
/**
 * Time of the exam, `HH:MM`.
 */
exam_at?: string | null, 
/**
 * IANA time zone of the exam.
 */
exam_zone?: string | null, 
/**
 * Where: an address, or `online`.
 */
place?: string, 
/**
 * What it costs.
 */
cost?: number | null, 
/**
 * ISO 4217 code of the cost.
 */
currency?: string | null, 
/**
 * The last day on which it can be moved, where they know better than the catalogue.
 */
reschedule_by?: Date | null, };

/**
 * A week of the burn-up: minutes since the plan began, summed up to the end of the week.
 */
export type BurnWeek = { 
/**
 * Its Monday.
 */
start: Date, 
/**
 * Of past weeks, what was done when the week began and what was planned for it; none where that was not kept. From
 * this week on, what was done so far and what is planned.
 */
planned: number | null, 
/**
 * Minutes that were logged; none for weeks to come.
 */
done: number | null, 
/**
 * Forecast, for this week and those to come: in 85 of 100 runs at least this much.
 */
low: number | null, 
/**
 * With even odds at least this much.
 */
middle: number | null, 
/**
 * In 15 of 100 runs at least this much.
 */
high: number | null, };

/**
 * When there is time.
 */
export type Calendar = { 
/**
 * Minutes of each weekday, Monday first, 0 to 1,440.
 */
weekly_minutes: [number, number, number, number, number, number, number], 
/**
 * Days that differ.
 */
exceptions: Array<Exception>, };

/**
 * A calendar that was handed out.
 */
export type CalendarFileView = { 
/**
 * Where it lies; none where it is the answer itself, or the person chose no file.
 */
path: string | null, 
/**
 * The calendar itself, where no file was named.
 */
text: string | null, 
/**
 * How many events it holds.
 */
events: number, };

/**
 * What a foreign calendar holds.
 */
export type CalendarFoundView = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Its events, those ahead first.
 */
events: Array<FoundEvent>, 
/**
 * Events that could not be read: line and why.
 */
skipped: Array<[number, string]>, };

/**
 * When there is time: what is set, also where no plan can be made from it.
 */
export type CalendarView = { 
/**
 * Hours a week and ways of working.
 */
settings: PlanSettings, 
/**
 * Days with other hours.
 */
absences: Array<AbsenceRecord>, 
/**
 * Countries whose public holidays are known.
 */
countries: Array<string>, };

/**
 * A forecast and what became of it.
 */
export type CalibrationRow = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * The day it was forecast.
 */
made_on: Date, 
/**
 * Even odds.
 */
p50: Date | null, 
/**
 * 85 in 100.
 */
p85: Date | null, 
/**
 * 95 in 100.
 */
p95: Date | null, 
/**
 * The day it was done; none while it is open.
 */
ended_on: Date | null, };

/**
 * How often the forecasts were right.
 */
export type CalibrationView = { 
/**
 * The day from which forecasts were kept.
 */
since: Date | null, 
/**
 * Forecasts that were kept.
 */
kept: number, 
/**
 * By horizon, `all` first.
 */
horizons: Array<HorizonView>, 
/**
 * The settled ones and the open ones, newest first, at most 200.
 */
rows: Array<CalibrationRow>, };

/**
 * How the data stands, and what can be done.
 */
export type CareView = { 
/**
 * How it stands.
 */
state: DataState, 
/**
 * The folder of the data, for a person to read.
 */
folder: string, 
/**
 * Whether the program did not end properly last time; everything was checked since, and is whole.
 */
ended_badly: boolean, 
/**
 * Attached files that this check brought back from a backup, by their names.
 */
files_back: Array<string>, 
/**
 * What is wrong.
 */
trouble: AppError | null, 
/**
 * The newest backup that is whole, where the data is damaged.
 */
backup: BackupContentView | null, 
/**
 * What could be salvaged, where the data is damaged; none where nothing can be read.
 */
salvage: SalvageView | null, };

/**
 * What a skill rests on in a report.
 */
export type Carry = { 
/**
 * Id of the rule; `language.` and the language for lines of code.
 */
rule: string, 
/**
 * What was found.
 */
name: Text, 
/**
 * Where, first.
 */
place: AuditPlace, };

/**
 * The texts of a project that are written rather than filled in.
 */
export type CaseStudy = { 
/**
 * What it is, in a sentence or two.
 */
summary: string, 
/**
 * The case study, in Markdown.
 */
story: string, 
/**
 * What came of it, in Markdown.
 */
results: string, };

/**
 * The texts of a project.
 */
export type CaseStudyParams = { 
/**
 * The project.
 */
id: RecordId, 
/**
 * Its texts.
 */
text: CaseStudy, };

/**
 * The texts of a project as HTML that is safe to show.
 */
export type CaseStudyView = { 
/**
 * The case study.
 */
story: string, 
/**
 * What came of it.
 */
results: string, 
/**
 * Its decisions, in their order.
 */
decisions: Array<DecisionHtml>, };

/**
 * A certification of the catalogue against the target.
 */
export type CatalogueRow = { 
/**
 * The facts, with the person's corrections.
 */
known: Certification, 
/**
 * The facts as they were shipped, where the person corrected some.
 */
shipped: Certification | null, 
/**
 * What the person corrected.
 */
corrections: Array<CorrectionView>, 
/**
 * Skills that it speaks for.
 */
supports: Array<SupportView>, 
/**
 * How many of them the target asks and passing would raise.
 */
would_help: number, 
/**
 * Id of the person's own record of it.
 */
mine: RecordId | null, 
/**
 * Where that record stands today.
 */
stage: CertificationStage | null, 
/**
 * What is needed first, and theirs, what comes first first.
 */
needs: Array<CertificationId>, 
/**
 * What needs this one.
 */
leads_to: Array<CertificationId>, };

/**
 * A certification of the catalogue, with dated facts.
 */
export type Certification = { 
/**
 * Id.
 */
id: CertificationId, 
/**
 * The provider's code.
 */
code: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Who gives it.
 */
provider: string, 
/**
 * `entry`, `fundamentals`, `associate`, `practitioner`, `intermediate`, `professional`, `expert` or `specialist`.
 */
level: string, 
/**
 * Whether it can be taken.
 */
status: CertificationStatus, 
/**
 * The day it was retired, or will be.
 */
retired_on: Date | null, 
/**
 * What replaces it.
 */
replaced_by: CertificationId | null, 
/**
 * Certifications that are needed first.
 */
requires: Array<CertificationId>, 
/**
 * What the provider asks or recommends.
 */
prerequisites: Text | null, 
/**
 * What it costs.
 */
price: Price | null, 
/**
 * How long the exam takes.
 */
minutes: number | null, 
/**
 * How many questions or tasks, as the provider says.
 */
questions: string | null, 
/**
 * What is needed to pass, as the provider says.
 */
pass_mark: string | null, 
/**
 * How long it is valid; none when it does not expire or nobody could tell.
 */
validity_months: number | null, 
/**
 * How it is kept; none where nobody could tell.
 */
renewal: Renewal | null, 
/**
 * When it may be tried again after a failure; none where nobody could tell.
 */
retake: Retake | null, 
/**
 * Hours before its time until which a booked exam can be moved; none where nobody could tell.
 */
reschedule_hours: number | null, 
/**
 * Whether one performs tasks instead of choosing answers.
 */
performance_based: boolean, 
/**
 * Skills that it speaks for.
 */
supports: Array<Supports>, 
/**
 * Hours of revision and mock exams beyond the skills: an estimate of ours.
 */
exam_hours: number | null, 
/**
 * The provider's page.
 */
url: string | null, 
/**
 * The day these facts were gathered.
 */
facts_as_of: Date, 
/**
 * Where they were seen.
 */
seen_at: string | null, 
/**
 * Names of the fields above that nobody verified; `all` for all of them.
 */
unverified: Array<string>, 
/**
 * What to know about it.
 */
note: Text | null, 
/**
 * The documents' words, where they name it.
 */
says: Array<Citation>, };

/**
 * A certification of the catalogue, or one of the person's own (`own-…`).
 */
export type CertificationId = string;

/**
 * A certification of the person's, new or changed.
 */
export type CertificationParams = { 
/**
 * The record to change; a new one where absent.
 */
id?: RecordId | null, 
/**
 * The catalogue's certification; absent for one of the person's own.
 */
certification?: CertificationId | null, 
/**
 * Name of their own.
 */
name?: string, 
/**
 * Provider of their own.
 */
provider?: string, 
/**
 * Where it stands; wished where absent.
 */
stage?: CertificationStage, 
/**
 * The day they want to have prepared it by.
 */
wanted_by?: Date | null, 
/**
 * Day of the exam.
 */
exam_on?: Date | null, 
/**
 * Time of the exam, `HH:MM`.
 */
exam_at?: string | null, 
/**
 * IANA time zone of the exam.
 */
exam_zone?: string | null, 
/**
 * Where: an address, or `online`.
 */
place?: string, 
/**
 * What it cost, or will.
 */
cost?: number | null, 
/**
 * ISO 4217 code of the cost.
 */
currency?: string | null, 
/**
 * The last day on which the booked exam can be moved, where they know better than the catalogue.
 */
reschedule_by?: Date | null, 
/**
 * The score, as reported.
 */
score?: string, 
/**
 * Which attempt this is, from 1; one more than those that were not passed where absent.
 */
attempt?: number | null, 
/**
 * The day from which it may be tried again, where they know better than the catalogue.
 */
retry_from?: Date | null, 
/**
 * Day of issue.
 */
issued?: Date | null, 
/**
 * Day of expiry.
 */
expires?: Date | null, 
/**
 * The credential's id.
 */
credential_id?: string, 
/**
 * Where it can be checked.
 */
url?: string, 
/**
 * Notes.
 */
note?: string, 
/**
 * Whether they mean to keep it up; as it was where absent, else yes.
 */
keep_up?: boolean | null, 
/**
 * For one of their own: whether its exam has tasks to perform.
 */
performance_based?: boolean, 
/**
 * Skills that one of their own speaks for.
 */
supports?: Array<SkillLevel>, 
/**
 * Attempts that were not passed; as they were where absent.
 */
attempts?: Array<Attempt> | null, 
/**
 * What was paid beside the exam; as it was where absent.
 */
costs?: Array<Cost> | null, 
/**
 * Credits toward its renewal; as they were where absent.
 */
credits?: Array<Credit> | null, 
/**
 * Terms that a renewal followed; as they were where absent.
 */
periods?: Array<Term> | null, };

/**
 * A certification of the person's.
 */
export type CertificationRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * The catalogue's certification; none for one of the person's own.
 */
certification: CertificationId | null, 
/**
 * Name of their own.
 */
name: string, 
/**
 * Provider of their own.
 */
provider: string, 
/**
 * Where it stands.
 */
stage: CertificationStage, 
/**
 * The day they want to have prepared it by.
 */
wanted_by: Date | null, 
/**
 * Day of the exam.
 */
exam_on: Date | null, 
/**
 * Time of the exam, `HH:MM`.
 */
exam_at: string | null, 
/**
 * IANA time zone of the exam.
 */
exam_zone: string | null, 
/**
 * Where: an address, or `online`.
 */
place: string, 
/**
 * What this attempt cost, or will.
 */
cost: number | null, 
/**
 * ISO 4217 code of the cost.
 */
currency: string | null, 
/**
 * The last day on which the booked exam can be moved, where the person knows better than the catalogue.
 */
reschedule_by: Date | null, 
/**
 * The score, as reported.
 */
score: string, 
/**
 * Which attempt this is, from 1.
 */
attempt: number, 
/**
 * The day from which it may be tried again, where the person knows better than the catalogue.
 */
retry_from: Date | null, 
/**
 * Day of issue; after a renewal the day of that.
 */
issued: Date | null, 
/**
 * Day of expiry: the last day on which it holds.
 */
expires: Date | null, 
/**
 * The credential's id.
 */
credential_id: string, 
/**
 * Where it can be checked.
 */
url: string, 
/**
 * Notes.
 */
note: string, 
/**
 * Whether the person means to keep it up when its renewal opens.
 */
keep_up: boolean, 
/**
 * For one of the person's own: whether its exam has tasks to perform instead of answers to choose.
 */
performance_based: boolean, 
/**
 * Skills that one of their own speaks for.
 */
supports: Array<SkillLevel>, 
/**
 * Attempts that were not passed, oldest first.
 */
attempts: Array<Attempt>, 
/**
 * What was paid beside the exam itself.
 */
costs: Array<Cost>, 
/**
 * Credits toward its renewal.
 */
credits: Array<Credit>, 
/**
 * Times for which it held before it was renewed, oldest first.
 */
periods: Array<Term>, };

/**
 * Where a certification stands.
 */
export type CertificationStage = "wished" | "planned" | "booked" | "passed" | "failed" | "held" | "expiring" | "expired" | "renewed";

/**
 * Whether an exam can be taken.
 */
export type CertificationStatus = "active" | "retired" | "announced" | "doubtful" | "historic";

/**
 * What may be done with a certification of the person's.
 */
export type CertificationVerb = "plan" | "book" | "move" | "pass" | "fail" | "hold" | "renew";

/**
 * A certification of the person's with what is known of it.
 */
export type CertificationView = { 
/**
 * The record.
 */
record: CertificationRecord, 
/**
 * Its name.
 */
name: string, 
/**
 * Its provider.
 */
provider: string, 
/**
 * Where it stands today: `expiring` and `expired` follow from the date.
 */
stage: CertificationStage, 
/**
 * Days until the exam; negative when past.
 */
days_to_exam: number | null, 
/**
 * The moment of the exam, RFC 3339 in UTC, where its time and zone are known.
 */
exam_moment: string | null, 
/**
 * Days until it expires; negative when past.
 */
days_to_expiry: number | null, 
/**
 * The catalogue's facts, with the person's corrections.
 */
known: Certification | null, 
/**
 * Skills that it speaks for.
 */
supports: Array<SupportView>, 
/**
 * Its files.
 */
attachments: Array<AttachmentRecord>, 
/**
 * Its preparation in the plan; none unless it is planned or booked, and where no plan can be made.
 */
preparation: PreparationView | null, 
/**
 * Until when the booked exam can be moved.
 */
move_by: MoveView | null, 
/**
 * When it may be tried again after a failure.
 */
retry: RetryView | null, 
/**
 * How it is kept up, once it was passed.
 */
renewal: RenewalView | null, 
/**
 * What is needed first.
 */
needs: Array<NeedView>, 
/**
 * What may be done next.
 */
next: Array<CertificationVerb>, };

/**
 * Certifications: the person's and the catalogue.
 */
export type CertificationsView = { 
/**
 * The person's, nearest date first.
 */
mine: Array<CertificationView>, 
/**
 * The catalogue.
 */
catalogue: Array<CatalogueRow>, 
/**
 * What was spent and what is ahead, by year and currency: never added across currencies.
 */
years: Array<SpentYear>, 
/**
 * Each amount.
 */
spent: Array<SpentItem>, };

/**
 * How a line of the checklist stands.
 */
export type CheckParams = { 
/**
 * The project.
 */
id: RecordId, 
/**
 * The line.
 */
line: StatementId, 
/**
 * How it stands; as it did where absent.
 */
mark?: ChecklistMark | null, 
/**
 * A note; as it was where absent.
 */
note?: string | null, };

/**
 * How a line of a project's checklist stands, with a note.
 */
export type CheckState = { 
/**
 * How it stands.
 */
mark: ChecklistMark, 
/**
 * A note or what shows it.
 */
note: string, 
/**
 * Whether it stands in the plan while it is open.
 */
planned: boolean, 
/**
 * The finding that it rests on.
 */
rests_on: Carry | null, };

/**
 * A line of a project's checklist.
 */
export type CheckView = { 
/**
 * The line as the role pack has it.
 */
item: PracticeItem, 
/**
 * How it stands.
 */
state: CheckState, };

/**
 * How a line of a checklist stands.
 */
export type ChecklistMark = "open" | "done" | "not_applicable";

/**
 * A set of skills of which a rung asks one.
 */
export type Choice = { 
/**
 * Id, for example `main-language`.
 */
id: ChoiceId, 
/**
 * Its name.
 */
name: Text, 
/**
 * The skills to choose from.
 */
members: Array<ChoiceMember>, };

/**
 * A set of skills of which a rung asks one.
 */
export type ChoiceId = string;

/**
 * A member of a choice.
 */
export type ChoiceMember = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Counts only when this skill is the person's choice elsewhere.
 */
with: SkillId | null, };

/**
 * A choice for next week, and where it leads.
 */
export type ChoiceView = { 
/**
 * The choice.
 */
choice: ReviewChoice, 
/**
 * Title of the item that it names.
 */
title: Text | null, 
/**
 * The day on which the plan would end.
 */
finish: Date | null, 
/**
 * Why there would be no plan.
 */
refused: Text | null, };

/**
 * A choice of the target with the member that counts.
 */
export type ChosenView = { 
/**
 * The choice.
 */
choice: ChoiceId, 
/**
 * Its name.
 */
name: Text, 
/**
 * The chosen member; none when the best one counts.
 */
skill: SkillId | null, 
/**
 * Its name.
 */
skill_name: Text | null, };

/**
 * The exact words of a source.
 */
export type Citation = { 
/**
 * The source.
 */
source: SourceId, 
/**
 * Its exact words; white space may differ.
 */
quote: string, };

/**
 * A statement of the pack as it stands in one source: what `role sources` lists.
 */
export type CitedStatement = { 
/**
 * The statement's id, `@` and the source's; `-2`, `-3` … where one source carries it more than once.
 */
id: string, 
/**
 * What it is about: `mission`, `skill`, `rung` …
 */
kind: string, 
/**
 * Id of the thing that it is about.
 */
subject: string, 
/**
 * The statement.
 */
text: Text, 
/**
 * Id of the source.
 */
source: SourceId, 
/**
 * File name of the source's document.
 */
document: string, 
/**
 * The document's exact words.
 */
quote: string, };

/**
 * What was chosen.
 */
export type CloseParams = { 
/**
 * Monday of the week that is closed.
 */
week: Date, 
/**
 * The choice for the next one.
 */
choice: ReviewChoice, 
/**
 * Notes.
 */
note?: string, };

/**
 * What the history tells. Merges count as commits; dates are those of the authors, in their own time zones.
 */
export type CommitHistory = { 
/**
 * Commits that lead to the one that was read.
 */
commits: number, 
/**
 * Those by the person's own addresses, after the mailmap.
 */
own: number, 
/**
 * Authors, by address after the mailmap.
 */
authors: number, 
/**
 * Day of the first commit.
 */
first: Date | null, 
/**
 * Day of the last one.
 */
last: Date | null, 
/**
 * Day of the person's first commit.
 */
own_first: Date | null, 
/**
 * Day of the person's last one.
 */
own_last: Date | null, 
/**
 * Weeks, Monday to Sunday, with a commit.
 */
weeks: number, 
/**
 * Weeks with a commit of the person's.
 */
own_weeks: number, 
/**
 * Whether a mailmap was followed.
 */
mailmap: boolean, 
/**
 * Whether every commit was read.
 */
complete: boolean, };

/**
 * One of them.
 */
export type CompareColumn = { 
/**
 * Its row of the catalogue.
 */
row: CatalogueRow, 
/**
 * Proven readiness after passing it, 0 to 1; none without a target.
 */
ready_after: number | null, 
/**
 * Hours of revision and mock exams: an estimate of ours, or the person's.
 */
exam_hours: number, 
/**
 * Hours of skills that it asks for and that the plan does not hold anyway.
 */
more_hours: number, 
/**
 * Hours of skills that it asks for and that the plan holds anyway.
 */
shared_hours: number, 
/**
 * When it would be prepared, were it planned now beside everything else; none where no plan can be made.
 */
prepared_on: Date | null, 
/**
 * Certifications that are needed first and not held, with their names.
 */
missing: Array<[CertificationId, string]>, };

/**
 * Which certifications to compare.
 */
export type CompareParams = { 
/**
 * One to four of the catalogue.
 */
certifications: Array<CertificationId>, };

/**
 * Some certifications side by side.
 */
export type CompareView = { 
/**
 * Proven readiness for the target now, 0 to 1; none without a target.
 */
ready_now: number | null, 
/**
 * One for each, in the order in which they were asked for.
 */
columns: Array<CompareColumn>, };

/**
 * Who is paid.
 */
export type Contract = "employee" | "freelance" | "unstated";

/**
 * What a public contribution is.
 */
export type ContributionForm = "change" | "talk" | "publication";

/**
 * A fact of the catalogue, as the person has it.
 */
export type CorrectParams = { 
/**
 * Which certification of the catalogue.
 */
certification: CertificationId, 
/**
 * Which fact.
 */
fact: Fact, 
/**
 * What it is: `165 USD`, `90`, `retake`; empty where it is not known or there is none. Null takes the catalogue's again.
 */
value?: string | null, 
/**
 * The day on which they saw it; today where absent.
 */
as_of?: Date | null, 
/**
 * Where they saw it.
 */
source?: string, };

/**
 * A fact as the person has it.
 */
export type Correction = { 
/**
 * Which certification.
 */
certification: CertificationId, 
/**
 * Which fact.
 */
fact: Fact, 
/**
 * What it is, as [`Fact`] says; empty where it is not known or there is none.
 */
value: string, 
/**
 * The day on which the person saw it.
 */
as_of: Date, 
/**
 * Where they saw it.
 */
source: string, };

/**
 * A fact that the person corrected.
 */
export type CorrectionView = { 
/**
 * The person's fact.
 */
correction: Correction, 
/**
 * Whether it still fits its fact; else the catalogue's stands.
 */
applies: boolean, };

/**
 * Something that was paid, beside the exam itself.
 */
export type Cost = { 
/**
 * The day.
 */
on: Date, 
/**
 * What for.
 */
what: CostKind, 
/**
 * How much.
 */
amount: number, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * Notes.
 */
note: string, };

/**
 * What money went to.
 */
export type CostKind = "course" | "material" | "renewal" | "travel" | "other";

/**
 * Credits toward a renewal (CPE, PDU, CE …).
 */
export type Credit = { 
/**
 * The day on which they were earned.
 */
on: Date, 
/**
 * How many; halves and quarters occur.
 */
credits: number, 
/**
 * What for.
 */
title: string, };

/**
 * How the data stands.
 */
export type DataState = "open" | "read_only" | "damaged";

/**
 * A civil date, written `YYYY-MM-DD`. 30 February cannot be built.
 */
export type Date = string;

/**
 * A day of this week.
 */
export type DayView = { 
/**
 * The day.
 */
date: Date, 
/**
 * Minutes that were logged.
 */
logged: number, 
/**
 * Minutes that are planned, from today on.
 */
planned: number, 
/**
 * Minutes that are available.
 */
capacity: number, };

/**
 * A decision of a project, as an architecture decision record.
 */
export type Decision = { 
/**
 * What was decided.
 */
title: string, 
/**
 * Where it stands.
 */
status: DecisionStatus, 
/**
 * The day.
 */
on: Date | null, 
/**
 * What it was about.
 */
context: string, 
/**
 * What was possible.
 */
options: string, 
/**
 * What was chosen.
 */
choice: string, 
/**
 * What follows.
 */
consequences: string, };

/**
 * The texts of a decision as HTML that is safe to show.
 */
export type DecisionHtml = { 
/**
 * What it was about.
 */
context: string, 
/**
 * What was possible.
 */
options: string, 
/**
 * What was chosen.
 */
choice: string, 
/**
 * What follows.
 */
consequences: string, };

/**
 * Where a decision stands.
 */
export type DecisionStatus = "proposed" | "accepted" | "rejected" | "superseded";

/**
 * By some weeks.
 */
export type DeferParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Weeks after the one in which it begins now, 1 to 52; it may begin on that Monday.
 */
weeks: number, };

/**
 * What a picture shows.
 */
export type DescribeParams = { 
/**
 * The attachment.
 */
id: RecordId, 
/**
 * What it shows, for those who do not see it.
 */
alt: string, };

/**
 * How a scenario differs from today's plan.
 */
export type DifferenceView = { 
/**
 * Days by which the plan ends later; earlier where negative.
 */
finish_days: number | null, 
/**
 * Days by which the 85-in-100 forecast lies later.
 */
p85_days: number | null, 
/**
 * Minutes of work more; fewer where negative.
 */
minutes: number, 
/**
 * Minutes a week more.
 */
weekly_minutes: number, 
/**
 * Points in 100 by which the chance is greater.
 */
chance_points: number | null, 
/**
 * Items that come in or go out, and those whose end moves most; at most twelve.
 */
moved: Array<MovedItem>, };

/**
 * Where the documents disagree: the sides stand beside each other, unsettled.
 */
export type Disagreement = { 
/**
 * Id.
 */
id: StatementId, 
/**
 * What they disagree about.
 */
question: Text, 
/**
 * Ids of statements or pay observations; at least two.
 */
sides: Array<StatementId>, 
/**
 * Why both stand.
 */
note: Text, };

/**
 * A reminder that the person has seen.
 */
export type DismissParams = { 
/**
 * Its key.
 */
key: string, };

/**
 * Done, or not.
 */
export type DoneParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * The day; null takes it back. For the step of a skill, being done claims the level; taking it back does not.
 */
done_on?: Date | null, };

/**
 * What was written and is not to be saved yet.
 */
export type DraftParams = { 
/**
 * The project.
 */
id: RecordId, 
/**
 * The texts as they were typed.
 */
text: CaseStudy, };

/**
 * In the plan, or out of it.
 */
export type DropParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Left out.
 */
dropped: boolean, };

/**
 * Whether a due date may be missed.
 */
export type DueKind = "hard" | "soft";

/**
 * Something that comes due.
 */
export type DueRow = { 
/**
 * What kind.
 */
what: DueWhat, 
/**
 * Its title.
 */
title: Text, 
/**
 * The day.
 */
on: Date, 
/**
 * Days until then; negative when past.
 */
days: number, 
/**
 * Minutes of work left for it, where there are any.
 */
minutes_left: number | null, 
/**
 * What to open: a skill's id, a record's id or an item's key.
 */
reference: string, };

/**
 * What is to be said now.
 */
export type DueView = { 
/**
 * The reminders, nearest day first. They are kept as said.
 */
show: Array<ReminderView>, };

/**
 * What kind of date comes due.
 */
export type DueWhat = "exam" | "expiry" | "stale" | "item" | "ready";

/**
 * Hours of work, as far as there is a figure.
 */
export type Effort = { 
/**
 * Hours of the steps that have a figure.
 */
hours: Estimate, 
/**
 * Whether the step to level 5 is among them, which has no figure: the person sets it.
 */
open_ended: boolean, };

/**
 * How much work a skill takes.
 */
export type EffortClass = "S" | "M" | "L";

/**
 * A thing of the role: a mission family, a person, a way in.
 */
export type Entry = { 
/**
 * Id, unique in its file.
 */
id: StatementId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What it is, in one or two sentences.
 */
summary: Text, 
/**
 * A word that says what kind of thing it is, where its file lists any.
 */
kind: string | null, 
/**
 * Its address.
 */
url: string | null, 
/**
 * Skills it speaks of.
 */
skills: Array<SkillId>, 
/**
 * What the sources say of it.
 */
statement: Array<Statement>, };

/**
 * The matching concept of ESCO (European Commission, CC BY 4.0).
 */
export type Esco = { 
/**
 * Its URI.
 */
uri: string, 
/**
 * How close it is.
 */
match: EscoMatch, };

/**
 * How close an ESCO concept is.
 */
export type EscoMatch = "exact" | "close" | "broad";

/**
 * Three points of an estimate, in hours.
 */
export type Estimate = { 
/**
 * When all goes well.
 */
low: number, 
/**
 * Most likely.
 */
likely: number, 
/**
 * When much goes wrong.
 */
high: number, };

/**
 * What kind of evidence a piece is, with what decides the level that it carries (table in `docs/model.md`, section 2).
 */
export type EvidenceKind = { "kind": "log", 
/**
 * Minutes, 1 to 1,440 for one day.
 */
minutes: Minutes, } | { "kind": "course" } | { "kind": "certification", 
/**
 * Whether one performs tasks instead of choosing answers.
 */
performance_based: boolean, 
/**
 * The level that the certification supports for this skill.
 */
supports: Level, } | { "kind": "project", 
/**
 * The level that the person says it shows.
 */
shows: Level, 
/**
 * Whether the audit found repository, tests and deployment.
 */
audited: boolean, } | { "kind": "work", 
/**
 * Whole months.
 */
months: number, } | { "kind": "review", 
/**
 * The level that they state.
 */
states: Level, } | { "kind": "contribution", 
/**
 * Which of them; none where the person did not say.
 */
form: ContributionForm | null, } | { "kind": "practice_set" };

/**
 * Evidence other than projects and certifications, newest first: what goes on stands first.
 */
export type EvidenceListView = { 
/**
 * The pieces.
 */
rows: Array<EvidenceRowView>, };

/**
 * A piece of evidence, new or changed.
 */
export type EvidenceParams = { 
/**
 * The record to change; a new one where absent.
 */
id?: RecordId | null, 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Other skills that it speaks for as much.
 */
also?: Array<SkillId>, 
/**
 * What it is: `log`, `course`, `work`, `review`, `contribution` or `practice_set`.
 */
what: EvidenceKind, 
/**
 * For work, its first day: the months are counted from it then.
 */
from?: Date | null, 
/**
 * Whether work goes on.
 */
ongoing?: boolean, 
/**
 * The day it was earned; for work its last day. Today where absent.
 */
on?: Date | null, 
/**
 * What it is called.
 */
title?: string, 
/**
 * Who reviewed.
 */
by?: string, 
/**
 * The reviewer's words, or notes.
 */
words?: string, 
/**
 * Its address.
 */
url?: string, };

/**
 * A piece of evidence as it is kept.
 */
export type EvidenceRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * The skill that it speaks for.
 */
skill: SkillId, 
/**
 * Other skills that it speaks for as much.
 */
also: Array<SkillId>, 
/**
 * What it is; never `certification` or `project`: those follow from their own records.
 */
what: EvidenceKind, 
/**
 * For work, its first day: the months are counted from it then.
 */
from: Date | null, 
/**
 * Whether work goes on: its last day is today, whatever `on` says.
 */
ongoing: boolean, 
/**
 * The day it was earned; for work, its last day.
 */
on: Date, 
/**
 * What it is called.
 */
title: string, 
/**
 * Who reviewed; for work the employer, for a course who gave it.
 */
by: string, 
/**
 * The reviewer's words, or the person's notes.
 */
words: string, 
/**
 * Its address.
 */
url: string, };

/**
 * A piece of evidence with what it carries.
 */
export type EvidenceRowView = { 
/**
 * The record.
 */
record: EvidenceRecord, 
/**
 * Whole months of work, where it stands from day to day.
 */
months: number | null, 
/**
 * Its skills.
 */
skills: Array<EvidenceSkillView>, 
/**
 * Its files.
 */
attachments: Array<AttachmentRecord>, };

/**
 * A skill that a piece of evidence speaks for, and what it carries today.
 */
export type EvidenceSkillView = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Its name.
 */
name: Text, 
/**
 * The level that the piece carries for it today.
 */
carries: Level, 
/**
 * Whether the proven level rests on it.
 */
counted: boolean, 
/**
 * Whether it is stale.
 */
stale: boolean, };

/**
 * Chance of being prepared before an exam.
 */
export type ExamForecast = { 
/**
 * Record of the certification.
 */
record: RecordId, 
/**
 * Key of its preparation in the plan.
 */
key: string, 
/**
 * Its name.
 */
name: Text, 
/**
 * Day of the exam.
 */
exam_on: Date, 
/**
 * Minutes of preparation that are left, everything that comes first included.
 */
minutes_left: number, 
/**
 * When the preparation is done.
 */
quantiles: QuantilesView, 
/**
 * Chance to be prepared the day before, 0 to 1.
 */
chance: number, };

/**
 * The language that the example's own words are in.
 */
export type ExampleParams = { 
/**
 * The language; English where absent.
 */
lang?: Lang, };

/**
 * A day that differs from its weekday.
 */
export type Exception = { 
/**
 * The day.
 */
date: Date, 
/**
 * Its minutes, 0 to 1,440.
 */
minutes: number, 
/**
 * Why, in the person's words.
 */
reason?: string | null, };

/**
 * What to hand out, and where to.
 */
export type ExportParams = { 
/**
 * Booked exams, and until when they can be moved.
 */
exams?: boolean, 
/**
 * Due dates, and the day the person wants to be ready.
 */
due?: boolean, 
/**
 * Days of expiry, and when renewals open.
 */
expiries?: boolean, 
/**
 * Sessions of the plan.
 */
sessions?: boolean, 
/**
 * Weeks of sessions, 1 to 26; 4 where absent.
 */
weeks?: number | null, 
/**
 * Language of the events.
 */
lang: Lang, 
/**
 * The file, in the terminal; without it the text is the answer. In the window the person is asked.
 */
path?: string | null, 
/**
 * Whether a file that is there already is replaced, in the terminal.
 */
replace?: boolean, };

/**
 * A fact of the catalogue that can be corrected.
 */
export type Fact = "status" | "retired_on" | "price" | "minutes" | "questions" | "pass_mark" | "validity_months" | "renewal" | "renewal_opens_days" | "renewal_credits" | "retake_days" | "reschedule_hours" | "exam_hours" | "url";

/**
 * A week of the fan: share of today's remaining work that is done at its end, 0 to 1.
 */
export type FanWeekView = { 
/**
 * Its Monday.
 */
start: Date, 
/**
 * In 95 of 100 runs at least this much.
 */
p5: number, 
/**
 * In 85 of 100 runs at least this much.
 */
p15: number, 
/**
 * In half of the runs at least this much.
 */
p50: number, 
/**
 * In 15 of 100 runs at least this much.
 */
p85: number, 
/**
 * In 5 of 100 runs at least this much.
 */
p95: number, };

/**
 * Something that a rule found.
 */
export type Finding = { 
/**
 * Id of the rule, as in `npm.express` or `file.dockerfile`; one finding for each rule.
 */
rule: string, 
/**
 * What it is about.
 */
kind: FindingKind, 
/**
 * What was found, as its makers write it: `Express`, `GitHub Actions`; in words where it has no name.
 */
name: Text, 
/**
 * The skills that it speaks for, the nearest first; may be empty.
 */
skills: Array<SkillId>, 
/**
 * How much it says.
 */
strength: Strength, 
/**
 * The first places, by path and line; at most five.
 */
places: Array<AuditPlace>, 
/**
 * How many places there are.
 */
count: number, 
/**
 * Whether it lies only in folders of examples, fixtures or documentation: it is not the project's own then.
 */
aside: boolean, };

/**
 * What a finding is about.
 */
export type FindingKind = "framework" | "library" | "build_tool" | "database" | "orm" | "migration" | "test" | "test_framework" | "quality" | "ci" | "container" | "orchestration" | "infrastructure" | "deployment" | "api_description" | "authentication" | "authorisation" | "cache" | "queue" | "logging" | "metrics" | "tracing" | "health" | "licence" | "readme" | "documentation" | "decision" | "history" | "secret";

/**
 * The forecast.
 */
export type ForecastView = { 
/**
 * Today.
 */
today: Date, 
/**
 * How many runs were made.
 */
runs: number, 
/**
 * Finished items with logged time: what the forecast knows of the person's pace.
 */
logged_items: number, 
/**
 * Weeks of which it is known how much of the planned time was given.
 */
weeks_known: number, 
/**
 * Share of the planned time that was given, over those weeks, 0 and more.
 */
share_given: number | null, 
/**
 * With fewer than five logged items it rests on our estimates alone.
 */
rests_on_estimates: boolean, 
/**
 * Name of the target's rung.
 */
rung_name: Text | null, 
/**
 * Day of the plan's last session.
 */
planned: Date | null, 
/**
 * When the whole plan is done: the rung.
 */
finish: QuantilesView, 
/**
 * The day they want to be ready.
 */
ready_by: Date | null, 
/**
 * Chance to be ready by then, 0 to 1.
 */
chance: number | null, 
/**
 * Items in the order of their last session.
 */
items: Array<ItemForecastView>, 
/**
 * Booked exams.
 */
exams: Array<ExamForecast>, 
/**
 * The fan, week by week.
 */
fan: Array<FanWeekView>, 
/**
 * The burn-up, from the week in which the plan was begun.
 */
burn: Array<BurnWeek>, 
/**
 * The person's pace, by class.
 */
pace: Array<PaceView>, };

/**
 * An event of it.
 */
export type FoundEvent = { 
/**
 * Its title.
 */
summary: string, 
/**
 * Its day.
 */
on: Date, 
/**
 * Its time of day, `HH:MM`.
 */
at: string | null, 
/**
 * The zone of that time.
 */
zone: string | null, 
/**
 * Name of a zone that nobody knows.
 */
unknown_zone: string | null, 
/**
 * Where.
 */
place: string, 
/**
 * Its page.
 */
url: string, 
/**
 * Whether it was called off.
 */
cancelled: boolean, 
/**
 * Whether it repeats: an exam does not.
 */
repeats: boolean, 
/**
 * Whether it is over.
 */
past: boolean, 
/**
 * The person's certification that it names.
 */
record: RecordId | null, 
/**
 * The catalogue's certification that it names.
 */
certification: CertificationId | null, };

/**
 * A requirement below its level.
 */
export type GapEntry = { 
/**
 * The requirement.
 */
requirement: Requirement, 
/**
 * The skill to work on (`Standing::member`); none for a practice.
 */
member: SkillId | null, 
/**
 * The claimed level; for a practice the number claimed.
 */
claimed: number, 
/**
 * The proven level; for a practice the number proven.
 */
proven: number, 
/**
 * The required level; for a practice the number required.
 */
required: number, 
/**
 * What it asks for.
 */
state: GapState, 
/**
 * Hours to close it. To learn: the steps from the higher one of claimed and proven. To prove: none. To refresh: a
 * tenth of the step to the required level, at least an hour (for level 5, of the step to 4). For a practice: its
 * hours for each one that is missing. All of these are estimates of ours.
 */
hours: Effort, 
/**
 * What would prove it; none for a practice, and for a level that is proven.
 */
proof: NextProof | null, };

/**
 * A requirement below its level, with names.
 */
export type GapRow = { 
/**
 * What is asked: the skill, the choice or the practice.
 */
name: Text, 
/**
 * The skill to work on.
 */
member_name: Text | null, 
/**
 * The requirement and what is missing.
 */
entry: GapEntry, 
/**
 * Readiness that closing it brings, 0 to 1.
 */
brings: number, };

/**
 * What a requirement below its level asks for.
 */
export type GapState = "learn" | "prove" | "refresh";

/**
 * The gap to the target.
 */
export type GapView = { 
/**
 * The target.
 */
target: TargetView | null, 
/**
 * What stands in the way; empty exactly when the rung is reached.
 */
entries: Array<GapRow>, 
/**
 * What is still below its level though the rung is reached.
 */
open_beyond: Array<GapRow>, 
/**
 * Hours to close it, prerequisites not counted: an estimate of ours.
 */
hours: Effort, 
/**
 * Whether the rung is reached, by proofs.
 */
reached: boolean, };

/**
 * What the folder is, where it is a Git repository.
 */
export type GitSource = { 
/**
 * The commit that was read; none in a repository without commits.
 */
head: string | null, 
/**
 * The branch; none where a commit is checked out without one.
 */
branch: string | null, 
/**
 * Without a working folder.
 */
bare: boolean, 
/**
 * Whether only a part of the history is there.
 */
shallow: boolean, 
/**
 * Whether it is a working folder beside the main one.
 */
worktree: boolean, 
/**
 * Whether the folder is a submodule of another repository.
 */
submodule: boolean, 
/**
 * Size of the object database in bytes.
 */
object_bytes: number, 
/**
 * Where it is published.
 */
remotes: Array<Remote>, 
/**
 * Submodules.
 */
submodules: Array<Submodule>, 
/**
 * Tags.
 */
tags: number, };

/**
 * A group of skills.
 */
export type Group = { 
/**
 * Id.
 */
id: GroupId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What levels 1 to 5 look like in this group.
 */
levels: Array<Text>, };

/**
 * A group of skills.
 */
export type GroupId = string;

/**
 * How fast evidence of a skill goes stale.
 */
export type HalfLife = "tool" | "platform" | "foundation" | "none";

/**
 * The line that a change left in the history.
 */
export type HistoryLine = { 
/**
 * Its number; later ones are greater.
 */
seq: number, 
/**
 * The command.
 */
name: string, 
/**
 * What was done, as a sentence.
 */
sentence: Text, };

/**
 * What is asked of the history.
 */
export type HistoryParams = { 
/**
 * How many lines at most, 1 to 1,000; 100 where absent.
 */
limit?: number | null, 
/**
 * Only lines older than the one of this number.
 */
before?: number | null, };

/**
 * A line of the history, as it is listed.
 */
export type HistoryRow = { 
/**
 * Its number; later ones are greater.
 */
seq: number, 
/**
 * The command.
 */
name: string, 
/**
 * What was done, as a sentence.
 */
sentence: Text, 
/**
 * When, as RFC 3339.
 */
at: string, 
/**
 * From where: `window`, `terminal` or `test`.
 */
origin: string, 
/**
 * Whether it was undone.
 */
undone: boolean, 
/**
 * How many rows it changed.
 */
rows: number, };

/**
 * The history, newest first.
 */
export type HistoryView = { 
/**
 * Its lines.
 */
rows: Array<HistoryRow>, 
/**
 * What undo would take back.
 */
undo: HistoryRow | null, 
/**
 * What redo would do again.
 */
redo: HistoryRow | null, 
/**
 * Whether there are older lines than these.
 */
more: boolean, };

/**
 * A certificate that was issued.
 */
export type HoldParams = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Day of issue.
 */
issued: Date, 
/**
 * Day of expiry; none where it does not expire.
 */
expires?: Date | null, 
/**
 * The credential's id.
 */
credential_id?: string, 
/**
 * Where it can be checked.
 */
url?: string, };

/**
 * A public holiday.
 */
export type HolidayView = { 
/**
 * The day.
 */
date: Date, 
/**
 * Its name.
 */
name: Text, };

/**
 * How forecasts of one horizon held.
 */
export type HorizonView = { 
/**
 * `all`, `month` (up to 4 weeks ahead), `quarter` (up to 13) or `longer`.
 */
horizon: string, 
/**
 * Forecasts whose outcome is known.
 */
settled: number, 
/**
 * How many of them held with even odds.
 */
held_p50: number, 
/**
 * … with 85 in 100.
 */
held_p85: number, 
/**
 * … with 95 in 100.
 */
held_p95: number, 
/**
 * `too_few`, `fair`, `too_hopeful` or `too_cautious`.
 */
verdict: string, };

/**
 * Which record.
 */
export type IdParams = { 
/**
 * Its id.
 */
id: RecordId, };

/**
 * What the program says of itself.
 */
export type InfoView = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Where the person's data lies.
 */
data_dir: string, 
/**
 * Version of SQLite.
 */
sqlite: string, 
/**
 * Id and version of the role pack.
 */
role_pack: string, 
/**
 * How many statements of the documents it holds.
 */
statements: number, 
/**
 * How many skills it holds.
 */
skills: number, 
/**
 * Whether nothing was entered yet.
 */
empty: boolean, 
/**
 * Whether the example is in.
 */
example: boolean, 
/**
 * Whether there is a target.
 */
has_target: boolean, 
/**
 * Whether the folder cannot be written, so that nothing can be changed.
 */
read_only: boolean, 
/**
 * Whether the program did not end properly last time; everything was checked since, and is whole.
 */
ended_badly: boolean, 
/**
 * Why backups fail at present, if they do.
 */
backup_problem: AppError | null, 
/**
 * Today, by the program's clock.
 */
today: Date, };

/**
 * A key that the person trusts.
 */
export type IssuerKey = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * The issuer's id that it is for; none for any issuer.
 */
issuer: string | null, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * The key.
 */
key: BadgeKey, 
/**
 * The day on which they trusted it.
 */
added_on: Date, };

/**
 * An item to schedule.
 */
export type Item = { 
/**
 * Its key, unique in the problem.
 */
id: string, 
/**
 * Minutes of work left.
 */
minutes: number, 
/**
 * Items that must be finished first.
 */
after: Array<string>, 
/**
 * The first day it may be worked on.
 */
not_before: Date | null, 
/**
 * The last day it should be worked on.
 */
due: Date | null, 
/**
 * Whether the due date may be missed; soft where absent.
 */
due_kind: DueKind | null, 
/**
 * How much its lateness weighs, 1-10.
 */
weight: number, 
/**
 * Sessions that stand where they are.
 */
pinned: Array<Pin>, };

/**
 * The forecast of an item.
 */
export type ItemForecastView = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * Day of its last session in the plan.
 */
planned: Date | null, 
/**
 * The forecast.
 */
quantiles: QuantilesView, 
/**
 * Its due date.
 */
due: Date | null, 
/**
 * Chance to be done by the due date, 0 to 1.
 */
chance: number | null, };

/**
 * What an item of the plan is.
 */
export type ItemWhat = { "kind": "skill_step", 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level.
 */
to: Level, } | { "kind": "refresh", 
/**
 * The skill.
 */
skill: SkillId, } | { "kind": "proof", 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level.
 */
to: Level, } | { "kind": "practice", 
/**
 * The practice.
 */
practice: PracticeId, 
/**
 * Which one, from 1.
 */
number: number, } | { "kind": "exam_preparation", 
/**
 * The certification's record.
 */
record: RecordId, } | { "kind": "mock_exam", 
/**
 * The certification's record.
 */
record: RecordId, } | { "kind": "renewal", 
/**
 * The certification's record.
 */
record: RecordId, } | { "kind": "project_line", 
/**
 * The project.
 */
project: RecordId, 
/**
 * The line.
 */
line: StatementId, } | { "kind": "own" };

/**
 * Whether a certification is kept up.
 */
export type KeepUpParams = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Whether they mean to keep it up when its renewal opens.
 */
keep_up: boolean, };

/**
 * Whether something was kept.
 */
export type KeptView = { 
/**
 * Whether this was the first time today.
 */
kept: boolean, };

/**
 * How many records of a kind there are.
 */
export type KindCount = { 
/**
 * The kind, as a word: `project`, `evidence` …
 */
kind: string, 
/**
 * The kind in words, for more than one: `projects`.
 */
name: Text, 
/**
 * How many there are.
 */
count: number, 
/**
 * How many there are in the data at present, to be held against it.
 */
now: number | null, };

/**
 * A language of the program.
 */
export type Lang = "en" | "fr";

/**
 * Lines of a language.
 */
export type LanguageLines = { 
/**
 * The language, as tokei names it.
 */
name: string, 
/**
 * The skill that it speaks for.
 */
skill: SkillId | null, 
/**
 * Files.
 */
files: number, 
/**
 * Lines of code.
 */
code: number, 
/**
 * Lines of comments.
 */
comments: number, 
/**
 * Empty lines.
 */
blanks: number, 
/**
 * The file with most lines of code.
 */
largest: AuditPlace, };

/**
 * What lapses with a certification.
 */
export type Lapse = { "kind": "certificate", 
/**
 * Its last day.
 */
on: Date | null, } | { "kind": "credits", 
/**
 * How many.
 */
credits: number, } | { "kind": "exam_again", 
/**
 * What it costs.
 */
price: Price | null, } | { "kind": "needed_by", 
/**
 * Its id.
 */
certification: CertificationId, 
/**
 * Its name.
 */
name: string, };

/**
 * What was not looked at.
 */
export type LeftOut = { 
/**
 * Why.
 */
reason: LeftOutReason, 
/**
 * How often.
 */
count: number, 
/**
 * The first of them, at most five.
 */
examples: Array<string>, };

/**
 * Why something was not looked at.
 */
export type LeftOutReason = "too_large" | "too_many" | "too_deep" | "too_much" | "binary" | "link" | "special" | "no_permission" | "unreadable" | "foreign" | "generated" | "shallow" | "too_many_commits" | "submodule" | "outside" | "not_understood";

/**
 * How well a skill is held: 0 none, 1 aware, 2 guided, 3 autonomous, 4 advanced, 5 reference.
 */
export type Level = number;

/**
 * A line of the checklist that findings speak for.
 */
export type LineSuggestion = { 
/**
 * The line.
 */
line: StatementId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What it would rest on.
 */
rests_on: Array<Carry>, };

/**
 * A link with its name.
 */
export type Link = { 
/**
 * Its name.
 */
label: string, 
/**
 * Its address: https, http or mailto.
 */
url: string, };

/**
 * Which entries.
 */
export type LogParams = { 
/**
 * From this day on.
 */
from?: Date | null, 
/**
 * Up to this day.
 */
to?: Date | null, 
/**
 * Of this item.
 */
item?: string | null, 
/**
 * Of this skill.
 */
skill?: SkillId | null, 
/**
 * How many at most, 1 to 10,000; 500 where absent.
 */
limit?: number | null, };

/**
 * An entry of the time log: minutes of one civil day.
 */
export type LogRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * Key of the plan's item that it was spent on.
 */
item: string | null, 
/**
 * The skill that it speaks for.
 */
skill: SkillId | null, 
/**
 * The civil day that it counts for.
 */
on: Date, 
/**
 * Its minutes, 1 to 1,440.
 */
minutes: Minutes, 
/**
 * When it began, where that is known.
 */
began: string | null, 
/**
 * When it ended, where that is known.
 */
ended: string | null, 
/**
 * Notes.
 */
note: string, };

/**
 * An entry of the log.
 */
export type LogRow = { 
/**
 * The entry.
 */
record: LogRecord, 
/**
 * Title of the item, or name of the skill.
 */
title: Text, 
/**
 * When it began, as `HH:MM` of the clock at that place, where that is known.
 */
began_at: string | null, 
/**
 * When it ended, as `HH:MM`.
 */
ended_at: string | null, };

/**
 * An entry of the log, new or corrected: how long, or from when to when.
 */
export type LogSaveParams = { 
/**
 * The entry to correct; a new one where absent.
 */
id?: RecordId | null, 
/**
 * Key of the plan's item that it was spent on.
 */
item?: string | null, 
/**
 * The skill that it speaks for; follows from the item where that is a skill's.
 */
skill?: SkillId | null, 
/**
 * The day, or the day on which it began. Today where absent.
 */
on?: Date | null, 
/**
 * Minutes, 1 to 1,440; absent with `from` and `to`.
 */
minutes?: number | null, 
/**
 * When it began, as `HH:MM`.
 */
from?: string | null, 
/**
 * When it ended, as `HH:MM`; the next day where it is not after `from`.
 */
to?: string | null, 
/**
 * Notes.
 */
note?: string, };

/**
 * The log.
 */
export type LogView = { 
/**
 * Its entries, newest first.
 */
entries: Array<LogRow>, 
/**
 * Minutes of these entries.
 */
minutes: number, };

/**
 * A proof whose findings the newest audit does not show.
 */
export type LostProof = { 
/**
 * What was accepted.
 */
proof: ProofRecord, 
/**
 * Name of the skill.
 */
name: Text, };

/**
 * A text in Markdown.
 */
export type MarkdownParams = { 
/**
 * The text.
 */
text: string, };

/**
 * A text in Markdown as it is shown.
 */
export type MarkdownView = { 
/**
 * HTML that is safe to show: no scripts, no remote pictures, no addresses that the window could follow.
 */
html: string, 
/**
 * Words.
 */
words: number, };

/**
 * Where a skill and a piece of evidence meet.
 */
export type MatrixCell = { 
/**
 * Number of the column, from 0.
 */
column: number, 
/**
 * The level that it carries; for a project that is not done, the one that it would.
 */
level: Level, 
/**
 * Whether the audit shows it.
 */
audited: boolean, 
/**
 * Whether it is stale.
 */
stale: boolean, 
/**
 * Whether the proven level rests on it.
 */
counted: boolean, };

/**
 * A column: a project, or another piece of evidence.
 */
export type MatrixColumn = { 
/**
 * Its record; none for the log.
 */
id: RecordId | null, 
/**
 * What it is.
 */
source: MatrixSource, 
/**
 * Its name; empty for the log.
 */
name: string, 
/**
 * Its day; none for the log, and for a project that goes on.
 */
on: Date | null, 
/**
 * Whether it counts: a project does once it is done.
 */
counts: boolean, };

/**
 * A row: a skill.
 */
export type MatrixRow = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Its name.
 */
name: Text, 
/**
 * Its group.
 */
group: GroupId, 
/**
 * What the target asks for; 0 when it does not.
 */
asked: Level, 
/**
 * What the person claims.
 */
claimed: Level | null, 
/**
 * What is proven.
 */
proven: Level, 
/**
 * Where something speaks for it.
 */
cells: Array<MatrixCell>, };

/**
 * What a column of the matrix is.
 */
export type MatrixSource = "project" | "certification" | "work" | "course" | "review" | "contribution" | "practice_set" | "log";

/**
 * Skills against projects and other evidence.
 */
export type MatrixView = { 
/**
 * Columns: projects first, newest first, then the other evidence by kind.
 */
columns: Array<MatrixColumn>, 
/**
 * Rows: the skills that the target asks for, are claimed, or have evidence, in the order of the role pack.
 */
rows: Array<MatrixRow>, 
/**
 * How many skills that the target asks for nothing speaks for.
 */
unproven: number, };

/**
 * What was done about damaged data.
 */
export type MendedView = { 
/**
 * The folder in which the damaged file lies as it was; none where it was gone.
 */
aside: string | null, 
/**
 * What there is now.
 */
counts: Array<KindCount>, };

/**
 * How one requirement stands.
 */
export type Met = { 
/**
 * Key of the requirement.
 */
key: string, 
/**
 * The requirement.
 */
requirement: Requirement, 
/**
 * The level of the member that counts; for a practice the number done.
 */
level: number, 
/**
 * The skill that counts; none for a practice.
 */
member: SkillId | null, 
/**
 * Whether the level is the required one or higher.
 */
met: boolean, };

/**
 * Minutes of work.
 */
export type Minutes = number;

/**
 * Until when a booked exam can be moved.
 */
export type MoveBy = { 
/**
 * Until when.
 */
until: MoveUntil, 
/**
 * Whether the person said so; else it follows from the catalogue.
 */
own: boolean, 
/**
 * The catalogue's hours before the exam.
 */
hours: number | null, };

/**
 * Where the data is moved.
 */
export type MoveDataParams = { 
/**
 * An empty folder, or one that is made in one that is there; in the window the person is asked.
 */
path?: string | null, };

/**
 * Not before a day.
 */
export type MoveParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * The first day it may be worked on; null lets it begin as early as it can.
 */
not_before?: Date | null, };

/**
 * A day or a moment.
 */
export type MoveUntil = { "kind": "day", 
/**
 * The day.
 */
on: Date, } | { "kind": "moment", 
/**
 * The moment, RFC 3339 in UTC.
 */
at: string, };

/**
 * Until when a booked exam can be moved.
 */
export type MoveView = { 
/**
 * Until when, and how that is known.
 */
by: MoveBy, 
/**
 * Whether that is past.
 */
over: boolean, 
/**
 * Whether nobody could check the catalogue's rule.
 */
unverified: boolean, };

/**
 * Where the data was moved. The program must start again (`care.restart`).
 */
export type MovedDataView = { 
/**
 * Where it lay, for a person to read; what was there lies there still, under another name.
 */
from: string, 
/**
 * Where it lies, for a person to read.
 */
to: string, };

/**
 * An item whose end moves.
 */
export type MovedItem = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * Day of its last session in today's plan; none when it is new.
 */
from: Date | null, 
/**
 * Day of its last session in the scenario; none when it is left out.
 */
to: Date | null, };

/**
 * A certification that another one needs, or that renews it.
 */
export type NeedView = { 
/**
 * The catalogue's.
 */
certification: CertificationId, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether the person holds it today.
 */
held: boolean, 
/**
 * Id of their record of it.
 */
mine: RecordId | null, 
/**
 * Where that stands.
 */
stage: CertificationStage | null, };

/**
 * The ways to prove a level.
 */
export type NextProof = { 
/**
 * The level.
 */
to: Level, 
/**
 * Any one of these carries it; for levels 4 and 5 together with a second piece of another kind.
 */
ways: Array<ProofWay>, };

/**
 * Next week, as it is planned.
 */
export type NextWeekView = { 
/**
 * Its Monday.
 */
start: Date, 
/**
 * Minutes that are available.
 */
capacity: number, 
/**
 * Its sessions.
 */
sessions: Array<SessionView>, };

/**
 * No parameters.
 */
export type Nothing = Record<string, never>;

/**
 * A skill that the findings speak for.
 */
export type Offer = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level that it can carry.
 */
level: Level, 
/**
 * What it rests on.
 */
rests_on: Array<Carry>, };

/**
 * What of a document has no home in the pack.
 */
export type Omitted = { 
/**
 * The document.
 */
source: SourceId, 
/**
 * Its exact words.
 */
quote: string, 
/**
 * Why they are left out.
 */
reason: Text, };

/**
 * One member of a choice at a level.
 */
export type OneOf = { 
/**
 * The choice.
 */
choice: ChoiceId, 
/**
 * The level that is asked of the member, 1-5.
 */
level: Level, 
/**
 * How much it counts, 1-10.
 */
weight: number, 
/**
 * Whether the rung cannot be reached without it.
 */
core: boolean, };

/**
 * What a plan comes to.
 */
export type OutcomeView = { 
/**
 * Name of the rung.
 */
rung_name: Text | null, 
/**
 * Minutes of a usual week.
 */
weekly_minutes: number, 
/**
 * Items in the plan.
 */
items: number, 
/**
 * Minutes that are left.
 */
minutes_left: number, 
/**
 * Day of the last session.
 */
finish: Date | null, 
/**
 * The forecast of that.
 */
quantiles: QuantilesView, 
/**
 * The day to be ready.
 */
ready_by: Date | null, 
/**
 * Chance to be ready by then, 0 to 1.
 */
chance: number | null, 
/**
 * Due dates that are missed.
 */
late_items: number, 
/**
 * Of these, dates that may not be missed.
 */
late_hard: number, 
/**
 * Readiness for the rung today, proven, 0 to 1.
 */
readiness: number, 
/**
 * Why there is no such plan; the rest is empty then.
 */
refused: Text | null, };

/**
 * An item of the person's own, new or changed.
 */
export type OwnItemParams = { 
/**
 * Key of the item to change; a new one where absent.
 */
key?: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Minutes that it takes, 1 to 600,000.
 */
minutes: number, 
/**
 * Due date.
 */
due?: Date | null, 
/**
 * Whether it may be missed.
 */
due_kind?: DueKind | null, 
/**
 * The first day it may be worked on.
 */
not_before?: Date | null, 
/**
 * Notes.
 */
note?: string, };

/**
 * A skill of the person's own.
 */
export type OwnSkillParams = { 
/**
 * The skill to change; a new one where absent.
 */
skill?: SkillId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its group.
 */
group: GroupId, 
/**
 * What it is; knowledge where absent.
 */
kind?: SkillKind | null, 
/**
 * How much work it takes; medium where absent.
 */
effort?: EffortClass | null, 
/**
 * How fast its evidence goes stale; like a platform where absent.
 */
half_life?: HalfLife | null, 
/**
 * What must be held first.
 */
prerequisites?: Array<Prerequisite>, 
/**
 * The level that the person asks of themselves.
 */
required?: Level | null, };

/**
 * What an attachment belongs to.
 */
export type Owner = "evidence" | "certification" | "project";

/**
 * Kinds of work whose estimates err alike.
 */
export type PaceClass = "s" | "m" | "l" | "practice" | "exam" | "review" | "own";

/**
 * How long things really take the person, against our estimates: of one class.
 */
export type PaceView = { 
/**
 * `s`, `m`, `l`, `practice`, `exam`, `review` or `own`.
 */
class: string, 
/**
 * Finished items with logged time.
 */
items: number, 
/**
 * Minutes that were estimated for them.
 */
estimated: number, 
/**
 * Minutes that they took.
 */
logged: number, 
/**
 * By what estimates of this class are multiplied: the ratio, drawn toward 1 with the weight of five items.
 */
ratio: number, };

/**
 * A page of a document.
 */
export type PageParams = { 
/**
 * The attachment.
 */
id: RecordId, 
/**
 * The page, from 0.
 */
page?: number, 
/**
 * How many pixels wide, 50 to 4,000.
 */
width: number, };

/**
 * A page of a document, as a picture for the window.
 */
export type PageView = { 
/**
 * The picture as a `data:` address.
 */
data_url: string, 
/**
 * The page, from 0.
 */
page: number, 
/**
 * How many pages there are.
 */
pages: number, 
/**
 * Width of the picture in pixels.
 */
width: number, 
/**
 * Height of the picture in pixels.
 */
height: number, };

/**
 * The passphrase for the folder of choice.
 */
export type PassphraseParams = { 
/**
 * At least 8 characters; null: backups are no longer encrypted from now on.
 */
passphrase?: string | null, };

/**
 * One figure of one source.
 */
export type PayObservation = { 
/**
 * Id.
 */
id: StatementId, 
/**
 * The observation as a sentence.
 */
text: Text, 
/**
 * The lower figure.
 */
low: number | null, 
/**
 * The higher figure.
 */
high: number | null, 
/**
 * What the figures are.
 */
statistic: Statistic, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * What they pay for.
 */
per: Period, 
/**
 * Who is paid.
 */
contract: Contract, 
/**
 * Before or after tax.
 */
tax: Tax, 
/**
 * Seniority as the source writes it.
 */
seniority: string | null, 
/**
 * The rungs that we map it to.
 */
rungs: Array<RungId>, 
/**
 * Where.
 */
place: Text | null, 
/**
 * Day of publication, where stated.
 */
published: string | null, 
/**
 * The source's words.
 */
says: Array<Citation>, };

/**
 * What the figures pay for.
 */
export type Period = "year" | "day";

/**
 * A picture for the window.
 */
export type PictureView = { 
/**
 * The picture as a `data:` address.
 */
data_url: string, 
/**
 * What it shows.
 */
alt: string, };

/**
 * A piece of evidence and what it carries.
 */
export type Piece = { 
/**
 * Id of its record.
 */
evidence: RecordId, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * The day it was earned.
 */
on: Date, 
/**
 * The level that it carries on the day asked for; for a log, what all logs of the skill carry together.
 */
carries: Level, 
/**
 * The level that it would carry, were nothing stale.
 */
carries_fresh: Level, 
/**
 * Whether it is older than the skill's half-life.
 */
stale: boolean, 
/**
 * The first day on which it is stale; none when it never is, or not before 2200.
 */
stale_on: Date | null, 
/**
 * Whether the proven level rests on it.
 */
counted: boolean, };

/**
 * A piece of evidence with what it is called.
 */
export type PieceView = { 
/**
 * The piece with the level that it carries.
 */
piece: Piece, 
/**
 * Where it comes from: `evidence`, `log`, `project` or `certification`.
 */
from: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Title of the plan's item that logged time was spent on.
 */
item: Text | null, 
/**
 * Who reviewed.
 */
by: string, 
/**
 * Their words, or notes.
 */
words: string, 
/**
 * Its address.
 */
url: string, 
/**
 * The files that belong to it.
 */
attachments: Array<AttachmentRecord>, };

/**
 * A session that stands where it is.
 */
export type Pin = { 
/**
 * Its day.
 */
date: Date, 
/**
 * Its minutes, at least 1.
 */
minutes: number, };

/**
 * A key to trust.
 */
export type PinKeyParams = { 
/**
 * What to call it.
 */
name: string, 
/**
 * The issuer's id that it is for; none for any issuer.
 */
issuer?: string | null, 
/**
 * The key as text: a JSON Web Key, or a `did:key`. Where it and the file are absent the person is asked for a file.
 */
text?: string | null, 
/**
 * A file with the key, in the terminal.
 */
path?: string | null, };

/**
 * A session that stands where it is put.
 */
export type PinParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * The day.
 */
date: Date, 
/**
 * Minutes, 1 to 1,440.
 */
minutes: number, 
/**
 * The day of the pinned session that this one replaces.
 */
from?: Date | null, };

/**
 * A place in the order of the plan, as far as dates leave one free.
 */
export type Place = { "kind": "first" } | { "kind": "ahead_of", 
/**
 * Its key.
 */
item: string, } | { "kind": "last" };

/**
 * A place in the order.
 */
export type PlaceParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Where; null takes the plan's own order again.
 */
place?: Place | null, };

/**
 * What a change did to the plan.
 */
export type PlanEffect = { 
/**
 * Day of the plan's last session before.
 */
former_finish: Date | null, 
/**
 * Day of the plan's last session now.
 */
finish: Date | null, 
/**
 * Due dates that were missed before.
 */
former_late: number, 
/**
 * Due dates that are missed now.
 */
late: number, 
/**
 * Items whose last session is on another day than before.
 */
moved: number, };

/**
 * A certification to prepare.
 */
export type PlanExamParams = { 
/**
 * The person's record; a new one where absent.
 */
id?: RecordId | null, 
/**
 * The catalogue's, for a new record.
 */
certification?: CertificationId | null, 
/**
 * The day they want to have prepared it by.
 */
wanted_by?: Date | null, 
/**
 * Whether what is needed first, and not held, is planned too.
 */
with_needed?: boolean, };

/**
 * What the person changes about an item. What is absent or null follows from the plan.
 */
export type PlanItemParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Minutes of the whole of it, 0 to 600,000; what was logged counts toward them.
 */
minutes?: number | null, 
/**
 * Due date.
 */
due?: Date | null, 
/**
 * Whether it may be missed.
 */
due_kind?: DueKind | null, 
/**
 * The first day it may be worked on.
 */
not_before?: Date | null, 
/**
 * How much its lateness weighs, 1-10.
 */
weight?: number | null, 
/**
 * Items that come first, besides those of the plan.
 */
after?: Array<string>, 
/**
 * Left out of the plan.
 */
dropped?: boolean, 
/**
 * The day it was finished.
 */
done_on?: Date | null, 
/**
 * Notes.
 */
note?: string, };

/**
 * What the person changed about an item of the plan, or an item of their own.
 */
export type PlanItemRecord = { 
/**
 * Key of the item: `skill:sql:2`, `practice:complete-application:1`, `certification:<id>`, `own:<id>`.
 */
key: string, 
/**
 * Title of an item of their own.
 */
title: string, 
/**
 * Minutes of the whole of it, where the person set them; what was logged counts toward them.
 */
minutes: number | null, 
/**
 * Due date.
 */
due: Date | null, 
/**
 * Whether it may be missed.
 */
due_kind: DueKind | null, 
/**
 * The first day it may be worked on.
 */
not_before: Date | null, 
/**
 * How much its lateness weighs.
 */
weight: number | null, 
/**
 * Items of the person's choice that come first.
 */
after: Array<string>, 
/**
 * Sessions that stand where the person put them.
 */
pinned: Array<Pin>, 
/**
 * Where the person put it in the order of the plan.
 */
place: Place | null, 
/**
 * Minutes after which the rest becomes an item of its own, with the key `part:` and this one's.
 */
split_after: number | null, 
/**
 * Left out of the plan.
 */
dropped: boolean, 
/**
 * The day it was finished.
 */
done_on: Date | null, 
/**
 * Notes.
 */
note: string, };

/**
 * An item of the plan.
 */
export type PlanItemView = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * What it is.
 */
what: ItemWhat, 
/**
 * The skill that it works on.
 */
skill: SkillId | null, 
/**
 * Minutes that are left.
 */
minutes: number, 
/**
 * Minutes that were logged on it.
 */
logged: number, 
/**
 * Minutes of the whole of it: our estimate times the person's pace, or what the person set.
 */
whole: number, 
/**
 * Whether the person set that.
 */
whole_is_own: boolean, 
/**
 * Hours from its beginning, low, likely and high: an estimate of ours.
 */
estimate: Estimate, 
/**
 * By what the estimate is multiplied, from the person's log; 1 where nothing is known.
 */
pace: number, 
/**
 * Whose estimates it errs with.
 */
pace_class: PaceClass, 
/**
 * Finished items of that class on which the pace rests.
 */
pace_items: number, 
/**
 * Items that come first.
 */
after: Array<string>, 
/**
 * Due date.
 */
due: Date | null, 
/**
 * Whether it may be missed.
 */
due_kind: DueKind | null, 
/**
 * The first day it may be worked on.
 */
not_before: Date | null, 
/**
 * How much its lateness weighs.
 */
weight: number, 
/**
 * Day of its first session.
 */
starts: Date | null, 
/**
 * Day of its last session.
 */
finishes: Date | null, 
/**
 * Available minutes by which it is late.
 */
late_minutes: number, 
/**
 * Available minutes by which it could end later without making anything late.
 */
slack_minutes: number | null, 
/**
 * Why it starts when it does.
 */
because: Because, 
/**
 * Title of the item that the reason names.
 */
because_title: Text | null, 
/**
 * What asks for it: names of requirements or of items that build on it.
 */
asked_by: Array<Text>, 
/**
 * Not asked itself, but something that is builds on it.
 */
prerequisite: boolean, 
/**
 * Whether it is part of the critical chain, which decides when the plan ends.
 */
critical: boolean, 
/**
 * What it could be practised on, from level 3 up.
 */
practice: Array<PracticeHint>, 
/**
 * What the person changed about it.
 */
record: PlanItemRecord | null, };

/**
 * Which item.
 */
export type PlanKeyParams = { 
/**
 * Its key.
 */
key: string, };

/**
 * Lines of the checklist that go into the plan, or out of it.
 */
export type PlanLinesParams = { 
/**
 * The project.
 */
id: RecordId, 
/**
 * The lines; every open one where empty.
 */
lines?: Array<StatementId>, 
/**
 * Whether they stand in the plan.
 */
planned: boolean, };

/**
 * What is to be scheduled.
 */
export type PlanProblem = { 
/**
 * First day that may carry work.
 */
start: Date, 
/**
 * How many items may be in progress at once; none for no limit.
 */
focus_limit: number | null, 
/**
 * The shortest session worth sitting down for, in minutes.
 */
min_session_minutes: number, 
/**
 * The most minutes that one item gets on one day; none for no limit.
 */
max_item_minutes_per_day: number | null, 
/**
 * When there is time.
 */
calendar: Calendar, 
/**
 * The items.
 */
items: Array<Item>, };

/**
 * When there is time, and how the person likes to work.
 */
export type PlanSettings = { 
/**
 * Minutes of each weekday, Monday first.
 */
weekly_minutes: [number, number, number, number, number, number, number], 
/**
 * How many items may be in progress at once.
 */
focus_limit: number | null, 
/**
 * The shortest session worth sitting down for.
 */
min_session_minutes: number, 
/**
 * The most minutes of one item on one day.
 */
max_item_minutes_per_day: number | null, 
/**
 * Country whose public holidays are free (`HOLIDAY_COUNTRIES`), or none.
 */
holidays: string | null, 
/**
 * The day the plan was first made.
 */
started_on: Date | null, };

/**
 * When there is time, and how the person likes to work: all of it, what is absent is unlimited or none.
 */
export type PlanSettingsParams = { 
/**
 * Minutes of each weekday, Monday first.
 */
weekly_minutes: [number, number, number, number, number, number, number], 
/**
 * How many items may be in progress at once, 1 to 20; null for no limit.
 */
focus_limit?: number | null, 
/**
 * The shortest session worth sitting down for, 0 to 240.
 */
min_session_minutes?: number, 
/**
 * The most minutes of one item on one day, 15 to 1,440; null for no limit.
 */
max_item_minutes_per_day?: number | null, 
/**
 * Country whose public holidays are free: `fr`, `be`, `lu`, `de`, `ch`, `it` or `es`; null for none.
 */
holidays?: string | null, };

/**
 * The plan.
 */
export type PlanView = { 
/**
 * The target.
 */
target: TargetView | null, 
/**
 * Today.
 */
today: Date, 
/**
 * When there is time.
 */
settings: PlanSettings, 
/**
 * Days with other hours.
 */
absences: Array<AbsenceRecord>, 
/**
 * Public holidays from today to the end of the plan, where the person chose a country.
 */
holidays: Array<HolidayView>, 
/**
 * Minutes of a usual week.
 */
weekly_minutes: number, 
/**
 * Minutes that are left.
 */
minutes_left: number, 
/**
 * Day of the last session.
 */
finish: Date | null, 
/**
 * The day they want to be ready, against the plan.
 */
ready: ReadyView | null, 
/**
 * Items in the order of their first session.
 */
items: Array<PlanItemView>, 
/**
 * Keys of the items that decide when the plan ends, in their order: the critical chain.
 */
critical: Array<string>, 
/**
 * Minutes that were logged since the plan was begun.
 */
logged: number, 
/**
 * Weeks with their sessions.
 */
weeks: Array<WeekView>, 
/**
 * Due dates that cannot be met, apart from the wish to be ready.
 */
shortfalls: Array<ShortfallView>, 
/**
 * Items that were left out, or done.
 */
set_aside: Array<SetAsideView>, };

/**
 * An item as it was scheduled.
 */
export type PlannedItem = { 
/**
 * Its key.
 */
id: string, 
/**
 * Day of its first session; none when it needs no work.
 */
starts: Date | null, 
/**
 * Day of its last session; none when it needs no work.
 */
finishes: Date | null, 
/**
 * Available minutes from the end of its due day to the end of its last session; 0 when met or without due date.
 */
late_minutes: number, 
/**
 * Available minutes by which it could end later without making any due date late (later); none without such a date.
 */
slack_minutes: number | null, 
/**
 * Why it starts when it does.
 */
because: Because, };

/**
 * A point in the history.
 */
export type PointParams = { 
/**
 * The last change that is to stand, by its number; 0 for none.
 */
seq: number, };

/**
 * What is learned by doing: a complete application, a contribution, an internship.
 */
export type Practice = { 
/**
 * Id.
 */
id: PracticeId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What it is, in one or two sentences.
 */
summary: Text, 
/**
 * `project`, `stack`, `contribution`, `internship`, `portfolio` or `review`.
 */
kind: string, 
/**
 * Its address.
 */
url: string | null, 
/**
 * Hours for one of it: an estimate of ours.
 */
hours: Estimate, 
/**
 * What a complete one has.
 */
checklist: Array<PracticeItem>, 
/**
 * Skills it speaks of.
 */
skills: Array<SkillId>, 
/**
 * What the sources say of it.
 */
statement: Array<Statement>, };

/**
 * A practice of the role pack that would bring an item forward, and what of its checklist it would serve.
 */
export type PracticeHint = { 
/**
 * The practice.
 */
practice: PracticeId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What it is.
 */
summary: Text, 
/**
 * `project`, `stack`, `contribution`, `internship`, `portfolio` or `review`.
 */
kind: string, 
/**
 * Lines of its checklist that show the skill.
 */
lines: Array<PracticeLine>, 
/**
 * A project of the person's that is one of it and goes on.
 */
project: RecordId | null, 
/**
 * Name of that project.
 */
project_name: string | null, };

/**
 * A practice: a complete application, an open-source contribution …
 */
export type PracticeId = string;

/**
 * One line of a practice's checklist.
 */
export type PracticeItem = { 
/**
 * Id, unique in the checklist.
 */
id: StatementId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What counts as done.
 */
hint: Text, 
/**
 * Skills it shows.
 */
skills: Array<SkillId>, 
/**
 * Kinds of findings of the audit that show it: one of them suggests that it is done.
 */
shown_by: Array<FindingKind>, 
/**
 * The documents' words, where they name it.
 */
says: Array<Citation>, };

/**
 * A line of a practice's checklist.
 */
export type PracticeLine = { 
/**
 * Its id.
 */
id: StatementId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What counts as done.
 */
hint: Text, };

/**
 * A practice that a project can be one of.
 */
export type PracticeOption = { 
/**
 * The practice.
 */
practice: PracticeId, 
/**
 * Its name.
 */
name: Text, 
/**
 * What it is.
 */
summary: Text, 
/**
 * The lines of its checklist.
 */
checklist: Array<PracticeItem>, 
/**
 * Whether it becomes a project of the portfolio.
 */
is_project: boolean, 
/**
 * How many the target asks; 0 when it asks none.
 */
asked: number, 
/**
 * How many of them are made.
 */
made: number, 
/**
 * How many of them are complete.
 */
complete: number, };

/**
 * A number of practices done.
 */
export type PracticeRequirement = { 
/**
 * The practice.
 */
practice: PracticeId, 
/**
 * How many of it, 1-9.
 */
count: number, 
/**
 * How much it counts, 1-10.
 */
weight: number, 
/**
 * Whether the rung cannot be reached without it.
 */
core: boolean, };

/**
 * One preference.
 */
export type PreferenceParams = { 
/**
 * `language`, `theme`, `density`, `page`, or `view.` and a word.
 */
key: string, 
/**
 * Its value; null takes the usual one again.
 */
value?: string | null, };

/**
 * Preferences of the interface.
 */
export type PreferencesView = { 
/**
 * `en`, `fr`, or none: the system's.
 */
language: string | null, 
/**
 * `light`, `dark` or `system`.
 */
theme: string | null, 
/**
 * `comfortable` or `compact`.
 */
density: string | null, 
/**
 * The last page, as in `skills`.
 */
page: string | null, 
/**
 * The last view of a page or list: `table`, `weeks` …
 */
views: { [key in string]: string }, };

/**
 * An item of the plan that comes before an exam.
 */
export type PreparationItem = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * What it is.
 */
what: ItemWhat, 
/**
 * Minutes that are left.
 */
minutes_left: number, 
/**
 * Day of its last session.
 */
finishes: Date | null, };

/**
 * What prepares an exam.
 */
export type PreparationView = { 
/**
 * Minutes that are left, of everything that must be done before the exam.
 */
minutes_left: number, 
/**
 * Minutes of it that were logged.
 */
logged: number, 
/**
 * When it is done, by the plan; none when nothing is left.
 */
ends: Date | null, 
/**
 * The day before the exam, or the day they want to have prepared it by.
 */
due: Date | null, 
/**
 * Available minutes by which it is late.
 */
late_minutes: number, 
/**
 * Chance to be ready before the exam, 0 to 1; none without a date.
 */
chance: number | null, 
/**
 * When it will be done.
 */
quantiles: QuantilesView | null, 
/**
 * What is to be done, in the order of the plan.
 */
items: Array<PreparationItem>, };

/**
 * A skill that another one builds on.
 */
export type Prerequisite = { 
/**
 * The skill that comes first.
 */
skill: SkillId, 
/**
 * The level that it must have before the first step.
 */
level: Level, };

/**
 * A prerequisite with how it stands.
 */
export type PrerequisiteView = { 
/**
 * The skill that comes first.
 */
skill: SkillId, 
/**
 * Its name.
 */
name: Text, 
/**
 * The level that it must have.
 */
level: Level, 
/**
 * What the person claims of it.
 */
claimed: Level | null, 
/**
 * What their evidence of it carries.
 */
proven: Level, };

/**
 * What an exam costs.
 */
export type Price = { 
/**
 * The amount, before tax unless the provider says otherwise.
 */
amount: number, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * When it was seen: a year, a month or a day.
 */
as_of: string | null, };

/**
 * A project to audit.
 */
export type ProjectAuditParams = { 
/**
 * The project.
 */
id: RecordId, 
/**
 * The folder, in the terminal; the one that was audited last where absent.
 */
path?: string | null, 
/**
 * Whether another folder is to be chosen, in the window.
 */
choose?: boolean, };

/**
 * What was written about a project and not saved.
 */
export type ProjectDraft = { 
/**
 * The project.
 */
project: RecordId, 
/**
 * When: an instant in RFC 3339, UTC.
 */
at: string, 
/**
 * Summary, story and results as they were typed.
 */
text: CaseStudy, };

/**
 * A project as a page.
 */
export type ProjectPageView = { 
/**
 * The project.
 */
project: ProjectView, 
/**
 * Its texts as HTML.
 */
html: CaseStudyView, 
/**
 * What was written and not saved.
 */
draft: ProjectDraft | null, 
/**
 * How many saves of it are kept.
 */
versions: number, 
/**
 * How many audits of it are kept.
 */
audits: number, };

/**
 * A project, new or changed.
 */
export type ProjectParams = { 
/**
 * The record to change; a new one where absent.
 */
id?: RecordId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is, in a sentence or two.
 */
summary?: string, 
/**
 * The case study, in Markdown; as it was where absent.
 */
story?: string | null, 
/**
 * The person's part in it.
 */
role?: string, 
/**
 * With whom.
 */
team?: string, 
/**
 * First day.
 */
starts?: Date | null, 
/**
 * Last day; absent while it goes on.
 */
ends?: Date | null, 
/**
 * Where it stands; an idea where absent.
 */
status?: ProjectStatus, 
/**
 * The practice that it is one of.
 */
practice?: PracticeId | null, 
/**
 * Links.
 */
links?: Array<Link>, 
/**
 * Skills used, with the level that it shows and why.
 */
skills?: Array<SkillLevel>, 
/**
 * Decisions.
 */
decisions?: Array<Decision>, 
/**
 * What came of it.
 */
results?: string, 
/**
 * How the checklist stands.
 */
checklist?: { [key in StatementId]: CheckState }, };

/**
 * A project of the portfolio.
 */
export type ProjectRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is, in a sentence or two.
 */
summary: string, 
/**
 * The case study, in Markdown.
 */
story: string, 
/**
 * The person's part in it.
 */
role: string, 
/**
 * With whom.
 */
team: string, 
/**
 * First day.
 */
starts: Date | null, 
/**
 * Last day; none while it goes on.
 */
ends: Date | null, 
/**
 * Where it stands.
 */
status: ProjectStatus, 
/**
 * The practice that it is one of.
 */
practice: PracticeId | null, 
/**
 * Links.
 */
links: Array<Link>, 
/**
 * Skills used, with the level that it shows and why.
 */
skills: Array<SkillLevel>, 
/**
 * Decisions.
 */
decisions: Array<Decision>, 
/**
 * What came of it.
 */
results: string, 
/**
 * How the checklist stands; absent lines are open.
 */
checklist: { [key in StatementId]: CheckState }, 
/**
 * The folder that is audited; empty where none was chosen.
 */
folder: string, 
/**
 * Skills that the audit proves, by skill.
 */
proofs: Array<ProofRecord>, };

/**
 * A skill of a project with its name, and what it rests on.
 */
export type ProjectSkillView = { 
/**
 * The skill, the level that the project shows, and why.
 */
level: SkillLevel, 
/**
 * Name of the skill.
 */
name: Text, 
/**
 * What the audit proves of it, where the person accepted that.
 */
proof: ProofRecord | null, 
/**
 * The level that the project carries for it: 2 as described, up to 3 with proof; 0 while the project is not done.
 */
carries: Level, 
/**
 * The level that it carries once the project is done.
 */
would_carry: Level, };

/**
 * Where a project stands.
 */
export type ProjectStatus = "idea" | "doing" | "done" | "shown";

/**
 * A project with what is known of it.
 */
export type ProjectView = { 
/**
 * The record.
 */
record: ProjectRecord, 
/**
 * Name of the practice that it is one of.
 */
practice_name: Text | null, 
/**
 * Skills with their names.
 */
skills: Array<ProjectSkillView>, 
/**
 * The checklist of its practice.
 */
checklist: Array<CheckView>, 
/**
 * Lines that are done or do not apply.
 */
checked: number, 
/**
 * Whether it counts as a complete one of its practice.
 */
complete: boolean, 
/**
 * Its files, in their order.
 */
attachments: Array<AttachmentRecord>, 
/**
 * The first of its files that is a picture.
 */
cover: RecordId | null, 
/**
 * Its newest audit.
 */
audit: AuditBrief | null, };

/**
 * The portfolio.
 */
export type ProjectsView = { 
/**
 * Projects, those in progress first.
 */
projects: Array<ProjectView>, 
/**
 * Practices, with how many the target asks.
 */
practices: Array<PracticeOption>, };

/**
 * What of an audit is accepted, or withdrawn.
 */
export type ProofParams = { 
/**
 * The project.
 */
id: RecordId, 
/**
 * Skills.
 */
skills?: Array<SkillId>, 
/**
 * Lines of the checklist.
 */
lines?: Array<StatementId>, };

/**
 * A skill that the person lets the audit of a project prove.
 */
export type ProofRecord = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level that the audit carries: 3 where it showed repository, own commits, tests and deployment, else 2.
 */
level: Level, 
/**
 * The findings that it rests on.
 */
rests_on: Array<Carry>, 
/**
 * The day of the person's last commit, or that of the audit where there is none.
 */
on: Date, 
/**
 * The commit that was read.
 */
head: string | null, 
/**
 * The level that the person had said before; none where the project was given the skill by this proof.
 */
said: Level | null, };

/**
 * One way to prove a level.
 */
export type ProofWay = { "kind": "refresh" } | { "kind": "second_kind" } | { "kind": "log", 
/**
 * Minutes that are missing.
 */
minutes_missing: Minutes, } | { "kind": "course" } | { "kind": "exam", 
/**
 * Certifications of the catalogue that support the skill at this level.
 */
certifications: Array<CertificationId>, 
/**
 * Whether one performs tasks in them.
 */
performance_based: boolean, } | { "kind": "project", 
/**
 * Whether the audit must find repository, tests and deployment.
 */
audited: boolean, } | { "kind": "work", 
/**
 * Months of it, in all.
 */
months: number, } | { "kind": "review" } | { "kind": "contribution" } | { "kind": "practice_set" };

/**
 * Days by which something is done: with even odds, with 85 and with 95 in 100. None lies beyond what is reckoned.
 */
export type QuantilesView = { 
/**
 * Even odds.
 */
p50: Date | null, 
/**
 * 85 in 100.
 */
p85: Date | null, 
/**
 * 95 in 100.
 */
p95: Date | null, };

/**
 * A skill to ask about at first start.
 */
export type QuestionView = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Its name.
 */
name: Text, 
/**
 * Its group.
 */
group: GroupId, 
/**
 * The level that the target asks.
 */
required: Level, 
/**
 * Whether the target cannot be reached without it.
 */
core: boolean, 
/**
 * What is claimed now.
 */
claimed: Level | null, };

/**
 * Which target the questions are for.
 */
export type QuestionsParams = { 
/**
 * The rung.
 */
rung: RungId, 
/**
 * The main stack.
 */
stack?: StackId | null, };

/**
 * The words of a document, with its title.
 */
export type QuoteView = { 
/**
 * The source.
 */
source: SourceId, 
/**
 * Its title.
 */
title: string, 
/**
 * Its publisher.
 */
publisher: string | null, 
/**
 * Its language: `en` or `fr`.
 */
language: string | null, 
/**
 * The exact words.
 */
quote: string, };

/**
 * A calendar to read.
 */
export type ReadParams = { 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, };

/**
 * How ready a person is.
 */
export type Readiness = { 
/**
 * sum(weight * min(level / required, 1)) / sum(weight), 0 to 1; 1 where nothing is required.
 */
ratio: number, 
/**
 * Whether the rung is reached: every core requirement met, and a ratio of at least 0.9.
 */
reached: boolean, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many there are.
 */
total: number, 
/**
 * How many core requirements are not met.
 */
core_open: number, 
/**
 * Each requirement, in the order of the list.
 */
each: Array<Met>, };

/**
 * How ready the person is, claimed and proven, never blended.
 */
export type ReadinessView = { 
/**
 * The target; none when there is none yet.
 */
target: TargetView | null, 
/**
 * By what they say.
 */
claimed: Readiness, 
/**
 * By what their evidence carries.
 */
proven: Readiness, 
/**
 * The share that a rung asks for: 0.9.
 */
needs: number, };

/**
 * The day the person wants to be ready, against the plan.
 */
export type ReadyView = { 
/**
 * The day they want.
 */
by: Date, 
/**
 * Whether the plan ends by then.
 */
met: boolean, 
/**
 * Minutes of work that do not fit before it.
 */
missing_minutes: number, 
/**
 * Minutes a week that would be needed; none when no week is long enough.
 */
weekly_minutes_needed: number | null, 
/**
 * The day that fits.
 */
date_that_fits: Date | null, 
/**
 * Items whose leaving out would mend it: key and title; none where none do.
 */
drop: Array<[string, Text]>, };

/**
 * A record of the person's: a UUIDv7 in lower case.
 */
export type RecordId = string;

/**
 * A reminder.
 */
export type Reminder = { 
/**
 * The same for the same thing on the same day: `exam:<id>:2027-03-01:7`.
 */
key: string, 
/**
 * What it is about.
 */
kind: ReminderKind, 
/**
 * Id of the record, or the day.
 */
subject: string, 
/**
 * The day that it is about.
 */
on: Date, 
/**
 * Days ahead of it.
 */
days: number, 
/**
 * When it is said.
 */
due: string, };

/**
 * What a reminder is about.
 */
export type ReminderKind = "exam" | "expiry" | "renewal" | "session";

/**
 * Which reminders the person wants, and when.
 */
export type ReminderSettings = { 
/**
 * Kinds that are said.
 */
kinds: Array<ReminderKind>, 
/**
 * Time of day, `HH:MM`.
 */
at: string, 
/**
 * Time of day of sessions, `HH:MM`.
 */
session_at: string, 
/**
 * Beginning and end of the quiet hours, `HH:MM`; may span midnight. None: no quiet hours.
 */
quiet: [string, string] | null, };

/**
 * A reminder with its words.
 */
export type ReminderView = { 
/**
 * The reminder.
 */
reminder: Reminder, 
/**
 * What it says.
 */
title: Text, 
/**
 * More of it.
 */
text: Text, 
/**
 * Whether it fell due while the program was closed.
 */
missed: boolean, 
/**
 * When it was said; none where it is ahead.
 */
said_at: string | null, };

/**
 * Reminders: which are wanted, what is ahead, what was said.
 */
export type RemindersView = { 
/**
 * Which are wanted.
 */
settings: ReminderSettings, 
/**
 * The next ones.
 */
ahead: Array<ReminderView>, 
/**
 * Those that were said in the last days and that the person has not put away, the newest first.
 */
said: Array<ReminderView>, };

/**
 * Where a repository is published.
 */
export type Remote = { 
/**
 * Its name, as `origin`.
 */
name: string, 
/**
 * An https address of it, without user name and password; empty where none can be made of what is kept.
 */
url: string, };

/**
 * How many records were removed.
 */
export type RemovedView = { 
/**
 * Records that the example had put in.
 */
removed: number, };

/**
 * A renewal.
 */
export type RenewParams = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * The day on which it was renewed.
 */
on: Date, 
/**
 * Until when it holds now; none where it no longer expires.
 */
expires?: Date | null, 
/**
 * What it cost.
 */
cost?: number | null, 
/**
 * ISO 4217 code of the cost.
 */
currency?: string | null, };

/**
 * How a certification is kept, and what to know about it.
 */
export type Renewal = { 
/**
 * How.
 */
kind: RenewalKind, 
/**
 * What to know about it.
 */
note: Text | null, 
/**
 * Days before the expiry from which on it can be renewed; none where any day will do or nobody could tell.
 */
opens_days: number | null, 
/**
 * The same in months, where the provider counts by the calendar.
 */
opens_months: number | null, 
/**
 * Months that a renewal adds; none where it is as long as the first time.
 */
months: number | null, 
/**
 * Credits to collect until the expiry.
 */
credits: number | null, 
/**
 * What keeping it costs for the whole period.
 */
fee: Price | null, 
/**
 * Higher certifications that renew it too.
 */
by: Array<CertificationId>, };

/**
 * How a certification is kept.
 */
export type RenewalKind = "retake" | "free_assessment" | "credits_and_fee" | "higher_cert" | "none" | "retired";

/**
 * The renewal of a certification that the person holds.
 */
export type RenewalPlan = { 
/**
 * How it is kept; none where nobody could tell.
 */
kind: RenewalKind | null, 
/**
 * How it stands.
 */
state: RenewalState, 
/**
 * The first day on which it can be renewed, where the provider names one.
 */
opens: Date | null, 
/**
 * The day from which on it is worth working on: that day, for an exam not before 180 days before the end; 180 days
 * before the end where no day is named.
 */
begin: Date | null, 
/**
 * The last day on which it holds.
 */
closes: Date | null, 
/**
 * Until when it would hold after a renewal today, or on the day it opens.
 */
keeps_until: Date | null, 
/**
 * Credits to collect.
 */
credits_needed: number | null, 
/**
 * Credits that were earned in this period.
 */
credits: number, 
/**
 * Hours that it takes: an estimate of ours.
 */
hours: number, };

/**
 * How a renewal stands on a day.
 */
export type RenewalState = "never" | "unknown" | "not_yet" | "open" | "over" | "impossible";

/**
 * How a certification is kept up.
 */
export type RenewalView = { 
/**
 * The renewal.
 */
plan: RenewalPlan, 
/**
 * Whether nobody could check the catalogue's rule.
 */
unverified: boolean, 
/**
 * What to know about it.
 */
note: Text | null, 
/**
 * What keeping it costs.
 */
fee: Price | null, 
/**
 * What the exam costs, where it is taken again.
 */
price: Price | null, 
/**
 * Higher certifications that renew it too.
 */
by: Array<NeedView>, 
/**
 * Key of its item in the plan, where it has one.
 */
item: string | null, 
/**
 * What lapses if nothing is done.
 */
lapses: Array<Lapse>, };

/**
 * What an audit found.
 */
export type Report = { 
/**
 * Version of the rules.
 */
rules: number, 
/**
 * Name of the folder, without what is above it.
 */
folder: string, 
/**
 * The repository; none for a folder without Git.
 */
git: GitSource | null, 
/**
 * The history; none without commits.
 */
history: CommitHistory | null, 
/**
 * Files that were looked at.
 */
files: number, 
/**
 * Their bytes.
 */
bytes: number, 
/**
 * Languages, most code first.
 */
languages: Array<LanguageLines>, 
/**
 * Findings, by kind, then those of the project itself first, then by name.
 */
findings: Array<Finding>, 
/**
 * Kinds that were looked for and not found: not the same as absent.
 */
not_found: Array<FindingKind>, 
/**
 * What was not looked at.
 */
left_out: Array<LeftOut>, 
/**
 * Title of the README, its first heading; empty where there is none.
 */
title: string, 
/**
 * First paragraph of the README as plain text, at most 600 characters.
 */
summary: string, 
/**
 * Whether something failed on the way: damaged, gone, without permission. What is told is right all the same.
 */
partial: boolean, };

/**
 * Where a report is put.
 */
export type ReportSaveParams = { 
/**
 * The file, in the terminal; in the window the person is asked.
 */
path?: string | null, };

/**
 * A report that was saved.
 */
export type ReportSavedView = { 
/**
 * Where it lies, for a person to read.
 */
path: string, };

/**
 * A report, exactly as it would be saved.
 */
export type ReportView = { 
/**
 * Its text.
 */
text: string, };

/**
 * One requirement of a rung.
 */
export type Requirement = { 
/**
 * Unique in the list: `skill:sql`, `choice:main-language`, `practice:complete-application`.
 */
key: string, 
/**
 * What is required.
 */
what: RequirementKind, 
/**
 * The level, 1-5; for a practice the number of it.
 */
level: number, 
/**
 * How much it counts, 1-10.
 */
weight: number, 
/**
 * Whether the rung cannot be reached without it.
 */
core: boolean, };

/**
 * What is required.
 */
export type RequirementKind = { "kind": "skill", 
/**
 * The skill.
 */
skill: SkillId, } | { "kind": "one_of", 
/**
 * The choice.
 */
choice: ChoiceId, 
/**
 * The members that count, in the pack's order; never empty.
 */
members: Array<SkillId>, 
/**
 * The member that the person chose; for none the best member counts.
 */
chosen: SkillId | null, } | { "kind": "practice", 
/**
 * The practice.
 */
practice: PracticeId, };

/**
 * An official or free resource to learn from.
 */
export type Resource = { 
/**
 * Its title.
 */
title: string, 
/**
 * Its address.
 */
url: string, 
/**
 * Its language.
 */
lang: Lang, 
/**
 * `docs`, `standard`, `course`, `tutorial`, `book` or `practice`.
 */
kind: string, 
/**
 * Hours, where the source says.
 */
hours: number | null, };

/**
 * What was brought back.
 */
export type RestoredView = { 
/**
 * The backup that was brought back.
 */
from: BackupRow, 
/**
 * The backup of what was there before; none where that could not be read. To go back, bring it back.
 */
before: BackupRow | null, 
/**
 * Where what was there before lies as it was, where it could not be read.
 */
aside: string | null, 
/**
 * What there is now.
 */
counts: Array<KindCount>, };

/**
 * What a proven level rests on, by kind.
 */
export type RestsOn = { 
/**
 * The kind of evidence.
 */
kind: string, 
/**
 * How many pieces.
 */
count: number, 
/**
 * Minutes logged, for the kind `log`.
 */
minutes: Minutes, };

/**
 * How an exam went.
 */
export type ResultParams = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * Whether it was passed.
 */
passed: boolean, 
/**
 * The day; that of the booking where absent, else today.
 */
on?: Date | null, 
/**
 * The score, as reported.
 */
score?: string, 
/**
 * After a failure, what was hard.
 */
note?: string, 
/**
 * After a failure, the day from which it may be tried again, where they know better than the catalogue.
 */
retry_from?: Date | null, };

/**
 * When a failed exam may be taken again.
 */
export type Retake = { 
/**
 * Days to wait after the first failed attempt, the second and so on; the last one holds for all that follow.
 */
days: Array<number>, 
/**
 * What to know about it.
 */
note: Text | null, };

/**
 * When a failed exam may be tried again.
 */
export type Retry = { 
/**
 * The first day.
 */
from: Date, 
/**
 * Days of waiting, by the catalogue.
 */
days: number | null, 
/**
 * Whether the person said so.
 */
own: boolean, };

/**
 * When a failed exam may be tried again.
 */
export type RetryView = { 
/**
 * From when on, and how that is known.
 */
retry: Retry, 
/**
 * Whether that day is still ahead.
 */
waits: boolean, 
/**
 * Whether nobody could check the catalogue's rule.
 */
unverified: boolean, 
/**
 * What to know about it.
 */
note: Text | null, };

/**
 * What the person chose at a week's end for the next one.
 */
export type ReviewChoice = { "kind": "keep" } | { "kind": "hours", 
/**
 * Minutes of a usual week.
 */
weekly_minutes: number, } | { "kind": "lighter_week", 
/**
 * Minutes of next week.
 */
minutes: number, } | { "kind": "first", 
/**
 * Its key.
 */
item: string, } | { "kind": "ready_by", 
/**
 * The day.
 */
date: Date, };

/**
 * What became of an item that was planned.
 */
export type ReviewOutcome = "finished" | "done" | "partly" | "not_started" | "extra" | "to_come";

/**
 * Which week.
 */
export type ReviewParams = { 
/**
 * A day of it; where absent the week that is due: this one from Friday on, else the last one.
 */
week?: Date | null, };

/**
 * A week's review as it is kept.
 */
export type ReviewRecord = { 
/**
 * Monday of the week that was looked back on.
 */
week: Date, 
/**
 * The day it was closed.
 */
closed_on: Date, 
/**
 * What was chosen.
 */
choice: ReviewChoice, 
/**
 * Notes.
 */
note: string, };

/**
 * An item of the week.
 */
export type ReviewRow = { 
/**
 * Its key; none for time that was logged on a skill alone.
 */
key: string | null, 
/**
 * Its title.
 */
title: Text, 
/**
 * Minutes that were planned.
 */
planned: number, 
/**
 * Minutes that were logged.
 */
done: number, 
/**
 * What became of it.
 */
outcome: ReviewOutcome, 
/**
 * Of what was planned, minutes of days that are past.
 */
due: number, 
/**
 * The day by which it would be done with even odds, when the week began; none where that was not kept.
 */
finish_then: Date | null, 
/**
 * The day by which it will be done with even odds.
 */
finish_now: Date | null, };

/**
 * The review of a week.
 */
export type ReviewView = { 
/**
 * Its Monday.
 */
week: Date, 
/**
 * Whether the week is over, or it is Friday or later.
 */
is_due: boolean, 
/**
 * Whether a plan was kept when the week began; without one only what was done is known.
 */
plan_known: boolean, 
/**
 * Minutes that were planned.
 */
planned: number, 
/**
 * Minutes that were logged.
 */
done: number, 
/**
 * Minutes of each day, Monday first: planned and logged.
 */
days: Array<[number, number]>, 
/**
 * The items, those that slipped first.
 */
rows: Array<ReviewRow>, 
/**
 * Minutes that were planned for days that are past, and not done.
 */
slipped: number, 
/**
 * The plan's end when the week began.
 */
finish_then: Date | null, 
/**
 * The plan's end now.
 */
finish_now: Date | null, 
/**
 * The 85-in-100 forecast when the week began.
 */
p85_then: Date | null, 
/**
 * The 85-in-100 forecast now.
 */
p85_now: Date | null, 
/**
 * Readiness, proven, when the week began, 0 to 1.
 */
readiness_then: number | null, 
/**
 * Readiness, proven, now.
 */
readiness_now: number, 
/**
 * What may be chosen; going on as planned comes first.
 */
choices: Array<ChoiceView>, 
/**
 * Next week.
 */
next_week: NextWeekView, 
/**
 * What was chosen, where the week is closed.
 */
closed: ReviewRecord | null, 
/**
 * Mondays of weeks that can be looked at, newest first, at most 26.
 */
weeks: Array<Date>, };

/**
 * A role pack, whole and validated: every id that is named in it exists in it.
 */
export type RoleView = { 
/**
 * Id of the role, for example `backend-developer`.
 */
id: string, 
/**
 * Version of the pack, `major.minor.patch`.
 */
version: string, 
/**
 * The role's name.
 */
name: Text, 
/**
 * The role in a few sentences.
 */
summary: Text, 
/**
 * Groups of skills with their anchored levels, in the order of the pages.
 */
groups: Array<Group>, 
/**
 * Where the statements come from.
 */
sources: Array<Source>, 
/**
 * What the job is, and where it is done.
 */
context: Array<Entry>, 
/**
 * The mission families.
 */
missions: Array<Entry>, 
/**
 * The people one works with.
 */
people: Array<Entry>, 
/**
 * The ways in.
 */
education: Array<Entry>, 
/**
 * What is learned by doing.
 */
practice: Array<Practice>, 
/**
 * The skills.
 */
skills: Array<Skill>, 
/**
 * What the documents say of certifications.
 */
certification_families: Array<Entry>, 
/**
 * The catalogue of certifications.
 */
certifications: Array<Certification>, 
/**
 * Sets of skills of which a rung asks one.
 */
choices: Array<Choice>, 
/**
 * Main stacks.
 */
stacks: Array<Stack>, 
/**
 * Rungs and branches, with their requirements taken over from `based_on`.
 */
rungs: Array<Rung>, 
/**
 * Pay observations.
 */
pay: Array<PayObservation>, 
/**
 * What pay depends on.
 */
pay_factors: Array<Entry>, 
/**
 * Where the documents disagree.
 */
disagreements: Array<Disagreement>, 
/**
 * What of the documents has no home in the pack, and why.
 */
omitted: Array<Omitted>, };

/**
 * A rung or branch.
 */
export type Rung = { 
/**
 * Id.
 */
id: RungId, 
/**
 * Ladder or branch.
 */
kind: RungKind, 
/**
 * Its name.
 */
name: Text, 
/**
 * What it is, in one or two sentences.
 */
summary: Text, 
/**
 * Orders the page.
 */
rank: number, 
/**
 * Rungs it grows from.
 */
after: Array<RungId>, 
/**
 * A rung whose requirements are taken over, then raised or added to.
 */
based_on: RungId | null, 
/**
 * Skills that are asked, all of them.
 */
all_of: Array<SkillRequirement>, 
/**
 * Choices of which one member is asked.
 */
one_of: Array<OneOf>, 
/**
 * Practice that is asked.
 */
practice: Array<PracticeRequirement>, 
/**
 * Skills it speaks of.
 */
skills: Array<SkillId>, 
/**
 * What the documents say of it.
 */
statement: Array<Statement>, };

/**
 * A rung or branch of the career.
 */
export type RungId = string;

/**
 * Ladder or branch.
 */
export type RungKind = "ladder" | "branch";

/**
 * What could be saved out of a damaged file.
 */
export type SalvageView = { 
/**
 * Records that can be read, by kind.
 */
counts: Array<KindCount>, 
/**
 * Rows that cannot be read or do not fit together, as far as can be told.
 */
lost: number, 
/**
 * Whether everything that is in the file can be read.
 */
complete: boolean, };

/**
 * What a scenario changes about one item.
 */
export type ScenarioItem = { 
/**
 * Key of the item.
 */
item: string, 
/**
 * Left out.
 */
dropped: boolean, 
/**
 * Another due date.
 */
due: Date | null, 
/**
 * Whether that date may be missed.
 */
due_kind: DueKind | null, };

/**
 * A scenario, new or changed: only what differs from today's plan.
 */
export type ScenarioParams = { 
/**
 * The scenario to change; a new one where absent.
 */
id?: RecordId | null, 
/**
 * Its name; where it is empty, what it changes is shown instead.
 */
name?: string, 
/**
 * Minutes of each weekday, Monday first.
 */
weekly_minutes?: [number, number, number, number, number, number, number] | null, 
/**
 * Minutes of a usual week, in the shape of today's; instead of `weekly_minutes`.
 */
minutes_a_week?: number | null, 
/**
 * Another rung or branch.
 */
rung?: RungId | null, 
/**
 * Another main stack.
 */
stack?: StackId | null, 
/**
 * Another day to be ready.
 */
ready_by?: Date | null, 
/**
 * Items that are left out or due on another day.
 */
items?: Array<ScenarioItem>, };

/**
 * A scenario beside today's plan: only what differs from it.
 */
export type ScenarioRecord = { 
/**
 * Id of the record.
 */
id: RecordId, 
/**
 * Its name.
 */
name: string, 
/**
 * Minutes of each weekday, Monday first.
 */
weekly_minutes: [number, number, number, number, number, number, number] | null, 
/**
 * Another rung or branch.
 */
rung: RungId | null, 
/**
 * Another main stack.
 */
stack: StackId | null, 
/**
 * Another day to be ready.
 */
ready_by: Date | null, 
/**
 * What differs about items.
 */
items: Array<ScenarioItem>, };

/**
 * A scenario and what it comes to.
 */
export type ScenarioView = { 
/**
 * The scenario; its id is `trial` where it is not kept.
 */
record: ScenarioRecord, 
/**
 * Its name, or what it changes where it has none.
 */
title: Text, 
/**
 * What it changes, in words, one line each.
 */
changes: Array<Text>, 
/**
 * What it comes to.
 */
outcome: OutcomeView, 
/**
 * How that differs from today's plan.
 */
difference: DifferenceView, };

/**
 * Today's plan and the scenarios beside it.
 */
export type ScenariosView = { 
/**
 * Today's plan.
 */
today: OutcomeView, 
/**
 * The scenarios, oldest first.
 */
scenarios: Array<ScenarioView>, 
/**
 * How many there may be.
 */
most: number, };

/**
 * Sessions and what follows from them.
 */
export type Schedule = { 
/**
 * Day of the last session; none when there is nothing to do.
 */
finish: Date | null, 
/**
 * Greatest lateness of a hard due date, in available minutes; 0 when all are met.
 */
max_hard_late_minutes: number, 
/**
 * Sum of weight times lateness over the soft due dates.
 */
weighted_late_minutes: number, 
/**
 * The sessions in order; those of one day follow each other as listed.
 */
sessions: Array<Session>, 
/**
 * Each item of the problem, in its order.
 */
items: Array<PlannedItem>, };

/**
 * A stretch of work on one item.
 */
export type Session = { 
/**
 * Its day.
 */
date: Date, 
/**
 * The item.
 */
item: string, 
/**
 * Its minutes.
 */
minutes: number, };

/**
 * A session of the plan.
 */
export type SessionView = { 
/**
 * Its day.
 */
date: Date, 
/**
 * Key of the item.
 */
item: string, 
/**
 * Title of the item.
 */
title: Text, 
/**
 * Its minutes.
 */
minutes: number, 
/**
 * Minutes of it that the person pinned to this day.
 */
pinned: number, };

/**
 * An item that the person left out or finished.
 */
export type SetAsideView = { 
/**
 * Its title.
 */
title: Text, 
/**
 * What the person changed.
 */
record: PlanItemRecord, };

/**
 * A due date that is missed.
 */
export type Shortfall = { 
/**
 * The item.
 */
item: string, 
/**
 * Its due date.
 */
due: Date, 
/**
 * Whether it may be missed.
 */
kind: DueKind, 
/**
 * Available minutes that are missing: its lateness.
 */
missing_minutes: number, 
/**
 * A due date that it would meet: tried, where mends were sought; else the day on which this schedule ends it.
 */
date_that_fits: Date | null, 
/**
 * Whether the mends below were sought; false for those that [`shortfalls`] leaves out.
 */
mends_sought: boolean, 
/**
 * Minutes a week with which it is met, in steps of 30; none where not even 100 hours are enough.
 */
weekly_minutes_needed: number | null, 
/**
 * Items without which it is met; none where nothing that may go is enough.
 */
items_to_drop: Array<string> | null, };

/**
 * A due date that cannot be met.
 */
export type ShortfallView = { 
/**
 * Title of the item.
 */
title: Text, 
/**
 * By how much, and what would mend it.
 */
shortfall: Shortfall, 
/**
 * Items whose leaving out would mend it: key and title; none where none do.
 */
drop: Array<[string, Text]>, };

/**
 * What an audit shows of a project as a whole.
 */
export type Shown = { 
/**
 * A repository with commits.
 */
repository: boolean, 
/**
 * Commits of the person's own among them.
 */
own: boolean, 
/**
 * Tests.
 */
tests: boolean, 
/**
 * A way into production: a container, orchestration, infrastructure as code, a step of a pipeline.
 */
deployment: boolean, };

/**
 * What changed since a day.
 */
export type SinceView = { 
/**
 * That day: seven days ago, or the nearest one before on which anything was kept.
 */
on: Date, 
/**
 * Whether they work toward the same rung as then.
 */
same_rung: boolean, 
/**
 * Readiness then, proven, 0 to 1.
 */
proven_then: number, 
/**
 * Readiness then, claimed, 0 to 1.
 */
claimed_then: number, 
/**
 * Minutes of the plan that were left then.
 */
minutes_left_then: number, 
/**
 * Minutes that were logged since.
 */
logged: number, 
/**
 * The plan's end then.
 */
finish_then: Date | null, 
/**
 * The plan's end now.
 */
finish_now: Date | null, 
/**
 * The 85-in-100 forecast then.
 */
p85_then: Date | null, 
/**
 * What was finished since.
 */
finished: Array<Text>, };

/**
 * A skill.
 */
export type Skill = { 
/**
 * Id.
 */
id: SkillId, 
/**
 * Its name.
 */
name: Text, 
/**
 * The group it belongs to.
 */
group: GroupId, 
/**
 * What it is.
 */
kind: SkillKind, 
/**
 * How much work it takes.
 */
effort: EffortClass, 
/**
 * How fast its evidence goes stale.
 */
half_life: HalfLife, 
/**
 * What must be held before its first step.
 */
prerequisites: Array<Prerequisite>, 
/**
 * Other ways to write its name.
 */
aliases: Array<Alias>, 
/**
 * The matching concept of ESCO.
 */
esco: Esco | null, 
/**
 * Where to learn it.
 */
resources: Array<Resource>, 
/**
 * What the documents say of it.
 */
says: Array<Citation>, };

/**
 * Whether a skill counts.
 */
export type SkillHideParams = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Whether it is hidden, and asked no more.
 */
hidden: boolean, };

/**
 * A skill of the role pack, or one of the person's own (`own-…`).
 */
export type SkillId = string;

/**
 * Which skill.
 */
export type SkillIdParams = { 
/**
 * The skill.
 */
skill: SkillId, };

/**
 * What a skill is.
 */
export type SkillKind = "knowledge" | "practice" | "soft";

/**
 * A skill at a level.
 */
export type SkillLevel = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level.
 */
level: Level, 
/**
 * Why.
 */
why: string, };

/**
 * The person's notes.
 */
export type SkillNoteParams = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The notes.
 */
note: string, };

/**
 * A skill by its name.
 */
export type SkillRef = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Its name.
 */
name: Text, };

/**
 * Another required level.
 */
export type SkillRequireParams = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level, 1-5; null takes the rung's again.
 */
level: Level | null, };

/**
 * A skill at a level.
 */
export type SkillRequirement = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level that is asked, 1-5.
 */
level: Level, 
/**
 * How much it counts, 1-10.
 */
weight: number, 
/**
 * Whether the rung cannot be reached without it.
 */
core: boolean, };

/**
 * A skill in the list.
 */
export type SkillRow = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * Its name.
 */
name: Text, 
/**
 * Its group.
 */
group: GroupId, 
/**
 * What it is.
 */
kind: SkillKind, 
/**
 * How much work it takes.
 */
effort: EffortClass, 
/**
 * How fast its evidence goes stale.
 */
half_life: HalfLife, 
/**
 * What the person claims; none when they did not say.
 */
claimed: Level | null, 
/**
 * What their evidence carries today.
 */
proven: Level, 
/**
 * What it would carry were nothing stale.
 */
fresh: Level, 
/**
 * The day the proven level drops next.
 */
stale_on: Date | null, 
/**
 * Since when it is lower than its evidence once carried.
 */
stale_since: Date | null, 
/**
 * The level that the target asks; none when it asks none.
 */
required: Level | null, 
/**
 * Whether the target cannot be reached without it.
 */
core: boolean, 
/**
 * The choice that it was chosen for, as in "main language".
 */
chosen_for: Text | null, 
/**
 * How it stands against the target.
 */
state: SkillState, 
/**
 * Hours to close the gap: an estimate of ours.
 */
hours: Effort | null, 
/**
 * What the proven level rests on.
 */
rests_on: Array<RestsOn>, 
/**
 * A skill of the person's own.
 */
own: boolean, 
/**
 * Hidden by the person.
 */
hidden: boolean, 
/**
 * Required by the person instead of the rung.
 */
own_required: Level | null, };

/**
 * The level that the person claims.
 */
export type SkillSetParams = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level, 0-5; null takes the claim back.
 */
level: Level | null, };

/**
 * How a skill stands against the target.
 */
export type SkillState = "unasked" | "met" | "learn" | "prove" | "refresh";

/**
 * One skill, whole.
 */
export type SkillView = { 
/**
 * The skill as it stands in the list.
 */
row: SkillRow, 
/**
 * The skill as the role pack has it.
 */
skill: Skill, 
/**
 * Its group, with what the levels mean.
 */
group: Group | null, 
/**
 * The pieces of evidence, those that count first.
 */
pieces: Array<PieceView>, 
/**
 * The evidence as it is kept, for editing.
 */
evidence: Array<EvidenceRecord>, 
/**
 * Minutes logged.
 */
log_minutes: Minutes, 
/**
 * A level for which a second kind of evidence is missing.
 */
second_kind_missing: Level | null, 
/**
 * What would prove the next level that is asked, or the next one.
 */
would_prove: NextProof | null, 
/**
 * What must be held first.
 */
prerequisites: Array<PrerequisiteView>, 
/**
 * Skills that build on it.
 */
needed_by: Array<SkillRef>, 
/**
 * What the documents say.
 */
quotes: Array<QuoteView>, 
/**
 * The person's notes.
 */
note: string, };

/**
 * Where the person stands.
 */
export type SkillsView = { 
/**
 * The target; none when there is none yet.
 */
target: TargetView | null, 
/**
 * Groups in the order of the page.
 */
groups: Array<Group>, 
/**
 * Every skill, in the order of the groups.
 */
rows: Array<SkillRow>, 
/**
 * Readiness by claims.
 */
claimed: Readiness, 
/**
 * Readiness by proofs.
 */
proven: Readiness, };

/**
 * A plan problem, by the file contract of `docs/model.md`, section 4.
 */
export type SolveParams = { 
/**
 * The problem.
 */
problem: PlanProblem, };

/**
 * Where statements come from.
 */
export type Source = { 
/**
 * Id, for example `d002`.
 */
id: SourceId, 
/**
 * What it is.
 */
kind: SourceKind, 
/**
 * Its title, in its own language.
 */
title: string, 
/**
 * Who published it, where stated.
 */
publisher: string | null, 
/**
 * Its language: `en` or `fr`.
 */
language: string | null, 
/**
 * File name under `documents/`.
 */
file: string | null, 
/**
 * Its address.
 */
url: string | null, 
/**
 * Day of publication, where stated.
 */
published: string | null, 
/**
 * Day of the last change, where stated.
 */
updated: string | null, 
/**
 * Its licence, where it has one.
 */
licence: string | null, 
/**
 * What to know about it.
 */
note: Text | null, };

/**
 * A source of the role pack.
 */
export type SourceId = string;

/**
 * What a source is.
 */
export type SourceKind = "document" | "reference" | "ours";

/**
 * What money goes to.
 */
export type SpentFor = "exam" | "attempt" | "course" | "material" | "renewal" | "travel" | "other";

/**
 * One amount.
 */
export type SpentItem = { 
/**
 * The certification of the person's.
 */
record: RecordId, 
/**
 * What for.
 */
what: SpentFor, 
/**
 * The day; none where it has none yet.
 */
on: Date | null, 
/**
 * How much.
 */
amount: number, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * Whether it is still to be paid.
 */
ahead: boolean, 
/**
 * Whether the catalogue says so, and not the person.
 */
estimated: boolean, };

/**
 * The sum of a year in one currency.
 */
export type SpentYear = { 
/**
 * The year; none for what has no day yet.
 */
year: number | null, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * What was paid.
 */
paid: number, 
/**
 * What is ahead, estimates included.
 */
ahead: number, };

/**
 * Where an item is cut.
 */
export type SplitParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * Minutes of the first part, less than the whole; null joins the parts again.
 */
after?: number | null, };

/**
 * Hours to spread over a week.
 */
export type SpreadParams = { 
/**
 * Hours a week, 0.5 to 100.
 */
weekly_hours: number, };

/**
 * A main stack: one member for each choice.
 */
export type Stack = { 
/**
 * Id, for example `python-django`.
 */
id: StackId, 
/**
 * Its name.
 */
name: Text, 
/**
 * The member chosen for each choice.
 */
choices: { [key in ChoiceId]: SkillId }, 
/**
 * The documents' words, where they name it.
 */
says: Array<Citation>, };

/**
 * A main stack: one member for each choice.
 */
export type StackId = string;

/**
 * One sentence that rests on at least one citation.
 */
export type Statement = { 
/**
 * Id, unique in the pack.
 */
id: StatementId, 
/**
 * The sentence, in our words.
 */
text: Text, 
/**
 * What it rests on.
 */
says: Array<Citation>, 
/**
 * Skills it speaks of.
 */
skills: Array<SkillId>, };

/**
 * A statement of the role pack.
 */
export type StatementId = string;

/**
 * What the figures are.
 */
export type Statistic = "range" | "average_range" | "about" | "up_to" | "above";

/**
 * One step back or forth.
 */
export type StepParams = { 
/**
 * The change that it must be about, by its number; `history.moved_on` where another one comes first.
 */
seq?: number | null, 
/**
 * Whether a change that was made elsewhere (in the terminal, where the window asks) is taken back too;
 * `history.made_elsewhere` where not.
 */
others?: boolean, };

/**
 * What a stopped timer left.
 */
export type StopView = { 
/**
 * The entries: one for each day; none when it ran for less than half a minute.
 */
entries: Array<LogRow>, 
/**
 * Their minutes.
 */
minutes: number, 
/**
 * Minutes that are left of the item, where it is one of the plan.
 */
minutes_left: number | null, };

/**
 * How much a finding says.
 */
export type Strength = "indirect" | "development" | "direct";

/**
 * A submodule: another repository within this one. It is named, not audited.
 */
export type Submodule = { 
/**
 * Its path.
 */
path: string, 
/**
 * Its address, without any user name or password; empty where none is known.
 */
url: string, 
/**
 * Whether its files are there.
 */
state: SubmoduleState, };

/**
 * Where a submodule stands.
 */
export type SubmoduleState = "present" | "named";

/**
 * A skill that a certification speaks for, held against the person and the target.
 */
export type SupportView = { 
/**
 * The skill and the level.
 */
level: SkillLevel, 
/**
 * Name of the skill.
 */
name: Text, 
/**
 * How far this kind of exam carries it: 2, or 3 where tasks are performed.
 */
carries: Level, 
/**
 * The level that is proven now.
 */
proven: Level, 
/**
 * The level that the target asks; none where it asks none.
 */
required: Level | null, 
/**
 * Whether passing would raise the proven level.
 */
raises: boolean, };

/**
 * A skill that an exam speaks for.
 */
export type Supports = { 
/**
 * The skill.
 */
skill: SkillId, 
/**
 * The level: at most 2, or 3 for an exam in which one performs.
 */
level: Level, };

/**
 * Events to take in.
 */
export type TakeParams = { 
/**
 * The exams.
 */
exams: Array<TakenExam>, };

/**
 * Practice that is taken up for an item.
 */
export type TakeUpParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * The practice.
 */
practice: PracticeId, 
/**
 * Name of the project that is begun, or of the item that is added.
 */
name: string, };

/**
 * One of them.
 */
export type TakenExam = { 
/**
 * The person's certification; a new one where absent.
 */
id: RecordId | null, 
/**
 * For a new one, the catalogue's certification.
 */
certification: CertificationId | null, 
/**
 * For a new one of their own, its name.
 */
name: string, 
/**
 * Day of the exam.
 */
exam_on: Date, 
/**
 * Time of the exam, `HH:MM`.
 */
exam_at: string | null, 
/**
 * IANA time zone of the exam.
 */
exam_zone: string | null, 
/**
 * Where.
 */
place: string, 
/**
 * Its page.
 */
url: string, };

/**
 * What was taken up.
 */
export type TakenUpView = { 
/**
 * The project that was begun.
 */
project: RecordId | null, 
/**
 * Key of the item that was added, for practice that is no project.
 */
item: string | null, };

/**
 * The target as it is kept.
 */
export type TargetRecord = { 
/**
 * The rung.
 */
rung: RungId, 
/**
 * The main stack.
 */
stack: StackId | null, 
/**
 * Members chosen otherwise than the stack has them.
 */
choices: { [key in ChoiceId]: SkillId }, 
/**
 * The day the person wants to be ready.
 */
ready_by: Date | null, };

/**
 * The target with its names.
 */
export type TargetView = { 
/**
 * The target as it is kept.
 */
record: TargetRecord, 
/**
 * Name of the rung.
 */
rung_name: Text, 
/**
 * Name of the stack.
 */
stack_name: Text | null, 
/**
 * Its choices.
 */
choices: Array<ChosenView>, };

/**
 * Before or after tax.
 */
export type Tax = "gross" | "net" | "unstated";

/**
 * A time for which a certification held before it was renewed.
 */
export type Term = { 
/**
 * Its first day.
 */
issued: Date | null, 
/**
 * Its last day.
 */
expires: Date | null, 
/**
 * The day of the renewal that followed.
 */
renewed_on: Date, 
/**
 * How it was renewed.
 */
how: RenewalKind | null, };

/**
 * A text in English and French.
 */
export type Text = { 
/**
 * English.
 */
en: string, 
/**
 * French.
 */
fr: string, };

/**
 * A small picture.
 */
export type ThumbParams = { 
/**
 * The attachment.
 */
id: RecordId, 
/**
 * Its longest side in pixels, 16 to 1,024.
 */
side: number, };

/**
 * What to measure.
 */
export type TimerStartParams = { 
/**
 * Key of the plan's item.
 */
item?: string | null, 
/**
 * The skill; follows from the item where that is a skill's.
 */
skill?: SkillId | null, 
/**
 * Stops and logs a timer that is running already, instead of refusing.
 */
switch?: boolean, };

/**
 * How the timer ends.
 */
export type TimerStopParams = { 
/**
 * Minutes to log instead of those that it measured, 1 to 1,440.
 */
minutes?: number | null, 
/**
 * Notes for the entry.
 */
note?: string, 
/**
 * Whether the item is done with it.
 */
done?: boolean, };

/**
 * The running or paused timer.
 */
export type TimerView = { 
/**
 * Key of the plan's item that it measures.
 */
item: string | null, 
/**
 * The skill that it measures.
 */
skill: SkillId | null, 
/**
 * Title of the item, or name of the skill.
 */
title: Text, 
/**
 * Whether it runs; else it is paused.
 */
running: boolean, 
/**
 * Seconds so far, pauses left out, at the moment of this answer.
 */
seconds: number, 
/**
 * When it was started first, as `HH:MM`.
 */
started_at: string, 
/**
 * The day it was started.
 */
started_on: Date, 
/**
 * What is odd about it.
 */
warning: TimerWarning | null, };

/**
 * What is odd about the time that a timer shows.
 */
export type TimerWarning = "clock_set_back" | "forgotten";

/**
 * Today.
 */
export type TodayView = { 
/**
 * Today.
 */
today: Date, 
/**
 * How ready the person is.
 */
readiness: ReadinessView, 
/**
 * How many requirements are still open.
 */
gaps_left: number, 
/**
 * The plan's number of this week, from 1; none before the plan was begun.
 */
plan_week: number | null, 
/**
 * The item to work on now, with its session today.
 */
now: PlanItemView | null, 
/**
 * Sessions of today, or of the next day that has any.
 */
next_sessions: Array<SessionView>, 
/**
 * The seven days of this week.
 */
week: Array<DayView>, 
/**
 * What comes due within 120 days, nearest first.
 */
due: Array<DueRow>, 
/**
 * Day of the plan's last session.
 */
finish: Date | null, 
/**
 * The day they want to be ready, against the plan.
 */
ready: ReadyView | null, 
/**
 * Due dates that cannot be met.
 */
shortfalls: Array<ShortfallView>, 
/**
 * Minutes of the plan that are left.
 */
minutes_left: number, 
/**
 * The timer, where there is one.
 */
timer: TimerView | null, 
/**
 * Minutes that were logged today, by key of the item.
 */
logged_today: { [key in string]: number }, 
/**
 * Readiness and its forecast on the days that were kept, oldest first, today last; at most 180.
 */
trend: Array<TrendPoint>, 
/**
 * What changed since about a week ago; none where nothing was kept then.
 */
since: SinceView | null, 
/**
 * Whether a week waits for its review.
 */
review_due: boolean, };

/**
 * How the person stood on a day.
 */
export type TrendPoint = { 
/**
 * The day.
 */
on: Date, 
/**
 * Readiness by what they claimed, 0 to 1.
 */
claimed: number, 
/**
 * Readiness by what was proven, 0 to 1.
 */
proven: number, 
/**
 * The forecast of that day, 85 in 100.
 */
p85: Date | null, };

/**
 * A choice to try.
 */
export type TryParams = { 
/**
 * Monday of the week that is looked back on.
 */
week: Date, 
/**
 * The choice for the next one.
 */
choice: ReviewChoice, };

/**
 * A pinned session, or all of an item.
 */
export type UnpinParams = { 
/**
 * Key of the item.
 */
key: string, 
/**
 * The day; null for all of them.
 */
date?: Date | null, };

/**
 * An address to open.
 */
export type UrlParams = { 
/**
 * https, http or mailto.
 */
url: string, };

/**
 * A save of a project.
 */
export type VersionLine = { 
/**
 * Id of the save.
 */
id: RecordId, 
/**
 * When: an instant in RFC 3339.
 */
at: string, 
/**
 * The project's name then.
 */
name: string, 
/**
 * Where it stood then.
 */
status: ProjectStatus, 
/**
 * Words of its case study then.
 */
words: number, 
/**
 * Fields that differ from the save before: `name`, `story`, `decisions` …; empty for the first.
 */
changed: Array<string>, 
/**
 * Whether the project is like this now.
 */
current: boolean, };

/**
 * A save of a project, whole.
 */
export type VersionView = { 
/**
 * The save in short.
 */
line: VersionLine, 
/**
 * The project then.
 */
record: ProjectRecord, 
/**
 * What it is, as HTML.
 */
summary: string, 
/**
 * Its texts as HTML.
 */
html: CaseStudyView, };

/**
 * A way through the history, in one step.
 */
export type WayView = { 
/**
 * How many changes were taken back.
 */
undone: number, 
/**
 * How many were made again.
 */
redone: number, 
/**
 * The number of the last change that stands now; 0 for none. Going there again later leads back here.
 */
now: number, 
/**
 * The number of the last change that stood before; going there leads back.
 */
before: number, };

/**
 * A week of the plan.
 */
export type WeekView = { 
/**
 * Its Monday.
 */
start: Date, 
/**
 * Minutes that are available from today on, by day, Monday first.
 */
capacity: [number, number, number, number, number, number, number], 
/**
 * Minutes that are planned.
 */
planned: number, 
/**
 * Its sessions in order.
 */
sessions: Array<SessionView>, };
