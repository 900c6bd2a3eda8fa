//! The texts of a project: Markdown, drafts, saves.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::projects::save::{STORY, find, put_and_keep};
use crate::projects::versions::now;
use crate::projects::view::ProjectView;
use crate::settings::IdParams;
use groundwork_domain::RecordId;
use groundwork_domain::person::{CaseStudy, ProjectDraft, ProjectRecord};
use groundwork_exchange::markdown as md;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The level of a heading that is written with one `#`: the page has its own above it.
const TOP: u8 = 3;

/// A text in Markdown.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkdownParams {
    /// The text.
    pub text: String,
}

/// A text in Markdown as it is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MarkdownView {
    /// HTML that is safe to show: no scripts, no remote pictures, no addresses that the window could follow.
    pub html: String,
    /// Words.
    pub words: u32,
}

/// The texts of a project.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseStudyParams {
    /// The project.
    pub id: RecordId,
    /// Its texts.
    pub text: CaseStudy,
}

/// What was written and is not to be saved yet.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftParams {
    /// The project.
    pub id: RecordId,
    /// The texts as they were typed.
    pub text: CaseStudy,
}

/// A text in Markdown as HTML that is safe to show.
pub(super) fn html(text: &str) -> Result<String, AppError> {
    let most = STORY.to_string();
    md::to_html(text, TOP).map(md::Html::into_string).map_err(|_| {
        AppError::with(
            "input.too_long",
            [("field", "story".into()), ("length", text.chars().count().to_string()), ("most", most)],
        )
    })
}

/// `projects.markdown`: a text as it would be shown.
pub(crate) fn markdown(_: &Call<'_>, params: MarkdownParams) -> Result<MarkdownView, AppError> {
    let text = input::long("story", &params.text, STORY)?;
    Ok(MarkdownView { html: html(&text)?, words: md::words(&text) })
}

fn checked(text: &CaseStudy) -> Result<CaseStudy, AppError> {
    Ok(CaseStudy {
        summary: input::note("summary", &text.summary)?,
        story: input::long("story", &text.story, STORY)?,
        results: input::note("results", &text.results)?,
    })
}

/// `projects.save_text`: saves the texts of a project; its draft goes.
pub(crate) fn save_text(call: &Call<'_>, params: CaseStudyParams) -> Result<ProjectView, AppError> {
    let snapshot = call.snapshot()?;
    let text = checked(&params.text)?;
    let former = find(&snapshot, &params.id)?.clone();
    let record = ProjectRecord { summary: text.summary, story: text.story, results: text.results, ..former };
    put_and_keep(call, "projects.write", &record, |writer| Ok(writer.keep_no_draft(&params.id).map(drop)?))
}

/// `projects.draft`: keeps what is being written, so that a crash or a closed window loses nothing.
pub(crate) fn draft(call: &Call<'_>, params: DraftParams) -> Result<(), AppError> {
    let snapshot = call.snapshot()?;
    find(&snapshot, &params.id)?;
    let text = checked(&params.text)?;
    let draft = ProjectDraft { project: params.id, at: now(call), text };
    call.keep(|writer| Ok(writer.keep_draft(&draft)?))
}

/// `projects.drop_draft`: forgets what was written and not saved.
pub(crate) fn drop_draft(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    call.keep(|writer| Ok(writer.keep_no_draft(&params.id).map(drop)?))
}
