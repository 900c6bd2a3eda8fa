//! A display where there is none: Xvfb, with a D-Bus session for the program in it.

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::place;
use crate::run::Outcome;

/// Whether windows can be shown here as it is.
pub fn is_there() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A session bus that starts nothing by itself: no portal, no accessibility service, only who meets on it.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A display that nobody sees; it goes when this value goes, and whatever runs on it.
pub struct Screen {
    server: Child,
    number: String,
    memory: PathBuf,
}

impl Screen {
    /// Starts a display of this size on a free number.
    pub fn start(width: u32, height: u32) -> Outcome<Self> {
        let memory = place::results().join(format!("screen-{}", std::process::id()));
        fs::create_dir_all(&memory)
            .and_then(|()| fs::write(memory.join("bus.conf"), BUS))
            .map_err(|problem| problem.to_string())?;
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
                "-fbdir",
            ])
            .arg(&memory)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|problem| format!("Xvfb: {problem}"))?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            // It says its number once it is ready.
            let _ = BufReader::new(said).read_line(&mut number);
        }
        let screen = Self { server, number: format!(":{}", number.trim()), memory };
        if number.trim().is_empty() { Err("Xvfb did not start".into()) } else { Ok(screen) }
    }

    /// A command that runs on this display, in a D-Bus session of its own.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new("dbus-run-session");
        command.arg("--config-file").arg(self.memory.join("bus.conf")).arg("--").arg(program);
        command.env("DISPLAY", &self.number).env_remove("WAYLAND_DISPLAY");
        command.env("GDK_BACKEND", "x11").env("GTK_USE_PORTAL", "0").env("NO_AT_BRIDGE", "1");
        command
    }

    /// What the display shows now.
    pub fn picture(&self) -> Outcome<Picture> {
        let bytes = fs::read(self.memory.join("Xvfb_screen0")).map_err(|problem| problem.to_string())?;
        Picture::from_dump(&bytes).ok_or_else(|| "the display's memory cannot be read".into())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.memory);
    }
}

/// A picture of three bytes for each point.
#[derive(PartialEq)]
pub struct Picture {
    width: u32,
    height: u32,
    points: Vec<u8>,
}

impl Picture {
    /// Reads the X window dump that Xvfb keeps of its screen: a header of big-endian numbers, a table of colours,
    /// then rows of blue, green, red and nothing.
    fn from_dump(bytes: &[u8]) -> Option<Self> {
        let number = |index: usize| {
            let four = bytes.get(index * 4..index * 4 + 4)?;
            Some(u32::from_be_bytes(four.try_into().ok()?) as usize)
        };
        let (header, width, height) = (number(0)?, number(4)?, number(5)?);
        let (stride, colours) = (number(12)?, number(19)?);
        let rows = bytes.get(header + colours * 12..)?;
        let mut points = Vec::with_capacity(width * height * 3);
        for row in rows.chunks_exact(stride).take(height) {
            for point in row.chunks_exact(4).take(width) {
                points.extend([point[2], point[1], point[0]]);
            }
        }
        Some(Self { width: width as u32, height: height as u32, points })
    }

    /// Whether something is drawn: more than a handful of colours.
    pub fn is_drawn(&self) -> bool {
        let mut seen: Vec<&[u8]> = Vec::new();
        for point in self.points.chunks_exact(3) {
            if !seen.contains(&point) {
                seen.push(point);
            }
            if seen.len() > 12 {
                return true;
            }
        }
        false
    }

    /// Writes it as PNG.
    pub fn save(&self, path: &Path) -> Outcome {
        let write = || -> Result<(), Box<dyn std::error::Error>> {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut encoder = png::Encoder::new(File::create(path)?, self.width, self.height);
            encoder.set_color(png::ColorType::Rgb);
            encoder.set_depth(png::BitDepth::Eight);
            encoder.write_header()?.write_image_data(&self.points)?;
            Ok(())
        };
        write().map_err(|problem| format!("{}: {problem}", path.display()))
    }
}
