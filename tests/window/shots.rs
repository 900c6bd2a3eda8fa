//! Pictures of every page, from the real window: both languages, both themes, two sizes, with the example and empty.

#![forbid(unsafe_code)]

use std::fs;
use std::path::PathBuf;

use groundwork_tests::program::{AREAS, Home, PLACES, Program};

const SIZES: [(u32, u32); 2] = [(900, 600), (1440, 900)];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let out = PathBuf::from(option("--out").unwrap_or_else(|| "shots".into()));
    let wanted = |kind: &str, value: &str| option(kind).is_none_or(|only| only == value);
    fs::create_dir_all(&out).expect("the folder for the pictures");
    let mut taken = 0;
    for language in ["en", "fr"].into_iter().filter(|language| wanted("--lang", language)) {
        for theme in ["light", "dark"].into_iter().filter(|theme| wanted("--theme", theme)) {
            for filled in [true, false] {
                let home = if filled { Home::example(language, theme) } else { Home::with(language, theme) };
                let program = Program::start(home);
                // An empty profile begins with the first start; its pages are reached past it.
                let areas = AREAS
                    .into_iter()
                    .chain((!filled).then_some("start"))
                    .map(|area| (area, area, area, None));
                let pages = areas.chain(PLACES);
                // A page of the rail is asked for with those that stand beside it.
                for (name, area, address, view) in pages {
                    if !wanted("--page", area) && !wanted("--page", name) {
                        continue;
                    }
                    for (width, height) in SIZES {
                        program.driver.resize(width, height).expect("the window takes the size");
                        program.visit_place(address, view);
                        let state = if filled { "example" } else { "empty" };
                        let path =
                            out.join(format!("{name}-{state}-{language}-{theme}-{width}x{height}.png"));
                        fs::write(&path, program.driver.picture().expect("a picture"))
                            .expect("the picture is kept");
                        taken += 1;
                    }
                }
            }
        }
    }
    println!("{taken} pictures in {}", out.display());
}
