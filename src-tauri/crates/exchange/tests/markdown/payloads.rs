//! Scripts, as they are brought into pages through Markdown.

use crate::safe;

/// One to a line; `\n`, `\t`, `\r` and `\0` stand for the characters.
pub const PAYLOADS: &str = include_str!("payloads.txt");

/// The payloads, one after the other.
pub fn payloads() -> Vec<String> {
    let spelled =
        |line: &str| line.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("\\0", "\0");
    PAYLOADS.lines().filter(|line| !line.is_empty()).map(spelled).collect()
}

#[test]
fn no_payload_reaches_the_page() {
    let all = payloads();
    assert!(all.len() >= 200, "{}", all.len());
    for payload in &all {
        safe(payload);
    }
}

#[test]
fn an_address_that_runs_something_is_no_link() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "&#x6A;avascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "tauri://localhost",
        "blob:https://example.org/1",
        "//evil.example",
        "https://user:pw@example.org",
        "https://example.org@evil.example",
        "https:\\\\\\\\evil.example",
        "\\x01https://example.org%00@x",
    ] {
        let html = safe(&format!("[words]({address}) [more][r]\n\n[r]: {address}\n"));
        assert!(!html.contains("<a"), "{address} -> {html}");
        assert!(html.contains("words"), "{address} -> {html}");
    }
}

#[test]
fn a_picture_from_elsewhere_is_never_loaded() {
    for address in [
        "https://example.org/x.png",
        "data:image/png;base64,AAAA",
        "x.png",
        "attachment:../x",
        "attachment:12",
    ] {
        assert_eq!(
            safe(&format!("![a *b* `c`]({address} \"t\")")),
            "<p><span class=\"md-picture\">a b c</span></p>",
            "{address}"
        );
    }
}

#[test]
fn html_in_the_source_is_dropped_and_the_words_around_it_stay() {
    assert_eq!(safe("a <b onclick=x>bold</b> word"), "<p>a bold word</p>");
    assert_eq!(safe("<div>\n<p>inside\n</div>\n\nafter"), "<p>after</p>");
    assert_eq!(safe("<script>\nalert(1)\n</script>\n\nafter"), "<p>after</p>");
    assert_eq!(safe("`<script>` & <!-- c --> &lt;b>"), "<p><code>&lt;script&gt;</code> &amp;  &lt;b&gt;</p>");
}
