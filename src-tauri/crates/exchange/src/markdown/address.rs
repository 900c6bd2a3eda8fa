//! Which addresses a link of the person's may lead to, and which attachments a picture may name.

use url::Url;

/// The longest address, in bytes, as it is opened.
const MOST_BYTES: usize = 2_000;
/// The longest mail address, in bytes.
const MOST_MAIL_BYTES: usize = 254;

/// The address as it is opened, in ASCII: a host of another script in its encoded form, so that it cannot pass for one
/// that it is not.
///
/// Refused: all but https, http and mailto; user or password; control, invisible and direction-changing characters;
/// backslashes. Of a mailto only the one address is kept: what follows `?` could attach files or add recipients.
pub fn opened(address: &str) -> Option<String> {
    let address = address.trim_matches(' ');
    if address.len() > MOST_BYTES || address.chars().any(|c| c.is_control() || c == '\\' || is_invisible(c)) {
        return None;
    }
    if let Some(mail) = after(address, "mailto:") {
        return mail_address(mail.split(['?', '#']).next()?).map(|mail| format!("mailto:{mail}"));
    }
    let rest = after(address, "https://").or_else(|| after(address, "http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    if authority.is_empty() || authority.contains(|c: char| c == '@' || c == '%' || c.is_whitespace()) {
        return None;
    }
    let url = Url::parse(address).ok()?;
    let named = url.host_str().is_some_and(|host| host.contains(|c: char| c.is_ascii_alphanumeric()));
    if !named || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let encoded = encoded(url.as_str());
    (encoded.len() <= MOST_BYTES).then_some(encoded)
}

/// What follows a scheme, in whatever case it is written.
fn after<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = address.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// The signs that a parsed address may still hold and that `links.open` refuses.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\'' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out
}

/// A plain mail address: letters, digits and few signs, one `@`, nothing that a mail program takes for an option.
fn mail_address(mail: &str) -> Option<&str> {
    let (name, host) = mail.split_once('@')?;
    let fits = |part: &str, signs: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric() || (c == '_' && signs.contains('_')))
            && part.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c))
    };
    (mail.len() <= MOST_MAIL_BYTES && fits(name, "._+-=") && fits(host, ".-")).then_some(mail)
}

/// Characters that are not seen or that turn the direction of what follows.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}' | '\u{e0000}'..='\u{e0fff}')
}

/// The attachment that `attachment:…` names: 64 hexadecimal digits or a UUID, in small letters.
pub fn attachment(address: &str) -> Option<String> {
    let id = address.strip_prefix("attachment:")?.to_ascii_lowercase();
    is_attachment(&id).then_some(id)
}

/// Whether this is the id of an attachment as it is written out.
pub fn is_attachment(id: &str) -> bool {
    let hexadecimal = |part: &str, digits: usize| {
        part.len() == digits && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let groups = [8, 4, 4, 4, 12];
    hexadecimal(id, 64)
        || (id.len() == 36
            && id.split('-').count() == groups.len()
            && id.split('-').zip(groups).all(|(part, digits)| hexadecimal(part, digits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_opened_as_it_reads_or_not_at_all() {
        for (typed, expected) in [
            ("https://example.org", "https://example.org/"),
            ("HTTPS://Example.org/a b?c={d|e}#f", "https://example.org/a%20b?c=%7Bd%7Ce%7D#f"),
            ("http://localhost:8080/x", "http://localhost:8080/x"),
            ("https://аpple.com/", "https://xn--pple-43d.com/"),
            ("mailto:Ada.L+x@example.org?attach=/etc/passwd", "mailto:Ada.L+x@example.org"),
        ] {
            let opened = opened(typed).unwrap();
            assert_eq!(opened, expected);
            assert_eq!(super::opened(&opened).as_ref(), Some(&opened));
        }
    }

    #[test]
    fn an_address_that_hides_where_it_leads_is_refused() {
        for refused in [
            "",
            "//example.org",
            "/a",
            "#a",
            "example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "https:example.org",
            "https:/example.org",
            "https:///example.org",
            "https://",
            "https://user@example.org",
            "https://@example.org",
            "https://example.org%40evil.example",
            "https:\\\\example.org",
            "https://exam\u{202e}ple.org",
            "https://example.org/\u{0}",
            "https://example\n.org",
            "mailto:",
            "mailto:@",
            "mailto:-x@example.org",
            "mailto:a@b@c",
            "mailto:a%0abcc@example.org",
            "mailto:a@example.org,b@example.org",
        ] {
            assert_eq!(opened(refused), None, "{refused:?}");
        }
    }
}
