//! What a signature proves, and by whose key.

use groundwork_domain::badge::BadgeReasonCode as Code;

use super::key::{self, Algorithm, PublicKey};
use super::reason::Findings;
use super::{Against, PinnedKey};

/// A signature, and what its file says of its key.
#[derive(Debug)]
pub struct Signed<'a> {
    /// Id of the issuer that the badge names.
    pub issuer: Option<&'a str>,
    /// How it says that it is signed.
    pub algorithm: Algorithm,
    /// The key that the file carries.
    pub carried: Option<PublicKey>,
    /// Where the key lies if the file carries none.
    pub elsewhere: &'a str,
    /// What is signed.
    pub message: &'a [u8],
    /// The signature.
    pub signature: &'a [u8],
}

impl Signed<'_> {
    /// Judges the signature: by the key in the file if there is one, else by each key that the person trusts for
    /// this issuer.
    pub fn judge(mut self, against: &Against<'_>, found: &mut Findings) {
        if !self.bind_to_issuer(found) {
            return;
        }
        let pinned = pinned_keys(against);
        match self.carried.take() {
            Some(key) => self.judge_by(&key, &pinned, found),
            None => match pinned.iter().find(|(pin, key)| self.is_for_issuer(pin) && self.fits(key)) {
                Some((_, key)) => {
                    found.report.key = Some(key.to_badge_key());
                    found.fits(true, &key.thumbprint());
                }
                None => found.unchecked(Code::KeyNotInFile, self.elsewhere),
            },
        }
    }

    /// An issuer whose id holds its key signs with that one.
    fn bind_to_issuer(&mut self, found: &mut Findings) -> bool {
        let Some(issuer) = self.issuer.filter(|issuer| key::is_did_with_key(issuer)) else { return true };
        let own = match key::of_did(issuer) {
            Ok(own) => own,
            Err(error) => {
                found.invalid(Code::KeyUnusable, &error.detail("issuer.id"));
                return false;
            }
        };
        match &self.carried {
            Some(carried) if carried.thumbprint() != own.thumbprint() => {
                found.report.key = Some(carried.to_badge_key());
                found.invalid(Code::KeyOfAnotherIssuer, issuer);
                false
            }
            _ => {
                self.carried = Some(own);
                true
            }
        }
    }

    fn judge_by(&self, key: &PublicKey, pinned: &[(&PinnedKey, PublicKey)], found: &mut Findings) {
        let thumbprint = key.thumbprint();
        found.report.key = Some(key.to_badge_key());
        if key.algorithm() != self.algorithm {
            return found.invalid(Code::KeyUnusable, self.algorithm.name());
        }
        if !self.fits(key) {
            return found.altered(Code::SignatureMismatch, "");
        }
        let same: Vec<&PinnedKey> =
            pinned.iter().filter(|(_, key)| key.thumbprint() == thumbprint).map(|(pin, _)| *pin).collect();
        let trusted = same.iter().any(|pin| self.is_for_issuer(pin));
        found.fits(trusted, &thumbprint);
        // The person trusts this key for someone else, or another key for this issuer: a forger's badge looks so too.
        let other_key = pinned.iter().any(|(pin, _)| pin.issuer.is_some() && self.is_for_issuer(pin));
        if !trusted && (!same.is_empty() || other_key) {
            found.remark(Code::KeyOfAnotherIssuer, self.issuer.unwrap_or_default());
        }
    }

    fn fits(&self, key: &PublicKey) -> bool {
        key.algorithm() == self.algorithm && key.verifies(self.message, self.signature)
    }

    fn is_for_issuer(&self, pin: &PinnedKey) -> bool {
        pin.issuer.as_deref().is_none_or(|issuer| self.issuer == Some(issuer))
    }
}

/// The keys that the person trusts; one that cannot be read is as if it were not there.
pub fn pinned_keys<'a>(against: &Against<'a>) -> Vec<(&'a PinnedKey, PublicKey)> {
    let key = |pinned: &PinnedKey| key::read(pinned.key.jwk.as_bytes()).ok();
    against.pinned.iter().filter_map(|pinned| key(pinned).map(|key| (pinned, key))).collect()
}
