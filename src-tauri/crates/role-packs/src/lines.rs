//! From the path of a fault, such as `skill(sql).prerequisites[0].skill`, to the file and line where it stands.

use crate::files::PackFiles;
use toml_edit::{Document, Item, Table, Value};

/// File and line (from 1) of a path; of its nearest parent when the path itself does not stand in any file.
pub(crate) fn line_of(files: &PackFiles, path: &str) -> Option<(String, usize)> {
    let steps = steps(path);
    let mut best: Option<(usize, String, usize)> = None;
    for (name, text) in files.0.iter().filter(|(name, _)| name.ends_with(".toml")) {
        let Ok(document) = Document::parse(text.as_str()) else { continue };
        let (depth, offset) = walk(Node::Table(document.as_table()), &steps);
        if depth > 0 && best.as_ref().is_none_or(|(most, ..)| depth > *most) {
            let line = text[..offset.unwrap_or(0).min(text.len())].matches('\n').count() + 1;
            best = Some((depth, name.clone(), line));
        }
    }
    best.map(|(_, name, line)| (name, line))
}

enum Step {
    Key(String),
    Index(usize),
    Id(String),
}

/// `rung(junior).all_of[3]` is a key, an id, a key and an index; ids may hold dots.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '[' => rest.find(']'),
            '(' => rest.find(')'),
            '.' => Some(0),
            _ => Some(rest.find(['.', '[', '(']).unwrap_or(rest.len()) - 1),
        };
        let Some(end) = end else { break };
        match first {
            '[' => steps.extend(rest[1..end].parse().map(Step::Index)),
            '(' => steps.push(Step::Id(rest[1..end].to_owned())),
            '.' => {}
            _ => steps.push(Step::Key(rest[..=end].to_owned())),
        }
        rest = &rest[end + 1..];
    }
    steps
}

#[derive(Clone, Copy)]
enum Node<'a> {
    Table(&'a Table),
    Item(&'a Item),
    Value(&'a Value),
}

impl<'a> Node<'a> {
    fn offset(self) -> Option<usize> {
        let span = match self {
            Self::Table(table) => table.span(),
            Self::Item(item) => item.span(),
            Self::Value(value) => value.span(),
        };
        span.map(|span| span.start)
    }

    fn key(self, key: &str) -> Option<Self> {
        match self {
            Self::Table(table) => table.get(key).map(Self::Item),
            Self::Item(item) => item.get(key).map(Self::Item),
            Self::Value(value) => value.as_inline_table()?.get(key).map(Self::Value),
        }
    }

    fn children(self) -> Vec<Self> {
        match self {
            Self::Item(Item::ArrayOfTables(tables)) => tables.iter().map(Self::Table).collect(),
            Self::Item(Item::Value(Value::Array(values))) | Self::Value(Value::Array(values)) => {
                values.iter().map(Self::Value).collect()
            }
            _ => Vec::new(),
        }
    }

    fn id(self) -> Option<&'a str> {
        match self {
            Self::Table(table) => table.get("id")?.as_str(),
            Self::Item(item) => item.get("id")?.as_str(),
            Self::Value(value) => value.as_inline_table()?.get("id")?.as_str(),
        }
    }
}

/// How many steps could be taken, and where the last one led.
fn walk(mut node: Node<'_>, steps: &[Step]) -> (usize, Option<usize>) {
    let mut offset = None;
    for (taken, step) in steps.iter().enumerate() {
        let next = match step {
            Step::Key(key) => node.key(key),
            Step::Index(index) => node.children().get(*index).copied(),
            Step::Id(id) => node.children().into_iter().find(|child| child.id() == Some(id)),
        };
        match next {
            Some(next) => {
                node = next;
                offset = node.offset().or(offset);
            }
            None => return (taken, offset),
        }
    }
    (steps.len(), offset)
}
