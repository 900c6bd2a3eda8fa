//! SVG drawings with a badge in them, and drawings that are meant to do something.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use groundwork_domain::badge::{BadgeReasonCode as Code, BadgeVerdict as Verdict};
use groundwork_exchange::open_badges::picture;
use serde_json::json;

use crate::make::{
    ISSUER, Signer, assertion, check_alone, chunk, claims, codes, decided, fixture, ihdr, svg,
};

fn baked() -> String {
    format!(
        "<openbadges:assertion verify=\"https://academy.example/7\"><![CDATA[{}]]></openbadges:assertion>",
        assertion()
    )
}

#[test]
fn a_badge_is_found_by_its_namespace_whatever_its_prefix() {
    let signer = Signer::ed25519(4);
    let token = signer.token(json!({ "jwk": signer.jwk() }), &claims(ISSUER));
    let escaped = assertion().to_string().replace('&', "&amp;").replace('<', "&lt;").replace('"', "&#34;");
    for (inner, verdict) in [
        (baked(), Verdict::HostedUnchecked),
        (format!("<openbadges:assertion>{escaped}</openbadges:assertion>"), Verdict::HostedUnchecked),
        ("<openbadges:assertion verify=\"https://academy.example/7\"/>".to_owned(), Verdict::HostedUnchecked),
        (
            format!("<g><b:assertion xmlns:b=\"http://openbadges.org\">{}</b:assertion></g>", escaped),
            Verdict::HostedUnchecked,
        ),
        (format!("<ob3:credential verify=\"{token}\"/>"), Verdict::IntactIssuerUnknown),
        (format!("<ob3:credential>\n<![CDATA[{token}]]></ob3:credential>"), Verdict::IntactIssuerUnknown),
        (
            format!(
                "<credential xmlns=\"https://purl.imsglobal.org/ob/v3p0\" verify='{token}'></credential>"
            ),
            Verdict::IntactIssuerUnknown,
        ),
        (
            "<openbadges:assertion xmlns:openbadges=\"http://other.example\" verify=\"https://a.example\"/>"
                .to_owned(),
            Verdict::Invalid,
        ),
        ("<openbadges:credential verify=\"https://a.example\"/>".to_owned(), Verdict::Invalid),
        ("<ob3:credential verify=\"https://a.example\"/>".to_owned(), Verdict::Invalid),
        ("<assertion verify=\"https://a.example\"/>".to_owned(), Verdict::Invalid),
        (String::new(), Verdict::Invalid),
    ] {
        let report = check_alone(svg(&inner).as_bytes());
        assert_eq!(report.verdict, verdict, "{inner} {report:?}");
    }
    let with_mark = format!("\u{feff}\n<?xml version=\"1.0\"?>{}", svg(&baked()));
    assert_eq!(check_alone(with_mark.as_bytes()).verdict, Verdict::Invalid, "a declaration stands first");
    let with_mark = format!("\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>{}", svg(&baked()));
    assert_eq!(check_alone(with_mark.as_bytes()).verdict, Verdict::HostedUnchecked);
}

#[test]
fn the_first_badge_of_a_drawing_counts() {
    let second = "<openbadges:assertion verify=\"https://evil.example\"/>";
    let report = check_alone(svg(&format!("{}{second}", baked())).as_bytes());
    assert_eq!(report.name.as_deref(), Some("SQL"));
    assert!(codes(&report).contains(&Code::SeveralBadges));
}

