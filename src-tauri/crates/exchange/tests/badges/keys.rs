//! Keys that the person wants to trust.

use groundwork_exchange::open_badges::{BadgeKeyError, read_key};
use serde_json::{Value, json};

use crate::make::{Signer, encode, fixture};

fn rsa() -> Value {
    serde_json::from_slice(&fixture("gen_issuer_public.jwk.json")).expect("a key")
}

fn error(key: &Value) -> BadgeKeyError {
    read_key(key.to_string().as_bytes()).expect_err("refused")
}

#[test]
fn the_same_key_has_the_same_thumbprint_in_every_form() {
    for signer in [Signer::p256(3), Signer::ed25519(4)] {
        let jwk = signer.jwk();
        let named = json!({ "kid": "1", "use": "sig", "alg": signer.algorithm(), "kty": jwk["kty"], "y": jwk["y"],
            "x": jwk["x"], "crv": jwk["crv"], "key_ops": ["verify"] });
        let forms = [
            jwk.to_string(),
            json!({ "keys": [jwk] }).to_string(),
            signer.multibase(),
            signer.did(),
            format!("{}#{}", signer.did(), signer.multibase()),
            format!("did:jwk:{}", encode(jwk.to_string().as_bytes())),
            json!({ "id": "x", "type": "Multikey", "publicKeyMultibase": signer.multibase() }).to_string(),
            format!("\u{feff} {} \n", signer.multibase()),
        ];
        let key = read_key(forms[0].as_bytes()).expect("a key");
        for form in forms {
            assert_eq!(read_key(form.as_bytes()), Ok(key.clone()), "{form}");
        }
        if signer.algorithm() == "ES256" {
            assert_eq!(read_key(named.to_string().as_bytes()), Ok(key));
        }
    }
}

#[test]
fn the_thumbprint_is_that_of_the_standard() {
    // RFC 7638, 3.1.
    let n = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
    let key = read_key(json!({ "kty": "RSA", "n": n, "e": "AQAB", "alg": "RS256" }).to_string().as_bytes());
    let key = key.expect("a key");
    assert_eq!(key.thumbprint, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assert_eq!(key.kind, "RSA");
    // RFC 8037, A.3.
    let key = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    let key = read_key(key.to_string().as_bytes()).expect("a key");
    assert_eq!(key.thumbprint, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assert_eq!(key.kind, "Ed25519");
}

#[test]
fn a_private_key_is_refused_in_every_form() {
    let mut key = Signer::ed25519(4).jwk();
    key["d"] = json!(encode(&[4; 32]));
    assert_eq!(error(&key), BadgeKeyError::Private);
    assert_eq!(error(&json!({ "keys": [key] })), BadgeKeyError::Private);
    let mut key = rsa();
    key["p"] = json!("AQAB");
    assert_eq!(error(&key), BadgeKeyError::Private);
    assert_eq!(error(&json!({ "kty": "oct", "k": "c2VjcmV0" })), BadgeKeyError::Private);
    let secret = format!("z{}", bs58::encode([&[0x80, 0x26][..], &[4; 32]].concat()).into_string());
    assert_eq!(read_key(secret.as_bytes()), Err(BadgeKeyError::Private));
    let both = json!({ "publicKeyMultibase": Signer::ed25519(4).multibase(), "secretKeyMultibase": secret });
    assert_eq!(error(&both), BadgeKeyError::Private);
}

#[test]
fn a_key_that_would_prove_nothing_is_refused() {
    let mut short = rsa();
    short["n"] = json!(encode(&[0xff; 128]));
    assert_eq!(error(&short), BadgeKeyError::BadValue("n"));
    let mut even = rsa();
    even["e"] = json!("Ag");
    assert_eq!(error(&even), BadgeKeyError::BadValue("e"));
    let mut off_the_curve = Signer::p256(3).jwk();
    off_the_curve["y"] = json!(encode(&[1; 32]));
    assert_eq!(error(&off_the_curve), BadgeKeyError::BadValue("x"));
    // Of small order: it verifies almost anything.
    let weak = json!({ "kty": "OKP", "crv": "Ed25519", "x": encode(&[0; 32]) });
    assert_eq!(error(&weak), BadgeKeyError::BadValue("x"));
    let mut padded = Signer::ed25519(4).jwk();
    padded["x"] = json!(format!("{}=", padded["x"].as_str().expect("x")));
    assert_eq!(error(&padded), BadgeKeyError::BadValue("x"));
}

#[test]
fn what_is_no_single_public_key_for_signatures_is_refused() {
    let key = Signer::ed25519(4).jwk();
    assert_eq!(error(&json!({ "keys": [] })), BadgeKeyError::NotOne(0));
    assert_eq!(error(&json!({ "keys": [key, key] })), BadgeKeyError::NotOne(2));
    assert_eq!(error(&json!({ "keys": 7 })), BadgeKeyError::NotAKey);
    let curve = json!({ "kty": "EC", "crv": "P-521", "x": "AA", "y": "AA" });
    assert_eq!(error(&curve), BadgeKeyError::UnknownKind("EC P-521".to_owned()));
    for (name, value) in [("use", json!("enc")), ("alg", json!("ES256")), ("key_ops", json!(["sign"]))] {
        let mut key = key.clone();
        key[name] = value;
        assert_eq!(error(&key), BadgeKeyError::NotForSignatures, "{name}");
    }
    let x25519 = format!("did:key:{}#z6LSother", Signer::ed25519(4).multibase());
    assert_eq!(read_key(x25519.as_bytes()), Err(BadgeKeyError::NotForSignatures));
    for text in ["", "z", "zzzz", "hello", "{", "[]", "did:web:academy.example", "-----BEGIN PUBLIC KEY-----"]
    {
        assert!(read_key(text.as_bytes()).is_err(), "{text}");
    }
    assert_eq!(read_key(&vec![b'z'; 10_000_000]), Err(BadgeKeyError::NotAKey));
    assert_eq!(read_key(&vec![b'1'; 60_000]), Err(BadgeKeyError::NotAKey));
}
