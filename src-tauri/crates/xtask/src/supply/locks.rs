//! What the lockfiles say of each package.

use serde_json::Value;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// A package that a lockfile names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Locked {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it comes from; empty for our own, and where the lockfile leaves npm's registry unsaid.
    pub source: String,
    /// Its hash: hexadecimal SHA-256 of a crate, `sha512-…` of an npm package.
    pub hash: String,
    /// Its licence, where the lockfile tells.
    pub licence: String,
    /// Whether it is part of what is shipped; always for crates, of which the build knows better.
    pub shipped: bool,
    npm: bool,
}

impl Locked {
    /// What is wrong with it.
    pub fn fault(&self) -> Option<String> {
        let Self { name, version, source, hash, .. } = self;
        let ours = !self.npm && source.is_empty() && name.starts_with("groundwork");
        let from = if self.npm { is_npm(source) } else { source == REGISTRY };
        let pinned = if self.npm { is_sha512(hash) } else { hash.len() == 64 && hash.bytes().all(is_hex) };
        let what = match (ours, from, pinned) {
            (true, ..) | (_, true, true) => return None,
            (_, false, _) => format!("does not come from the registry, but from “{source}”"),
            (_, true, false) => "has no hash".to_owned(),
        };
        Some(format!("{name} {version} {what}"))
    }
}

/// npm leaves the address out where it is the registry's own.
fn is_npm(source: &str) -> bool {
    source.is_empty() || source.starts_with("https://registry.npmjs.org/")
}

fn is_sha512(text: &str) -> bool {
    text.strip_prefix("sha512-").is_some_and(|rest| rest.len() == 88 && rest.ends_with("=="))
}

fn is_hex(byte: u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)
}

/// The packages of a `Cargo.lock`. Cargo itself writes the file, one field to a line.
pub fn cargo_lock(text: &str) -> Vec<Locked> {
    let field = |block: &str, name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
        line.and_then(|line| line.strip_suffix('"')).unwrap_or_default().to_owned()
    };
    let blocks = text.split("[[package]]").skip(1);
    let locked = |block: &str| Locked {
        name: field(block, "name"),
        version: field(block, "version"),
        source: field(block, "source"),
        hash: field(block, "checksum"),
        shipped: true,
        ..Locked::default()
    };
    blocks.map(locked).collect()
}

/// The packages of a `package-lock.json` of version 3, but our own.
pub fn npm_lock(text: &str) -> Result<Vec<Locked>, String> {
    let lock: Value =
        serde_json::from_str(text).map_err(|problem| format!("package-lock.json: {problem}"))?;
    if lock["lockfileVersion"] != 3 {
        return Err("package-lock.json is not of version 3".into());
    }
    let all = lock["packages"].as_object().into_iter().flatten().filter(|(path, _)| !path.is_empty());
    let locked = |(path, package): (&String, &Value)| {
        let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
        let name = path.rsplit("node_modules/").next().unwrap_or_default().to_owned();
        let licence = match known_licence(&name) {
            Some(known) if text("license").is_empty() => known.to_owned(),
            _ => text("license"),
        };
        let linked = package["link"] == true;
        Locked {
            source: if linked { format!("a link to {path}") } else { text("resolved") },
            version: text("version"),
            hash: text("integrity"),
            shipped: package["dev"] != true && package["devOptional"] != true,
            npm: true,
            name,
            licence,
        }
    };
    Ok(all.map(locked).collect())
}

/// Licences that a package states in its LICENSE file alone.
fn known_licence(name: &str) -> Option<&'static str> {
    (name == "svelte-toolbelt").then_some("MIT")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crates(source: &str, checksum: &str) -> Vec<String> {
        let text = format!("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n{source}\n{checksum}\n");
        cargo_lock(&text).iter().filter_map(Locked::fault).collect()
    }

    #[test]
    fn a_crate_from_elsewhere_or_without_a_hash_is_noticed() {
        let (from, hash) =
            (format!("source = \"{REGISTRY}\""), format!("checksum = \"{}\"", "0a".repeat(32)));
        assert_eq!(crates(&from, &hash), Vec::<String>::new());
        assert_eq!(crates(&from, "").len(), 1);
        for elsewhere in
            ["", "source = \"git+https://example.org/a#0123\"", "source = \"registry+https://example.org\""]
        {
            assert_eq!(crates(elsewhere, &hash).len(), 1, "{elsewhere}");
        }
    }

    #[test]
    fn an_npm_package_from_elsewhere_or_without_a_hash_is_noticed() {
        let faults = |fields: &str| -> usize {
            let text = format!(
                "{{\"lockfileVersion\":3,\"packages\":{{\"\":{{}},\"node_modules/a\":{{{fields}}}}}}}"
            );
            npm_lock(&text).unwrap().iter().filter_map(Locked::fault).count()
        };
        let hash = format!("\"integrity\":\"sha512-{}==\"", "a".repeat(86));
        assert_eq!(faults(&hash), 0);
        assert_eq!(faults(&format!("{hash},\"resolved\":\"https://registry.npmjs.org/a/-/a-1.tgz\"")), 0);
        for bad in [
            "\"version\":\"1\"".to_owned(),
            "\"integrity\":\"sha1-abc\"".to_owned(),
            format!("{hash},\"resolved\":\"git+ssh://git@example.org/a.git\""),
            format!("{hash},\"resolved\":\"file:../a\""),
            format!("{hash},\"resolved\":\"../a\",\"link\":true"),
        ] {
            assert_eq!(faults(&bad), 1, "{bad}");
        }
    }
}
