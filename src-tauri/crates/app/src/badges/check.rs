//! Checking a badge, and showing what it says.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use crate::snapshot::Snapshot;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use groundwork_domain::badge::{
    BadgeKey, BadgeReason, BadgeReasonCode, BadgeReport, BadgeVerdict, IssuerKey,
};
use groundwork_domain::{CertificationId, RecordId};
use groundwork_exchange::open_badges::{self, Against, PinnedKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// The most that is read of a file: a byte more than a badge may have, so that it is known to be too large.
const MOST_READ: usize = 8 * 1024 * 1024 + 1;
/// Checked files that wait for being accepted.
const MOST_WAITING: usize = 8;
/// Most characters of a badge that is pasted as text.
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// A file, or a text, that may be a badge.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BadgeFileParams {
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
    /// The badge itself as text: JSON or a token.
    #[serde(default)]
    pub text: Option<String>,
    /// A badge that was checked before, to check it again.
    #[serde(default)]
    pub token: Option<String>,
    /// Keys to trust for this check alone, each as JSON Web Key.
    #[serde(default)]
    pub keys: Vec<String>,
    /// Addresses to compare the recipient with for this check alone.
    #[serde(default)]
    pub addresses: Vec<String>,
}

/// A badge: what it says and what the check of it came to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BadgeView {
    /// By which it can be accepted, until the program ends; none for one that was accepted.
    pub token: Option<String>,
    /// Name of the file.
    pub file: String,
    /// What it says, and the verdict.
    pub report: BadgeReport,
    /// Its picture as a `data:` address, where it has one that is safe to show.
    pub picture: Option<String>,
    /// What the person calls the key that it was checked with.
    pub key_name: Option<String>,
    /// Whether it may be accepted.
    pub acceptable: bool,
    /// Certifications of the catalogue whose name or code it carries.
    pub matches: Vec<CertificationId>,
    /// The person's certification that it belongs to.
    pub record: Option<RecordId>,
    /// The attachment that it is kept as.
    pub attachment: Option<RecordId>,
}

/// Files that were checked and may be accepted: the window never names a path.
#[derive(Debug, Default)]
pub struct CheckedBadges(Mutex<VecDeque<Checked>>);

/// One of them.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub token: String,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl CheckedBadges {
    fn keep(&self, checked: Checked) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|it| it.token != checked.token);
        all.push_back(checked);
        if all.len() > MOST_WAITING {
            all.pop_front();
        }
    }

    pub(super) fn get(&self, token: &str) -> Option<Checked> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|it| it.token == token).cloned()
    }
}

/// `badges.check`: checks a file; none when the person chose no file. Works without any data too.
pub(crate) fn check(call: &Call<'_>, params: BadgeFileParams) -> Result<Option<BadgeView>, AppError> {
    let again =
        params.token.map(|token| call.app.checked.get(&token).ok_or_else(|| AppError::new("badge.gone")));
    let file = match again {
        Some(file) => Some(file?),
        None => file(call, params.path, params.text)?,
    };
    let Some(file) = file else { return Ok(None) };
    input::list("keys", &params.keys)?;
    input::list("addresses", &params.addresses)?;
    let mut trusted = Trusted::of(call)?;
    trusted.addresses.extend(params.addresses);
    for key in &params.keys {
        trusted.keys.push((None, None, read_key(key)?));
    }
    let view = trusted.view(call, &file)?;
    call.app.checked.keep(file);
    Ok(Some(view))
}

/// A public key from text.
pub(super) fn read_key(text: &str) -> Result<BadgeKey, AppError> {
    let read = open_badges::read_key(text.trim().as_bytes());
    read.map_err(|error| AppError::with("badge.key", [("detail", error.to_string())]))
}

/// The file that is meant: pasted, named in the terminal, or picked in the window.
pub(super) fn file(
    call: &Call<'_>,
    path: Option<String>,
    text: Option<String>,
) -> Result<Option<Checked>, AppError> {
    let (name, bytes) = match (text, path) {
        (Some(_), Some(_)) => return Err(AppError::new("badge.text_or_file")),
        (Some(text), None) if text.trim().is_empty() => {
            return Err(AppError::with("input.empty", [("field", "text".into())]));
        }
        (Some(text), None) if text.len() > MOST_TEXT => {
            let args = [
                ("field", "text".into()),
                ("length", text.len().to_string()),
                ("most", MOST_TEXT.to_string()),
            ];
            return Err(AppError::with("input.too_long", args));
        }
        (Some(text), None) => (text_name(&text).to_owned(), text.into_bytes()),
        (None, path) => {
            let Some(path) = crate::chosen::chosen(call, path)? else { return Ok(None) };
            (file_name(&path), crate::attachments::read_some(&path, MOST_READ)?)
        }
    };
    let token = input::sha256(&bytes);
    Ok(Some(Checked { token, name, bytes }))
}

