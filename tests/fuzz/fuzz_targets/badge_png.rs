//! Any bytes as a picture: as they stand, and with the check sums put right, which a mutation never does.

#![no_main]

mod badges;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    badges::holds(bytes);
    let mut bytes = bytes.to_vec();
    if mend(&mut bytes) {
        badges::holds(&bytes);
    }
});

/// Puts the check sums right as far as the chunks go. Whether there was anything to mend.
fn mend(bytes: &mut [u8]) -> bool {
    let mut at = 8;
    let mut mended = false;
    while let Some(length) = bytes.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap()) as usize;
        let Some(end) = at.checked_add(8).and_then(|start| start.checked_add(length)) else { break };
        let Some(named) = bytes.get(at + 4..end) else { break };
        let sum = crc32fast::hash(named).to_be_bytes();
        let Some(stored) = bytes.get_mut(end..end + 4) else { break };
        mended |= stored != sum;
        stored.copy_from_slice(&sum);
        at = end + 4;
    }
    mended
}
