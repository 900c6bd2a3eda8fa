//! What a certification needs first.

use crate::CertificationId;
use crate::role::RolePack;

/// The certifications that are needed before this one, and theirs, each once, what comes first first. Of a certification that
/// the pack does not know: none.
pub fn needs(pack: &RolePack, id: &CertificationId) -> Vec<CertificationId> {
    let mut found = Vec::new();
    if let Some(known) = pack.certification(id) {
        known.requires.iter().for_each(|before| visit(pack, before, id, &mut found));
    }
    found
}

/// The pack has no cycles here (`pack_check`); what was found already ends the way all the same.
fn visit(pack: &RolePack, id: &CertificationId, of: &CertificationId, found: &mut Vec<CertificationId>) {
    if id == of || found.contains(id) {
        return;
    }
    let at = found.len();
    found.push(id.clone());
    for before in pack.certification(id).map(|known| known.requires.as_slice()).unwrap_or_default() {
        visit(pack, before, of, found);
    }
    // What it needs comes before it.
    found[at..].rotate_left(1);
}
