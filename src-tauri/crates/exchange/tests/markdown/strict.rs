//! What the HTML of a text may hold, read letter by letter and stricter than any browser. The fuzz target uses it too.

const VOID: &[&str] = &["br", "hr", "img"];
const PLAIN: &[&str] = &[
    "blockquote",
    "code",
    "del",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "a",
];
/// What a text or a value may hold of what begins with `&`.
const ENTITIES: &[&str] = &["&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;"];

/// Whether the HTML holds the allowed elements and values alone, each closed where it was opened.
pub fn check(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        words(text)?;
        let (tag, after) = tag.split_once('>').ok_or("a tag without end")?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes what is not open"));
            }
        } else {
            let name = tag.split(' ').next().unwrap_or_default();
            if !VOID.contains(&name) {
                open.push(name);
                if !PLAIN.contains(&name) {
                    return Err(format!("<{name}> is not allowed"));
                }
            }
            attributes(name, &tag[name.len()..])?;
        }
    }
    words(rest)?;
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

fn words(text: &str) -> Result<(), String> {
    if text.contains('>') || text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(format!("the text {text:?}"));
    }
    entities(text)
}

fn entities(text: &str) -> Result<(), String> {
    match text
        .match_indices('&')
        .find(|(at, _)| !ENTITIES.iter().any(|entity| text[*at..].starts_with(entity)))
    {
        Some((at, _)) => Err(format!("the entity at {:?}", text[at..].chars().take(10).collect::<String>())),
        None => Ok(()),
    }
}

fn attributes(tag: &str, mut rest: &str) -> Result<(), String> {
    let mut seen = Vec::new();
    while !rest.is_empty() {
        let part = rest.strip_prefix(' ').ok_or("no blank before an attribute")?;
        let (name, value) = part.split_once("=\"").ok_or("an attribute without value")?;
        let (value, after) = value.split_once('"').ok_or("a value without end")?;
        entities(value)?;
        if seen.contains(&name) || !fits(tag, name, value) {
            return Err(format!("<{tag} {name}={value:?}>"));
        }
        seen.push(name);
        rest = after;
    }
    Ok(())
}

/// Whether an element may have an attribute with this value.
pub fn fits(tag: &str, name: &str, value: &str) -> bool {
    match (tag, name) {
        ("a", "data-href") => address(value),
        ("a", "role") => value == "link",
        ("a", "tabindex") => value == "0",
        ("img", "alt") => !value.chars().any(|c| c.is_control() && c != '\n' && c != '\t'),
        ("img", "data-attachment") => {
            [36, 64].contains(&value.len()) && value.bytes().all(|b| b"0123456789abcdef-".contains(&b))
        }
        ("ol", "start") => value.parse::<u32>().is_ok_and(|start| start <= 999_999_999),
        ("code", "class") => value.strip_prefix("language-").is_some_and(|language| {
            (1..=20).contains(&language.len())
                && language
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-".contains(&b))
        }),
        ("span", "class") => ["md-picture", "md-task"].contains(&value),
        ("td" | "th", "class") => ["md-left", "md-center", "md-right"].contains(&value),
        _ => false,
    }
}

/// Printable ASCII, one of three schemes, nobody's name in front of the host, one mail address without options.
fn address(value: &str) -> bool {
    let value = value.replace("&amp;", "&");
    if !value.bytes().all(|b| b.is_ascii_graphic())
        || value.contains(['"', '<', '>', '\\', '^', '`', '{', '|', '}'])
    {
        return false;
    }
    if let Some(mail) = value.strip_prefix("mailto:") {
        return mail.matches('@').count() == 1
            && !mail.starts_with(['-', '@'])
            && !mail.contains(['?', '&', '%', ',', ';']);
    }
    let Some(rest) = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !authority.is_empty() && !authority.contains(['@', '%'])
}
