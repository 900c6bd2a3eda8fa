//! What a file is, told from its bytes, and the badge within.

use groundwork_domain::badge::{BadgeContainer, BadgeReason, BadgeReasonCode as Code};

use super::reason::{Findings, reason};
use super::{fields, png, svg, token};

/// The badge of a file, not yet read.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// A JSON object.
    Json(String),
    /// A compact JWS.
    Token(String),
    /// The address at which a hosted badge lies.
    Address(String),
}

/// What a file is. Nothing but its first bytes is looked at, so that this can be said of a file of any size.
pub fn kind(bytes: &[u8]) -> BadgeContainer {
    let start = &bytes[..bytes.len().min(1024)];
    let text = without_mark(start).trim_ascii_start();
    match text.first() {
        _ if bytes.starts_with(png::MAGIC) => BadgeContainer::Png,
        Some(b'<') => BadgeContainer::Svg,
        // The header of a token is a JSON object: in base64url it begins so.
        Some(b'e') if text.starts_with(b"ey") => BadgeContainer::Jwt,
        _ => BadgeContainer::Json,
    }
}

/// A mark of byte order is tolerated: some editors write it.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The badge within a file.
pub fn open(bytes: &[u8], found: &mut Findings) -> Option<Content> {
    let content = match found.report.container {
        BadgeContainer::Png => png::read(bytes).and_then(|baked| in_png(baked, found)),
        BadgeContainer::Svg => utf8(bytes).and_then(svg::read).and_then(|drawing| in_svg(drawing, found)),
        BadgeContainer::Json | BadgeContainer::Jwt => utf8(bytes).and_then(plain).inspect(|content| {
            let is_token = matches!(content, Content::Token(_));
            found.report.container = if is_token { BadgeContainer::Jwt } else { BadgeContainer::Json };
        }),
    };
    content.map_err(|reason| found.refused(reason)).ok()
}

/// The text of a file that is to be UTF-8.
pub fn utf8(bytes: &[u8]) -> Result<&str, BadgeReason> {
    std::str::from_utf8(without_mark(bytes)).map_err(|_| reason(Code::Broken, "UTF-8"))
}

/// A file that is the badge itself.
fn plain(text: &str) -> Result<Content, BadgeReason> {
    let text = text.trim();
    match () {
        () if text.starts_with('{') => Ok(Content::Json(text.to_owned())),
        () if token::is_token(text) => Ok(Content::Token(text.to_owned())),
        () => Err(reason(Code::NoBadge, "")),
    }
}

/// What is baked into a picture: also an address, for badges up to 2.0.
fn baked(text: &str, is_credential: bool) -> Result<Content, BadgeReason> {
    let text = text.trim();
    if !is_credential && fields::is_web_address(text) {
        return Ok(Content::Address(text.to_owned()));
    }
    plain(text)
}

/// The first badge of a picture counts, as both specifications say.
fn in_png(found_in: Vec<png::Baked<'_>>, found: &mut Findings) -> Result<Content, BadgeReason> {
    if found_in.len() > 1 {
        found.remark(Code::SeveralBadges, &found_in.len().to_string());
    }
    let first = found_in.into_iter().next().ok_or_else(|| reason(Code::NoBadge, "PNG"))?;
    let text = first.text.map_err(|code| reason(code, first.keyword))?;
    baked(text, first.keyword == png::CREDENTIAL)
}

/// The first badge of a drawing counts. Up to 2.0 what stands in the element comes before its attribute, which then
/// is the address; in 3.0 the attribute is the token, and there is one or the other.
fn in_svg(drawing: svg::Drawing, found: &mut Findings) -> Result<Content, BadgeReason> {
    if let Some(what) = drawing.active {
        found.remark(Code::ActiveContent, &what);
    }
    if drawing.baked.len() > 1 {
        found.remark(Code::SeveralBadges, &drawing.baked.len().to_string());
    }
    let first = drawing.baked.into_iter().next().ok_or_else(|| reason(Code::NoBadge, "SVG"))?;
    let (body, verify) = (first.body.trim(), first.verify.trim());
    if first.is_credential && !body.is_empty() && !verify.is_empty() {
        found.remark(Code::SeveralBadges, "verify");
    }
    let text = if body.is_empty() || (first.is_credential && !verify.is_empty()) { verify } else { body };
    baked(text, first.is_credential)
}
