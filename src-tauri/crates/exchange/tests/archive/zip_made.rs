//! A zip, byte by byte, with whatever lies are wanted.

use std::io::Write;

/// An entry, and what is said of it.
#[derive(Clone)]
pub struct Entry {
    pub name: Vec<u8>,
    /// The bytes as they stand in the file.
    pub packed: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    pub crc: u32,
    pub size: u32,
    /// The upper half is the Unix mode.
    pub attributes: u32,
    /// The name in the local header, where it is another one.
    pub local_name: Option<Vec<u8>>,
}

impl Entry {
    /// A plain file.
    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            packed: bytes.to_vec(),
            method: 0,
            flags: 0x800,
            crc: crc32fast::hash(bytes),
            size: u32::try_from(bytes.len()).unwrap(),
            attributes: 0o100_644 << 16,
            local_name: None,
        }
    }

    /// The same, packed.
    pub fn deflated(name: &str, bytes: &[u8]) -> Self {
        let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        Self { packed: packed.finish().unwrap(), method: 8, ..Self::stored(name, bytes) }
    }
}

fn two(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(&u16::try_from(number).unwrap().to_le_bytes());
}

fn four(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(&u32::try_from(number).unwrap().to_le_bytes());
}

fn middle(out: &mut Vec<u8>, entry: &Entry, name: &[u8]) {
    two(out, 20);
    two(out, usize::from(entry.flags));
    two(out, usize::from(entry.method));
    // 1 January 1980.
    four(out, 0x0021_0000);
    four(out, entry.crc as usize);
    four(out, entry.packed.len());
    four(out, entry.size as usize);
    two(out, name.len());
    two(out, 0);
}

/// The zip of these entries.
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = out.len();
        out.extend_from_slice(b"PK\x03\x04");
        let local = entry.local_name.as_ref().unwrap_or(&entry.name);
        middle(&mut out, entry, local);
        out.extend_from_slice(local);
        out.extend_from_slice(&entry.packed);
        list.extend_from_slice(b"PK\x01\x02");
        two(&mut list, 0x0314);
        middle(&mut list, entry, &entry.name);
        two(&mut list, 0);
        two(&mut list, 0);
        two(&mut list, 0);
        four(&mut list, entry.attributes as usize);
        four(&mut list, at);
        list.extend_from_slice(&entry.name);
    }
    let at = out.len();
    out.extend_from_slice(&list);
    out.extend_from_slice(b"PK\x05\x06");
    four(&mut out, 0);
    two(&mut out, entries.len());
    two(&mut out, entries.len());
    four(&mut out, list.len());
    four(&mut out, at);
    two(&mut out, 0);
    out
}
