//! Ids, one type per kind, so that a rung cannot be handed over as a skill.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The text is not an id: 1 to 80 characters of `a-z`, `0-9`, `-` and `.`, beginning with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id: {0}")]
pub struct IdError(pub String);

fn is_slug(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
    (1..=80).contains(&text.len())
        && text.bytes().all(allowed)
        && text.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "string"))]
        pub struct $name(String);

        impl $name {
            /// Reads an id; refuses what is not one.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                if is_slug(&text) { Ok(Self(text)) } else { Err(IdError(text.chars().take(80).collect())) }
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        #[cfg(feature = "wire")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{0,79}$" })
            }
        }
    )+};
}

ids! {
    /// A skill of the role pack, or one of the person's own (`own-…`).
    SkillId,
    /// A group of skills.
    GroupId,
    /// A rung or branch of the career.
    RungId,
    /// A set of skills of which a rung asks one.
    ChoiceId,
    /// A main stack: one member for each choice.
    StackId,
    /// A practice: a complete application, an open-source contribution …
    PracticeId,
    /// A certification of the catalogue, or one of the person's own (`own-…`).
    CertificationId,
    /// A source of the role pack.
    SourceId,
    /// A statement of the role pack.
    StatementId,
    /// A record of the person's: a UUIDv7 in lower case.
    RecordId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        assert!(SkillId::new("ci-cd.2").is_ok());
        for bad in ["", "SQL", "a b", "é", "-a", "a\0", &"a".repeat(81)] {
            assert!(SkillId::new(bad).is_err(), "{bad:?}");
        }
    }
}
