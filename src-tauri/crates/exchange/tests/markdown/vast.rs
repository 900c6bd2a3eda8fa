//! Texts made to nest, repeat or grow without end. None is timed: one that is not bounded does not return.

use crate::safe;
use groundwork_exchange::markdown::{MOST_CHARS, plain, to_html, words};

/// Half of what is allowed: without optimisation, the whole takes half a minute.
const CHARS: usize = MOST_CHARS / 2;

/// A hundred thousand characters of one piece, between a beginning and an end.
fn full(start: &str, piece: &str, end: &str) -> String {
    let room = CHARS - start.chars().count() - end.chars().count();
    format!("{start}{}{end}", piece.repeat(room / piece.chars().count()))
}

#[test]
fn nesting_without_end_neither_overflows_nor_hangs() {
    for text in [
        full("", ">", ""),
        full("", "> ", "x"),
        full("", "- ", "x"),
        full("", "1. ", "x"),
        full("", "* ", &"\n".repeat(50_000)),
        full("", "[", ""),
        full("", "![", ""),
        full("", "[a](", ""),
        full("", "*a _b ", ""),
        full("", "**", "a"),
        full("a", "*b**c", ""),
        full("", "~~a", ""),
        full("", "`", ""),
        full("", "`a``", ""),
        full("", "<", ""),
        full("", "<a", ""),
        full("", "<!--", ""),
        full("", "<?", ""),
        full("", "<![CDATA[", ""),
        full("", "&", ""),
        full("", "\u{b0}", ""),
        full("", "\u{a0}\u{bb}", "x"),
        full("![", "&", "](x)"),
        full("![", "&", &format!("](attachment:{})", "0".repeat(64))),
        full("```\n", "&", ""),
        full("[", "&", "](https://example.org)"),
        full("[x](https://example.org/", "&", ")"),
        full("", "\\", ""),
        full("", "[a]: x\n", ""),
        full("[a]: https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaa\n\n", "[a]", ""),
        full("", "# ", ""),
        full("", "```\n", ""),
        full("", "\t", "x"),
        full("", "- a\n\n", ""),
    ] {
        safe(&text);
        plain(&text, 200);
        words(&text);
    }
}

#[test]
fn a_long_text_comes_out_whole() {
    let text = full("", "a & b\u{b0} ", "c");
    let expected = format!("<p>{}</p>", text.replace('&', "&amp;"));
    assert_eq!(safe(&text), expected);
    assert_eq!(safe(&full("```\n", "x&\n", "```")).matches("x&amp;\n").count(), 33_331);
}

#[test]
fn a_list_in_a_list_on_every_line_stays_bounded() {
    let mut text = String::new();
    for depth in 0..100 {
        text.push_str(&format!("{}{}x\n", "\t".repeat(depth * 16), "- ".repeat(32)));
    }
    text.truncate(CHARS - 50_000);
    let rest = CHARS - text.len();
    text.push_str(&"\n".repeat(rest));
    safe(&text);
}

#[test]
fn a_table_of_many_columns_and_short_rows_does_not_grow_without_end() {
    let columns = 10_000;
    let text = format!("{}\n{}\n", "|a".repeat(columns), "|-".repeat(columns));
    let text = full(&text, "|\n", "");
    assert!(safe(&text).len() < 20_000_000);
}

#[test]
fn quotes_beyond_the_thirty_second_are_shown_as_written() {
    let html = to_html(&format!("{} deep", ">".repeat(40)), 3).unwrap().into_string();
    assert_eq!(html.matches("<blockquote>").count(), 32);
    assert!(html.contains("&gt;&gt;&gt;&gt;&gt;&gt;&gt;&gt; deep"), "{html}");
    let html = to_html(&format!("{}deep", "> ".repeat(32)), 3).unwrap().into_string();
    assert!(html.contains("<p>deep</p>"), "{html}");
}
