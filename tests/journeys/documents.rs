//! Files of certifications: pages of a PDF as pictures, which is all that a window gets of one.

use crate::person::Person;
use serde_json::{Value, json};
use std::path::Path;

/// A document of so many pages, each half an inch wide and high, with a black square on it.
fn pdf(pages: usize) -> Vec<u8> {
    let drawing = "0 0 0 rg 9 9 18 18 re f";
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 4)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
        format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 36 36] /Contents 3 0 R /Resources << >> >>";
    objects.extend(vec![page.to_owned(); pages]);
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let trailer =
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.extend(trailer.bytes());
    file
}

fn attach(person: &Person, owner: &Value, name: &str, bytes: &[u8]) -> Value {
    let path = person.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let params = json!({ "owner": "certification", "owner_id": owner, "path": path });
    let record = person.does("attachments.add", params);
    std::fs::remove_file(Path::new(&path)).unwrap();
    record["id"].clone()
}

#[test]
fn a_page_of_a_document_is_shown_as_a_picture() {
    let person = Person::junior();
    let owner = person.does("certifications.save", json!({ "name": "Mine" }))["record"]["id"].take();
    let id = attach(&person, &owner, "certificate.pdf", &pdf(3));
    let page = |page: u32, width: u32| {
        person.does("attachments.page", json!({ "id": id, "page": page, "width": width }))
    };
    let first = page(0, 200);
    assert_eq!((&first["page"], &first["pages"]), (&json!(0), &json!(3)));
    assert_eq!((&first["width"], &first["height"]), (&json!(200), &json!(200)));
    assert!(first["data_url"].as_str().unwrap().starts_with("data:image/png;base64,iVBOR"));
    assert_eq!(page(0, 200), first, "the same page is the same picture");
    assert_eq!(page(2, 400)["width"], json!(400));
    let refused = |params: Value| person.is_refused("attachments.page", params).code;
    assert_eq!(refused(json!({ "id": id, "page": 3, "width": 200 })), "attachment.not_drawn");
    assert_eq!(refused(json!({ "id": id, "width": 49 })), "input.range");
    assert_eq!(refused(json!({ "id": id, "width": 4001 })), "input.range");
    assert_eq!(refused(json!({ "id": "0", "width": 200 })), "record.unknown");
    // A document is no picture, and a text no document.
    let refused_picture = person.is_refused("attachments.picture", json!({ "id": id }));
    assert_eq!(refused_picture.code, "attachment.no_picture");
    let text = attach(&person, &owner, "notes.pdf", b"only called so");
    assert_eq!(refused(json!({ "id": text, "width": 200 })), "attachment.no_document");
}

#[test]
fn a_document_that_is_none_is_kept_and_said_to_be_unreadable() {
    let person = Person::junior();
    let owner = person.does("certifications.save", json!({ "name": "Mine" }))["record"]["id"].take();
    let whole = pdf(1);
    for (name, bytes) in [
        ("head.pdf", b"%PDF-1.7\n".to_vec()),
        ("cut.pdf", whole[..whole.len() / 3].to_vec()),
        ("noise.pdf", [b"%PDF-1.7\n".as_slice(), &[0xA5; 20_000]].concat()),
    ] {
        let id = attach(&person, &owner, name, &bytes);
        let refused = person.is_refused("attachments.page", json!({ "id": id, "width": 200 }));
        assert_eq!(refused.code, "attachment.not_drawn", "{name}");
        assert_eq!(refused.args["name"], name);
    }
    // One that vanished from the disk says so.
    let id = attach(&person, &owner, "good.pdf", &whole);
    person.does("attachments.page", json!({ "id": id, "width": 200 }));
    std::fs::remove_dir_all(person.folder.path().join("attachments")).unwrap();
    let refused = person.is_refused("attachments.page", json!({ "id": id, "width": 200 }));
    assert_eq!(refused.code, "store.missing_file");
    let shown = person.does("certifications.show", json!({ "id": owner }));
    assert_eq!(shown["attachments"].as_array().unwrap().len(), 4);
}
