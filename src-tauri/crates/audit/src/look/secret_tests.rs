//! Secrets. What looks like one here is made up of parts, so that no program takes this file for a leak.

use super::*;

fn told(path: &str, text: &str) -> Vec<(&'static str, u32)> {
    let mut hits = Vec::new();
    let _ = look(path, text.as_bytes(), &mut hits);
    let secrets = hits.iter().filter(|hit| hit.rule.kind == FindingKind::Secret);
    secrets.map(|hit| (hit.rule.id.as_str(), hit.line)).collect()
}

/// Text that looks like chance, of an alphabet.
fn chance(alphabet: &[u8], length: usize) -> String {
    let mut state = 7_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        alphabet[usize::try_from(state >> 33).unwrap_or(0) % alphabet.len()] as char
    };
    (0..length).map(|_| next()).collect()
}

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ23456789";
const HEX: &[u8] = b"0123456789abcdef";
const BASE32: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

fn secrets() -> Vec<(&'static str, String)> {
    let l = |length| chance(LETTERS, length);
    let x = |length| chance(HEX, length);
    vec![
        ("secret.aws-access-key-id", format!("AKIA{}", chance(BASE32, 16))),
        ("secret.aws-secret-access-key", format!("aws_secret_access_key = {}", l(40))),
        ("secret.private-key", format!("-----BEGIN RSA PRIVATE {}-----\n{}\n{}\n", "KEY", l(64), l(64))),
        ("secret.private-key", format!("key: \"-----BEGIN PRIVATE {}-----\\n{}\\n\"", "KEY", l(64))),
        ("secret.github-token", format!("ghp_{}", l(36))),
        ("secret.github-token", format!("github_pat_{}_{}", l(22), l(59))),
        ("secret.gitlab-token", format!("glpat-{}", l(20))),
        ("secret.slack-token", format!("xoxb-{}-{}", "739162840517", l(24))),
        (
            "secret.slack-webhook",
            format!("https://hooks.slack.com/services/T{}/B{}/{}", "A3BQ9XK2", "B7CZ4YL1", l(24)),
        ),
        ("secret.stripe-live-key", format!("sk_live_{}", l(24))),
        ("secret.google-api-key", format!("AIza{}", l(35))),
        ("secret.sendgrid-key", format!("SG.{}.{}", l(22), l(43))),
        ("secret.twilio-token", format!("TWILIO_AUTH_TOKEN={}", x(32))),
        ("secret.npm-token", format!("//registry.npmjs.org/:_authToken=npm_{}", l(36))),
        ("secret.pypi-token", format!("pypi-AgEIcHlwaS5vcmc{}", l(80))),
        ("secret.digitalocean-token", format!("dop_v1_{}", x(64))),
        ("secret.heroku-key", format!("HRKU-{}", l(40))),
        ("secret.openai-key", format!("sk-{}T3BlbkFJ{}", l(20), l(20))),
        ("secret.openai-key", format!("sk-proj-{}T3BlbkFJ{}", l(74), l(74))),
        ("secret.anthropic-key", format!("sk-ant-api03-{}", l(95))),
        ("secret.azure-storage-key", format!("AccountName=a;AccountKey={}==;", l(86))),
        ("secret.database-address", format!("postgresql+asyncpg://shop:{}@db.shop.fr/shop", l(14))),
        ("secret.database-address", format!("mongodb+srv://shop:{}@cluster0.ab1cd.mongodb.net", l(14))),
        ("secret.database-address", format!("redis://:{}@cache.shop.fr:6379", l(14))),
    ]
}

#[test]
fn each_kind_of_secret_is_named_with_its_line() {
    for (rule, secret) in secrets() {
        let text = format!("# settings\n\nvalue = '{secret}'\n");
        let found = told("config/settings.py", &text);
        assert_eq!(found.iter().filter(|(id, _)| *id == rule).collect::<Vec<_>>(), [&(rule, 3)], "{rule}");
    }
}

#[test]
fn several_secrets_of_a_file_are_told_one_by_one() {
    let text = format!("a = ghp_{0}\nb = ghp_{0}\nc\nAKIA{1}\n", chance(LETTERS, 36), chance(BASE32, 16));
    let expected = [("secret.github-token", 1), ("secret.github-token", 2), ("secret.aws-access-key-id", 4)];
    assert_eq!(told("a.txt", &text), expected);
}

#[test]
fn placeholders_and_addresses_of_this_machine_are_no_secrets() {
    let long = chance(LETTERS, 14);
    for text in [
        "AKIAIOSFODNN7EXAMPLE".to_owned(),
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
        "AKIAXXXXXXXXXXXXXXXX".to_owned(),
        format!("xAKIA{}", chance(BASE32, 16)),
        "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----\n".to_owned(),
        "if text.startswith('-----BEGIN PRIVATE KEY-----'):".to_owned(),
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".to_owned(),
        "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX".to_owned(),
        format!("sk_test_{}", chance(LETTERS, 24)),
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
            .to_owned(),
        format!("postgres://shop:{long}@localhost:5432/shop"),
        format!("postgres://shop:{long}@127.0.0.1/shop"),
        format!("postgres://shop:{long}@db:5432/shop"),
        format!("postgres://shop:{long}@db.example.com/shop"),
        "postgres://user:password@db.shop.fr/shop".to_owned(),
        "postgres://shop:shop@db.shop.fr/shop".to_owned(),
        "postgres://shop:${DB_PASSWORD}@db.shop.fr/shop".to_owned(),
        "postgres://shop:<password>@db.shop.fr/shop".to_owned(),
        "postgres://shop@db.shop.fr/shop".to_owned(),
        "mysql://root:root123@db.shop.fr/shop".to_owned(),
        "TWILIO_AUTH_TOKEN=your_auth_token".to_owned(),
    ] {
        assert!(told("README.md", &text).is_empty(), "{text}");
    }
}

#[test]
fn a_settings_file_is_told_only_with_a_secret_in_it() {
    let secret = chance(LETTERS, 20);
    assert_eq!(told(".env", &format!("A=1\nSECRET_KEY={secret}\n")), [("secret.dotenv", 2)]);
    assert_eq!(
        told("api/.env.production", &format!("export DB_PASSWORD=\"{secret}\"\n")),
        [("secret.dotenv", 1)]
    );
    for (path, text) in [
        (".env.example", format!("SECRET_KEY={secret}\n")),
        (".env", "SECRET_KEY=\nDB_PASSWORD=changeme123\nAPI_KEY=your-key-here\nURL=http://x\n".to_owned()),
        (
            ".env",
            "TOKEN_URL=https://login.shop.fr/token\nDB_PASSWORD=postgres\nJWT_SECRET=${JWT_SECRET}\n"
                .to_owned(),
        ),
        (".env", format!("# SECRET_KEY={secret}\n")),
    ] {
        assert!(told(path, &text).is_empty(), "{path} {text}");
    }
}

/// A hit is a rule of ours and a number: no text of a file can be in it. This shows that what it prints holds none.
#[test]
fn no_text_of_a_secret_is_in_what_is_told() {
    for (_, secret) in secrets() {
        let mut hits = Vec::new();
        let _ = look(".env", format!("SECRET_KEY={secret}\n").as_bytes(), &mut hits);
        let said = format!("{hits:?}");
        let parts = secret.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| part.len() >= 14);
        for part in parts {
            assert!(!said.contains(part), "{part}");
        }
    }
}
