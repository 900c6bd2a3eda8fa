//! The real program in its real window, with a home of its own, and what a person does in it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::{Answer, Driver, Element, Problem};

/// How long a page may take to show something before a journey gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The pages of the rail.
pub const AREAS: [&str; 7] = ["today", "role", "skills", "plan", "certifications", "portfolio", "settings"];

/// The pages that stand beside those of the rail, by the names of their pictures: the rail's page, the address, and the
/// view to choose there where the address does not say it.
pub const PLACES: [(&str, &str, &str, Option<&str>); 8] = [
    ("plan-timeline", "plan", "plan", Some("timeline")),
    ("plan-weeks", "plan", "plan", Some("weeks")),
    ("plan-list", "plan", "plan", Some("list")),
    ("plan-what-if", "plan", "plan/what-if", None),
    ("plan-forecast", "plan", "plan/forecast", None),
    ("plan-calibration", "plan", "plan/forecast?view=calibration", None),
    ("today-log", "today", "today/log", None),
    ("today-review", "today", "today/review", None),
];

/// A running program.
#[derive(Debug)]
pub struct Program {
    /// The connection to the page.
    pub driver: Driver,
    /// The data folder.
    pub data: PathBuf,
    home: Home,
}

/// A home folder for one person; it outlives restarts and goes with the last one who holds it.
#[derive(Debug, Clone)]
pub struct Home {
    dir: Rc<TempDir>,
    /// What the program's clock shows, where it does not stand at the beginning of the day.
    clock: Rc<RefCell<Option<String>>>,
}

impl Home {
    /// An empty home with an empty data folder in it.
    pub fn new() -> Self {
        let dir = TempDir::with_prefix("groundwork-").expect("a folder for temporary files");
        for name in ["data", "config", "cache", "share", "runtime"] {
            std::fs::create_dir(dir.path().join(name)).expect("a new folder");
        }
        Self { dir: dir.into(), clock: Rc::default() }
    }

    /// A home in which somebody works toward Junior with Python and Django, ten hours a week.
    pub fn junior() -> Self {
        Self::begun(json!({}))
    }

    /// The same, with something else said at the first start.
    pub fn begun(more: Value) -> Self {
        let home = Self::new();
        let mut said = json!({ "rung": "junior", "stack": "python-django", "weekly_hours": 10.0 });
        if let (Value::Object(said), Value::Object(more)) = (&mut said, more) {
            said.extend(more);
        }
        crate::elsewhere(&home.data()).dispatch("start.begin", said).expect("the plan begins");
        home
    }

    /// A home with the example in it.
    pub fn example(language: &str) -> Self {
        let home = Self::with(language, "light");
        crate::elsewhere(&home.data())
            .dispatch("example.fill", json!({ "lang": language }))
            .expect("the example");
        home
    }

    /// Sets the clock of the programs that start from now on: `2026-11-20T18:30+01:00[Europe/Paris]`.
    pub fn clock_shows(&self, moment: &str) {
        *self.clock.borrow_mut() = Some(moment.to_owned());
    }

