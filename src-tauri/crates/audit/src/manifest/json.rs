//! JSON with the lines of its values, read without recursion.

use crate::look::NotUnderstood;
use std::borrow::Cow;

/// A value.
#[derive(Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// The beginning of an object or array.
    Open,
    /// A text.
    Text(Cow<'a, str>),
    /// `true`, `false`, `null` or a number, as written.
    Other(&'a str),
}

/// How deep values may lie within each other.
const DEPTH: usize = 256;

struct Level {
    object: bool,
    /// Line of the key that is read, in an object.
    line: u32,
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    levels: Vec<Level>,
    /// Whether an object or array was opened just now.
    opened: bool,
}

/// What is called for each value: the keys that lead to it, the value, its line.
pub(super) type Visit<'v, 'a> = &'v mut dyn FnMut(&[Cow<'a, str>], &Value<'a>, u32);

/// Visits every value with the keys that lead to it (those of arrays are empty) and the line of its key, or its own line
/// within an array. Refuses what is no JSON and what lies deeper than 256 levels.
pub(super) fn walk<'a>(text: &'a str, visit: Visit<'_, 'a>) -> Result<(), NotUnderstood> {
    let mut walk = Walk { text, at: 0, line: 1, levels: Vec::new(), opened: false };
    let mut path: Vec<Cow<'a, str>> = Vec::new();
    loop {
        let line = match walk.levels.last() {
            Some(level) if level.object => level.line,
            _ => {
                walk.blank();
                walk.line
            }
        };
        let value = walk.value()?;
        visit(&path, &value, line);
        if value == Value::Open {
            path.push(Cow::Borrowed(""));
        }
        if !walk.next(&mut path)? {
            break;
        }
    }
    walk.blank();
    if walk.at == text.len() { Ok(()) } else { Err(NotUnderstood) }
}

impl<'a> Walk<'a> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = self.byte() {
            self.line += u32::from(byte == b'\n');
            self.at += 1;
        }
    }

    /// After a value or an opening: goes to the next value; `false` where there is none.
    fn next(&mut self, path: &mut Vec<Cow<'a, str>>) -> Result<bool, NotUnderstood> {
        let mut first = std::mem::take(&mut self.opened);
        loop {
            let Some(level) = self.levels.last() else { return Ok(false) };
            let object = level.object;
            self.blank();
            match self.byte().ok_or(NotUnderstood)? {
                b'}' if object => self.close(path),
                b']' if !object => self.close(path),
                b',' if !first => {
                    self.at += 1;
                    self.blank();
                    return self.begin(path, object).map(|()| true);
                }
                _ if first => return self.begin(path, object).map(|()| true),
                _ => return Err(NotUnderstood),
            }
            first = false;
        }
    }

    fn close(&mut self, path: &mut Vec<Cow<'a, str>>) {
        self.at += 1;
        self.levels.pop();
        path.pop();
    }

    /// Reads the key of an object's member.
    fn begin(&mut self, path: &mut [Cow<'a, str>], object: bool) -> Result<(), NotUnderstood> {
        if !object {
            return Ok(());
        }
        let line = self.line;
        let key = self.string()?;
        self.blank();
        if self.byte() != Some(b':') {
            return Err(NotUnderstood);
        }
        self.at += 1;
        self.blank();
        if let (Some(level), Some(last)) = (self.levels.last_mut(), path.last_mut()) {
            level.line = line;
            *last = key;
        }
        Ok(())
    }

    fn value(&mut self) -> Result<Value<'a>, NotUnderstood> {
        self.blank();
        match self.byte().ok_or(NotUnderstood)? {
            b'"' => self.string().map(Value::Text),
            open @ (b'{' | b'[') => {
                if self.levels.len() >= DEPTH {
                    return Err(NotUnderstood);
                }
                self.at += 1;
                self.opened = true;
                self.levels.push(Level { object: open == b'{', line: self.line });
                Ok(Value::Open)
            }
            _ => {
                let rest = &self.text[self.at..];
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-' | '.'));
                let word = &rest[..end.unwrap_or(rest.len())];
                let number = word.parse::<f64>().is_ok() && !word.contains(['n', 'N', 'i', 'I']);
                if !(number || matches!(word, "true" | "false" | "null")) {
                    return Err(NotUnderstood);
                }
                self.at += word.len();
                Ok(Value::Other(word))
            }
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, NotUnderstood> {
        if self.byte() != Some(b'"') {
            return Err(NotUnderstood);
        }
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut from = start;
        let mut plain = true;
        loop {
            let found = memchr::memchr3(b'"', b'\\', b'\n', &bytes[from..]).ok_or(NotUnderstood)? + from;
            match bytes[found] {
                b'"' => {
                    self.at = found + 1;
                    let raw = &self.text[start..found];
                    if plain {
                        return Ok(Cow::Borrowed(raw));
                    }
                    let whole = &self.text[start - 1..=found];
                    return serde_json::from_str(whole).map(Cow::Owned).map_err(|_| NotUnderstood);
                }
                b'\\' if found + 2 <= bytes.len() => {
                    plain = false;
                    from = found + 2;
                }
                _ => return Err(NotUnderstood),
            }
        }
    }
}
