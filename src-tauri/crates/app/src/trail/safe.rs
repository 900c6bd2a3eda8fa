//! The parts of an entry that are made of what came from outside, and let nothing of it through but codes, numbers, ids
//! and names of fields.

use crate::error::{AppError, field_name};
use crate::messages;
use groundwork_domain::Lang;
use std::fmt;
use std::panic::Location;

/// The code of an error: one that has a sentence, else `other`.
#[derive(Debug, Clone)]
pub(crate) struct Code(String);

impl Code {
    /// The code of this error.
    pub fn of(error: &AppError) -> Self {
        let key = format!("error_{}", error.code.replace('.', "_"));
        Self(if messages::exists(Lang::En, &key) { error.code.clone() } else { "other".to_owned() })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How an argument must look to be noted.
#[derive(Clone, Copy)]
enum Shape {
    /// Up to ten digits, and a sign.
    Number,
    /// A UUID.
    Id,
    /// Names of fields; whatever is none becomes `?`.
    Fields,
    /// The number that the system gave to a failure: of `No space left on device (os error 28)` the 28.
    System,
}

/// The arguments that may be noted. Whatever else an error says (names, titles, paths, addresses, the words of a detail)
/// is left out.
const SAFE: [(&str, Shape); 13] = [
    ("bytes", Shape::Number),
    ("count", Shape::Number),
    ("detail", Shape::System),
    ("field", Shape::Fields),
    ("height", Shape::Number),
    ("high", Shape::Number),
    ("id", Shape::Id),
    ("length", Shape::Number),
    ("line", Shape::Number),
    ("low", Shape::Number),
    ("most", Shape::Number),
    ("path", Shape::Fields),
    ("width", Shape::Number),
];

/// An argument of an error, as far as it may be noted.
#[derive(Debug, Clone)]
pub(crate) struct Arg {
    name: &'static str,
    value: String,
}

/// The arguments of an error that may be noted.
pub(crate) fn args_of(error: &AppError) -> Vec<Arg> {
    let safe = |(name, shape): &(&'static str, Shape)| {
        let value = error.args.get(*name)?;
        let value = match shape {
            Shape::Number => number(value)?,
            Shape::Id => id(value)?,
            // The path of a file is called so too.
            Shape::Fields if *name == "path" && error.code != "command.params" => return None,
            Shape::Fields => fields(value),
            Shape::System => {
                number(value.split_once("(os error ")?.1.split(')').next()?).map(|n| format!("os-{n}"))?
            }
        };
        Some(Arg { name, value })
    };
    SAFE.iter().filter_map(safe).collect()
}

fn number(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok()?;
    (number.abs() < 10_i64.pow(10)).then(|| number.to_string())
}

fn id(text: &str) -> Option<String> {
    let dash = |at| matches!(at, 8 | 13 | 18 | 23);
    let fits = |(at, byte): (usize, u8)| if dash(at) { byte == b'-' } else { byte.is_ascii_hexdigit() };
    (text.len() == 36 && text.bytes().enumerate().all(fits)).then(|| text.to_ascii_lowercase())
}

/// `skills[3].Something` becomes `skills.3.?`: positions and fields that have a name in the messages are kept.
fn fields(text: &str) -> String {
    let parts = text.split(['.', '[', ']', '/']).filter(|part| !part.is_empty()).take(8);
    let kept = parts.map(|part| match number(part) {
        Some(position) => position,
        None if part.len() <= 40 && field_name(part).is_some() => part.to_owned(),
        None => "?".to_owned(),
    });
    kept.collect::<Vec<_>>().join(".")
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.name, self.value)
    }
}

/// A place in the code: a file of ours or of a crate, and the line.
#[derive(Debug, Clone)]
pub(crate) struct Place(String);

impl Place {
    /// This place.
    pub fn of(location: &Location<'_>) -> Self {
        Self(format!("{}:{}", within_code(location.file()), location.line()))
    }
}

/// A file's path without the folders of the machine that the program was built on.
fn within_code(file: &str) -> String {
    let file = file.replace('\\', "/");
    let own = || match file.rsplit_once('/') {
        Some((_, name)) if file.starts_with('/') || file.contains(':') => name,
        _ => &file,
    };
    let crates = file.split_once("/registry/src/").and_then(|(_, rest)| Some(rest.split_once('/')?.1));
    let known = crates.or_else(|| Some(file.rsplit_once("/library/")?.1));
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    known.unwrap_or_else(own).replace(|c| !plain(c), "?")
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(code: &str, name: &str, value: &str) -> String {
        let error = AppError::from_map(code, [(name.to_owned(), value.to_owned())].into());
        args_of(&error).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_ids_and_fields_are_noted() {
        assert_eq!(noted("input.too_long", "length", "100000"), "length=100000");
        assert_eq!(noted("input.too_long", "field", "note"), "field=note");
        assert_eq!(noted("store.io", "detail", "No space left on device (os error 28)"), "detail=os-28");
        assert_eq!(noted("command.params", "path", "skills[3].level"), "path=skills.3.level");
        let id = "0192f0c1-2345-7000-8000-000000000000";
        assert_eq!(noted("record.unknown", "id", id), format!("id={id}"));
    }

    #[test]
    fn texts_are_not() {
        for (code, name, value) in [
            ("project.folder_known", "name", "Anna’s shop"),
            ("file.unreadable", "path", "/home/anna/letter.pdf"),
            ("badge.address", "value", "anna@example.org"),
            ("record.unknown", "id", "a-letter-to-anna-of-thirty-six-chars"),
            ("audit.line_not_shown", "line", "anna"),
            ("audit.line_not_shown", "line", "0033612345678"),
            ("store.io", "detail", "/home/anna: broken (os error anna)"),
        ] {
            assert_eq!(noted(code, name, value), "", "{code} {name}");
        }
        assert_eq!(noted("command.params", "path", "checklist.Anna.mark"), "path=checklist.?.?");
        assert_eq!(Code::of(&AppError::new("anna")).to_string(), "other");
    }

    #[test]
    fn a_place_in_the_code_names_no_folder_of_a_machine() {
        for (file, kept) in [
            ("src-tauri/crates/app/src/app.rs", "src-tauri/crates/app/src/app.rs"),
            (
                "/home/anna/.cargo/registry/src/index.crates.io-1949/png-0.18.0/src/a.rs",
                "png-0.18.0/src/a.rs",
            ),
            ("C:\\Users\\anna\\groundwork\\src\\app.rs", "app.rs"),
            ("/rustc/0123/library/core/src/option.rs", "core/src/option.rs"),
            ("/home/anna/code/x.rs", "x.rs"),
        ] {
            assert_eq!(within_code(file), kept);
        }
    }
}
