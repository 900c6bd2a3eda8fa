//! What a browser's tokenizer finds in the HTML of a text: a second reading, by the rules of the HTML standard.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

use crate::strict::fits;

const NAMES: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

#[derive(Default)]
struct Faults(RefCell<Vec<String>>);

impl TokenSink for Faults {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let fault = match &token {
            Token::TagToken(tag) if !NAMES.contains(&&*tag.name) => Some(format!("{tag:?}")),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => tag
                .attrs
                .iter()
                .find(|a| !fits(&tag.name, &a.name.local, &a.value))
                .map(|attribute| format!("{attribute:?}")),
            Token::TagToken(tag) => (!tag.attrs.is_empty()).then(|| format!("{tag:?}")),
            Token::CharacterTokens(_) | Token::EOFToken => None,
            other => Some(format!("{other:?}")),
        };
        self.0.borrow_mut().extend(fault);
        TokenSinkResult::Continue
    }
}

/// Whether nothing but the allowed elements, attributes and text is found.
pub fn check(html: &str) -> Result<(), String> {
    let tokenizer = Tokenizer::new(Faults::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    match tokenizer.sink.0.borrow().first() {
        Some(fault) => Err(format!("a browser reads {fault}")),
        None => Ok(()),
    }
}
