//! Which rule a dependency falls under.

use crate::manifest::{Ecosystem, normal};
use std::collections::HashMap;

/// Names of packages, by ecosystem.
#[derive(Default)]
pub(super) struct Dependencies {
    exact: HashMap<(Ecosystem, String), usize>,
    /// Beginnings of names, the longest first.
    beginnings: HashMap<Ecosystem, Vec<(String, usize)>>,
}

impl Dependencies {
    /// Adds a name, which ends where it has a `*`. Refuses one that is there already.
    pub fn add(&mut self, ecosystem: Ecosystem, name: &str, rule: usize) -> Result<(), String> {
        let twice = || format!("{ecosystem:?} {name} stands in two rules");
        let Some((beginning, _)) = name.split_once('*') else {
            let known = self.exact.insert((ecosystem, normal(ecosystem, name)), rule);
            return known.map_or(Ok(()), |other| if other == rule { Ok(()) } else { Err(twice()) });
        };
        let beginning = beginning.to_lowercase();
        let beginnings = self.beginnings.entry(ecosystem).or_default();
        if beginnings.iter().any(|(other, at)| *other == beginning && *at != rule) {
            return Err(twice());
        }
        beginnings.push((beginning, rule));
        beginnings.sort_by_key(|(beginning, _)| std::cmp::Reverse(beginning.len()));
        Ok(())
    }

    /// The rule for a normal name: that of the whole name, else that of the longest beginning. A package of a module of Go
    /// counts as the module.
    pub fn find(&self, ecosystem: Ecosystem, name: &str) -> Option<usize> {
        let mut key = (ecosystem, name.to_owned());
        loop {
            if let Some(at) = self.exact.get(&key) {
                return Some(*at);
            }
            if ecosystem != Ecosystem::Go {
                break;
            }
            match key.1.rfind('/') {
                Some(end) if key.1[..end].contains('.') => key.1.truncate(end),
                _ => break,
            }
        }
        let beginnings = self.beginnings.get(&ecosystem)?;
        beginnings.iter().find(|(beginning, _)| name.starts_with(beginning.as_str())).map(|(_, at)| *at)
    }
}
