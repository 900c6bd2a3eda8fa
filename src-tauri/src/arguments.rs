//! What the program was asked for on its command line.

use std::ffi::OsString;
use std::path::PathBuf;

/// How to start.
#[derive(Debug, Default, PartialEq)]
pub struct Arguments {
    /// The data folder asked for; none means what `GROUNDWORK_DATA_DIR` says, else the system's usual place.
    pub data_dir: Option<PathBuf>,
}

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub enum Wish {
    Start(Arguments),
    Say(String),
    Refuse(String),
}

const USAGE: &str = "Usage: groundwork [--data-dir FOLDER]\n\n  --data-dir FOLDER  the folder that holds your data \
     (also GROUNDWORK_DATA_DIR)\n  --version          the version\n  --help             this text";

/// Reads the command line without the program's own name.
pub fn read(line: impl Iterator<Item = OsString>) -> Wish {
    let mut data_dir: Option<OsString> = None;
    let mut line = line;
    while let Some(argument) = line.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Wish::Say(USAGE.into()),
            Some("--version" | "-V") => {
                return Wish::Say(format!("groundwork {}", env!("CARGO_PKG_VERSION")));
            }
            Some("--data-dir") => match line.next() {
                Some(dir) if !dir.is_empty() => data_dir = Some(dir),
                _ => return Wish::Refuse(format!("groundwork: --data-dir needs a folder\n\n{USAGE}")),
            },
            Some(text) if text.starts_with("--data-dir=") => {
                data_dir = Some(text["--data-dir=".len()..].into());
            }
            // macOS hands a process serial number to programs started from the Finder.
            Some(text) if text.starts_with("-psn_") => {}
            _ => {
                let shown = argument.to_string_lossy();
                return Wish::Refuse(format!("groundwork: unknown argument {shown}\n\n{USAGE}"));
            }
        }
    }
    Wish::Start(Arguments { data_dir: data_dir.map(PathBuf::from) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &[&str]) -> Wish {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn a_data_folder_is_taken_in_both_spellings() {
        let wanted = Wish::Start(Arguments { data_dir: Some("a folder".into()) });
        assert_eq!(read_words(&["--data-dir", "a folder"]), wanted);
        assert_eq!(read_words(&["--data-dir=a folder"]), wanted);
    }

    #[test]
    fn an_unknown_or_half_said_argument_is_refused_with_the_usage() {
        for words in [&["--data-dir"][..], &["--what"], &["file"]] {
            assert!(matches!(read_words(words), Wish::Refuse(text) if text.contains("Usage:")), "{words:?}");
        }
    }
}
