//! What in a drawing could act, fetch or multiply once something shows it.
//!
//! What is known to be harmless is let through and everything else is marked, so that an element that SVG gains
//! tomorrow is marked too.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::super::{limits, png};

/// Elements of SVG that only draw, or describe what is drawn.
const DRAWING: [&str; 57] = [
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
];
/// `use` and `a` are looked at more closely.
const COPY: &str = "use";
const LINK: &str = "a";

/// Namespaces whose elements a viewer may run or lay out although they stand in a drawing.
const LIVELY: [&str; 2] = ["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// Words of a style sheet that fetch, or that did run something in some viewer. `\` writes a letter by its number.
const STYLE_WORDS: [&str; 9] =
    ["\\", "@import", "@font-face", "@namespace", "expression", "javascript:", "image-set", "image(", "src("];

/// Notes the first thing that speaks against showing a drawing.
#[derive(Default)]
pub struct Watch {
    first: Option<String>,
    /// For each open element, whether something could copy it.
    open: Vec<bool>,
    nested_copies: usize,
    in_style: Option<usize>,
    style: String,
}

impl Watch {
    /// Marks something by its own words.
    pub fn mark(&mut self, what: &str) {
        self.first.get_or_insert_with(|| what.to_owned());
    }

    /// Looks at an element; `svg` is its name if it is one of SVG's own.
    pub fn element(&mut self, svg: Option<&str>, namespace: &str, name: &str, attributes: &[(&str, String)]) {
        let is_known = match svg {
            Some(name) => DRAWING.contains(&name) || name == COPY || name == LINK,
            None => !LIVELY.contains(&namespace),
        };
        if !is_known {
            self.mark(&format!("<{name}>"));
        }
        if svg == Some(COPY) && self.open.iter().skip(1).any(|copied| *copied) {
            self.nested_copies += 1;
            if self.nested_copies > limits::SVG_NESTED_COPIES {
                self.mark("<use>");
            }
        }
        for (name, value) in attributes {
            if let Some(why) = attribute(name, value) {
                self.mark(&why);
            }
        }
        self.open.push(attributes.iter().any(|(name, _)| *name == "id"));
        if svg == Some("style") && self.in_style.is_none() {
            self.in_style = Some(self.open.len());
        }
    }

    /// Looks at text. That of a style sheet may come in pieces.
    pub fn text(&mut self, text: &str) {
        if self.in_style.is_some() {
            self.style.push_str(text);
        }
    }

    /// The innermost element ends.
    pub fn end(&mut self) {
        if self.in_style.take_if(|depth| *depth == self.open.len()).is_some() {
            let style = std::mem::take(&mut self.style);
            if let Some(why) = style_sheet(&style) {
                self.mark(&why);
            }
        }
        self.open.pop();
    }

    /// What was marked first.
    pub fn into_first(self) -> Option<String> {
        self.first
    }
}

/// Why an attribute speaks against showing the drawing.
fn attribute(name: &str, value: &str) -> Option<String> {
    let small = name.to_ascii_lowercase();
    let words = value.trim().to_ascii_lowercase();
    let is_active = match small.as_str() {
        "href" | "src" => !stays_within(value),
        "base" => true,
        // What an animation changes: not where something points to, and not what happens on a click.
        "attributename" => {
            let target = words.rsplit(':').next().unwrap_or_default();
            target == "href" || target.starts_with("on")
        }
        "style" => style_sheet(value).is_some(),
        _ => small.starts_with("on") || words.contains("javascript:"),
    };
    (is_active || !urls_stay_within(value))
        .then(|| format!("{name}=\"{}\"", value.chars().take(80).collect::<String>()))
}

fn style_sheet(style: &str) -> Option<String> {
    let small = style.to_ascii_lowercase();
    let word = STYLE_WORDS.iter().find(|word| small.contains(*word));
    word.map(|word| (*word).to_owned()).or_else(|| (!urls_stay_within(style)).then(|| "url()".to_owned()))
}

/// Whether every `url(…)` names a part of the drawing or holds a picture.
fn urls_stay_within(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    small.match_indices("url(").all(|(at, word)| {
        // Lower case of ASCII keeps the places of all bytes.
        let rest = text[at + word.len()..].trim_start().trim_start_matches(['"', '\'']).trim_start();
        let end = rest.find([')', '"', '\'']).unwrap_or(rest.len());
        stays_within(&rest[..end])
    })
}

/// Whether an address names a part of the drawing or is a picture itself.
fn stays_within(address: &str) -> bool {
    let address = address.trim();
    address.is_empty() || address.starts_with('#') || is_picture(address)
}

/// Whether an address is a picture in PNG or JPEG, not larger than what is shown.
fn is_picture(address: &str) -> bool {
    let is = |media: &str| {
        let (head, rest) = address.split_at_checked(media.len())?;
        head.eq_ignore_ascii_case(media).then(|| rest.split_ascii_whitespace().collect::<String>())
    };
    let decoded = |text: String| STANDARD.decode(text).ok();
    if let Some(bytes) = is("data:image/png;base64,").and_then(decoded) {
        return png::read(&bytes).is_ok();
    }
    let jpeg = is("data:image/jpeg;base64,").or_else(|| is("data:image/jpg;base64,"));
    jpeg.and_then(decoded)
        .and_then(|bytes| jpeg_pixels(&bytes))
        .is_some_and(|pixels| pixels <= limits::PIXELS)
}

/// Width times height as the header of a JPEG picture says: the first start of a frame (ITU T.81, B.2.2).
fn jpeg_pixels(bytes: &[u8]) -> Option<u64> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(2..2 + length)?;
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, _, _, h1, h0, w1, w0, ..] = *segment else { return None };
            return Some(u64::from(u16::from_be_bytes([h1, h0])) * u64::from(u16::from_be_bytes([w1, w0])));
        }
        // Anything but a segment before the frame: not a picture that is worth guessing about.
        if length < 2 || !matches!(marker, 0xc4 | 0xcc | 0xdb..=0xdf | 0xe0..=0xef | 0xfe) {
            return None;
        }
        rest = &rest[2 + length..];
    }
}
