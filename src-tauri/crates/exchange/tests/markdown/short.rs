//! The words of a text without their dress.

use groundwork_exchange::markdown::{plain, words};
use proptest::prelude::*;

#[test]
fn a_card_shows_the_first_paragraph_in_one_line() {
    assert_eq!(
        plain("# Title\n\nFirst *line*\nwith `code` and [a link](https://x.y).\n\nSecond.", 100),
        "First line with code and a link."
    );
    assert_eq!(plain("# Only a title", 100), "Only a title");
    assert_eq!(plain("- one\n- two", 100), "one");
    assert_eq!(plain("<script>alert(1)</script>\n\n![alt](x.png) <b>b</b>", 100), "alt b");
    assert_eq!(plain("", 100), "");
}

#[test]
fn a_card_cuts_between_words() {
    for (most, expected) in
        [(0, ""), (1, "…"), (7, "one…"), (8, "one two…"), (13, "one two three"), (9, "one two…")]
    {
        assert_eq!(plain("one two three", most), expected, "{most}");
    }
    assert_eq!(plain("éééééééééé", 4), "ééé…");
}

#[test]
fn words_are_counted_as_they_are_shown() {
    for (text, expected) in [
        ("", 0),
        ("one **two** th*re*e — &amp; 4", 4),
        ("# a\n\n- b\n- c\n\n| d | e |\n|---|---|\n| f | g |", 7),
        ("<div>not these</div>\n\nthis", 1),
        ("```\nlet x = 1;\n```", 3),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_card_is_never_longer_than_asked_and_holds_no_control_character(text in any::<String>(), most in 0_usize..50) {
        let line = plain(&text, most);
        prop_assert!(line.chars().count() <= most);
        prop_assert!(!line.chars().any(char::is_control));
        words(&text);
    }
}
