//! Files that belong to a record. The window never sees a path: it names records, and gets pictures as bytes.

use crate::app::Call;
use crate::chosen::chosen;
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use groundwork_domain::RecordId;
use groundwork_domain::person::{AttachmentRecord, Owner};
use groundwork_exchange::pdf;
use groundwork_exchange::picture::{self, PictureError};
use groundwork_store::{StoreError, Writer, bytes_of, media_type, new_record_id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::io::Read;
use std::path::Path;
use ts_rs::TS;

/// The largest file that is kept: 50 MiB.
const MOST_BYTES: u64 = 50 * 1024 * 1024;
/// The largest picture that is handed to the window: 8 MiB.
const MOST_PICTURE: u64 = 8 * 1024 * 1024;

/// A file to keep with a record.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachParams {
    /// What kind of record it belongs to.
    pub owner: Owner,
    /// Id of that record.
    pub owner_id: RecordId,
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
    /// What a picture shows.
    #[serde(default)]
    pub alt: String,
}

/// What a picture shows.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DescribeParams {
    /// The attachment.
    pub id: RecordId,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// A picture for the window.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PictureView {
    /// The picture as a `data:` address.
    pub data_url: String,
    /// What it shows.
    pub alt: String,
}

/// A file that the page itself holds: dropped on it or pasted.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachBytesParams {
    /// What kind of record it belongs to.
    pub owner: Owner,
    /// Id of that record.
    pub owner_id: RecordId,
    /// Its name, without any folder.
    pub name: String,
    /// Its bytes in base64.
    pub base64: String,
    /// What a picture shows.
    #[serde(default)]
    pub alt: String,
}

/// The files of a record in their order.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentOrderParams {
    /// What kind of record they belong to.
    pub owner: Owner,
    /// Id of that record.
    pub owner_id: RecordId,
    /// The files, first to last; those that are not named come after.
    pub ids: Vec<RecordId>,
}

/// A small picture.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ThumbParams {
    /// The attachment.
    pub id: RecordId,
    /// Its longest side in pixels, 16 to 1,024.
    pub side: u32,
}

fn known_owner(snapshot: &Snapshot, owner: Owner, id: &RecordId) -> Result<(), AppError> {
    let known = match owner {
        Owner::Evidence => snapshot.evidence.iter().any(|record| record.id == *id),
        Owner::Certification => snapshot.certifications.iter().any(|record| record.id == *id),
        Owner::Project => snapshot.projects.iter().any(|record| record.id == *id),
    };
    if known { Ok(()) } else { Err(AppError::with("record.unknown", [("id", id.to_string())])) }
}

/// `attachments.add`: keeps a file with a record; none when the person chose no file.
pub(crate) fn add(call: &Call<'_>, params: AttachParams) -> Result<Option<AttachmentRecord>, AppError> {
    let snapshot = call.snapshot()?;
    known_owner(&snapshot, params.owner, &params.owner_id)?;
    let alt = input::line("alt", &params.alt)?;
    let Some(path) = chosen(call, params.path)? else { return Ok(None) };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = bytes_of(&path, MOST_BYTES).map_err(|error| unread(&path, error))?;
    attach(call, &snapshot, (params.owner, params.owner_id), (name, alt), &bytes).map(Some)
}

/// `attachments.add_bytes`: keeps a file that was dropped or pasted with a record.
pub(crate) fn add_bytes(call: &Call<'_>, params: AttachBytesParams) -> Result<AttachmentRecord, AppError> {
    let snapshot = call.snapshot()?;
    known_owner(&snapshot, params.owner, &params.owner_id)?;
    let alt = input::line("alt", &params.alt)?;
    if params.base64.len() as u64 > MOST_BYTES / 3 * 4 + 4 {
        return Err(
            StoreError::TooLarge { bytes: params.base64.len() as u64 / 4 * 3, max: MOST_BYTES }.into()
        );
    }
    let bytes = BASE64.decode(&params.base64).map_err(|error| {
        let args = [("path", params.name.clone()), ("detail", error.to_string())];
        AppError::with("file.unreadable", args)
    })?;
    attach(call, &snapshot, (params.owner, params.owner_id), (params.name, alt), &bytes)
}

