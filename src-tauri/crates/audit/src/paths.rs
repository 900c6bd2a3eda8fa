//! What the name of a folder or file tells: others' code, an example, written by a tool. The names are data, in
//! `data/folders.toml`.

use groundwork_domain::audit::FindingKind;
use serde::Deserialize;
use std::collections::HashSet;
use std::sync::LazyLock;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    foreign: HashSet<String>,
    vcs: HashSet<String>,
    aside: HashSet<String>,
    aside_docs: HashSet<String>,
    generated: Vec<String>,
    built: Vec<Built>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Built {
    folders: Vec<String>,
    marks: Vec<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());
const TEXT: &str = include_str!("../data/folders.toml");

/// Whether a folder of this name holds others' code or what is built; `beside` are the names of what stands beside it.
pub(crate) fn foreign<'a>(name: &str, beside: impl Iterator<Item = &'a str> + Clone) -> bool {
    let name = name.to_lowercase();
    if NAMES.foreign.contains(&name) || name.ends_with(".egg-info") || name.starts_with("bazel-") {
        return true;
    }
    let built = NAMES.built.iter().filter(|built| built.folders.contains(&name));
    built.flat_map(|built| &built.marks).any(|mark| {
        beside.clone().any(|other| {
            let other = other.to_lowercase();
            other == *mark || (mark.starts_with('.') && other.ends_with(mark.as_str()))
        })
    })
}

/// Whether a folder of this name belongs to version control.
pub(crate) fn version_control(name: &str) -> bool {
    NAMES.vcs.contains(name.to_lowercase().as_str())
}

/// Whether what lies at this path is not the project's own but an example, a fixture or documentation. Tests,
/// documentation, decisions and licences are not set aside by a folder of documentation.
pub(crate) fn aside(path: &str, kind: FindingKind) -> bool {
    use FindingKind::{Decision, Documentation, Licence, Readme, Test};
    let docs = !matches!(kind, Test | Documentation | Readme | Decision | Licence);
    let Some((folders, _)) = path.rsplit_once('/') else { return false };
    folders.split('/').any(|folder| {
        let folder = folder.to_lowercase();
        NAMES.aside.contains(&folder) || (docs && NAMES.aside_docs.contains(&folder))
    })
}

/// Whether a file of this name is written by a tool.
pub(crate) fn generated(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    NAMES.generated.iter().any(|end| name.ends_with(end.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_can_be_read() {
        let names: Names = toml::from_str(TEXT).unwrap();
        assert!(names.foreign.contains("node_modules") && names.built.len() > 3);
    }

    #[test]
    fn a_folder_named_target_is_built_only_beside_what_builds_it() {
        assert!(foreign("target", ["src", "Cargo.toml"].into_iter()));
        assert!(!foreign("target", ["Source.java"].into_iter()));
        assert!(foreign("obj", ["Shop.csproj"].into_iter()));
        assert!(foreign("Node_Modules", [].into_iter()));
    }

    #[test]
    fn an_example_is_not_the_projects_own_but_its_decisions_are() {
        assert!(aside("examples/shop/package.json", FindingKind::Framework));
        assert!(!aside("src/examples.rs", FindingKind::Framework));
        assert!(aside("docs/package.json", FindingKind::Framework));
        assert!(!aside("docs/adr/0001.md", FindingKind::Decision));
        assert!(aside("fixtures/README.md", FindingKind::Readme));
    }
}
