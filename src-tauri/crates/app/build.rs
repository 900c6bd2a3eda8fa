//! Refuses to build with a role pack that is not whole, with the file and line of each problem.
fn main() {
    println!("cargo:rerun-if-changed=../../role-packs");
    println!("cargo:rerun-if-changed=../../../ui/messages/core");
    let folder = std::path::Path::new("../../role-packs/backend-developer");
    if let Err(problems) = groundwork_role_packs::load_folder(folder) {
        for problem in &problems {
            println!("cargo::error=role-packs/backend-developer/{problem}");
        }
    }
}
