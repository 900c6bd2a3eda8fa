//! What the README says in its first lines: a title and a paragraph, as plain text.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// Characters of the summary.
const SUMMARY: usize = 600;
/// Characters of the title.
const TITLE: usize = 200;
/// Bytes that are read of a README.
const READ: usize = 64 << 10;

/// How good a README a file of this name is, the smaller the better; none where it is no README of the project itself.
pub(crate) fn rank(path: &str) -> Option<u8> {
    let name = path.to_lowercase();
    match name.as_str() {
        "readme.md" => Some(0),
        "readme.markdown" | "readme.mkd" => Some(1),
        "readme.rst" => Some(2),
        "readme" | "readme.txt" | "readme.adoc" | "readme.org" => Some(3),
        ".github/readme.md" => Some(4),
        "docs/readme.md" => Some(5),
        _ => None,
    }
}

/// Title and first paragraph of a README; empty where it has none.
pub(crate) fn read(path: &str, bytes: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(READ)]);
    let markdown = [".md", ".markdown", ".mkd"].iter().any(|end| path.to_lowercase().ends_with(end));
    let (title, summary) = if markdown { of_markdown(&text) } else { of_plain(&text) };
    (shortened(&title, TITLE), shortened(&summary, SUMMARY))
}

/// Blanks in a row and signs of control become one blank; what is longer ends at a word.
fn shortened(text: &str, most: usize) -> String {
    let hidden = |letter: char| matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let text: String = text.chars().filter(|letter| !hidden(*letter)).collect();
    let parts = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let text = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most - 1).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut}…")
}

/// Reads the blocks of Markdown in turn. Images, HTML and what stands in tables, lists and code are left out.
#[derive(Default)]
struct Reader {
    title: String,
    summary: String,
    text: String,
    /// Within images, whose text is none of the README's.
    hidden: u32,
    /// Within lists, quotes, tables and code.
    aside: u32,
}

fn of_markdown(text: &str) -> (String, String) {
    let mut reader = Reader::default();
    for event in Parser::new(text) {
        reader.take(event);
        if !reader.summary.is_empty() {
            break;
        }
    }
    (reader.title, reader.summary)
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.hidden += 1,
            Event::End(TagEnd::Image) => self.hidden = self.hidden.saturating_sub(1),
            Event::Start(tag) if set_aside(&tag) => self.aside += 1,
            Event::End(
                TagEnd::List(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::Table,
            ) => self.aside = self.aside.saturating_sub(1),
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) => self.text.clear(),
            Event::End(TagEnd::Heading(level)) => self.heading(level),
            Event::End(TagEnd::Paragraph) => self.paragraph(),
            Event::Text(part) | Event::Code(part) if self.hidden == 0 && self.aside == 0 => {
                self.text.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let text = std::mem::take(&mut self.text);
        if self.title.is_empty() && level <= HeadingLevel::H2 {
            self.title = text.trim().to_owned();
        }
    }

    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        // A line of badges leaves signs between them, a line of links hardly a word.
        if self.aside == 0 && text.chars().filter(|letter| letter.is_alphabetic()).count() >= 10 {
            self.summary = text;
        }
    }
}

fn set_aside(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::List(_) | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_))
}

/// reStructuredText, AsciiDoc and plain text: the first line with words, and the first paragraph after it.
fn of_plain(text: &str) -> (String, String) {
    let ruled = |line: &str| !line.is_empty() && !line.chars().any(char::is_alphanumeric);
    let directive = |line: &str| line.starts_with("..") || line.starts_with("|") || line.starts_with(":");
    let mut title = String::new();
    let mut summary: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || ruled(line) || directive(line) {
            if summary.is_empty() {
                continue;
            }
            break;
        }
        if title.is_empty() {
            title = line.trim_start_matches(['=', '#', '*', ' ']).to_owned();
        } else {
            summary.push(line);
        }
    }
    (title, summary.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_the_first_heading_and_the_summary_has_no_badges() {
        let text = "<p align=\"center\"><img src=\"a.png\"></p>\n\n[![ci](https://x/y.svg)](https://x)\n\n# Shop *of* [Ada](https://a.test)\n\n[![v](a)](b) · ![w](c)\n\nSells `books` and\nmaps.\n\nMore.";
        let (title, summary) = read("README.md", text.as_bytes());
        assert_eq!(title, "Shop of Ada");
        assert_eq!(summary, "Sells books and maps.");
    }

    #[test]
    fn a_readme_without_markdown_is_read_by_its_lines() {
        let (title, summary) =
            read("README.rst", b"====\nShop\n====\n\n.. image:: a.png\n\nSells books\nand maps.\n\nMore.");
        assert_eq!((title.as_str(), summary.as_str()), ("Shop", "Sells books and maps."));
        assert_eq!(read("README", b""), (String::new(), String::new()));
    }

    #[test]
    fn a_long_paragraph_ends_at_a_word() {
        let (_, summary) = read("README.md", format!("# A\n\n{}", "many words ".repeat(200)).as_bytes());
        assert!(summary.chars().count() <= 600 && summary.ends_with("words many…"), "{summary}");
    }
}
