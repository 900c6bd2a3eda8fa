//! SVG drawings: the badge that is baked into one, and whether it can be shown.

mod active;

use groundwork_domain::badge::{BadgeReason, BadgeReasonCode as Code};
use quick_xml::NsReader;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::limits;
use super::reason::reason;
use active::Watch;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Namespace and name of the element of a badge up to 2.0, and of one of 3.0.
const ASSERTION: (&str, &str) = ("http://openbadges.org", "assertion");
const CREDENTIAL: (&str, &str) = ("https://purl.imsglobal.org/ob/v3p0", "credential");

/// A badge that is baked into a drawing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Baked {
    /// Whether the element is that of 3.0.
    pub is_credential: bool,
    /// Its attribute `verify`: a token, or the address of a hosted badge.
    pub verify: String,
    /// What stands in it: a badge as JSON.
    pub body: String,
}

/// What was found in a drawing.
#[derive(Debug, Default)]
pub struct Drawing {
    /// The badges, in their order.
    pub baked: Vec<Baked>,
    /// Why it should not be shown: the first thing in it that could act or fetch.
    pub active: Option<String>,
}

/// Reads a drawing. Entities and document types are refused, and so is what is not well-formed.
pub fn read(text: &str) -> Result<Drawing, BadgeReason> {
    let is_control = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_control) {
        return Err(broken("character"));
    }
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut walk = Walk::default();
    loop {
        let at = reader.buffer_position();
        let (namespace, event) = match reader.read_resolved_event() {
            Ok(read) => read,
            Err(error) => return Err(broken(&format!("{at}: {error}"))),
        };
        match event {
            Event::Start(ref element) | Event::Empty(ref element) => {
                let namespace = match namespace {
                    ResolveResult::Bound(namespace) => namespace.into_inner().to_owned(),
                    ResolveResult::Unbound => String::new(),
                    ResolveResult::Unknown(prefix) => return Err(broken(&prefix)),
                };
                walk.start(&namespace, element, &reader)?;
                if matches!(event, Event::Empty(_)) {
                    walk.end();
                }
            }
            Event::End(_) => walk.end(),
            Event::Text(text) => walk.text(&text.xml10_content())?,
            Event::CData(text) => walk.text(&text.xml10_content())?,
            Event::GeneralRef(name) => walk.text(&resolved(&name)?)?,
            Event::Decl(declaration) if at == 0 => encoding(&declaration)?,
            Event::DocType(_) => return Err(reason(Code::Entities, "DOCTYPE")),
            Event::PI(instruction) => walk.watch.mark(&format!("<?{}", instruction.target())),
            Event::Comment(_) => {}
            Event::Decl(_) => return Err(broken("<?xml")),
            Event::Eof => return walk.finish(),
        }
    }
}

fn broken(what: &str) -> BadgeReason {
    reason(Code::Broken, &format!("SVG {what}"))
}

/// What a reference stands for. Only those that need no declaration are known.
fn resolved(name: &BytesRef<'_>) -> Result<String, BadgeReason> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Ok(c.to_string()),
        Ok(None) => quick_xml::escape::resolve_predefined_entity(name)
            .map(str::to_owned)
            .ok_or_else(|| reason(Code::Entities, &format!("&{};", &**name))),
        Err(_) => Err(broken("&#")),
    }
}

/// The text is read as UTF-8: another encoding would show something else than what was checked.
fn encoding(declaration: &BytesDecl<'_>) -> Result<(), BadgeReason> {
    let is_first = declaration.version().is_ok_and(|version| version == "1.0");
    match declaration.encoding() {
        _ if !is_first => Err(broken("<?xml version")),
        None => Ok(()),
        Some(Ok(name)) if ["utf-8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known)) => {
            Ok(())
        }
        Some(_) => Err(broken("<?xml encoding")),
    }
}

