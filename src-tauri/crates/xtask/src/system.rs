//! What the system must have: installed where a package manager can do it, else named exactly.

use std::fs;
use std::process::Command;

use crate::run::{Outcome, ask, has, run, say};

/// The oldest Node that the interface builds with.
const NODE: (u32, u32) = (20, 19);

/// What the chore at hand needs of the system.
#[derive(Clone, Copy, PartialEq)]
pub enum Need {
    /// To build, and to open a window on a display that is there.
    Window,
    /// The same without a display.
    Screen,
    /// The same, driven by tests.
    Driver,
}

/// Makes sure that what is needed is there.
pub fn prepare(need: Need) -> Outcome {
    if cfg!(target_os = "linux") {
        linux(need)?;
    } else if cfg!(target_os = "macos") {
        macos()?;
    } else if cfg!(windows) {
        windows()?;
    }
    node()
}

/// A family of Linux distributions: how its packages are asked for and installed, and what they are called.
struct Family {
    names: &'static [&'static str],
    missing: fn(&[&'static str]) -> Vec<&'static str>,
    before: Option<&'static [&'static str]>,
    install: &'static [&'static str],
    window: &'static [&'static str],
    screen: &'static [&'static str],
    driver: &'static [&'static str],
    node: &'static [&'static str],
}

/// libclang is for SQLite's session extension, whose bindings are made at build time (ADR 0010).
const FAMILIES: [Family; 3] = [
    Family {
        names: &["debian", "ubuntu"],
        missing: missing_debs,
        before: Some(&["apt-get", "update"]),
        install: &["apt-get", "install", "-y", "--no-install-recommends"],
        window: &[
            "build-essential",
            "pkg-config",
            "libwebkit2gtk-4.1-dev",
            "libclang-dev",
            "fonts-noto-core",
        ],
        screen: &["xvfb", "dbus"],
        driver: &["webkit2gtk-driver", "strace"],
        node: &["nodejs", "npm"],
    },
    Family {
        names: &["fedora", "rhel"],
        missing: missing_rpms,
        before: None,
        install: &["dnf", "install", "-y"],
        window: &["gcc", "gcc-c++", "make", "pkgconf-pkg-config", "webkit2gtk4.1-devel", "clang-devel"],
        screen: &["xorg-x11-server-Xvfb", "dbus-daemon"],
        driver: &["/usr/bin/WebKitWebDriver", "strace"],
        node: &["nodejs", "nodejs-npm"],
    },
    Family {
        names: &["arch"],
        missing: missing_on_arch,
        before: None,
        install: &["pacman", "-S", "--needed", "--noconfirm"],
        window: &["base-devel", "webkit2gtk-4.1", "clang", "noto-fonts"],
        screen: &["xorg-server-xvfb", "dbus"],
        driver: &["webkitgtk-6.0", "strace"],
        node: &["nodejs", "npm"],
    },
];

fn linux(need: Need) -> Outcome {
    let Some(family) = family() else {
        say(
            "This Linux is not known here. Needed: a C compiler, pkg-config, WebKitGTK 4.1 with its headers, libclang, \
             Node 20.19 or later; without a display also Xvfb and dbus-run-session; for `test` also WebKitWebDriver.",
        );
        return Ok(());
    };
    let mut wanted = family.window.to_vec();
    if need != Need::Window {
        wanted.extend(family.screen);
    }
    if need == Need::Driver && !has("WebKitWebDriver") {
        wanted.extend(family.driver);
    }
    if !has("node") || !has("npm") {
        wanted.extend(family.node);
    }
    let missing = (family.missing)(&wanted);
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("installs what the system lacks: {}", missing.join(" ")));
    if let Some(before) = family.before {
        run(&mut privileged(before))?;
    }
    run(privileged(family.install).args(&missing)).map_err(|problem| {
        format!(
            "{problem}\nInstall these packages as the administrator, then try again: {}",
            missing.join(" ")
        )
    })
}

fn family() -> Option<&'static Family> {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let words: Vec<String> = release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    FAMILIES.iter().find(|family| words.iter().any(|word| family.names.contains(&word.as_str())))
}