    /// A home whose owner chose a language and a theme before.
    pub fn with(language: &str, theme: &str) -> Self {
        let home = Self::new();
        let chosen = json!({ "language": language, "theme": theme }).to_string();
        std::fs::write(home.data().join("preferences.json"), chosen).expect("the data folder takes a file");
        home
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// The environment in which the program finds this home and nothing of the machine's.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let at = |name: &str| self.dir.path().join(name).to_string_lossy().into_owned();
        let mut all = vec![
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_DATA_HOME", at("share")),
            ("LANG", "C.UTF-8".into()),
            ("LC_ALL", "C.UTF-8".into()),
            // Every journey and picture is of the same day.
            ("GROUNDWORK_TODAY", crate::TODAY.into()),
            ("NO_AT_BRIDGE", "1".into()),
            // WebKit's sandbox wants user namespaces, which a container that runs as root does not give.
            ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
        ];
        all.extend(self.clock.borrow().clone().map(|moment| ("GROUNDWORK_NOW", moment)));
        all
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

/// Where the built program is: `GROUNDWORK_PROGRAM`, else the release build in cargo's target folder.
pub fn program() -> PathBuf {
    if let Some(program) = std::env::var_os("GROUNDWORK_PROGRAM") {
        return program.into();
    }
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    target.join("release").join("groundwork")
}

impl Program {
    /// Starts the program for the first time, with an empty data folder.
    pub fn first_start() -> Self {
        Self::start(Home::new())
    }

    /// Starts the program with this home.
    pub fn start(home: Home) -> Self {
        let mut driver = Driver::start(&home.environment()).expect("WebKitWebDriver starts");
        let arguments = ["--data-dir".to_owned(), home.data().to_string_lossy().into_owned()];
        driver.open(&program().to_string_lossy(), &arguments).expect("the program opens its window");
        let program = Self { driver, data: home.data(), home };
        program.wait("the page to be drawn", |p| {
            p.js("return document.readyState === 'complete' && !!document.querySelector('main')", json!([]))
                .map(|drawn| drawn == json!(true))
        });
        program
    }

    /// Starts the program with the example in it.
    pub fn with_example(home: Home, language: &str) -> Self {
        let program = Self::start(home);
        program.call("example.fill", json!({ "lang": language }));
        program.restart()
    }

    /// Goes to a page of the rail and waits until it has come to rest.
    pub fn visit(&self, area: &str) {
        self.js("location.hash = '#/' + arguments[0]", json!([area])).expect("the page takes its address");
        self.settle();
    }

    /// Goes to an address within the program and waits until the page has come to rest.
    pub fn go(&self, hash: &str) {
        self.driver.go_to_hash(hash).expect("the page takes its address");
        self.settle();
    }

    /// Goes to one of [`PLACES`]. An empty plan has no views to choose from.
    pub fn visit_place(&self, address: &str, view: Option<&str>) {
        self.go(&format!("#/{address}"));
        let Some(view) = view else { return };
        let chosen = self.js(
            "const one = document.querySelector(`main header input[type=radio][value=${arguments[0]}]`);\
             one?.click(); return !!one",
            json!([view]),
        );
        if chosen.expect("the page answers") == json!(true) {
            self.settle();
        }
    }

    /// A second start with the same data while this one runs.
    pub fn start_again(&self) -> Command {
        let mut command = Command::new(program());
        command.arg("--data-dir").arg(&self.data).envs(self.home.environment());
        command
    }

    /// Closes the program and starts it again with the same home.
    pub fn restart(self) -> Self {
        let home = self.home.clone();
        drop(self);
        Self::start(home)
    }

    /// The program is killed, and started again when the clock shows this moment.
    pub fn killed_and_started_at(self, moment: &str) -> Self {
        self.driver.kill();
        self.home.clock_shows(moment);
        self.restart()
    }

    /// Runs a function's body in the page.
    pub fn js(&self, body: &str, arguments: Value) -> Answer {
        self.driver.run(body, arguments)
    }

    /// Calls a command as the page would; the error is the code with its arguments.
    pub fn try_call(&self, name: &str, params: Value) -> Answer {
        self.driver.run_async(
            "return window.__TAURI_INTERNALS__.invoke('rpc', { name: arguments[0], params: arguments[1] })",
            json!([name, params]),
        )
    }

    /// Calls a command that must succeed; the value of its reply.
    pub fn call(&self, name: &str, params: Value) -> Value {
        let reply = self.try_call(name, params).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        reply["value"].clone()
    }

    /// Waits until something is so.
    pub fn wait(&self, what: &str, so: impl Fn(&Self) -> Answer<bool>) {
        let until = Instant::now() + PATIENCE;
        loop {
            let answer = so(self);
            match answer {
                Ok(true) => return,
                _ if Instant::now() > until => self.give_up(what, answer.err()),
                _ => thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    fn give_up(&self, what: &str, problem: Option<Problem>) -> ! {
        let text = self.js("return document.body.innerText.slice(0, 3000)", json!([]));
        let text = text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default();
        if let Some(folder) = std::env::var_os("GROUNDWORK_FAILURES") {
            let name = thread::current().name().unwrap_or("journey").replace("::", "-");
            let _ = std::fs::create_dir_all(&folder);
            if let Ok(picture) = self.driver.picture() {
                let _ = std::fs::write(Path::new(&folder).join(format!("{name}.png")), picture);
            }
        }
        panic!("waited in vain for {what} {problem:?}\n--- the page says:\n{text}\n---");
    }

    /// The visible element with this role and this name (a part of it will do), as soon as it is there.
    pub fn get(&self, role: &str, name: &str) -> Element {
        let found = RefCell::new(None);
        self.wait(&format!("a {role} named “{name}”"), |p| {
            *found.borrow_mut() = p.look_for(role, name)?;
            Ok(found.borrow().is_some())
        });
        found.into_inner().expect("waited for it")
    }

    /// The visible element with this role and this name, if it is there now.
    pub fn look_for(&self, role: &str, name: &str) -> Answer<Option<Element>> {
        self.driver.find(FIND, json!([role, name]))
    }

    /// Clicks the element with this role and name.
    pub fn click(&self, role: &str, name: &str) {
        let clicked = self.driver.click(&self.get(role, name));
        // A page that redraws between the look and the click makes the element stale: look again, once.
        if clicked.is_err() {
            thread::sleep(Duration::from_millis(200));
            self.driver
                .click(&self.get(role, name))
                .unwrap_or_else(|problem| panic!("click on {role} “{name}”: {problem}"));
        }
    }

    /// Clicks the element with this test id.
    pub fn click_on(&self, id: &str) {
        self.click_found(
            id,
            &format!("return document.querySelector('[data-testid={id:?}]:not(:disabled)')"),
        );
    }

    /// Clicks what a function's body returns, as soon as it returns something; of a table's row its first cell.
    pub fn click_found(&self, what: &str, body: &str) {
        let body = format!(
            "let found = (() => {{ {body} }})(); if (!found) return null;\
             if (found.localName === 'tr') found = found.querySelector('td *') ?? found.querySelector('td');\
             found.scrollIntoView({{ block: 'center', behavior: 'instant' }}); return found"
        );
        self.wait(what, |p| match p.driver.find(&body, json!([]))? {
            Some(element) => p.driver.click(&element).map(|()| true),
            None => Ok(false),
        });
    }

    /// Presses a stroke as the program writes it: `Mod+Z`, `Shift+ArrowRight`, `c`.
    pub fn press(&self, stroke: &str) {
        let keys: Vec<&str> = stroke
            .split('+')
            .map(|name| KEYS.iter().find(|key| key.0 == name).map_or(name, |key| key.1))
            .collect();
        self.driver.press(&keys).unwrap_or_else(|problem| panic!("press {stroke}: {problem}"));
    }

    /// Presses Tab until what has the focus fits a selector.
    pub fn tab_to(&self, selector: &str) {
        for _ in 0..60 {
            let there = self.js("return document.activeElement.matches(arguments[0])", json!([selector]));
            if there.expect("the page answers") == json!(true) {
                return;
            }
            self.press("Tab");
        }
        self.give_up(&format!("the focus on {selector}"), None);
    }

    /// Draws what one selector finds onto what another finds, with the mouse.
    pub fn drag(&self, from: &str, to: &str) {
        let found = |selector: &str| {
            let found = self.driver.find("return document.querySelector(arguments[0])", json!([selector]));
            found.ok().flatten().unwrap_or_else(|| panic!("nothing to drag at {selector}"))
        };
        self.driver
            .drag(&found(from), &found(to))
            .unwrap_or_else(|problem| panic!("drag {from} to {to}: {problem}"));
    }

    /// Puts a text into a field instead of what stands there, and leaves it. A day is given as `2026-11-20`.
    pub fn write(&self, role: &str, name: &str, text: &str) {
        self.get(role, name);
        let body = format!("const found = (() => {{ {FIND} }})(); found.focus(); found.select?.()");
        self.js(&body, json!([role, name])).unwrap_or_else(|problem| panic!("“{name}”: {problem}"));
        match text.split('-').collect::<Vec<_>>()[..] {
            // The parts of a day stand in the order of the window's locale: English of the United States.
            [year, month, day] if role == "date" => self.type_keys(&format!("{month}{day}{year}")),
            _ => self.type_keys(text),
        }
        self.press("Tab");
    }

    /// Types into what has the focus.
    pub fn type_keys(&self, text: &str) {
        let mut buffer = [0; 4];
        for key in text.chars() {
            let typed = self.driver.press(&[key.encode_utf8(&mut buffer)]);
            typed.unwrap_or_else(|problem| panic!("type “{text}”: {problem}"));
        }
    }

    /// What stands in the field with this name.
    pub fn holds(&self, role: &str, name: &str) -> String {
        let body = format!("const found = (() => {{ {FIND} }})(); return found?.value ?? ''");
        let held = self.js(&body, json!([role, name])).expect("the page answers");
        held.as_str().unwrap_or_default().to_owned()
    }

    /// What is said against the field with this name; nothing where it is taken.
    pub fn refusal_at(&self, role: &str, name: &str) -> String {
        let body = format!(
            "const found = (() => {{ {FIND} }})(); if (found?.getAttribute('aria-invalid') !== 'true') return '';\
             return (found.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id))\
               .filter(one => one?.getAttribute('role') === 'alert').map(one => one.innerText).join(' ')"
        );
        let said = self.js(&body, json!([role, name])).expect("the page answers");
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for a message at the foot of the window; its words and the label of what it offers.
    pub fn message(&self, part: &str) -> (String, String) {
        let found = RefCell::new(Value::Null);
        self.wait(&format!("a message with “{part}”"), |p| {
            *found.borrow_mut() = p.js(
                "const one = [...document.querySelectorAll('.toast')].findLast(one => one.innerText.includes(arguments[0]));\
                 return one ? [one.querySelector('p').innerText, one.querySelector('button.action')?.innerText ?? ''] : null",
                json!([part]),
            )?;
            Ok(!found.borrow().is_null())
        });
        let found = found.into_inner();
        let text = |at: usize| found[at].as_str().unwrap_or_default().to_owned();
        (text(0), text(1))
    }

    /// Types into the field with this name.
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        let field = self.get(role, name);
        self.driver.type_into(&field, text).unwrap_or_else(|problem| panic!("type into “{name}”: {problem}"));
    }

    /// Waits until the page shows a text.
    pub fn see(&self, text: &str) {
        self.wait(&format!("the text “{text}”"), |p| p.shows(text));
    }

    /// Whether the page shows a text now.
    pub fn shows(&self, text: &str) -> Answer<bool> {
        self.js("return document.body.innerText.includes(arguments[0])", json!([text]))
            .map(|shown| shown == json!(true))
    }

    /// From now on the page remembers what broke a rule of the window and what failed in it.
    pub fn watch_rules(&self) {
        self.js(
            "window.broken = [];\
             const rule = e => broken.push([e.effectiveDirective ?? e.violatedDirective, e.blockedURL ?? e.blockedURI, e.sample].join(' '));\
             addEventListener('securitypolicyviolation', rule);\
             addEventListener('error', e => broken.push(String(e.message)));\
             addEventListener('unhandledrejection', e => broken.push(String(e.reason?.message ?? e.reason)));\
             if (window.ReportingObserver) new ReportingObserver(all => all.forEach(one => rule(one.body)), \
               { types: ['csp-violation'], buffered: true }).observe()",
            json!([]),
        )
        .expect("the page listens");
    }

    /// Nothing broke a rule or failed since [`Self::watch_rules`].
    pub fn unbroken(&self) {
        assert_eq!(self.js("return window.broken", json!([])).expect("the page answers"), json!([]));
    }

    /// Waits until nothing moves and nothing is loading any more.
    pub fn settle(&self) {
        self.wait("the page to come to rest", |p| {
            p.driver
                .run_async(
                    "await document.fonts.ready;\
                     await new Promise(r => setTimeout(r, 60));\
                     return !!document.querySelector('main h1') && document.getAnimations().every(a => a.playState !== 'running' || \
                       a.effect?.getComputedTiming().iterations === Infinity) \
                       && !document.querySelector('[aria-busy=true]')",
                    json!([]),
                )
                .map(|rest| rest == json!(true))
        });
    }
}

/// The keys that are no letters.
const KEYS: [(&str, &str); 13] = [
    ("Mod", "\u{E009}"),
    ("Alt", "\u{E00A}"),
    ("Shift", "\u{E008}"),
    ("Tab", "\u{E004}"),
    ("Enter", "\u{E007}"),
    ("Escape", "\u{E00C}"),
    ("Delete", "\u{E017}"),
    ("Home", "\u{E011}"),
    ("End", "\u{E010}"),
    ("ArrowLeft", "\u{E012}"),
    ("ArrowUp", "\u{E013}"),
    ("ArrowRight", "\u{E014}"),
    ("ArrowDown", "\u{E015}"),
];

/// Finds by role and accessible name, near enough to ARIA for the program's own pages.
const FIND: &str = r#"
const [role, name] = arguments;
const native = {
  button: 'button, input[type=submit], summary', link: 'a[href]', textbox: 'input:not([type]), input[type=text], input[type=url], input[type=search], textarea',
  searchbox: 'input[type=search]', spinbutton: 'input[type=number]', checkbox: 'input[type=checkbox]', radio: 'input[type=radio]',
  combobox: 'select', heading: 'h1, h2, h3, h4', dialog: 'dialog[open]', date: 'input[type=date]', row: 'tr', listitem: 'li', navigation: 'nav', main: 'main',
};
const selector = [native[role], `[role=${role}]`].filter(Boolean).join(', ');
const text = node => (node?.innerText ?? node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const named = e => {
  const by = (e.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean).map(id => text(document.getElementById(id))).join(' ');
  const labels = e.labels ? [...e.labels].map(text).join(' ') : '';
  return by || e.getAttribute('aria-label') || labels || text(e) || e.getAttribute('title') || e.getAttribute('placeholder') || '';
};
const seen = e => e.checkVisibility({ visibilityProperty: true }) || (e.labels?.length && e.labels[0].checkVisibility());
const all = [...document.querySelectorAll(selector)].filter(e => seen(e) && !e.disabled && !e.closest('[inert]'));
const found = all.find(e => named(e) === name) ?? all.find(e => named(e).includes(name)) ?? null;
// A radio button or check box that is drawn by its label is clicked there.
return /^(radio|checkbox)$/.test(found?.type) ? (found.labels?.[0] ?? found) : found;
"#;
