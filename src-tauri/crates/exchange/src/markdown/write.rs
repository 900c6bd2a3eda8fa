//! Writes what the reader of Markdown found as HTML.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Parser, Tag};

use super::{address, allowed};

/// The most elements that stand in one another; deeper ones are left out, their text is not.
const MOST_OPEN: usize = 100;
/// The longest alternative text of a picture, in characters.
const MOST_ALT: usize = 1_000;
/// So many characters are written before a comment parts the text, which the sanitiser takes out again: html5ever 0.40
/// searches to the end of a piece of text at every `&` and every letter from U+0080 to U+00BF, so that one long piece
/// would take time by the square of its length.
const MOST_PIECE: usize = 4_096;

/// The HTML of a text, before it is sanitised. `top` is the level that its highest heading, `highest`, becomes; 1 to 6.
pub fn html(events: Parser<'_>, top: u8, highest: u8) -> String {
    let mut writer = Writer { top, highest, ..Writer::default() };
    events.for_each(|event| writer.event(event));
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    top: u8,
    highest: u8,
    /// The ends of what is open; empty for what was left out.
    open: Vec<&'static str>,
    /// The picture whose alternative text is being read.
    picture: Option<Picture>,
    /// The sides of the columns of the table, and which column comes next.
    sides: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// How much text was written since the last comment, in characters.
    piece: usize,
}

struct Picture {
    attachment: Option<String>,
    alt: String,
    /// What is open within it.
    open: usize,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        if self.picture.is_some() {
            return self.within_picture(event);
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => {
                let end = self.open.pop().unwrap_or_default();
                self.out.push_str(end);
            }
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(&code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>"),
            Event::Rule => self.out.push_str("<hr>"),
            Event::TaskListMarker(done) => {
                let sign = if done { '☑' } else { '☐' };
                self.out.push_str(&format!("<span class=\"md-task\">{sign}</span> "));
            }
            // Raw HTML is dropped; the rest is not asked of the reader.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        if self.open.len() >= MOST_OPEN && !matches!(tag, Tag::Image { .. }) {
            return self.open.push("");
        }
        let (start, end) = match tag {
            Tag::Paragraph => ("<p>", "</p>"),
            Tag::Heading { level, .. } => self.heading(level as u8),
            Tag::BlockQuote(_) => ("<blockquote>", "</blockquote>"),
            Tag::CodeBlock(kind) => return self.code_block(&kind),
            Tag::List(None) => ("<ul>", "</ul>"),
            Tag::List(Some(first)) => return self.numbered(first),
            Tag::Item => ("<li>", "</li>"),
            Tag::Table(sides) => {
                self.sides = sides;
                ("<table>", "</tbody></table>")
            }
            Tag::TableHead => {
                (self.column, self.in_head) = (0, true);
                ("<thead><tr>", "</tr></thead><tbody>")
            }
            Tag::TableRow => {
                (self.column, self.in_head) = (0, false);
                ("<tr>", "</tr>")
            }
            Tag::TableCell => return self.cell(),
            Tag::Emphasis => ("<em>", "</em>"),
            Tag::Strong => ("<strong>", "</strong>"),
            Tag::Strikethrough => ("<del>", "</del>"),
            Tag::Link { link_type, dest_url, .. } => return self.link(link_type, &dest_url),
            Tag::Image { dest_url, .. } => {
                let attachment = address::attachment(&dest_url);
                self.picture = Some(Picture { attachment, alt: String::new(), open: 1 });
                return;
            }
            _ => ("", ""),
        };
        self.out.push_str(start);
        self.open.push(end);
    }

    /// The tags of a heading: the person's highest level is `top`, and none is below the sixth.
    fn heading(&self, level: u8) -> (&'static str, &'static str) {
        match self.top.saturating_add(level).saturating_sub(self.highest) {
            ..=1 => ("<h1>", "</h1>"),
            2 => ("<h2>", "</h2>"),
            3 => ("<h3>", "</h3>"),
            4 => ("<h4>", "</h4>"),
            5 => ("<h5>", "</h5>"),
            6.. => ("<h6>", "</h6>"),
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let language = language.to_ascii_lowercase();
        if allowed::is_language(&language) {
            self.out.push_str(&format!("<pre><code class=\"language-{language}\">"));
        } else {
            self.out.push_str("<pre><code>");
        }
        self.open.push("</code></pre>");
    }

    fn numbered(&mut self, first: u64) {
        match first {
            1 => self.out.push_str("<ol>"),
            _ => self.out.push_str(&format!("<ol start=\"{first}\">")),
        }
        self.open.push("</ol>");
    }

    fn cell(&mut self) {
        let (name, end) = if self.in_head { ("th", "</th>") } else { ("td", "</td>") };
        let side = match self.sides.get(self.column) {
            Some(Alignment::Left) => " class=\"md-left\"",
            Some(Alignment::Center) => " class=\"md-center\"",
            Some(Alignment::Right) => " class=\"md-right\"",
            Some(Alignment::None) | None => "",
        };
        self.column += 1;
        self.out.push_str(&format!("<{name}{side}>"));
        self.open.push(end);
    }

    /// A link that may be opened; of any other its text alone.
    fn link(&mut self, kind: LinkType, address: &str) {
        let opened = match kind {
            LinkType::Email => address::opened(&format!("mailto:{address}")),
            _ => address::opened(address),
        };
        let Some(opened) = opened else { return self.open.push("") };
        self.out.push_str("<a data-href=\"");
        opened.chars().for_each(|c| escape(&mut self.out, c));
        self.out.push_str("\" role=\"link\" tabindex=\"0\">");
        self.open.push("</a>");
    }

    /// Gathers the alternative text of a picture, and writes the picture at its end.
    fn within_picture(&mut self, event: Event<'_>) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Start(_) => picture.open += 1,
            Event::End(_) => picture.open -= 1,
            Event::Text(text) | Event::Code(text) => picture.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => picture.alt.push(' '),
            _ => {}
        }
        if picture.open > 0 {
            return;
        }
        let Some(Picture { attachment, alt, .. }) = self.picture.take() else { return };
        let (start, end) = match attachment {
            Some(id) => (format!("<img data-attachment=\"{id}\" alt=\""), "\">"),
            None if alt.trim().is_empty() => return,
            None => ("<span class=\"md-picture\">".to_owned(), "</span>"),
        };
        let alt = alt.char_indices().nth(MOST_ALT).map_or(alt.as_str(), |(at, _)| &alt[..at]);
        self.out.push_str(&start);
        alt.chars().for_each(|c| escape(&mut self.out, c));
        self.out.push_str(end);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            escape(&mut self.out, c);
            self.piece += 1;
            if self.piece == MOST_PIECE {
                self.out.push_str("<!---->");
                self.piece = 0;
            }
        }
    }
}

/// A character as it stands in HTML, also within a value in quotation marks. Control characters are left out.
fn escape(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\n' | '\t' => out.push(c),
        c if c.is_control() => {}
        c => out.push(c),
    }
}