/// The walk through the elements.
#[derive(Default)]
struct Walk {
    depth: usize,
    elements: usize,
    has_root: bool,
    /// The badge that is being read, and the depth at which its element stands.
    current: Option<(usize, Baked)>,
    baked: Vec<Baked>,
    watch: Watch,
}

impl Walk {
    fn start(
        &mut self,
        namespace: &str,
        element: &BytesStart<'_>,
        reader: &NsReader<&[u8]>,
    ) -> Result<(), BadgeReason> {
        let name = element.local_name().into_inner();
        self.depth += 1;
        self.elements += 1;
        if self.depth > limits::DEPTH {
            return Err(reason(Code::TooDeep, &format!("> {}", limits::DEPTH)));
        }
        if self.elements > limits::SVG_ELEMENTS {
            return Err(reason(Code::TooLarge, &format!("> {}", limits::SVG_ELEMENTS)));
        }
        if self.depth == 1 {
            if self.has_root || (namespace, name) != (SVG, "svg") {
                return Err(broken("<svg>"));
            }
            self.has_root = true;
        }
        let attributes = attributes(element, reader)?;
        self.watch.element((namespace == SVG).then_some(name), namespace, name, &attributes);
        let is_credential = (namespace, name) == CREDENTIAL;
        if self.current.is_none() && (is_credential || (namespace, name) == ASSERTION) {
            let verify =
                attributes.iter().find(|(name, _)| *name == "verify").map(|(_, value)| value.clone());
            let baked = Baked { is_credential, verify: verify.unwrap_or_default(), body: String::new() };
            self.current = Some((self.depth, baked));
        }
        Ok(())
    }

    fn end(&mut self) {
        if let Some((_, baked)) = self.current.take_if(|(depth, _)| *depth == self.depth) {
            self.baked.push(baked);
        }
        self.watch.end();
        self.depth = self.depth.saturating_sub(1);
    }

    fn text(&mut self, text: &str) -> Result<(), BadgeReason> {
        if self.depth == 0 && !text.trim().is_empty() {
            return Err(broken("text"));
        }
        self.watch.text(text);
        if let Some((_, baked)) = &mut self.current {
            baked.body.push_str(text);
        }
        Ok(())
    }

    fn finish(self) -> Result<Drawing, BadgeReason> {
        if !self.has_root || self.depth != 0 {
            return Err(broken("</svg>"));
        }
        Ok(Drawing { baked: self.baked, active: self.watch.into_first() })
    }
}

/// The attributes under their local names, with their values as a reader sees them; without the names of namespaces.
fn attributes<'a>(
    element: &'a BytesStart<'_>,
    reader: &NsReader<&[u8]>,
) -> Result<Vec<(&'a str, String)>, BadgeReason> {
    let mut all = Vec::new();
    for (index, attribute) in element.attributes().enumerate() {
        let attribute = attribute.map_err(|error| broken(&error.to_string()))?;
        if index == limits::SVG_ATTRIBUTES {
            return Err(reason(Code::TooLarge, &format!("> {}", limits::SVG_ATTRIBUTES)));
        }
        let raw = attribute.value.as_ref();
        let is_namespace = attribute.key.as_namespace_binding().is_some();
        // The name of a namespace is compared as it stands; written with references it would compare as another one.
        if raw.contains('<') || (is_namespace && raw.contains(['&', '\n', '\r', '\t'])) {
            return Err(broken("attribute"));
        }
        if is_namespace {
            continue;
        }
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
        let value = value.map_err(|error| match error {
            quick_xml::Error::Escape(quick_xml::escape::EscapeError::UnrecognizedEntity(_, name)) => {
                reason(Code::Entities, &format!("&{name};"))
            }
            other => broken(&other.to_string()),
        })?;
        let (resolved, name) = reader.resolver().resolve_attribute(attribute.key);
        if let ResolveResult::Unknown(prefix) = resolved {
            return Err(broken(&prefix));
        }
        all.push((name.into_inner(), value.into_owned()));
    }
    Ok(all)
}
