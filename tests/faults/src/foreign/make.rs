//! Hostile files, one drawn at a time, under the name `foreign/file`.

use super::zip::zip;
use crate::chance::Chance;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Makes one; its format and what is wrong with it.
pub fn hostile(root: &Path, chance: &mut Chance) -> Result<(&'static str, String), String> {
    let folder = root.join("foreign");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let path = folder.join("file");
    let made = match chance.below(20) {
        0..=4 => ("badge", badge(chance)),
        5..=7 => ("calendar", calendar(chance)),
        8..=10 => ("picture", picture(chance)),
        11 | 12 => ("pdf", pdf(chance)),
        13 | 14 => ("markdown", markdown(chance)),
        15 => return tree(&path, chance).map(|what| ("folder", what)).map_err(|error| error.to_string()),
        16..=18 => ("archive", zip(chance)),
        _ => ("backup", zip(chance)),
    };
    let (format, (mut bytes, mut what)) = made;
    if chance.once_in(6) && bytes.len() > 8 {
        for _ in 0..1 + chance.below(8) {
            let at = chance.below(bytes.len());
            bytes[at] = chance.any().to_le_bytes()[0];
        }
        what.push_str(", bytes altered");
    }
    if chance.once_in(10) {
        bytes.truncate(chance.below(bytes.len() + 1));
        what.push_str(", cut off");
    }
    fs::write(&path, bytes).map_err(|error| error.to_string())?;
    Ok((format, what))
}

/// The files below a folder, with their sizes.
pub fn names(folder: &Path) -> Vec<(String, u64)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                all.extend(
                    names(&entry.path()).into_iter().map(|(inner, size)| (format!("{name}/{inner}"), size)),
                );
            }
            _ => all.push((name, fs::symlink_metadata(entry.path()).map_or(0, |meta| meta.len()))),
        }
    }
    all.sort();
    all
}

pub(super) type Made = (Vec<u8>, String);

/// Bytes, and what is wrong with them.
pub(super) fn made(bytes: impl Into<Vec<u8>>, what: impl Into<String>) -> Made {
    (bytes.into(), what.into())
}

fn badge(chance: &mut Chance) -> Made {
    let deep = chance.of(&[128, 1_000, 100_000]);
    match chance.below(9) {
        0 => made(format!("{{\"a\":{}", "[".repeat(*deep)), format!("JSON {deep} deep, unclosed")),
        1 => made(format!("{}1{}", "{\"a\":".repeat(*deep), "}".repeat(*deep)), format!("JSON {deep} deep")),
        2 => made(json_bomb(), "JSON of a million values"),
        3 => made(
            png(&[(b"iTXt", bomb(b"openbadges\0\x01\0\0\0", 200 << 20))], 1, 1),
            "a compressed text of 200 MiB",
        ),
        4 => made(
            png(&[(b"iTXt", b"openbadges\0\0\0\0\0{\"@context\":[".to_vec())], 60_000, 60_000),
            "a badge in a vast picture",
        ),
        5 => made(entities(), "SVG with entities in entities"),
        6 => made(format!("<svg xmlns:openbadges=\"x\">{}", "<g>".repeat(*deep)), format!("SVG {deep} deep")),
        7 => {
            let part = "A".repeat(*chance.of(&[0, 10, 100_000]));
            made(format!("eyJhbGciOiJub25lIn0.{part}.{part}"), "a token of rubbish")
        }
        _ => {
            let bytes = [b"\xff\xfe".to_vec(), chance.bytes(2_000)].concat();
            made(bytes, "no encoding at all")
        }
    }
}

fn json_bomb() -> Vec<u8> {
    format!("{{\"@context\":[{}1]}}", "1,".repeat(1_000_000)).into_bytes()
}

