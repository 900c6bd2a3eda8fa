//! `pom.xml` of Maven.

use super::Manifest;
use super::xml::{self, Element};
use crate::look::NotUnderstood;
use groundwork_domain::audit::Strength;

/// Group, artifact and scope of the element that is read, with the line of the artifact.
#[derive(Default)]
struct Coordinates {
    group: String,
    artifact: String,
    scope: String,
    line: u32,
}

/// Dependencies, plugins and the parent. What is only managed is indirect: whoever uses it names it again. Plugins count as
/// tools of development.
pub(super) fn pom(text: &str, manifest: &mut Manifest) -> Result<(), NotUnderstood> {
    let mut read = Coordinates::default();
    let mut project = false;
    xml::walk(text, &mut |open| {
        project |= open.first().is_some_and(|root| root.name == "project");
        let [.., parent, element] = open else { return };
        let holder = matches!(parent.name.as_str(), "dependency" | "plugin" | "parent");
        match element.name.as_str() {
            "groupId" if holder => read.group.clone_from(&element.text),
            "artifactId" if holder => {
                read.artifact.clone_from(&element.text);
                read.line = element.line;
            }
            "scope" if holder => read.scope.clone_from(&element.text),
            "name" if parent.name == "license" => manifest.licence(&element.text, element.line),
            "dependency" | "plugin" | "parent" => {
                let read = std::mem::take(&mut read);
                if !read.artifact.is_empty() && !read.artifact.starts_with('$') {
                    take(read, open, manifest);
                }
            }
            _ => {}
        }
    })?;
    if project { Ok(()) } else { Err(NotUnderstood) }
}

fn take(mut read: Coordinates, open: &[Element], manifest: &mut Manifest) {
    let within = |name: &str| open.iter().any(|element| element.name == name);
    let plugin = open.last().is_some_and(|element| element.name == "plugin");
    if read.group.is_empty() && plugin {
        "org.apache.maven.plugins".clone_into(&mut read.group);
    }
    let strength = if within("dependencyManagement") || within("pluginManagement") {
        Strength::Indirect
    } else if plugin || within("plugin") || read.scope == "test" {
        Strength::Development
    } else {
        Strength::Direct
    };
    manifest.add(&format!("{}:{}", read.group, read.artifact), read.line, strength);
}
