//! The short list of what may stand in the page, held by ammonia over what was written.

use ammonia::Builder;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::address;

/// The elements, each with its attributes.
const ALLOWED: &[(&str, &[&str])] = &[
    ("a", &["data-href", "role", "tabindex"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("em", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("img", &["data-attachment", "alt"]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("span", &["class"]),
    ("strong", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(ALLOWED.iter().map(|(tag, _)| *tag).collect())
        .tag_attributes(ALLOWED.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect())
        .generic_attributes(HashSet::new())
        .allowed_classes(HashMap::new())
        .url_schemes(HashSet::new())
        .link_rel(None)
        .attribute_filter(|tag, name, value| value_fits(tag, name, value).then_some(Cow::Borrowed(value)));
    cleaner
});

/// The HTML with everything taken out that is not on the list.
pub fn clean(html: &str) -> String {
    CLEANER.clean(html).to_string()
}

fn value_fits(tag: &str, name: &str, value: &str) -> bool {
    match (tag, name) {
        ("a", "data-href") => address::opened(value).is_some(),
        ("a", "role") => value == "link",
        ("a", "tabindex") => value == "0",
        ("code", "class") => value.strip_prefix("language-").is_some_and(is_language),
        ("img", "data-attachment") => address::is_attachment(value),
        ("img", "alt") => true,
        ("ol", "start") => value.len() <= 9 && value.bytes().all(|byte| byte.is_ascii_digit()),
        ("span", "class") => ["md-picture", "md-task"].contains(&value),
        ("td" | "th", "class") => ["md-left", "md-center", "md-right"].contains(&value),
        _ => false,
    }
}

/// Whether a language of code may stand in a class: `[a-z0-9+-]{1,20}`.
pub fn is_language(name: &str) -> bool {
    (1..=20).contains(&name.len())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'+' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sanitiser_alone_holds_the_list_too() {
        for (html, expected) in [
            ("<script>alert(1)</script>", ""),
            ("<p onclick=x style=color:red id=a class=b>t</p>", "<p>t</p>"),
            ("<a href=https://x data-href=javascript:x role=button>t</a>", "<a>t</a>"),
            ("<img src=x onerror=alert(1)>", "<img>"),
            ("<h1>a</h1><svg><style><p>b</p>", "a<p>b</p>"),
            ("<code class='language-a b'>t</code>", "<code>t</code>"),
            ("<span class=md-task>☐</span>", "<span class=\"md-task\">☐</span>"),
        ] {
            assert_eq!(clean(html), expected, "{html}");
        }
    }
}
