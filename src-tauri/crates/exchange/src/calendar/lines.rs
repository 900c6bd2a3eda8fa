//! Content lines (RFC 5545, 3.1): folded on the way out; on the way in found, unfolded, and split into name, parameters and value.

/// Octets of a line that is written, without its line end.
const FOLD_AT: usize = 75;

/// Octets of an unfolded line that are read; what comes after them (a picture, as a rule) is skipped. The longest details that are
/// read (`MOST_DESCRIPTION_CHARS`) fit, whatever their characters and escapes.
pub(super) const MOST_LINE_BYTES: usize = 128 * 1024;

/// Appends a content line, folded at 75 octets and never inside a character.
pub(super) fn push_folded(out: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > FOLD_AT {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A content line of a file.
#[derive(Debug)]
pub(super) struct Line {
    /// Where it begins in the file, from 1.
    pub number: usize,
    /// Whether it was longer than what is read.
    pub cut: bool,
    text: String,
    name_end: usize,
    value_start: usize,
}

impl Line {
    /// A line without a colon says nothing.
    fn new(number: usize, cut: bool, text: String) -> Option<Self> {
        let name_end = text.find([';', ':'])?;
        // A time holds no colon, but the names of Outlook's zones may: TZID=tzone://Microsoft/Utc.
        let time = ["DTSTART", "DTEND"].iter().any(|name| text[..name_end].eq_ignore_ascii_case(name));
        let colon = match time {
            true => text.rfind(':'),
            // An odd quotation mark hides the colon: the first one then, whatever stands around it.
            false => colon_outside_quotes(&text, name_end).or_else(|| text.find(':')),
        }?;
        Some(Self { number, cut, text, name_end, value_start: colon + 1 })
    }

    pub fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    pub fn name(&self) -> &str {
        self.text[..self.name_end].trim()
    }

    pub fn value(&self) -> &str {
        &self.text[self.value_start..]
    }

    /// A parameter's value without its quotation marks.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut quoted = false;
        let mut parts = self.text[self.name_end..self.value_start - 1].split(|c| {
            quoted ^= c == '"';
            c == ';' && !quoted
        });
        parts.find_map(|part| {
            let (key, value) = part.split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"'))
        })
    }
}

fn colon_outside_quotes(text: &str, from: usize) -> Option<usize> {
    let mut quoted = false;
    let colon = text.bytes().skip(from).position(|b| {
        quoted ^= b == b'"';
        b == b':' && !quoted
    });
    colon.map(|colon| colon + from)
}

/// The content lines of a file. Lines end with CRLF, LF or CR; CR CR LF, which text modes make of CRLF, is one end too.
pub(super) struct Lines<'a> {
    rest: &'a [u8],
    number: usize,
}

impl<'a> Lines<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, number: 0 }
    }

    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let end = self.rest.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at(end);
        let skipped = match rest {
            [b'\r', b'\r', b'\n', ..] => 3,
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        };
        self.rest = &rest[skipped..];
        Some(line)
    }

    /// Unfolded as octets: older programs fold inside a character.
    fn unfolded(&mut self) -> Option<(usize, bool, Vec<u8>)> {
        let mut line = Vec::new();
        let mut cut = append(&mut line, self.physical()?);
        let number = self.number;
        while let Some(b' ' | b'\t') = self.rest.first() {
            let more = self.physical().unwrap_or_default();
            cut |= append(&mut line, &more[1..]);
        }
        Some((number, cut, line))
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        loop {
            let (number, cut, bytes) = self.unfolded()?;
            if let Some(line) = Line::new(number, cut, decoded(bytes)) {
                return Some(line);
            }
        }
    }
}

fn append(line: &mut Vec<u8>, more: &[u8]) -> bool {
    let room = MOST_LINE_BYTES - line.len();
    line.extend_from_slice(&more[..more.len().min(room)]);
    more.len() > room
}

/// UTF-8; a line that is none is taken for Latin-1, as older programs in French wrote it. A character that was cut off at the
/// end is dropped.
fn decoded(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.utf8_error().error_len().is_none() => {
            let whole = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(whole);
            String::from_utf8(bytes).unwrap_or_default()
        }
        Err(error) => error.as_bytes().iter().map(|b| char::from(*b)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<(usize, String, String)> {
        Lines::new(bytes).map(|line| (line.number, line.name().to_owned(), line.value().to_owned())).collect()
    }

    fn one(text: &str) -> Line {
        Lines::new(text.as_bytes()).next().unwrap()
    }

    #[test]
    fn a_line_is_folded_at_75_octets_and_never_inside_a_character() {
        for text in ["é".repeat(200), "🎓".repeat(100), format!("a{}", "€".repeat(90)), "x".repeat(75)] {
            let mut out = String::new();
            push_folded(&mut out, &text);
            assert!(out.split_terminator("\r\n").all(|line| line.len() <= 75));
            assert_eq!(out.replace("\r\n ", ""), format!("{text}\r\n"));
            // Four octets are the longest character: no line but the last leaves room for one.
            let lines: Vec<_> = out.split_terminator("\r\n").collect();
            assert!(lines[..lines.len() - 1].iter().all(|line| line.len() > 71), "{out}");
        }
    }

    #[test]
    fn every_kind_of_line_end_is_known_and_lines_are_counted_as_an_editor_does() {
        let crlf = all(b"A:1\r\nB:2\r\n 3\r\nC:4");
        assert_eq!(crlf, [(1, "A", "1"), (2, "B", "23"), (4, "C", "4")].map(own));
        for other in ["A:1\nB:2\n 3\nC:4", "A:1\rB:2\r\t3\rC:4", "A:1\r\r\nB:2\r\r\n 3\r\r\nC:4"] {
            assert_eq!(all(other.as_bytes()), crlf, "{other:?}");
        }
    }

    fn own((number, name, value): (usize, &str, &str)) -> (usize, String, String) {
        (number, name.to_owned(), value.to_owned())
    }

    #[test]
    fn a_character_that_was_folded_in_two_is_whole_again() {
        assert_eq!(all(b"A:caf\xc3\r\n \xa9"), [(1, "A", "café")].map(own));
    }

    #[test]
    fn a_line_in_latin_1_is_read_as_such() {
        assert_eq!(all(b"A:Examen pr\xe9vu \xe0 9 h"), [(1, "A", "Examen prévu à 9 h")].map(own));
    }

    #[test]
    fn colons_and_semicolons_within_quotation_marks_separate_nothing() {
        let line = one("DTSTART;X-A=\"a:b;TZID=c\";TZID=\"(UTC+01:00) Paris\":20270104T090000");
        assert_eq!(line.name(), "DTSTART");
        assert_eq!(line.parameter("tzid"), Some("(UTC+01:00) Paris"));
        assert_eq!(line.value(), "20270104T090000");
        assert_eq!(line.parameter("VALUE"), None);
    }

    #[test]
    fn an_odd_quotation_mark_does_not_hide_the_value() {
        let line = one("SUMMARY;X=\"a:b \"c\" d\"");
        assert_eq!(line.value(), "b \"c\" d\"");
        assert_eq!(one("SUMMARY:a \"b").value(), "a \"b");
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_one_is_found() {
        let file = format!("A:{}\r\nB:2", "é".repeat(MOST_LINE_BYTES));
        let lines: Vec<_> = Lines::new(file.as_bytes()).collect();
        assert!(lines[0].cut && lines[0].value().len() <= MOST_LINE_BYTES);
        assert!(lines[0].value().chars().all(|c| c == 'é'));
        assert_eq!((lines[1].cut, lines[1].value()), (false, "2"));
    }
}
