//! The contract with the window is what the wire types say. `GROUNDWORK_WRITE_TYPES=1` writes it anew.

// In tests a refusal is a failure.
#![allow(clippy::unwrap_used)]

#[test]
fn the_committed_typescript_is_what_the_wire_types_say() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../ui/src/backend/generated/commands.ts");
    let wanted = groundwork_app::contract::typescript();
    if std::env::var_os("GROUNDWORK_WRITE_TYPES").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert!(found == wanted, "ui/src/backend/generated/commands.ts is out of date: run `cargo xtask types`");
}
