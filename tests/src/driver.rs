//! A WebDriver client, as small as the journeys need it: one thread, one connection for each request.
//!
//! It speaks to `WebKitWebDriver` itself. A crate for this would bring a second HTTP stack into the workspace, and
//! `tauri-driver` on Linux only renames one capability.

use std::fmt;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Why a request came back without what was asked for.
#[derive(Debug)]
pub struct Problem(pub String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Problem {
    fn from(problem: io::Error) -> Self {
        Self(problem.to_string())
    }
}

/// What a request gives.
pub type Answer<T = Value> = Result<T, Problem>;

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A running `WebKitWebDriver` with its one session.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    session: Option<String>,
}

/// An element of the page, as WebDriver knows it.
#[derive(Debug, Clone)]
pub struct Element(String);

impl Driver {
    /// Starts the driver with an environment of its own; the program that it opens inherits it.
    pub fn start(environment: &[(&str, String)]) -> Answer<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let name = std::env::var("WEBKIT_WEB_DRIVER").unwrap_or_else(|_| "WebKitWebDriver".into());
        let process = Command::new(&name)
            .arg(format!("--port={port}"))
            .envs(environment.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::null())
            .spawn()
            .map_err(|problem| Problem(format!("{name}: {problem}")))?;
        let driver = Self { process, port, session: None };
        let until = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > until {
                return Err(Problem(format!("{name} does not answer")));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// The driver's own process; the program is its child.
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Opens the program in a new session. The first request can find the program not yet ready: it is tried again.
    pub fn open(&mut self, program: &str, arguments: &[String]) -> Answer<()> {
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
            "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
        } } });
        let mut last = Problem("no try was made".into());
        for _ in 0..3 {
            match self.request("POST", "/session", Some(&wanted)) {
                Ok(answer) => {
                    self.session = answer["sessionId"].as_str().map(str::to_owned);
                    return Ok(());
                }
                Err(problem) => last = problem,
            }
            thread::sleep(Duration::from_millis(500));
        }
        Err(last)
    }

    /// Ends the session, and the program with it. The driver may hang up instead of answering. Returns when the
    /// program has gone: a start before that would find it running and step back.
    pub fn close(&mut self) {
        let programs = children(self.process.id());
        if let Some(session) = self.session.take() {
            let _ = self.request("DELETE", &format!("/session/{session}"), None);
        }
        let until = Instant::now() + Duration::from_secs(5);
        while programs.iter().any(|id| is_running(*id)) {
            if Instant::now() > until {
                for id in &programs {
                    let _ = Command::new("kill").args(["-KILL", &id.to_string()]).status();
                }
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Kills the program as a power cut would: nothing of it is asked first. [`Self::close`] waits for its end.
    pub fn kill(&self) {
        for id in children(self.process.id()) {
            let _ = Command::new("kill").args(["-KILL", &id.to_string()]).status();
        }
    }

    /// Asks the program to end, as a system does that is shut down, and waits until it has.
    pub fn ask_to_end(&self) {
        let programs = children(self.process.id());
        for id in &programs {
            let _ = Command::new("kill").args(["-TERM", &id.to_string()]).status();
        }
        let until = Instant::now() + Duration::from_secs(10);
        while programs.iter().any(|id| is_running(*id)) && Instant::now() < until {
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs a function's body in the page; `arguments` are its arguments.
    pub fn run(&self, body: &str, arguments: Value) -> Answer {
        self.post("/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs the body of an asynchronous function in the page and waits for what it returns.
    pub fn run_async(&self, body: &str, arguments: Value) -> Answer {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);\
             (async function() {{ {body} }}).apply(null, given)\
             .then(value => done({{ value: value ?? null }}), problem => done({{ problem: \
             typeof problem === 'object' && problem && !problem.message ? JSON.stringify(problem) : String(problem) }}));"
        );
        let answer = self.post("/execute/async", &json!({ "script": script, "args": arguments }))?;
        match answer.get("problem").and_then(Value::as_str) {
            Some(problem) => Err(Problem(problem.to_owned())),
            None => Ok(answer["value"].clone()),
        }
    }

    /// The element that a function's body returns, if it returns one.
    pub fn find(&self, body: &str, arguments: Value) -> Answer<Option<Element>> {
        let found = self.run(body, arguments)?;
        Ok(found.get(ELEMENT).and_then(Value::as_str).map(|id| Element(id.to_owned())))
    }

    /// Clicks an element where it stands, as a hand with a mouse would.
    pub fn click(&self, element: &Element) -> Answer<()> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) -> Answer<()> {
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// Presses keys together, the last one shortly and the others while it is pressed.
    pub fn press(&self, keys: &[&str]) -> Answer<()> {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post(
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )
        .map(drop)
    }

    /// Puts the mouse on an element.
    pub fn point_at(&self, element: &Element) -> Answer<()> {
        let there =
            json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": { ELEMENT: element.0 } });
        self.mouse(&[there])
    }

    /// Presses the mouse on an element, draws it onto another and lets go.
    pub fn drag(&self, from: &Element, to: &Element) -> Answer<()> {
        let to_element = |element: &Element, ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": 0, "y": 0, "origin": { ELEMENT: element.0 } });
        self.mouse(&[
            to_element(from, 0),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerMove", "duration": 60, "x": 12, "y": 8, "origin": "pointer" }),
            to_element(to, 120),
            json!({ "type": "pause", "duration": 60 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ])
    }

    fn mouse(&self, actions: &[Value]) -> Answer<()> {
        let kind = json!({ "pointerType": "mouse" });
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": kind, "actions": actions });
        self.post("/actions", &json!({ "actions": [mouse] })).map(drop)
    }

    /// Goes to an address.
    pub fn go(&self, address: &str) -> Answer<()> {
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Goes to another page of the program.
    pub fn go_to_hash(&self, hash: &str) -> Answer<()> {
        self.run("location.hash = arguments[0]", json!([hash])).map(drop)
    }

    /// The address of the page.
    pub fn address(&self) -> Answer<String> {
        Ok(self.request("GET", &self.path("/url"), None)?.as_str().unwrap_or_default().to_owned())
    }

    /// How many windows the program has.
    pub fn windows(&self) -> Answer<usize> {
        Ok(self.request("GET", &self.path("/window/handles"), None)?.as_array().map_or(0, Vec::len))
    }

    /// Makes the page this large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Answer<()> {
        self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    /// A picture of the page, as PNG. WebKit takes it with the next frame, and a page at rest draws none: a speck in
    /// its corner keeps it drawing meanwhile.
    pub fn picture(&self) -> Answer<Vec<u8>> {
        use base64::Engine;
        self.run(
            "const speck = document.createElement('i'); speck.id = 'speck'; speck.ariaHidden = 'true';\
             speck.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;pointer-events:none';\
             document.documentElement.append(speck); let on = false;\
             window.speck = setInterval(() => speck.style.background = (on = !on) ? '#8881' : '#8882', 20)",
            json!([]),
        )?;
        let answer = self.request_within(Duration::from_secs(20), "GET", &self.path("/screenshot"), None);
        self.run("clearInterval(window.speck); document.getElementById('speck')?.remove()", json!([]))?;
        let answer = answer?;
        let text = answer.as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD.decode(text).map_err(|problem| Problem(problem.to_string()))
    }

    fn path(&self, rest: &str) -> String {
        format!("/session/{}{rest}", self.session.as_deref().unwrap_or("none"))
    }

    fn post(&self, rest: &str, body: &Value) -> Answer {
        self.request("POST", &self.path(rest), Some(body))
    }

    fn request(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        self.request_within(Duration::from_secs(90), method, path, body)
    }

    fn request_within(&self, patience: Duration, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(patience))?;
        let body = body.map(Value::to_string).unwrap_or_default();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len(),
        )?;
        let bytes = read_answer(stream).map_err(|problem| Problem(format!("{method} {path}: {problem}")))?;
        let answer: Value = serde_json::from_slice(&bytes)
            .map_err(|problem| Problem(format!("{method} {path}: {problem}")))?;
        let value = answer["value"].clone();
        match value.get("error").and_then(Value::as_str) {
            Some(code) => Err(Problem(format!(
                "{method} {path}: {code}: {}",
                value["message"].as_str().unwrap_or_default()
            ))),
            None => Ok(value),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.close();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The processes that a process has started.
pub fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let lists = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    lists
        .flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
        .collect()
}

fn is_running(process: u32) -> bool {
    let state = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    state.rsplit(')').next().is_some_and(|rest| !rest.is_empty() && !rest.trim_start().starts_with('Z'))
}

/// The body of an HTTP answer that says how long it is.
fn read_answer(stream: TcpStream) -> Answer<Vec<u8>> {
    let mut reader = BufReader::new(stream);
    let mut length = None;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Err(Problem("the driver hung up".into()));
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let mut body = Vec::new();
    match length {
        Some(length) => {
            body.resize(length, 0);
            reader.read_exact(&mut body)?;
        }
        None => {
            reader.read_to_end(&mut body)?;
        }
    }
    Ok(body)
}
