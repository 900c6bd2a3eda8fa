//! Files that belong to a record. The window never sees a path: it names records, and gets pictures as bytes.

use crate::app::Call;
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use groundwork_domain::RecordId;
use groundwork_domain::person::{AttachmentRecord, Owner};
use groundwork_exchange::pdf;
use groundwork_store::{StoreError, Writer, new_record_id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::io::Read;
use std::path::{Path, PathBuf};
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

/// `attachments.add`: keeps a file with a record; none when the person chose no file.
pub(crate) fn add(call: &Call<'_>, params: AttachParams) -> Result<Option<AttachmentRecord>, AppError> {
    let snapshot = call.snapshot()?;
    let id = &params.owner_id;
    let known = match params.owner {
        Owner::Evidence => snapshot.evidence.iter().any(|record| record.id == *id),
        Owner::Certification => snapshot.certifications.iter().any(|record| record.id == *id),
        Owner::Project => snapshot.projects.iter().any(|record| record.id == *id),
    };
    if !known {
        return Err(AppError::with("record.unknown", [("id", id.to_string())]));
    }
    let alt = input::line("alt", &params.alt)?;
    let Some(path) = chosen(call, params.path)? else { return Ok(None) };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control()).take(input::LINE).collect();
    let stored =
        call.app.store()?.store_file_from(&path, MOST_BYTES).map_err(|error| unread(&path, error))?;
    let record = AttachmentRecord {
        id: new_record_id(),
        owner: params.owner,
        owner_id: params.owner_id,
        name: name.clone(),
        media_type: stored.media_type.to_owned(),
        bytes: stored.bytes,
        sha256: stored.sha256,
        alt,
        badge: false,
    };
    call.write("attachments.add", json!({ "name": name }), |writer| Ok(writer.put_attachment(&record)?))?;
    Ok(Some(record))
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

/// The file from the terminal, or the one that the person picks in the window. A page may not name paths.
pub(crate) fn chosen(call: &Call<'_>, path: Option<String>) -> Result<Option<PathBuf>, AppError> {
    match (&call.app.desktop, path) {
        (Some(desktop), None) => Ok(desktop.pick_file()),
        (Some(_), Some(_)) => Err(AppError::new("attachment.path_refused")),
        (None, Some(path)) => Ok(Some(PathBuf::from(path))),
        (None, None) => Err(AppError::with("input.empty", [("field", "path".into())])),
    }
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