/// Keeps a file with a record, after its others. Refuses a picture that is none or too large, by what it holds, before
/// anything is written.
fn attach(
    call: &Call<'_>,
    snapshot: &Snapshot,
    (owner, owner_id): (Owner, RecordId),
    (name, alt): (String, String),
    bytes: &[u8],
) -> Result<AttachmentRecord, AppError> {
    let name: String = name.chars().filter(|c| !c.is_control()).take(input::LINE).collect();
    as_named(&name, media_type(bytes), bytes)?;
    let stored = call.app.store()?.store_file(bytes)?;
    let others = snapshot.attachments.iter().filter(|file| file.owner_id == owner_id);
    let record = AttachmentRecord {
        id: new_record_id(),
        owner,
        position: others.map(|file| file.position + 1).max().unwrap_or(0),
        owner_id,
        name: name.clone(),
        media_type: stored.media_type.to_owned(),
        bytes: stored.bytes,
        sha256: stored.sha256,
        alt,
        badge: false,
    };
    call.write("attachments.add", json!({ "name": name }), |writer| Ok(writer.put_attachment(&record)?))?;
    Ok(record)
}

/// Refuses a file whose name says picture and whose bytes say otherwise, and a picture too large to be shown.
fn as_named(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), AppError> {
    let lower = name.to_lowercase();
    let says = [".png", ".jpg", ".jpeg", ".gif", ".webp"].iter().any(|ending| lower.ends_with(ending));
    let is = media_type.starts_with("image/");
    if says && !is {
        return Err(AppError::with("attachment.not_a_picture", [("name", name.to_owned())]));
    }
    match if is { picture::look(bytes).map(drop) } else { Ok(()) } {
        Err(PictureError::TooLarge { width, height }) => Err(AppError::with(
            "attachment.picture_too_large",
            [("name", name.to_owned()), ("width", width.to_string()), ("height", height.to_string())],
        )),
        Err(error) => Err(AppError::with(
            "attachment.picture_damaged",
            [("name", name.to_owned()), ("detail", error.to_string())],
        )),
        Ok(()) => Ok(()),
    }
}

/// `attachments.order`: puts the files of a record in order.
pub(crate) fn order(
    call: &Call<'_>,
    params: AttachmentOrderParams,
) -> Result<Vec<AttachmentRecord>, AppError> {
    let snapshot = call.snapshot()?;
    known_owner(&snapshot, params.owner, &params.owner_id)?;
    let own = |file: &&AttachmentRecord| file.owner == params.owner && file.owner_id == params.owner_id;
    let mut files: Vec<AttachmentRecord> = snapshot.attachments.iter().filter(own).cloned().collect();
    if let Some(id) = params.ids.iter().find(|id| !files.iter().any(|file| file.id == **id)) {
        return Err(AppError::with("record.unknown", [("id", id.to_string())]));
    }
    files.sort_by_key(|file| params.ids.iter().position(|id| *id == file.id).unwrap_or(usize::MAX));
    for (position, file) in files.iter_mut().enumerate() {
        file.position = position as u32;
    }
    call.write("attachments.order", json!({}), |writer| {
        files.iter().try_for_each(|file| Ok(writer.put_attachment(file)?))
    })?;
    Ok(files)
}

/// `attachments.thumb`: a small picture of a picture, without what else the file tells (place, camera).
pub(crate) fn thumb(call: &Call<'_>, params: ThumbParams) -> Result<PictureView, AppError> {
    let record = find(call, &params.id)?;
    let side = input::within("side", params.side, 16, 1_024)?;
    if !record.media_type.starts_with("image/") {
        return Err(AppError::with("attachment.no_picture", [("name", record.name)]));
    }
    let bytes = call.app.store()?.read_file(&record.sha256)?;
    let small = picture::thumbnail(&bytes, side).map_err(|error| {
        let args = [("name", record.name.clone()), ("detail", error.to_string())];
        AppError::with("attachment.picture_damaged", args)
    })?;
    Ok(PictureView {
        data_url: format!("data:{};base64,{}", small.media_type, BASE64.encode(&small.bytes)),
        alt: record.alt,
    })
}

/// What is wrong with the file that was named; the same faults mean something else of a file of the profile.
fn unread(path: &Path, error: StoreError) -> AppError {
    match error {
        StoreError::MissingFile | StoreError::UnreadableFile => {
            let args = [("path", path.display().to_string()), ("detail", error.to_string())];
            AppError::with("file.unreadable", args)
        }
        StoreError::Link => StoreError::NotAFile.into(),
        other => other.into(),
    }
}

/// The first bytes of a file, at most so many. Folders and devices are refused; a link is followed, since nothing is kept.
pub(crate) fn read_some(path: &Path, most: usize) -> Result<Vec<u8>, AppError> {
    let unreadable = |error: std::io::Error| {
        let args = [("path", path.display().to_string()), ("detail", error.to_string())];
        AppError::with("file.unreadable", args)
    };
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(StoreError::NotAFile.into());
    }
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path).map_err(unreadable)?;
    opened.take(most as u64).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn find(call: &Call<'_>, id: &RecordId) -> Result<AttachmentRecord, AppError> {
    let found = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.attachment(id)?))?;
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.to_string())]))
}