/// A command as the administrator: as it is for root, else through sudo, which asks for the password.
fn privileged(words: &[&str]) -> Command {
    let root = ask("id", &["-u"]).as_deref() == Some("0");
    let mut command = Command::new(if root { words[0] } else { "sudo" });
    command.args(if root { &words[1..] } else { words });
    if root {
        command.env("DEBIAN_FRONTEND", "noninteractive");
    }
    command
}

fn missing_debs(wanted: &[&'static str]) -> Vec<&'static str> {
    let installed = |name: &str| {
        ask("dpkg-query", &["-W", "-f=${db:Status-Status}", name])
            .is_some_and(|status| status.contains("installed"))
    };
    wanted.iter().copied().filter(|name| !installed(name)).collect()
}

fn missing_rpms(wanted: &[&'static str]) -> Vec<&'static str> {
    wanted.iter().copied().filter(|name| ask("rpm", &["-q", "--whatprovides", name]).is_none()).collect()
}

fn missing_on_arch(wanted: &[&'static str]) -> Vec<&'static str> {
    wanted.iter().copied().filter(|name| ask("pacman", &["-T", name]).is_none()).collect()
}

fn macos() -> Outcome {
    if ask("xcode-select", &["-p"]).is_none() {
        let _ = Command::new("xcode-select").arg("--install").status();
        return Err(
            "macOS asks to install Apple's command line tools now: let it finish, then try again.".into()
        );
    }
    if !has("node") && has("brew") {
        say("installs Node with Homebrew");
        run(Command::new("brew").args(["install", "node"]))?;
    }
    Ok(())
}

fn windows() -> Outcome {
    let mut steps = Vec::new();
    if ask("rustc", &["-vV"]).is_some_and(|said| said.contains("windows-gnu")) {
        steps.push("rustup default stable-msvc");
    }
    let installer = std::env::var("ProgramFiles(x86)").unwrap_or_else(|_| r"C:\Program Files (x86)".into());
    let finder = format!(r"{installer}\Microsoft Visual Studio\Installer\vswhere.exe");
    let tools =
        ["-latest", "-products", "*", "-requires", "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"];
    if ask(&finder, &[&tools[..], &["-property", "installationPath"]].concat())
        .is_none_or(|path| path.is_empty())
    {
        steps.push(
            "winget install Microsoft.VisualStudio.2022.BuildTools --override \"--wait --passive --add \
             Microsoft.VisualStudio.Workload.VCTools --includeRecommended\"",
        );
    }
    let llvm = std::env::var("ProgramFiles").unwrap_or_else(|_| r"C:\Program Files".into());
    let has_clang = std::env::var_os("LIBCLANG_PATH").is_some()
        || fs::exists(format!(r"{llvm}\LLVM\bin\libclang.dll")).unwrap_or(false);
    if !has_clang {
        steps.push("winget install LLVM.LLVM");
    }
    let client = r"\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let view = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"]
        .iter()
        .any(|hive| ask("reg", &["query", &format!("{hive}{client}"), "/v", "pv"]).is_some());
    if !view {
        steps.push("winget install Microsoft.EdgeWebView2Runtime");
    }
    if !has("node") {
        steps.push("winget install OpenJS.NodeJS.LTS");
    }
    if steps.is_empty() {
        return Ok(());
    }
    Err(format!("Run these, open a new terminal, then try again:\n  {}", steps.join("\n  ")))
}

fn node() -> Outcome {
    let found = ask("node", &["--version"]);
    let version = found.as_deref().and_then(version);
    if version.is_some_and(|version| version >= NODE) {
        return Ok(());
    }
    Err(format!(
        "The interface needs Node {}.{} or later ({}). Install it from nodejs.org, or with a version manager: \
         `nvm install 22`, `fnm install 22`, `volta install node@22`.",
        NODE.0,
        NODE.1,
        found.map_or("none is installed".into(), |found| format!("{found} is installed")),
    ))
}

/// `v20.19.1` as (20, 19).
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_says_its_version() {
        assert_eq!(version("v20.19.1"), Some((20, 19)));
        assert!(version("v18.19.0").is_some_and(|old| old < NODE));
        assert!(version("v22.0.0").is_some_and(|new| new >= NODE));
        assert_eq!(version("what"), None);
    }
}
