//! The picture of a badge, if there is one that can be shown without a risk.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use groundwork_domain::badge::BadgeContainer;
use serde_json::Value;

use super::container::{self, Content};
use super::json::{self, Object};
use super::reason::Findings;
use super::token::Token;
use super::{fields, limits, png, svg};

/// A picture as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// `image/png` or `image/svg+xml`.
    pub media_type: &'static str,
    /// The picture's bytes.
    pub bytes: Vec<u8>,
}

/// The picture of a badge: the file itself where it is a PNG within the limits or a drawing without active content,
/// else a PNG that the badge embeds as `data:image/png;base64`. Nothing is fetched.
///
/// It is meant for an `<img>`, where a viewer runs nothing whatever a drawing holds; never for the page itself.
pub fn picture(bytes: &[u8]) -> Option<Picture> {
    if bytes.len() > limits::FILE_BYTES {
        return None;
    }
    match container::kind(bytes) {
        BadgeContainer::Png => of_png(bytes.to_vec()),
        BadgeContainer::Svg => {
            let drawing = svg::read(container::utf8(bytes).ok()?).ok()?;
            drawing.active.is_none().then(|| Picture { media_type: "image/svg+xml", bytes: bytes.to_vec() })
        }
        kind => {
            let mut unused = Findings::new(kind);
            let object = match container::open(bytes, &mut unused)? {
                Content::Json(text) => json::object(&text).ok()?,
                Content::Token(text) => Token::read(&text, &mut unused)?.claims,
                Content::Address(_) => return None,
            };
            embedded(&object).find_map(of_address)
        }
    }
}

fn of_png(bytes: Vec<u8>) -> Option<Picture> {
    png::read(&bytes).is_ok().then_some(Picture { media_type: "image/png", bytes })
}

fn of_address(address: &str) -> Option<Picture> {
    let text = address.strip_prefix("data:image/png;base64,")?;
    of_png(STANDARD.decode(text).ok()?)
}

/// Where the versions of the specification put pictures: with the award first, then with what is awarded.
fn embedded(object: &Object) -> impl Iterator<Item = &str> {
    let credential = fields::object(object, "vc").unwrap_or(object);
    let subject = fields::each(credential, "credentialSubject").first().and_then(Value::as_object);
    let achievement = subject.and_then(|subject| fields::object(subject, "achievement"));
    let places = [Some(credential), subject, achievement, fields::object(object, "badge")];
    places.into_iter().flatten().filter_map(|place| fields::id_of(place, "image"))
}
