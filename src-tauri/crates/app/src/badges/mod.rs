//! Open Badges: checked offline, accepted as certifications, held against the keys that the person trusts.

mod accept;
mod check;
mod trust;

pub use accept::AcceptParams;
pub use check::{BadgeFileParams, BadgeView, CheckedBadges};
pub use trust::{AddressParams, BadgeTrustView, PinKeyParams};

pub(crate) use accept::accept;
pub(crate) use check::{check, contains_word, list};
pub(crate) use trust::{add_address, pin, remove_address, trust, unpin};
