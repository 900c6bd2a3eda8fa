use groundwork_tests::program::{Home, Program};
use serde_json::json;
#[test]
fn probe() {
    let home = Home::example("en", "light");
    home.clock_shows("2026-11-20T18:30+01:00[Europe/Paris]");
    let program = Program::start(home);
    program.driver.resize(1280, 800).unwrap();
    program.visit("today");
    program.click_on("start");
    program.settle();
    std::fs::write("/tmp/w3/timer-en-light.png", program.driver.picture().unwrap()).unwrap();
    program.visit_place("plan", Some("timeline"));
    program.click("radio", "Month");
    program.settle();
    // mid-drag: events by hand
    program.js("const bar=document.querySelectorAll('svg.body g.item')[1]; const r=[...document.querySelectorAll('[data-testid=timeline-row]')][3]; const q=r.getBoundingClientRect(); window.R=r; const hit=[...document.querySelectorAll('svg.body .hit, svg.body [style*=pointer], svg.body rect')].find(x=>getComputedStyle(x).pointerEvents!=='none'&&x.getBoundingClientRect().y>q.y-2&&x.getBoundingClientRect().y<q.y+30); window.H=hit; const b=hit.getBoundingClientRect(); const at=(t,x,y,el)=>el.dispatchEvent(new PointerEvent(t,{bubbles:true,clientX:x,clientY:y,button:0,pointerType:'mouse'})); at('pointerdown',b.x+3,b.y+3,hit); at('pointermove',b.x+100,b.y+3,window); at('pointermove',b.x+180,b.y+3,window)", json!([])).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(200));
    std::fs::write("/tmp/w3/drag-en-light.png", program.driver.picture().unwrap()).unwrap();
    program.js("dispatchEvent(new PointerEvent('pointercancel'))", json!([])).unwrap();
}
