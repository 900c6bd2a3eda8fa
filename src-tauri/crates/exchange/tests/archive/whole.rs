//! What is written is read again.

use super::{SCHEMA, hash, made, open, read_all, written};
use groundwork_exchange::archive::{Archive, ArchiveError, ArchiveWriter, MOST_JSON};
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

#[test]
fn what_was_written_is_read_again() {
    let bytes = written(&[("project", "[{\"id\":\"pr1\"}]\n"), ("skill", "[]\n")], &[b"one", b""]);
    let mut archive = open(&bytes).unwrap();
    assert_eq!(archive.kinds().unwrap(), [("project".to_owned(), 1), ("skill".to_owned(), 1)]);
    assert_eq!(archive.records("project", 1).unwrap(), "[{\"id\":\"pr1\"}]\n");
    let mut file = Vec::new();
    archive.attachment(&hash(b"one"), &mut file).unwrap();
    assert_eq!(file, b"one");
    let manifest = archive.manifest();
    assert_eq!((manifest.schema, manifest.program.as_str()), (SCHEMA, "0.1.0"));
    assert_eq!(archive.attachments().count(), 2);
    let unknown = archive.attachment(&hash(b"two"), &mut std::io::sink());
    assert_eq!(unknown.unwrap_err().word(), "missing");
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let one = written(&[("a", "[]"), ("b", "[1]")], &[b"x", b"y"]);
    assert_eq!(one, written(&[("a", "[]"), ("b", "[1]")], &[b"x", b"y"]));
}

#[test]
fn records_in_parts_are_read_in_their_order_and_none_may_be_left_out() {
    let parts = |numbers: &[u32]| {
        let mut archive = ArchiveWriter::new(Cursor::new(Vec::new()));
        for number in numbers {
            archive.records("skill", *number, format!("[{number}]").as_bytes()).unwrap();
        }
        archive.finish(made()).unwrap().into_inner()
    };
    let bytes = parts(&[1, 2, 3]);
    let mut archive = open(&bytes).unwrap();
    assert_eq!(archive.kinds().unwrap(), [("skill".to_owned(), 3)]);
    assert_eq!(archive.records("skill", 3).unwrap(), "[3]");
    for left_out in [&[1, 3][..], &[2], &[2, 3]] {
        assert_eq!(read_all(&parts(left_out)).unwrap_err().word(), "missing", "{left_out:?}");
    }
}

#[test]
fn text_that_packs_like_a_bomb_is_written_so_that_it_can_be_read() {
    let page = format!("[\"{}\"]", "a".repeat(4_000_000));
    let bytes = written(&[("project", &page)], &[]);
    assert!(bytes.len() > 4_000_000);
    read_all(&bytes).unwrap();
    let plain: String = (0..300_000).map(|n| format!("{{\"id\":\"{n}\"}},")).collect();
    let bytes = written(&[("project", &format!("[{plain}7]"))], &[]);
    assert!(bytes.len() < plain.len() / 3, "{} of {}", bytes.len(), plain.len());
    read_all(&bytes).unwrap();
}

#[test]
fn the_writer_refuses_what_the_reader_would() {
    let mut archive = ArchiveWriter::new(Cursor::new(Vec::new()));
    let vast = vec![b' '; usize::try_from(MOST_JSON).unwrap() + 1];
    assert_eq!(archive.records("a", 1, &vast).unwrap_err().word(), "too_large");
    assert_eq!(archive.attachment(&hash(b"one"), 3, &mut &b"two"[..]).unwrap_err().word(), "hash");
    let mut archive = ArchiveWriter::new(Cursor::new(Vec::new()));
    assert_eq!(archive.attachment(&hash(b"one"), 2, &mut &b"one"[..]).unwrap_err().word(), "size");
    let mut archive = ArchiveWriter::new(Cursor::new(Vec::new()));
    assert_eq!(archive.attachment(&hash(b"one"), 4, &mut &b"one"[..]).unwrap_err().word(), "size");
}

/// A file that is not there: zeros, and a disk that keeps only what is not zero.
struct Sparse {
    file: std::fs::File,
}

impl Write for Sparse {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if bytes.iter().all(|byte| *byte == 0) {
            self.file.seek(SeekFrom::Current(i64::try_from(bytes.len()).unwrap()))?;
            return Ok(bytes.len());
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

#[test]
#[ignore = "writes and reads 9 GiB of zeros: half a minute with optimisation"]
fn an_archive_of_several_gigabytes_is_streamed() {
    let file = tempfile::tempfile().unwrap();
    let mut archive = ArchiveWriter::new(Sparse { file: file.try_clone().unwrap() });
    archive.records("skill", 1, b"[]").unwrap();
    let mut hashes = Vec::new();
    for size in [4 * 1024 * 1024 * 1024_u64, 4 * 1024 * 1024 * 1024 - 1, 1024 * 1024 * 1024] {
        let sha256 = {
            use sha2::{Digest, Sha256};
            let mut hasher = Sha256::new();
            std::io::copy(&mut std::io::repeat(0).take(size), &mut HashInto(&mut hasher)).unwrap();
            hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        archive.attachment(&sha256, size, &mut std::io::repeat(0).take(size)).unwrap();
        hashes.push((sha256, size));
    }
    archive.finish(made()).unwrap();
    let mut archive = Archive::open(file, SCHEMA).unwrap();
    for (sha256, size) in hashes {
        let mut count = Count(0);
        archive.attachment(&sha256, &mut count).unwrap();
        assert_eq!(count.0, size);
    }
}

struct HashInto<'a>(&'a mut sha2::Sha256);

impl Write for HashInto<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        sha2::Digest::update(self.0, bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_disk_that_fails_is_said_to_fail() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    impl Seek for Full {
        fn seek(&mut self, _: SeekFrom) -> std::io::Result<u64> {
            Ok(0)
        }
    }
    let error = ArchiveWriter::new(Full).records("skill", 1, b"[]").unwrap_err();
    assert!(
        matches!(&error, ArchiveError::Io(cause) if cause.kind() == std::io::ErrorKind::StorageFull),
        "{error:?}"
    );
}
