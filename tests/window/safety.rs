//! Nothing leaves the program, and the page can reach nothing but its own command.

use std::process::Stdio;
use std::time::{Duration, Instant};

use groundwork_tests::driver::children;
use groundwork_tests::program::Program;
use serde_json::json;

#[test]
fn a_second_start_brings_the_first_window_forward_and_ends() {
    let program = Program::first_start();
    let mut second = program.start_again().stdout(Stdio::null()).spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    let status = loop {
        if let Some(status) = second.try_wait().unwrap() {
            break Some(status);
        }
        if Instant::now() > until {
            second.kill().unwrap();
            break None;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(status.is_some_and(|status| status.success()), "the second start goes on by itself: {status:?}");
    assert_eq!(program.driver.windows().unwrap(), 1);
}

#[test]
fn the_page_cannot_reach_out() {
    let program = Program::first_start();
    let refused = |body: &str| {
        let answer = program.driver.run_async(body, json!([]));
        assert!(answer.is_err(), "not refused: {body}: {answer:?}");
    };
    refused("return (await fetch('https://example.com/')).status");
    refused("return (await fetch('http://127.0.0.1:9/')).status");
    refused(
        "return await new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = no; i.src = 'https://example.com/a.png' })",
    );
    refused("return await import('https://example.com/a.js')");
    refused("return await import('data:text/javascript,export default 1')");
    refused(
        "return await new Promise((yes, no) => { const s = new WebSocket('wss://example.com/'); s.onopen = yes; s.onerror = no })",
    );
    refused("return new Worker(URL.createObjectURL(new Blob(['1'])))");
}

#[test]
fn no_script_runs_that_was_not_shipped() {
    let program = Program::first_start();
    let ran = program
        .driver
        .run_async(
            "window.ran = [];\
             const inline = document.createElement('script'); inline.textContent = 'ran.push(1)'; document.head.append(inline);\
             const data = document.createElement('script'); data.src = 'data:text/javascript,ran.push(2)'; document.head.append(data);\
             const blob = document.createElement('script'); blob.src = URL.createObjectURL(new Blob(['ran.push(3)'])); document.head.append(blob);\
             const box = document.createElement('div'); box.innerHTML = '<img src=x onerror=\"ran.push(4)\">'; document.body.append(box);\
             const frame = document.createElement('iframe'); frame.srcdoc = '<script>parent.ran.push(5)</scr' + 'ipt>'; document.body.append(frame);\
             const link = document.createElement('a'); link.href = 'javascript:ran.push(6)'; document.body.append(link); link.click();\
             await new Promise(r => setTimeout(r, 500));\
             return window.ran",
            json!([]),
        )
        .unwrap();
    assert_eq!(ran, json!([]));
}

#[test]
fn the_page_can_go_nowhere_and_open_nothing() {
    let program = Program::first_start();
    let home = program.driver.address().unwrap();
    program
        .driver
        .run_async(
            "window.open('https://example.com/'); window.open('about:blank');\
             location.href = 'https://example.com/';\
             const form = document.createElement('form'); form.action = 'https://example.com/'; document.body.append(form); form.submit();\
             await new Promise(r => setTimeout(r, 700)); return null",
            json!([]),
        )
        .unwrap();
    assert_eq!(program.driver.address().unwrap(), home);
    assert_eq!(program.driver.windows().unwrap(), 1);
}

#[test]
fn the_page_may_ask_for_the_one_command_and_nothing_else() {
    let program = Program::first_start();
    for command in [
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:opener|open_path",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
        "plugin:window-state|save_window_state",
        "plugin:app|version",
    ] {
        let answer = program.driver.run_async(
            "return window.__TAURI_INTERNALS__.invoke(arguments[0], {}).then(value => 'allowed', problem => String(problem))",
            json!([command]),
        );
        let said = answer.unwrap().as_str().unwrap_or_default().to_owned();
        assert!(said.contains("not allowed") || said.contains("not found"), "{command}: {said}");
    }
    assert_eq!(program.js("return typeof window.__TAURI__", json!([])).unwrap(), json!("undefined"));
    let unknown = program.try_call("no.such.command", json!({})).unwrap_err().to_string();
    assert!(unknown.contains("\"code\""), "{unknown}");
}

/// The processes of a program: the driver's children and theirs.
fn family(root: u32) -> Vec<u32> {
    let mut all = vec![root];
    let mut at = 0;
    while at < all.len() {
        all.extend(children(all[at]));
        at += 1;
    }
    all
}

/// Internet sockets of these processes whose other end is not this machine.
fn outward(processes: &[u32]) -> Vec<String> {
    let mut inodes = std::collections::HashSet::new();
    for process in processes {
        for entry in std::fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten() {
            let target = std::fs::read_link(entry.path()).unwrap_or_default().to_string_lossy().into_owned();
            if let Some(inode) = target.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')) {
                inodes.insert(inode.to_owned());
            }
        }
    }
    let mut found = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6"] {
        let text = std::fs::read_to_string(format!("/proc/net/{table}")).unwrap_or_default();
        for line in text.lines().skip(1) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [_, _, remote, ..] = words[..] else { continue };
            let nowhere = remote.split(':').next().is_some_and(|address| address.chars().all(|c| c == '0'));
            let here = remote.starts_with("0100007F:")
                || remote.starts_with("00000000000000000000000001000000:")
                || remote.starts_with("0000000000000000FFFF00000100007F:");
            if words.get(9).is_some_and(|inode| inodes.contains(*inode)) && !nowhere && !here {
                found.push(format!("{table} {remote}"));
            }
        }
    }
    found
}

#[test]
fn no_request_leaves_the_program_on_any_page() {
    use groundwork_tests::program::{AREAS, Home, PLACES};
    let program = Program::start(Home::example("en", "light"));
    let root = program.driver.process_id();
    let done = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let watch = {
        let done = done.clone();
        std::thread::spawn(move || {
            let mut seen = std::collections::BTreeSet::new();
            let mut largest = 0;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                let processes = family(root);
                largest = largest.max(processes.len());
                seen.extend(outward(&processes));
                std::thread::sleep(Duration::from_millis(5));
            }
            (seen, largest)
        })
    };
    for area in AREAS {
        program.visit(area);
    }
    for (_, _, address, view) in PLACES {
        program.visit_place(address, view);
    }
    let asked = program
        .js(
            "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !/^(tauri:\\/\\/localhost|ipc:\\/\\/localhost|data:)/.test(n))",
            json!([]),
        )
        .unwrap();
    done.store(true, std::sync::atomic::Ordering::Relaxed);
    let (seen, largest) = watch.join().unwrap();
    assert!(largest >= 3, "the watch saw the program and the processes of its page: {largest}");
    assert!(seen.is_empty(), "{seen:?}");
    assert_eq!(asked, json!([]));
}
