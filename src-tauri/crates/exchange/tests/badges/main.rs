//! Open Badges, as a person meets them: files from issuers, files that someone changed, files that are meant to harm.

mod fixtures;
mod make;
