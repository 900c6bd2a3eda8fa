//! The real program in its real window, with a home of its own, and what a person does in it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::{Answer, Driver, Element, Problem};
pub use crate::home::Home;

/// How long a page may take to show something before a journey gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The pages of the rail.
pub const AREAS: [&str; 7] = ["today", "role", "skills", "plan", "certifications", "portfolio", "settings"];

/// The pages that stand beside those of the rail, by the names of their pictures: the rail's page, the address, and the
/// view to choose there where the address does not say it.
pub const PLACES: [(&str, &str, &str, Option<&str>); 25] = [
    ("plan-timeline", "plan", "plan", Some("timeline")),
    ("plan-weeks", "plan", "plan", Some("weeks")),
    ("plan-list", "plan", "plan", Some("list")),
    ("plan-what-if", "plan", "plan/what-if", None),
    ("plan-forecast", "plan", "plan/forecast", None),
    ("plan-calibration", "plan", "plan/forecast?view=calibration", None),
    ("today-log", "today", "today/log", None),
    ("today-review", "today", "today/review", None),
    ("certifications-catalogue", "certifications", "certifications?tab=catalogue", None),
    ("certifications-graph", "certifications", "certifications?tab=catalogue&view=graph", None),
    (
        "certifications-compare",
        "certifications",
        "certifications?tab=catalogue&compare=aws-dva,cncf-ckad",
        None,
    ),
    ("certifications-costs", "certifications", "certifications?tab=costs", None),
    ("certifications-badges", "certifications", "certifications?tab=badges", None),
    ("portfolio-matrix", "portfolio", "portfolio?tab=matrix", None),
    ("portfolio-evidence", "portfolio", "portfolio?tab=evidence", None),
    ("project-story", "portfolio", "portfolio/{project}?section=story", None),
    ("project-decisions", "portfolio", "portfolio/{project}?section=decisions", None),
    ("project-checklist", "portfolio", "portfolio/{project}?section=checklist", None),
    ("project-pictures", "portfolio", "portfolio/{project}?section=pictures", None),
    ("project-audit", "portfolio", "portfolio/{project}?section=audit", None),
    ("history", "settings", "history", None),
    ("settings-backups", "settings", "settings/backups", None),
    ("settings-archive", "settings", "settings/archive", None),
    ("settings-data", "settings", "settings/data", None),
    ("project-saves", "portfolio", "portfolio/{project}?section=saves", None),
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
        self.go(&format!("#/{}", address.replace("{project}", &self.told_project())));
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

    /// The project that tells most: one that was audited, else the first; empty where there is none.
    fn told_project(&self) -> String {
        let list = self.call("projects.list", json!({}));
        let projects = list["projects"].as_array().cloned().unwrap_or_default();
        let audited = projects.iter().find(|project| !project["audit"].is_null());
        let project = audited.or(projects.first());
        project.and_then(|project| project["record"]["id"].as_str()).unwrap_or_default().to_owned()
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

    pub(crate) fn give_up(&self, what: &str, problem: Option<Problem>) -> ! {
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
             const say = text => broken.push(`${location.hash} ${innerWidth}: ${text}`);\
             const rule = e => say([e.effectiveDirective ?? e.violatedDirective, e.blockedURL ?? e.blockedURI, e.sample].join(' '));\
             addEventListener('securitypolicyviolation', rule);\
             addEventListener('error', e => say(e.message));\
             addEventListener('unhandledrejection', e => say(e.reason?.message ?? e.reason));\
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

/// Finds by role and accessible name, near enough to ARIA for the program's own pages.
pub(crate) const FIND: &str = r#"
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