fn entities() -> Vec<u8> {
    let mut text = String::from("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">");
    for level in 1..30 {
        let inner = format!("&a{};", level - 1).repeat(10);
        text.push_str(&format!("<!ENTITY a{level} \"{inner}\">"));
    }
    text.push_str("<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&a29;&x;</svg>");
    text.into_bytes()
}

fn calendar(chance: &mut Chance) -> Made {
    let begin = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";
    match chance.below(8) {
        0 => made(format!("{begin}{}", "BEGIN:VEVENT\r\n".repeat(100_000)), "events 100,000 deep"),
        1 => {
            made(format!("{begin}BEGIN:VEVENT\r\nSUMMARY:{}\r\n", "x".repeat(10_000_000)), "a line of 10 MB")
        }
        2 => made(
            format!("{begin}BEGIN:VEVENT\r\nSUMMARY:a{}\r\n", "\r\n b".repeat(1_000_000)),
            "a million folds",
        ),
        3 => made(
            format!(
                "{begin}BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270101T000000Z\r\nRRULE:FREQ=SECONDLY;COUNT=999999999\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            ),
            "an event of every second",
        ),
        4 => {
            let one = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Nowhere/City:99999999T999999\r\nEND:VEVENT\r\n";
            made(format!("{begin}{}END:VCALENDAR\r\n", one.repeat(50_000)), "50,000 events of no day")
        }
        5 => made(
            [b"\xff\xfe".to_vec(), begin.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            "UTF-16",
        ),
        6 => made([begin.as_bytes(), b"BEGIN:VEVENT\r\nSUMMARY:\xff\xc0\x80\0\r\n"].concat(), "broken UTF-8"),
        _ => {
            let zone = "BEGIN:VTIMEZONE\r\nTZID:a\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+9999\r\nTZOFFSETTO:-9999\r\nRRULE:FREQ=YEARLY;UNTIL=99991231T235959Z\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
            made(format!("{begin}{}", zone.repeat(2_000)), "2,000 time zones")
        }
    }
}

fn picture(chance: &mut Chance) -> Made {
    let side = *chance.of(&[60_000_u32, 65_535, u32::MAX, 0, 30_000]);
    match chance.below(8) {
        0 => made(png(&[(b"IDAT", bomb(b"", 1 << 20))], side, side), format!("PNG of {side} x {side}")),
        1 => made(png(&[(b"IDAT", bomb(b"", 300 << 20))], 16, 16), "PNG whose pixels are a bomb"),
        2 => made(
            png(&[(b"iCCP", bomb(b"x\0\0", 300 << 20)), (b"IDAT", bomb(b"", 1_000))], 8, 8),
            "PNG with a colour bomb",
        ),
        3 => {
            let mut jpeg = vec![0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3];
            jpeg.extend([1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda]);
            jpeg.extend(chance.bytes(5_000));
            made(jpeg, "JPEG of 65,535 x 65,535")
        }
        4 => {
            let mut gif = b"GIF89a\xff\xff\xff\xff\xf7\0\0".to_vec();
            gif.extend(vec![0; 768]);
            for _ in 0..2_000 {
                gif.extend(b"\x2c\0\0\0\0\xff\xff\xff\xff\0\x08\x01\0\0");
            }
            made(gif, "GIF of 2,000 vast frames")
        }
        5 => {
            let mut webp =
                b"RIFF\xff\xff\xff\xffWEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\xff\xff\xff\xff\xff".to_vec();
            webp.extend(chance.bytes(500));
            made(webp, "WebP of 2^24 x 2^24")
        }
        6 => {
            let count = 60_000;
            let many: Vec<(&[u8; 4], Vec<u8>)> = (0..count).map(|_| (b"tEXt", b"a\0b".to_vec())).collect();
            made(png(&many, 8, 8), "PNG of 60,000 chunks")
        }
        _ => {
            let mut lying = png(&[], 8, 8);
            lying.extend([0xff, 0xff, 0xff, 0xff]);
            lying.extend(b"IDAT");
            made(lying, "PNG whose chunk says 4 GiB")
        }
    }
}

fn pdf(chance: &mut Chance) -> Made {
    let start = "%PDF-1.7\n";
    match chance.below(6) {
        0 => made(format!("{start}1 0 obj\n{}", "[".repeat(100_000)), "lists 100,000 deep"),
        1 => made(format!("{start}1 0 obj\n{}", "<</A".repeat(100_000)), "dictionaries 100,000 deep"),
        2 => made(
            format!(
                "{start}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj trailer<</Root 1 0 R>>"
            ),
            "pages that hold themselves",
        ),
        3 => {
            let stream = bomb(b"", 400 << 20);
            let head = format!(
                "{start}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>endobj 4 0 obj<</Filter/FlateDecode/Length {}>>stream\n",
                stream.len()
            );
            made(
                [head.as_bytes(), &stream, b"\nendstream endobj trailer<</Root 1 0 R>>"].concat(),
                "a page of 400 MiB",
            )
        }
        4 => made(
            format!(
                "{start}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>endobj trailer<</Root 1 0 R>>"
            ),
            "a page of a billion points",
        ),
        _ => {
            let rubbish = chance.bytes(20_000);
            made([start.as_bytes(), &rubbish].concat(), "rubbish")
        }
    }
}

fn markdown(chance: &mut Chance) -> Made {
    let sign = *chance.of(&[
        "> ", "- ", "[", "![", "*", "_", "`", "~~", "<", "((", "| ", "#", "&#", "[a](", "<a href=", "1. ",
    ]);
    let count = *chance.of(&[1_000, 20_000, 66_000, 100_000]);
    made(sign.repeat(count), format!("{sign:?} {count} times"))
}

fn tree(path: &Path, chance: &mut Chance) -> std::io::Result<String> {
    fs::create_dir_all(path)?;
    Ok(match chance.below(6) {
        0 => {
            let mut deep = path.to_owned();
            for _ in 0..120 {
                deep.push("d");
            }
            fs::create_dir_all(&deep)?;
            fs::write(deep.join("main.rs"), "fn main() {}")?;
            "folders 120 deep".into()
        }
        1 => {
            link("..", &path.join("up"))?;
            link("/", &path.join("root"))?;
            link("loop", &path.join("loop"))?;
            link("/etc/passwd", &path.join("package.json"))?;
            "links out, up and round".into()
        }
        2 => {
            fs::write(path.join("package.json"), "[".repeat(100_000))?;
            fs::write(path.join("Cargo.toml"), "a=[".repeat(50_000))?;
            fs::write(path.join("docker-compose.yml"), "- ".repeat(100_000))?;
            fs::write(path.join("pom.xml"), "<a>".repeat(100_000))?;
            "manifests 100,000 deep".into()
        }
        3 => {
            let git = path.join(".git");
            fs::create_dir_all(git.join("objects/pack"))?;
            fs::create_dir_all(git.join("refs/heads"))?;
            fs::write(git.join("HEAD"), "ref: refs/heads/main")?;
            fs::write(git.join("refs/heads/main"), "a".repeat(40))?;
            fs::write(git.join("index"), chance.bytes(4_000))?;
            fs::write(git.join("packed-refs"), chance.bytes(4_000))?;
            fs::write(git.join("objects/pack/pack-1.idx"), chance.bytes(4_000))?;
            fs::write(git.join("objects/pack/pack-1.pack"), chance.bytes(4_000))?;
            fs::write(
                git.join("config"),
                "[core]\nfsmonitor = \"touch /tmp/harm\"\n[include]\npath = /etc/passwd\n",
            )?;
            "a repository of rubbish".into()
        }
        4 => {
            let file = fs::File::create(path.join("vast.py"))?;
            file.set_len(8 << 30)?;
            fs::write(path.join("long.js"), "x".repeat(20_000_000))?;
            "a file of 8 GiB and a line of 20 MB".into()
        }
        _ => {
            for number in 0..3_000 {
                fs::write(path.join(format!("f{number}\u{202e}.rs")), [0xff, 0xfe, 0])?;
            }
            "3,000 files with odd names".into()
        }
    })
}

#[cfg(unix)]
fn link(target: &str, path: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Zeros that are small until somebody unpacks them.
pub(super) fn bomb(before: &[u8], size: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(before.to_vec(), Compression::fast());
    let zeros = vec![0; 1 << 20];
    for _ in 0..size >> 20 {
        let _ = packer.write_all(&zeros);
    }
    packer.finish().unwrap_or_default()
}

/// A PNG of these chunks, with right checksums.
fn png(chunks: &[(&[u8; 4], Vec<u8>)], width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let ends = [(b"IEND", Vec::new())];
    for (kind, data) in [(b"IHDR", head)].iter().chain(chunks).chain(&ends) {
        bytes.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
        let from = bytes.len();
        bytes.extend(*kind);
        bytes.extend(data);
        let mut sum = flate2::Crc::new();
        sum.update(&bytes[from..]);
        bytes.extend(sum.sum().to_be_bytes());
    }
    bytes
}
