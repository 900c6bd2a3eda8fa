use groundwork_tests::program::{Home, Program};
use serde_json::json;
#[test]
fn probe() {
    let program = Program::start(Home::example("en"));
    program.js("window.logged=[]; const m=x=>x instanceof Error?x.message:String(x); const e=console.error; console.error=(...a)=>{logged.push(a.map(m).join(' ')); e(...a)}; const w=console.warn; console.warn=(...a)=>{logged.push(a.map(m).join(' ')); w(...a)};", json!([])).unwrap();
    program.driver.go_to_hash("#/today/review").unwrap();
    std::thread::sleep(std::time::Duration::from_secs(2));
    println!("{}", program.js("return JSON.stringify(window.logged)", json!([])).unwrap());
    println!("{}", program.call("review.show", json!({})).to_string().chars().take(1500).collect::<String>());
}