/// `attachments.describe`: says what a picture shows.
pub(crate) fn describe(call: &Call<'_>, params: DescribeParams) -> Result<AttachmentRecord, AppError> {
    let mut record = find(call, &params.id)?;
    record.alt = input::line("alt", &params.alt)?;
    call.write("attachments.describe", json!({ "name": record.name }), |writer| {
        Ok(writer.put_attachment(&record)?)
    })?;
    Ok(record)
}

/// `attachments.remove`: takes a file from its record; its bytes stay, so that undo can bring it back.
pub(crate) fn remove(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let record = find(call, &params.id)?;
    call.write("attachments.remove", json!({ "name": record.name }), |writer| {
        writer.delete_attachment(&params.id)?;
        Ok(())
    })
}

/// Takes every file from a record that goes.
pub(crate) fn remove_of(writer: &Writer<'_>, owner: Owner, id: &RecordId) -> Result<(), AppError> {
    for file in writer.attachments(owner, id)? {
        writer.delete_attachment(&file.id)?;
    }
    Ok(())
}

/// `attachments.picture`: a picture's bytes for the window.
pub(crate) fn picture(call: &Call<'_>, params: IdParams) -> Result<PictureView, AppError> {
    let record = find(call, &params.id)?;
    let shown = matches!(record.media_type.as_str(), "image/png" | "image/jpeg" | "image/gif" | "image/webp");
    if !shown || record.bytes > MOST_PICTURE {
        return Err(AppError::with("attachment.no_picture", [("name", record.name)]));
    }
    let bytes = call.app.store()?.read_file(&record.sha256)?;
    Ok(PictureView {
        data_url: format!("data:{};base64,{}", record.media_type, BASE64.encode(&bytes)),
        alt: record.alt,
    })
}

/// A page of a document.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PageParams {
    /// The attachment.
    pub id: RecordId,
    /// The page, from 0.
    #[serde(default)]
    pub page: u32,
    /// How many pixels wide, 50 to 4,000.
    pub width: u32,
}

/// A page of a document, as a picture for the window.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PageView {
    /// The picture as a `data:` address.
    pub data_url: String,
    /// The page, from 0.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
}

/// `attachments.page`: a page of a PDF as a picture. The window gets pixels, never the document.
pub(crate) fn page(call: &Call<'_>, params: PageParams) -> Result<PageView, AppError> {
    let record = find(call, &params.id)?;
    let width = input::within("width", params.width, 50, 4_000)?;
    if record.media_type != "application/pdf" {
        return Err(AppError::with("attachment.no_document", [("name", record.name)]));
    }
    let bytes = call.app.store()?.read_file(&record.sha256)?;
    let drawn = pdf::page(bytes, params.page, width).map_err(|error| {
        AppError::with("attachment.not_drawn", [("name", record.name), ("detail", error.to_string())])
    })?;
    Ok(PageView {
        data_url: format!("data:image/png;base64,{}", BASE64.encode(&drawn.png)),
        page: params.page,
        pages: drawn.pages,
        width: drawn.width,
        height: drawn.height,
    })
}

/// `attachments.open`: opens a copy of the file, under its own name, with the system's program.
pub(crate) fn open(call: &Call<'_>, params: IdParams) -> Result<(), AppError> {
    let record = find(call, &params.id)?;
    let desktop = call.app.desktop.as_ref().ok_or_else(|| AppError::new("desktop.none"))?;
    let safe = matches!(record.media_type.as_str(), "application/pdf" | "text/plain")
        || record.media_type.starts_with("image/");
    if !safe {
        return Err(AppError::with("attachment.not_opened", [("name", record.name)]));
    }
    let bytes = call.app.store()?.read_file(&record.sha256)?;
    let folder = std::env::temp_dir().join(format!("groundwork-{}", record.id));
    let path = folder.join(file_name(&record));
    let write = private_folder(&folder).and_then(|()| std::fs::write(&path, bytes));
    write.map_err(|error| AppError::with("desktop.failed", [("detail", error.to_string())]))?;
    desktop.open_path(&path).map_err(|detail| AppError::with("desktop.failed", [("detail", detail)]))
}

/// Makes a folder for temporary copies that only this person can look into.
fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A name that no system takes for a program or a folder: plain letters, with the ending of its true kind.
fn file_name(record: &AttachmentRecord) -> String {
    let stem = Path::new(&record.name)
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let stem: String = stem
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
        .take(80)
        .collect();
    let ending = match record.media_type.as_str() {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/gif" => "gif",
        "image/webp" => "webp",
        _ => "txt",
    };
    format!("{}.{ending}", if stem.is_empty() { "file" } else { &stem })
}
