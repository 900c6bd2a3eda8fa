use crate::world::*;
use groundwork_store::{StoreError, bytes_of, media_type};
use std::fs;

#[test]
fn an_attached_file_comes_back_to_the_byte() {
    let (dir, store) = profile();
    let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n % 251) as u8).collect();
    let stored = store.store_file(&bytes).unwrap();
    assert_eq!(stored.bytes, 100_000);
    assert_eq!(store.read_file(&stored.sha256).unwrap(), bytes);
    let path = store.file_path(&stored.sha256).unwrap();
    assert!(path.ends_with(format!("attachments/{}/{}", &stored.sha256[..2], stored.sha256)));
    assert_eq!(names(&dir.path().join("attachments")), [&stored.sha256[..2]]);
    assert_eq!(names(path.parent().unwrap()), [stored.sha256.as_str()]);
}

#[test]
fn the_same_file_is_kept_once_and_not_written_again() {
    let (_dir, store) = profile();
    let first = store.store_file(b"the same").unwrap();
    let path = store.file_path(&first.sha256).unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(store.store_file(b"the same").unwrap(), first);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn an_altered_or_missing_file_is_noticed_and_mended_when_it_is_attached_again() {
    let (_dir, store) = profile();
    let stored = store.store_file(b"the truth").unwrap();
    fs::write(store.file_path(&stored.sha256).unwrap(), b"the false").unwrap();
    assert!(matches!(store.read_file(&stored.sha256), Err(StoreError::AlteredFile)));
    store.store_file(b"the truth").unwrap();
    assert_eq!(store.read_file(&stored.sha256).unwrap(), b"the truth");
    fs::remove_file(store.file_path(&stored.sha256).unwrap()).unwrap();
    assert!(matches!(store.read_file(&stored.sha256), Err(StoreError::MissingFile)));
}

#[test]
fn a_hash_that_is_no_hash_leads_nowhere() {
    let (_dir, store) = profile();
    for bad in ["", "..", "../groundwork.db", &"A".repeat(64), &"é".repeat(32), &"../".repeat(22)[..64]] {
        assert_eq!(store.file_path(bad).unwrap_err().code(), "store.refused", "{bad}");
        assert_eq!(store.read_file(bad).unwrap_err().code(), "store.refused", "{bad}");
    }
}

#[test]
fn only_plain_files_of_a_fair_size_are_taken_in() {
    let dir = folder();
    let file = dir.path().join("cv.txt");
    fs::write(&file, "12345").unwrap();
    assert_eq!(bytes_of(&file, 5).unwrap().len(), 5);
    assert!(matches!(bytes_of(&file, 4), Err(StoreError::TooLarge { bytes: 5, max: 4 })));
    assert!(matches!(bytes_of(dir.path(), 5), Err(StoreError::NotAFile)));
    assert!(matches!(bytes_of(&dir.path().join("none"), 5), Err(StoreError::MissingFile)));
    #[cfg(unix)]
    {
        let link = dir.path().join("link");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(matches!(bytes_of(&link, 5), Err(StoreError::Link)));
        assert!(matches!(bytes_of("/dev/zero".as_ref(), 5), Err(StoreError::NotAFile)));
    }
}

#[test]
fn a_file_is_what_its_first_bytes_say() {
    for (bytes, wanted) in [
        (&b"\x89PNG\r\n\x1a\n...."[..], "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a..", "image/gif"),
        (b"RIFF....WEBPVP8 ", "image/webp"),
        (b"RIFF....WAVE", "text/plain"),
        (b"%PDF-1.7", "application/pdf"),
        ("déjà vu\r\n".as_bytes(), "text/plain"),
        (b"MZ\x90\0", "application/octet-stream"),
        (b"\xff\xfe", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ] {
        assert_eq!(media_type(bytes), wanted, "{bytes:?}");
    }
    // A character cut off at the end of the bytes that are looked at.
    assert_eq!(media_type(format!("a{}", "é".repeat(5000)).as_bytes()), "text/plain");
    assert_eq!(media_type(&"é".as_bytes()[..1]), "application/octet-stream");
}
