//! Open Badges, as a person meets them: files from issuers, files that someone changed, files that are meant to harm.

mod assertions;
mod drawings;
mod fixtures;
mod hostile;
mod keys;
mod make;
mod pictures;
mod proofs;
mod tokens;
