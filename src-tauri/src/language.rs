//! The language to speak before the page does.

/// `fr` or `en`: what the person chose, else what the system speaks, else English.
pub fn of(chosen: Option<&str>) -> &'static str {
    let spoken = chosen.map(str::to_owned).or_else(sys_locale::get_locale).unwrap_or_default();
    if spoken.to_ascii_lowercase().starts_with("fr") { "fr" } else { "en" }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_choice_wins_over_the_system() {
        assert_eq!(super::of(Some("fr")), "fr");
        assert_eq!(super::of(Some("en")), "en");
        assert_eq!(super::of(Some("fr-CA")), "fr");
        assert_eq!(super::of(Some("de")), "en");
    }
}
