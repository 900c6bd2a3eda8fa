//! Secrets by pattern. What was found is never kept: only the rule and the line.

use super::files::Lazy;
use super::glob::Pattern;
use regex::bytes::Captures;

/// How a placeholder is told from a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Looks {
    /// A secret looks like chance.
    #[default]
    Random,
    /// A secret is anything but a well-known word.
    Password,
}

/// A kind of secret.
#[derive(Debug)]
pub(crate) struct SecretRule {
    /// Where its rule stands.
    pub at: usize,
    pub(super) looks: Looks,
    pub(super) paths: Vec<Pattern>,
    pub(super) pattern: Lazy,
}

/// Bytes around a word within which the pattern is tried.
const BEFORE: usize = 200;
const AFTER: usize = 1_200;

impl SecretRule {
    /// Whether the whole of a file with this path is looked at.
    pub fn by_path(&self, path: &str) -> bool {
        if self.paths.is_empty() {
            return false;
        }
        let small = path.to_ascii_lowercase();
        let parts: Vec<&str> = small.split('/').collect();
        self.paths.iter().any(|pattern| pattern.fits(&parts))
    }

    /// The expression cannot be built: for a test.
    #[cfg(test)]
    pub fn broken(&self) -> bool {
        self.pattern.get().is_none()
    }

    /// Where in the whole file it is found first.
    pub fn anywhere(&self, bytes: &[u8]) -> Option<usize> {
        let found = self.pattern.get()?.captures_iter(bytes).take(500);
        found.filter(|found| self.counts(found)).map(|found| start(&found)).next()
    }

    /// Where the secret begins and ends whose pattern covers the word at `at`.
    pub fn near(&self, bytes: &[u8], at: usize) -> Option<(usize, usize)> {
        let from = at.saturating_sub(BEFORE);
        let window = &bytes[from..bytes.len().min(at + AFTER)];
        for found in self.pattern.get()?.captures_iter(window) {
            let whole = found.get(0)?;
            if from + whole.start() > at {
                return None;
            }
            if at < from + whole.end() {
                return self.counts(&found).then(|| (from + start(&found), from + whole.end()));
            }
        }
        None
    }

    fn counts(&self, found: &Captures<'_>) -> bool {
        let Some(secret) = found.name("secret") else { return true };
        let secret = String::from_utf8_lossy(secret.as_bytes()).to_lowercase();
        let part =
            |name: &str| found.name(name).map(|part| String::from_utf8_lossy(part.as_bytes()).to_lowercase());
        match self.looks {
            Looks::Random => random(&secret),
            Looks::Password => {
                password(&secret)
                    && part("user").is_none_or(|user| user != secret)
                    && part("host").is_none_or(|host| elsewhere(&host))
            }
        }
    }
}

fn start(found: &Captures<'_>) -> usize {
    let secret = found.name("secret").or_else(|| found.get(0));
    // Of a private key the header is the place.
    let whole = found.get(0).map_or(0, |whole| whole.start());
    secret.map_or(whole, |secret| if secret.start() > whole + 20 { whole } else { secret.start() })
}

const PLACEHOLDERS: [&str; 16] = [
    "example",
    "xxxx",
    "0000000",
    "1234567",
    "abcdefg",
    "placeholder",
    "changeme",
    "change_me",
    "change-me",
    "changethis",
    "redacted",
    "dummy",
    "sample",
    "....",
    "****",
    "your",
];

/// Beginning of the key of the storage emulator, which Azure's documentation gives to everybody.
const EMULATOR: &str = "eby8vdm02xnocqflquwj";

/// Whether a text looks like chance: no placeholder, and enough different characters.
fn random(secret: &str) -> bool {
    let mut bytes: Vec<u8> = secret.bytes().collect();
    bytes.sort_unstable();
    bytes.dedup();
    bytes.len() >= 8
        && !PLACEHOLDERS.iter().any(|word| secret.contains(word))
        && !secret.starts_with(EMULATOR)
}

const WELL_KNOWN: [&str; 44] = [
    "password",
    "passwd",
    "pass",
    "pwd",
    "pw",
    "secret",
    "postgres",
    "postgresql",
    "root",
    "admin",
    "user",
    "username",
    "guest",
    "test",
    "testing",
    "tests",
    "mysql",
    "mariadb",
    "redis",
    "mongo",
    "mongodb",
    "rabbitmq",
    "toor",
    "dev",
    "development",
    "local",
    "localhost",
    "none",
    "null",
    "nil",
    "true",
    "false",
    "foo",
    "bar",
    "foobar",
    "default",
    "token",
    "key",
    "app",
    "letmein",
    "qwerty",
    "p@ssw0rd",
    "hunter2",
    "undefined",
];

/// Whether a text can be a password that somebody uses.
fn password(secret: &str) -> bool {
    let bare = secret.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let stem = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut bytes: Vec<u8> = secret.bytes().collect();
    bytes.sort_unstable();
    bytes.dedup();
    bytes.len() >= 4
        && !PLACEHOLDERS.iter().any(|word| secret.contains(word))
        && !WELL_KNOWN.contains(&bare)
        && !WELL_KNOWN.contains(&stem)
        && ![
            "password",
            "mypass",
            "my_pass",
            "my-pass",
            "somepass",
            "dbpass",
            "secretpass",
            "env(",
            "process.env",
        ]
        .iter()
        .any(|word| secret.contains(word))
        && !secret.starts_with("http")
        && !bare.bytes().all(|byte| byte.is_ascii_digit() && bare.len() < 7)
}

/// Whether a host is neither this machine, nor a name within a network of containers, nor an example.
fn elsewhere(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let ends = [".local", ".test", ".invalid", ".localhost", ".example", ".localdomain", "docker.internal"];
    host.contains('.')
        && !host.contains("example")
        && !host.contains("your")
        && !host.contains("xxx")
        && !host.contains("..")
        && !host.starts_with("127.")
        && !host.starts_with("localhost.")
        && host != "0.0.0.0"
        && !ends.iter().any(|end| host.ends_with(end))
        && !["host.com", "server.com", "hostname.com", "domain.com", "mydomain.com", "host.tld", "foo.com"]
            .contains(&host)
}