/// What a pasted badge is called.
fn text_name(text: &str) -> &'static str {
    if text.trim_start().starts_with('{') { "badge.json" } else { "badge.jwt" }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(input::LINE).collect()
}

/// What badges are held against.
#[derive(Default)]
pub(super) struct Trusted {
    /// The issuer that a key is for, what the person calls it, and the key.
    keys: Vec<(Option<String>, Option<String>, BadgeKey)>,
    addresses: Vec<String>,
}

impl Trusted {
    /// The person's keys and addresses; none where the program runs without data.
    pub fn of(call: &Call<'_>) -> Result<Self, AppError> {
        let Ok(store) = call.app.store() else { return Ok(Self::default()) };
        let (keys, addresses) =
            store.read(|reader| Ok::<_, AppError>((reader.issuer_keys()?, reader.addresses()?)))?;
        let keys = keys.into_iter().map(|IssuerKey { issuer, name, key, .. }| (issuer, Some(name), key));
        Ok(Self { keys: keys.collect(), addresses })
    }

    /// Checks a file and shows what it says.
    pub fn view(&self, call: &Call<'_>, file: &Checked) -> Result<BadgeView, AppError> {
        let pinned: Vec<PinnedKey> = self
            .keys
            .iter()
            .map(|(issuer, _, key)| PinnedKey { issuer: issuer.clone(), key: key.clone() })
            .collect();
        let against = Against { now: call.app.clock.moment(), addresses: &self.addresses, pinned: &pinned };
        let report = open_badges::check(&file.bytes, &against);
        let picture = open_badges::picture(&file.bytes)
            .map(|it| format!("data:{};base64,{}", it.media_type, BASE64.encode(it.bytes)));
        let named = report.key.as_ref().and_then(|used| {
            let same = |(_, _, key): &&(_, _, BadgeKey)| key.thumbprint == used.thumbprint;
            self.keys.iter().find(same).and_then(|(_, name, _)| name.clone())
        });
        Ok(BadgeView {
            token: Some(file.token.clone()),
            file: file.name.clone(),
            acceptable: !matches!(report.verdict, BadgeVerdict::Invalid | BadgeVerdict::Altered),
            matches: matches(call, &report)?,
            key_name: named,
            record: None,
            attachment: None,
            report,
            picture,
        })
    }
}

/// Certifications of the catalogue whose code or name stands in the badge's own words.
fn matches(call: &Call<'_>, report: &BadgeReport) -> Result<Vec<CertificationId>, AppError> {
    let words: Vec<String> =
        report.name.iter().chain(&report.alignment).map(|it| it.to_lowercase()).collect();
    let pack = call.app.pack()?;
    let fits = |text: &str| {
        let text = text.to_lowercase();
        text.len() > 3 && words.iter().any(|word| contains_word(word, &text))
    };
    let found = pack
        .certifications
        .iter()
        .filter(|known| known.code.as_deref().is_some_and(fits) || fits(&known.name))
        .map(|known| known.id.clone());
    Ok(found.collect())
}

/// Whether a text stands in another between letters and figures of neither.
pub(crate) fn contains_word(within: &str, word: &str) -> bool {
    within.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(within[..at].chars().next_back()) && edge(within[at + word.len()..].chars().next())
    })
}

/// `badges.list`: the badges that were accepted, checked anew.
pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<Vec<BadgeView>, AppError> {
    let snapshot = call.snapshot()?;
    let trusted = Trusted::of(call)?;
    badges(&snapshot).map(|(record, attachment)| kept(call, &trusted, record, attachment)).collect()
}

fn badges(
    snapshot: &Snapshot,
) -> impl Iterator<Item = (&RecordId, &groundwork_domain::person::AttachmentRecord)> {
    snapshot.attachments.iter().filter(|file| file.badge).map(|file| (&file.owner_id, file))
}

/// A badge that was accepted. A file that is gone or was changed on disk is said to be so, and hides nothing else.
fn kept(
    call: &Call<'_>,
    trusted: &Trusted,
    record: &RecordId,
    attachment: &groundwork_domain::person::AttachmentRecord,
) -> Result<BadgeView, AppError> {
    let (bytes, lost) = match call.app.store()?.read_file(&attachment.sha256) {
        Ok(bytes) => (bytes, None),
        Err(error) => (Vec::new(), Some(error.code().to_owned())),
    };
    let file = Checked { token: String::new(), name: attachment.name.clone(), bytes };
    let mut view = trusted.view(call, &file)?;
    if let Some(detail) = lost {
        view.report.reasons = vec![BadgeReason { code: BadgeReasonCode::Broken, detail }];
    }
    Ok(BadgeView {
        token: None,
        record: Some(record.clone()),
        attachment: Some(attachment.id.clone()),
        ..view
    })
}
