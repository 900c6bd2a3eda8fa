//! Ids of new records.

use groundwork_domain::RecordId;

/// A new id: a UUIDv7 in lower case. Later ones of this process sort after earlier ones.
#[allow(clippy::expect_used)]
pub fn new_record_id() -> RecordId {
    RecordId::new(uuid::Uuid::now_v7().hyphenated().to_string()).expect("a UUID is an id")
}
