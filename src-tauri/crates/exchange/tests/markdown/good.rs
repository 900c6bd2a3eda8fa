//! What a person writes, as it is shown.

use crate::safe;
use groundwork_exchange::markdown::{MOST_CHARS, MarkdownError, to_html};

#[test]
fn a_decision_with_headings_lists_a_table_and_code_reads_as_written() {
    let decision = "\
# 7. Use SQLite

Status: **accepted**, *2026-01-05* ~~draft~~

## Options

1. PostgreSQL
2. SQLite
   - one file
   - no server

| what | *cost* | since |
|:-----|-------:|:-----:|
| a & b | 3 | `x` |

```rust,ignore
fn main() { println!(\"<hi>\"); }
```

> quoted
> twice

---

- [x] measured
- [ ] shipped
";
    assert_eq!(
        safe(decision),
        "<h3>7. Use SQLite</h3><p>Status: <strong>accepted</strong>, <em>2026-01-05</em> <del>draft</del></p>\
         <h4>Options</h4><ol><li>PostgreSQL</li><li>SQLite<ul><li>one file</li><li>no server</li></ul></li></ol>\
         <table><thead><tr><th class=\"md-left\">what</th><th class=\"md-right\"><em>cost</em></th>\
         <th class=\"md-center\">since</th></tr></thead><tbody><tr><td class=\"md-left\">a &amp; b</td>\
         <td class=\"md-right\">3</td><td class=\"md-center\"><code>x</code></td></tr></tbody></table>\
         <pre><code class=\"language-rust\">fn main() { println!(\"&lt;hi&gt;\"); }\n</code></pre>\
         <blockquote><p>quoted\ntwice</p></blockquote><hr>\
         <ul><li><span class=\"md-task\">☑</span> measured</li><li><span class=\"md-task\">☐</span> shipped</li></ul>"
    );
}

#[test]
fn a_link_keeps_its_address_for_the_command_and_has_none_for_the_window() {
    let link = |address: &str| format!("<a data-href=\"{address}\" role=\"link\" tabindex=\"0\">t</a>");
    assert_eq!(
        safe("[t](https://example.org/a?b=c&d \"title\")"),
        format!("<p>{}</p>", link("https://example.org/a?b=c&amp;d"))
    );
    assert_eq!(safe("[t][r]\n\n[r]: http://example.org"), format!("<p>{}</p>", link("http://example.org/")));
    assert_eq!(
        safe("<ada@example.org>"),
        "<p><a data-href=\"mailto:ada@example.org\" role=\"link\" tabindex=\"0\">ada@example.org</a></p>"
    );
    assert!(!safe("[t](https://example.org)").contains(" href"));
}

#[test]
fn an_attachment_is_named_for_the_page_to_fill() {
    let hash = "0123456789abcdef".repeat(4);
    for id in [hash.as_str(), "0198c1f0-7a2b-7c3d-8e4f-5a6b7c8d9e0f"] {
        let expected = format!("<p><img data-attachment=\"{id}\" alt=\"a &quot;plan&quot;\"></p>");
        assert_eq!(safe(&format!("![a \"plan\"](attachment:{id})")), expected);
        assert_eq!(safe(&format!("![a \"plan\"](attachment:{})", id.to_uppercase())), expected);
    }
}

#[test]
fn headings_start_where_the_page_says_and_never_above_the_third() {
    let html = |top| to_html("# a\n\n#### b", top).unwrap().into_string();
    for top in [0, 1, 3] {
        assert_eq!(html(top), "<h3>a</h3><h6>b</h6>");
    }
    assert_eq!(html(4), "<h4>a</h4><h6>b</h6>");
    assert_eq!(html(u8::MAX), "<h6>a</h6><h6>b</h6>");
    // Who begins with `##` gets the same first level.
    assert_eq!(to_html("## a\n\n### b", 3).unwrap().as_str(), "<h3>a</h3><h4>b</h4>");
}

#[test]
fn a_list_may_begin_at_any_number_and_other_scripts_stay_as_typed() {
    assert_eq!(
        safe("7. Żółć\n8. \"名前\" -- مشروع"),
        "<ol start=\"7\"><li>Żółć</li><li>\"名前\" -- مشروع</li></ol>"
    );
}

#[test]
fn a_text_above_the_limit_is_refused_and_one_at_it_is_not() {
    assert_eq!(to_html(&"é".repeat(MOST_CHARS + 1), 3), Err(MarkdownError::TooLong));
    assert!(to_html(&"é".repeat(MOST_CHARS), 3).is_ok());
}
