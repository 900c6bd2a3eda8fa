//! Builds the crate anew when a file of a role pack changes.
fn main() {
    println!("cargo:rerun-if-changed=../../role-packs");
}
