//! Addresses of repositories, as a browser opens them.

/// An https address of a remote, without user name, password, port of ssh, query or `.git`; empty where it is a path of the
/// disk or where no such address can be told from it.
pub(super) fn https(url: &str) -> String {
    https_of(url.trim()).unwrap_or_default()
}

fn https_of(url: &str) -> Option<String> {
    let (host, path) = match url.split_once("://") {
        Some((scheme, rest)) => {
            let rest = rest.split(['?', '#']).next()?;
            let (authority, path) = rest.split_once('/')?;
            let host = authority.rsplit('@').next()?;
            match scheme.to_ascii_lowercase().as_str() {
                "https" => (host.to_owned(), path),
                "http" | "git" if !host.contains(':') => (host.to_owned(), path),
                "ssh" | "git+ssh" | "ssh+git" => (host.split(':').next()?.to_owned(), path),
                _ => return None,
            }
        }
        None => {
            // As scp writes it: `git@host:path`. A single letter before the colon is a drive.
            let (authority, path) = url.split_once(':')?;
            let host = authority.rsplit('@').next()?;
            (host.to_owned(), path.trim_start_matches('/'))
        }
    };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    (is_host(&host) && is_path(path)).then(|| format!("https://{}/{path}", host.to_lowercase()))
}

/// A name with a dot, perhaps with a port: `host` alone is what someone's own configuration calls it.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let part =
        |part: &str| !part.is_empty() && part.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
    name.contains('.')
        && name.len() <= 253
        && name.split('.').all(part)
        && (1..=5).contains(&port.len())
        && port.chars().all(|it| it.is_ascii_digit())
}

fn is_path(path: &str) -> bool {
    let fits = |it: char| it.is_alphanumeric() || "-._~/+%:,=()$!*'".contains(it);
    !path.is_empty()
        && path.len() <= 1_000
        && path.chars().all(fits)
        && path.split('/').all(|part| !part.is_empty() && part != "..")
}

#[cfg(test)]
mod tests {
    use super::https;

    #[test]
    fn an_address_carries_no_one_s_credentials() {
        for (from, to) in [
            ("https://ada:secret@example.test/ada/shop.git", "https://example.test/ada/shop"),
            ("https://token@example.test/ada/shop", "https://example.test/ada/shop"),
            ("https://a:b@c@example.test/ada/shop", "https://example.test/ada/shop"),
            ("https://example.test:8443/ada/shop.git/", "https://example.test:8443/ada/shop"),
            ("https://example.test/ada/shop?private_token=secret", "https://example.test/ada/shop"),
            ("git@example.test:ada/shop.git", "https://example.test/ada/shop"),
            ("example.test:ada/shop.git", "https://example.test/ada/shop"),
            ("ssh://git@example.test:2222/ada/shop.git", "https://example.test/ada/shop"),
            ("git://example.test/ada/shop.git", "https://example.test/ada/shop"),
            ("http://example.test/ada/shop.git", "https://example.test/ada/shop"),
        ] {
            assert_eq!(https(from), to);
        }
    }

    #[test]
    fn a_place_of_the_disk_is_no_address() {
        for path in [
            "/home/ada/shop.git",
            "../shop.git",
            "C:\\Users\\ada\\shop",
            "C:/Users/ada/shop",
            "file:///home/ada/shop.git",
            "work:ada/shop.git",
            "http://example.test:8080/ada/shop.git",
            "ext::sh -c touch% /tmp/x",
            "javascript:alert(1)",
            "https://example.test/",
            "https://exa mple.test/a",
            "",
        ] {
            assert_eq!(https(path), "", "{path}");
        }
    }
}
