//! XML with the lines of its elements, read without recursion. Entities are not resolved.

use super::lines::Starts;
use crate::look::NotUnderstood;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element, when it begins.
pub(super) struct Element {
    /// Its name without prefix.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// Line on which it begins.
    pub line: u32,
    /// What stands in it beside its children, without the space around.
    pub text: String,
}

impl Element {
    /// An attribute, upper and lower case alike.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// How deep elements may lie within each other.
const DEPTH: usize = 256;

/// Visits every element when it ends, with those around it, the outermost first, itself last. Refuses what is no XML and what
/// lies deeper than 256 levels.
pub(super) fn walk(text: &str, visit: &mut dyn FnMut(&[Element])) -> Result<(), NotUnderstood> {
    let starts = Starts::new(text);
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let offset = usize::try_from(reader.buffer_position()).map_err(|_| NotUnderstood)?;
        match reader.read_event().map_err(|_| NotUnderstood)? {
            Event::Start(start) => {
                if open.len() >= DEPTH {
                    return Err(NotUnderstood);
                }
                open.push(element(&start, starts.line(offset)));
            }
            Event::Empty(start) => {
                open.push(element(&start, starts.line(offset)));
                visit(&open);
                open.pop();
            }
            Event::Text(said) => add(&mut open, &said),
            Event::CData(said) => add(&mut open, &said),
            Event::End(_) => {
                visit(&open);
                open.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open.is_empty() { Ok(()) } else { Err(NotUnderstood) }
}

fn add(open: &mut [Element], said: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(said.trim());
    }
}

fn element(start: &BytesStart<'_>, line: u32) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let attributes = attributes
        .map(|attribute| (attribute.key.local_name().as_ref().to_owned(), attribute.value.to_string()))
        .collect();
    Element { name: start.local_name().as_ref().to_owned(), attributes, line, text: String::new() }
}
