//! What a person does with the keyboard and the mouse, and what they read next to a field or at the foot of the window.

use std::cell::RefCell;

use serde_json::{Value, json};

use crate::driver::Element;
use crate::program::{FIND, Program};

impl Program {
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

    /// The first element of the page that fits a selector.
    fn first(&self, selector: &str) -> Element {
        let found = RefCell::new(None);
        self.wait(selector, |p| {
            *found.borrow_mut() =
                p.driver.find("return document.querySelector(arguments[0])", json!([selector]))?;
            Ok(found.borrow().is_some())
        });
        found.into_inner().expect("waited for it")
    }

    /// Puts the mouse on what a selector finds.
    pub fn point_at(&self, selector: &str) {
        let there = self.driver.point_at(&self.first(selector));
        there.unwrap_or_else(|problem| panic!("point at {selector}: {problem}"));
    }

    /// Draws what one selector finds onto what another finds, with the mouse.
    pub fn drag(&self, from: &str, to: &str) {
        let drawn = self.driver.drag(&self.first(from), &self.first(to));
        drawn.unwrap_or_else(|problem| panic!("drag {from} to {to}: {problem}"));
    }

    /// Puts a text into a field instead of what stands there, and leaves it. A day is given as `2026-11-20`.
    pub fn write(&self, role: &str, name: &str, text: &str) {
        self.get(role, name);
        let body = format!("const found = (() => {{ {FIND} }})(); found.focus(); found.select?.()");
        self.js(&body, json!([role, name])).unwrap_or_else(|problem| panic!("“{name}”: {problem}"));
        match text.split('-').collect::<Vec<_>>()[..] {
            // The parts of a day stand in the order of the window's locale, English of the United States; an arrow
            // leads from one to the next.
            [year, month, day] if role == "date" => {
                self.type_keys(month);
                self.press("ArrowRight");
                self.type_keys(day);
                self.press("ArrowRight");
                self.type_keys(year);
            }
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
}

/// The keys that are no letters.
const KEYS: [(&str, &str); 15] = [
    ("Mod", "\u{E009}"),
    ("Alt", "\u{E00A}"),
    ("Shift", "\u{E008}"),
    ("Tab", "\u{E004}"),
    ("Enter", "\u{E007}"),
    ("Escape", "\u{E00C}"),
    ("Delete", "\u{E017}"),
    ("Home", "\u{E011}"),
    ("End", "\u{E010}"),
    ("PageUp", "\u{E00E}"),
    ("PageDown", "\u{E00F}"),
    ("ArrowLeft", "\u{E012}"),
    ("ArrowUp", "\u{E013}"),
    ("ArrowRight", "\u{E014}"),
    ("ArrowDown", "\u{E015}"),
];
