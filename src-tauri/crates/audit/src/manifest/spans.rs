//! TOML with the places of its keys and values. Depth is limited by the parser.

use super::lines::Starts;
use crate::look::NotUnderstood;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table and the lines of its text.
pub(super) struct Document<'a> {
    root: DeTable<'a>,
    starts: Starts,
}

/// A value within a document.
#[derive(Clone, Copy)]
pub(super) struct Node<'d, 'a> {
    value: &'d DeValue<'a>,
    /// Line of the key, or of the value itself within an array.
    pub line: u32,
    starts: &'d Starts,
}

impl<'a> Document<'a> {
    pub fn parse(text: &'a str) -> Result<Self, NotUnderstood> {
        let root = DeTable::parse(text).map_err(|_| NotUnderstood)?.into_inner();
        Ok(Self { root, starts: Starts::new(text) })
    }

    /// What stands at a path of keys.
    pub fn at(&self, path: &[&str]) -> Option<Node<'_, 'a>> {
        let (first, rest) = path.split_first()?;
        let node = child(&self.root, first, &self.starts)?;
        rest.iter().try_fold(node, |node, key| node.get(key))
    }
}

fn child<'d, 'a>(table: &'d DeTable<'a>, key: &str, starts: &'d Starts) -> Option<Node<'d, 'a>> {
    let (key, value) = table.get_key_value(key)?;
    Some(Node { value: value.get_ref(), line: starts.line(key.span().start), starts })
}

impl<'d, 'a> Node<'d, 'a> {
    /// What stands under a key.
    pub fn get(self, key: &str) -> Option<Self> {
        child(self.value.as_table()?, key, self.starts)
    }

    /// The text, if it is one.
    pub fn text(self) -> Option<&'d str> {
        self.value.as_str()
    }

    /// Keys and values of a table, in the order of the text; nothing for anything else.
    pub fn entries(self) -> Vec<(&'d str, Self)> {
        let Some(table) = self.value.as_table() else { return Vec::new() };
        let node = |key: &Spanned<_>, value: &'d Spanned<DeValue<'a>>| Self {
            value: value.get_ref(),
            line: self.starts.line(key.span().start),
            starts: self.starts,
        };
        let mut found: Vec<_> = table
            .iter()
            .map(|(key, value)| (key.span().start, key.get_ref().as_ref(), node(key, value)))
            .collect();
        found.sort_by_key(|(start, ..)| *start);
        found.into_iter().map(|(_, key, node)| (key, node)).collect()
    }

    /// What an array holds; nothing for anything else.
    pub fn items(self) -> Vec<Self> {
        let items = self.value.as_array().into_iter().flatten();
        let line = |item: &Spanned<DeValue<'a>>| self.starts.line(item.span().start);
        items.map(|item| Self { value: item.get_ref(), line: line(item), starts: self.starts }).collect()
    }
}
