//! Patterns of paths.

/// A pattern against the end of a path, in small letters: `*` stands for anything within a part, `#` for a digit, `**` for
/// any number of folders; tied to the root where it begins with `/`.
#[derive(Debug)]
pub(super) struct Pattern {
    parts: Vec<String>,
    rooted: bool,
}

/// By what a pattern is looked up.
pub(super) enum Key<'a> {
    Name(&'a str),
    Extension(&'a str),
    Any,
}

impl Pattern {
    pub fn new(text: &str) -> Self {
        let rooted = text.starts_with('/');
        let parts = text.trim_start_matches('/').split('/').map(str::to_owned).collect();
        Self { parts, rooted }
    }

    pub fn key(&self) -> Key<'_> {
        let wild = |text: &str| text.contains(['*', '#']);
        let last = self.parts.last().map_or("", String::as_str);
        match last.rsplit_once('.') {
            _ if !wild(last) => Key::Name(last),
            Some((_, extension)) if !wild(extension) => Key::Extension(extension),
            _ => Key::Any,
        }
    }

    /// Whether it fits the parts of a path in small letters.
    pub fn fits(&self, path: &[&str]) -> bool {
        fits(&self.parts, path, self.rooted)
    }
}

/// From the back: the last part must fit the last part.
fn fits(parts: &[String], path: &[&str], rooted: bool) -> bool {
    let Some((part, before)) = parts.split_last() else { return !rooted || path.is_empty() };
    if part == "**" {
        return (0..=path.len()).rev().any(|end| fits(before, &path[..end], rooted));
    }
    match path.split_last() {
        Some((last, rest)) => part_fits(part.as_bytes(), last.as_bytes()) && fits(before, rest, rooted),
        None => false,
    }
}

/// Whether a part with `*` and `#` fits, in time that grows with the product of both lengths at most.
fn part_fits(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(b'#') if text[t].is_ascii_digit() => {
                p += 1;
                t += 1;
            }
            Some(byte) if *byte != b'#' && *byte == text[t] => {
                p += 1;
                t += 1;
            }
            _ => {
                let Some((at, from)) = star else { return false };
                star = Some((at, from + 1));
                p = at + 1;
                t = from + 1;
            }
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        Pattern::new(pattern).fits(&path.split('/').collect::<Vec<_>>())
    }

    #[test]
    fn a_pattern_fits_the_end_of_a_path_part_by_part() {
        for (pattern, path) in [
            ("dockerfile", "dockerfile"),
            ("dockerfile", "api/dockerfile"),
            ("/.github/workflows/*.yml", ".github/workflows/ci.yml"),
            ("docs/**/*.md", "docs/a.md"),
            ("docs/**/*.md", "a/docs/b/c/d.md"),
            ("migrations/####_*.py", "shop/migrations/0001_initial.py"),
            ("*.spec.ts", "src/a.spec.ts"),
            ("roles/*/tasks/main.yml", "roles/web/tasks/main.yml"),
            ("a*b*c", "aXbYbc"),
        ] {
            assert!(fits(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("dockerfile", "my-dockerfile"),
            ("/.github/workflows/*.yml", "sub/.github/workflows/ci.yml"),
            ("/.github/workflows/*.yml", ".github/workflows/sub/ci.yml"),
            ("docs/**/*.md", "docs.md"),
            ("migrations/####_*.py", "migrations/001_initial.py"),
            ("*.spec.ts", "spec.ts"),
            ("roles/*/tasks/main.yml", "roles/tasks/main.yml"),
        ] {
            assert!(!fits(pattern, path), "{pattern} {path}");
        }
    }
}