#[test]
fn a_drawing_that_would_act_or_fetch_is_read_and_not_shown() {
    let bomb =
        [b"\x89PNG\r\n\x1a\n".to_vec(), ihdr(60_000, 60_000), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")]
            .concat();
    let bomb = format!("<image href=\"data:image/png;base64,{}\"/>", STANDARD.encode(bomb));
    let jpeg = format!(
        "<image href=\"data:image/jpeg;base64,{}\"/>",
        STANDARD.encode(b"\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0")
    );
    let copies = "<use href=\"#a\"/>".repeat(20);
    for inner in [
        "<script>alert(1)</script>",
        "<script href=\"x.js\"/>",
        "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
        "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
        "<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\" src=\"x\"/>",
        "<foreignObject><p>text</p></foreignObject>",
        "<circle r=\"1\" onclick=\"alert(1)\"/>",
        "<circle r=\"1\" ONLOAD=\"alert(1)\"/>",
        "<handler/>",
        "<iframe src=\"https://evil.example\"/>",
        "<a href=\"javascript:alert(1)\"><circle r=\"1\"/></a>",
        "<a xlink:href=\"https://evil.example\"><circle r=\"1\"/></a>",
        "<a xlink:href=\" &#106;avascript:alert(1)\"/>",
        "<image href=\"https://evil.example/p.png\"/>",
        "<image xlink:href=\"//evil.example/p.png\"/>",
        "<image href=\"p.png\"/>",
        "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
        "<image href=\"data:text/html,x\"/>",
        &bomb,
        &jpeg,
        "<use href=\"https://evil.example/a.svg#x\"/>",
        "<rect fill=\"url(https://evil.example/#p)\"/>",
        "<rect filter='url( \"https://evil.example\" )'/>",
        "<rect style=\"fill:url('//evil.example')\"/>",
        "<rect style=\"fill:u\\72l(//evil.example)\"/>",
        "<rect style=\"background:image-set('https://evil.example' 1x)\"/>",
        "<style>@import 'https://evil.example';</style>",
        "<style>rect { fill: UrL(https://evil.example) }</style>",
        "<style>rect { fill: u<![CDATA[rl(https://evil.example)]]> }</style>",
        "<style>@font-face { src: url(https://evil.example) }</style>",
        "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<animate attributeName=\"xlink:href\" values=\"https://evil.example\"/>",
        "<set attributeName=\"onclick\" to=\"alert(1)\"/>",
        "<g xml:base=\"https://evil.example\"/>",
        "<?xml-stylesheet href=\"https://evil.example\"?>",
        "<openbadges:assertion><style>@import 'https://evil.example';</style></openbadges:assertion>",
        "<ob3:credential><script>alert(1)</script></ob3:credential>",
        &format!("<g id=\"a\">{copies}</g>"),
    ] {
        let drawing = svg(&format!("{}{inner}", baked()));
        let report = check_alone(drawing.as_bytes());
        assert_eq!(report.verdict, Verdict::HostedUnchecked, "{inner} {report:?}");
        assert!(codes(&report).contains(&Code::ActiveContent), "{inner} {report:?}");
        assert_eq!(report.name.as_deref(), Some("SQL"), "{inner}");
        assert_eq!(picture(drawing.as_bytes()), None, "{inner}");
    }
}

#[test]
fn a_drawing_that_only_draws_is_shown() {
    let picture_within =
        format!("<image href=\"data:image/png;base64,{}\"/>", STANDARD.encode(fixture("gen_no_badge.png")));
    for inner in [
        "<defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient></defs><rect fill=\"url(#a)\"/>",
        "<style>.a { fill: #f00; filter: url('#a') }</style><path class=\"a\" d=\"M0 0\"/>",
        "<g id=\"a\"><circle r=\"1\"/></g><use xlink:href=\"#a\"/>",
        "<text>&lt;script&gt; &amp; url(x)</text>",
        "<metadata><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" r:about=\"\"/></metadata>",
        "<animate attributeName=\"r\" values=\"1;2\"/>",
        "<g xmlns:ontology=\"https://example.org\" xmlns:href=\"https://example.org\" ontology:kind=\"x\"/>",
        &picture_within,
    ] {
        let drawing = svg(&format!("{}{inner}", baked()));
        assert!(!codes(&check_alone(drawing.as_bytes())).contains(&Code::ActiveContent), "{inner}");
        assert_eq!(
            picture(drawing.as_bytes()).map(|picture| picture.media_type),
            Some("image/svg+xml"),
            "{inner}"
        );
    }
}

#[test]
fn a_drawing_that_declares_entities_is_refused_before_any_is_expanded() {
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
                  <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let plain = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    for (before, inner) in [
        (laughs, "<text>&c;</text>"),
        (outside, "<text>&x;</text>"),
        (plain, ""),
        ("", "<text>&c;</text>"),
        ("", "<text fill=\"&c;\"/>"),
        ("", "<openbadges:assertion verify=\"&c;\"/>"),
    ] {
        let drawing = format!("{before}{}", svg(&format!("{inner}{}", baked())));
        let report = check_alone(drawing.as_bytes());
        assert_eq!(decided(&report), (Verdict::Invalid, Code::Entities), "{before}{inner} {report:?}");
        assert_eq!(picture(drawing.as_bytes()), None);
    }
}

#[test]
fn a_drawing_that_two_readers_would_understand_differently_is_refused() {
    for drawing in [
        "<svg".to_owned(),
        "<html/>".to_owned(),
        "<svg/>".to_owned(),
        "text <svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned(),
        svg("<g>"),
        svg("</g>"),
        svg("<a:b/>"),
        svg("<g a:b=\"1\"/>"),
        svg("<g fill=\"1\" fill=\"2\"/>"),
        svg("<g fill=\"<\"/>"),
        svg("<g fill=1/>"),
        svg("\u{1}"),
        svg("<!-- -- -->"),
        svg("<s:script xmlns:s=\"http://www.w3.org/1999/xhtm&#108;\"/>"),
        format!("{}{}", svg(""), svg("")),
        format!("{} text", svg("")),
        format!("<?xml version=\"1.0\" encoding=\"utf-16\"?>{}", svg(&baked())),
        format!("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>{}", svg(&baked())),
        format!("<?xml version=\"1.1\"?>{}", svg(&baked())),
    ] {
        let report = check_alone(drawing.as_bytes());
        assert_eq!(report.verdict, Verdict::Invalid, "{drawing} {report:?}");
        assert_eq!(picture(drawing.as_bytes()), None, "{drawing}");
    }
}

#[test]
fn a_drawing_that_is_too_deep_or_too_large_is_refused() {
    let deep = svg(&format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000)));
    assert_eq!(decided(&check_alone(deep.as_bytes())), (Verdict::Invalid, Code::TooDeep));
    let many = svg(&"<g/>".repeat(60_000));
    assert_eq!(decided(&check_alone(many.as_bytes())), (Verdict::Invalid, Code::TooLarge));
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=\"\"")).collect();
    let wide = svg(&format!("<g{attributes}/>"));
    assert_eq!(decided(&check_alone(wide.as_bytes())), (Verdict::Invalid, Code::TooLarge));
    let namespaces: String = (0..100_000).map(|n| format!(" xmlns:a{n}=\"x\"")).collect();
    assert_eq!(check_alone(svg(&format!("<g{namespaces}/>")).as_bytes()).verdict, Verdict::Invalid);
}
