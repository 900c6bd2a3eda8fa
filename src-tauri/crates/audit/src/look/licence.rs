//! Which files hold the text of a licence.

/// Words that may follow in the name of a licence's file.
const FOLLOW: [&str; 18] = [
    "md",
    "txt",
    "rst",
    "adoc",
    "markdown",
    "html",
    "mit",
    "apache",
    "bsd",
    "gpl",
    "lgpl",
    "agpl",
    "mpl",
    "lesser",
    "isc",
    "unlicense",
    "cc0",
    "eupl",
];

/// Whether a path is that of a licence's text: `LICENSE`, `COPYING.LESSER`, `LICENSE-MIT`, `MIT-LICENSE.txt`, `LICENSES/…`.
pub(super) fn holds(path: &str) -> bool {
    let small = path.to_ascii_lowercase();
    let mut parts = small.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    let follows = |rest: &str| {
        rest.split(['.', '-', '_']).filter(|word| !word.is_empty()).all(|word| {
            FOLLOW.iter().any(|known| word.trim_end_matches(|c: char| c.is_ascii_digit()) == *known)
                || word.bytes().all(|byte| byte.is_ascii_digit())
                || word == "clause"
        })
    };
    if folder == "licenses" && name.ends_with(".txt") {
        return true;
    }
    let name = name.strip_prefix("mit-").unwrap_or(name);
    ["unlicense", "license", "licence", "copying"]
        .iter()
        .find_map(|begin| name.strip_prefix(begin))
        .is_some_and(follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_told_from_code_about_licences_by_its_name() {
        for path in [
            "LICENSE",
            "LICENSE.md",
            "LICENCE.txt",
            "COPYING.LESSER",
            "LICENSE-MIT",
            "a/LICENSE-APACHE-2.0.txt",
        ] {
            assert!(holds(path), "{path}");
        }
        for path in ["MIT-LICENSE", "LICENSES/MIT.txt", "COPYING3", "UNLICENSE"] {
            assert!(holds(path), "{path}");
        }
        for path in ["license.rb", "license_checker.go", "licenses.md", "src/licence.ts", "license.json"] {
            assert!(!holds(path), "{path}");
        }
    }
}
