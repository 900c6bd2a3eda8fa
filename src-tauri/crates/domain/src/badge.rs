//! What a check of an Open Badge found (MODEL.md, section 6). The check itself reads foreign files and stands in `exchange`.

use crate::{Date, RecordId};
use serde::{Deserialize, Serialize};

/// Version of the Open Badges specification that a file follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum BadgeVersion {
    /// Open Badges 2.0.
    #[serde(rename = "2.0")]
    V2,
    /// Open Badges 3.0.
    #[serde(rename = "3.0")]
    V3,
    /// 0.5 to 1.1.
    #[serde(rename = "1.x")]
    V1,
    /// There is no badge in the file.
    #[serde(rename = "none")]
    None,
}

/// What the badge came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum BadgeContainer {
    /// A JSON document.
    Json,
    /// A signed token.
    Jwt,
    /// A picture with the badge baked in.
    Png,
    /// A drawing with the badge baked in.
    Svg,
}

/// What the check came to. Revocation is never checked: that needs a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum BadgeVerdict {
    /// The signature fits, by a key that the person trusts.
    IntactKeyPinned,
    /// The signature fits a key of which nothing is known but what the file says.
    IntactIssuerUnknown,
    /// The signature does not fit what it should sign.
    Altered,
    /// The signature fits, or there is none to check, and its time is over.
    Expired,
    /// Its proof lies on the issuer's site, or its key does.
    HostedUnchecked,
    /// It is no badge, or not one that follows the specification.
    Invalid,
}

/// Why a badge has its verdict: a code, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct BadgeReason {
    /// What was found, as in `signature_mismatch`.
    pub code: BadgeReasonCode,
    /// The field, the value or the file's own words that it is about; empty where there is none.
    pub detail: String,
}

/// Everything that a check can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum BadgeReasonCode {
    /// The signature fits.
    SignatureValid,
    /// The signature does not fit the content.
    SignatureMismatch,
    /// The key is one that the person pinned.
    KeyPinned,
    /// The key stands in the file itself: it tells that nothing was altered, not who signed.
    KeyInFile,
    /// The key lies elsewhere and was not pinned.
    KeyNotInFile,
    /// The key cannot be read or is of a kind that is not known.
    KeyUnusable,
    /// The key does not belong to the issuer that the badge names.
    KeyOfAnotherIssuer,
    /// The token says that it is not signed.
    AlgorithmNone,
    /// The way of signing is not one that is known.
    AlgorithmUnsupported,
    /// The token names another issuer than the badge.
    IssuerMismatch,
    /// The token names another id than the badge.
    IdMismatch,
    /// The token names another person than the badge.
    SubjectMismatch,
    /// The token's times are not the badge's.
    TimeMismatch,
    /// The badge says that its issuer's site vouches for it.
    Hosted,
    /// There is no proof in the badge at all.
    NoProof,
    /// The proof is of a kind that is not known.
    ProofUnsupported,
    /// The proof has expired, or is not for such a claim.
    ProofNotValidForThis,
    /// The badge names a context that the program does not carry.
    ContextUnknown,
    /// Its time is over.
    Expired,
    /// Its time has not begun.
    NotYetValid,
    /// It was issued in the future.
    IssuedInFuture,
    /// It ends before it begins.
    EndsBeforeStart,
    /// It was issued to an address of the person's.
    RecipientMatches,
    /// It was issued to an address that is not among the person's.
    RecipientDiffers,
    /// It was issued to an address, and the person named none.
    RecipientNotCompared,
    /// It does not say to whom it was issued in a way that could be compared.
    RecipientNotNamed,
    /// The issuer took it back.
    Revoked,
    /// Whether the issuer took it back was not checked.
    RevocationNotChecked,
    /// A field that must be there is missing.
    FieldMissing,
    /// A field does not hold what it must.
    FieldInvalid,
    /// The file describes a kind of badge or an issuer, not a badge that was awarded.
    NotAnAward,
    /// No badge is in the file.
    NoBadge,
    /// More than one badge is in the picture; the first counts.
    SeveralBadges,
    /// The baked text is compressed.
    Compressed,
    /// A check sum of the picture is wrong.
    BadChecksum,
    /// The file ends before it is complete, or is no file of its kind.
    Broken,
    /// The file or something in it is larger than what is read.
    TooLarge,
    /// Something in it is nested deeper than what is read.
    TooDeep,
    /// The drawing declares entities or a document type: they are not read.
    Entities,
    /// The drawing holds a program, or fetches from elsewhere: it is not shown.
    ActiveContent,
    /// A name stands twice in one object.
    DuplicateName,
}

/// How the recipient compares with the addresses of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum BadgeRecipient {
    /// One of them.
    Mine,
    /// None of them.
    Other,
    /// It names one, and none of the person's is known.
    NotCompared,
    /// It names none that could be compared.
    NotNamed,
}

/// A public key, as a JSON Web Key without anything private.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct BadgeKey {
    /// The key as JSON (RFC 7517), with its required members in lexicographic order.
    pub jwk: String,
    /// SHA-256 thumbprint (RFC 7638), base64url without padding.
    pub thumbprint: String,
    /// `RSA`, `EC P-256` or `Ed25519`.
    pub kind: String,
}

/// What a badge says of itself, and what the check of it came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct BadgeReport {
    /// Which specification it follows.
    pub version: BadgeVersion,
    /// What it came in.
    pub container: BadgeContainer,
    /// What the check came to.
    pub verdict: BadgeVerdict,
    /// Why, the deciding one first.
    pub reasons: Vec<BadgeReason>,
    /// Name of the achievement.
    pub name: Option<String>,
    /// Name of the issuer; where it has none, its address.
    pub issuer: Option<String>,
    /// The issuer's own id: an address or a decentralised identifier.
    pub issuer_id: Option<String>,
    /// When it was issued, as the badge says, RFC 3339.
    pub issued: Option<String>,
    /// When it ends, RFC 3339.
    pub expires: Option<String>,
    /// Id of the credential.
    pub credential_id: Option<String>,
    /// What it stands for.
    pub description: Option<String>,
    /// What had to be done for it: a text or an address.
    pub criteria: Option<String>,
    /// Codes and names of what it is aligned with.
    pub alignment: Vec<String>,
    /// How the recipient compares with the person.
    pub recipient: BadgeRecipient,
    /// The key that it was checked with, or that it carries.
    pub key: Option<BadgeKey>,
}

/// A key that the person trusts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct IssuerKey {
    /// Id of the record.
    pub id: RecordId,
    /// The issuer's id that it is for; none for any issuer.
    pub issuer: Option<String>,
    /// What the person calls it.
    pub name: String,
    /// The key.
    pub key: BadgeKey,
    /// The day on which they trusted it.
    pub added_on: Date,
}
