// Comes once the program without a picture is played and a picture is wanted. It
// fetches the other program, has that one draw the picture twice where nobody sees it,
// and then go on with the game and with the elements of the page, between two presses:
// as long as nothing was pressed, and else where one has just led to another screen, so
// that what is being read does not change. The program before is let go of.
"use strict";
(() => {
  const html = document.documentElement;
  const relay = gate.relay;
  const before = 400; // milliseconds since the last press, so that it was not the first of two

  // down is what is held down: keys by their place, pointers by their number.
  const down = new Set();
  const screen = () => document.getElementById("screen").dataset.screen;
  // at is the screen of the last press, "" before the first.
  let at = gate.pressed ? screen() : "";
  const arriving = () => relay.anywhere || screen() !== at;
  let last = performance.now();
  let next = null; // what is to be done between two presses, null for nothing
  let timer = 0;
  const calm = () => !(gate.stands && gate.read()) && !down.size && !gate.owed && !document.hidden && (gate.stands || html.dataset.state === "playing") &&
    !document.querySelector("dialog[open]") && getSelection().type !== "Range";
  const attempt = () => {
    if (!next || !calm() || !next.step()) return;
    next.done();
    next = null;
  };
  // later tries again, some time after what has just happened.
  const later = () => {
    clearTimeout(timer);
    if (next) timer = setTimeout(attempt, Math.max(0, last + before - performance.now()));
  };
  const noted = (note) => (event) => {
    last = performance.now();
    note(event);
    later();
  };
  const listening = new AbortController();
  const on = (type, note, target = window) =>
    target.addEventListener(type, noted(note), {capture: true, passive: true, signal: listening.signal});
  const press = (name) => {
    at = screen();
    down.add(name);
  };
  on("keydown", (event) => press(event.code));
  on("keyup", (event) => down.delete(event.code));
  on("pointerdown", (event) => press(event.pointerId));
  for (const type of ["pointerup", "pointercancel"]) on(type, (event) => down.delete(event.pointerId));
  on("blur", (event) => event.target === window && down.clear()); // what is let go of elsewhere is not told here
  on("visibilitychange", () => down.clear(), document);
  on("wheel", () => {
    at = screen();
  });
  for (const type of ["scroll", "afterprint"]) on(type, () => {});
  on("selectionchange", () => {}, document);
  gate.calm = later;

  // between does a step between two presses, as soon as it says that it could.
  const between = (step) => new Promise((done) => {
    next = {step, done};
    later();
  });

  // start fetches the program with the picture and starts it. lost, once it is played
  // no longer or not at all, ends all else.
  let playing = false; // that program is the one that is played
  const start = async (lost) => {
    const response = await fetch(html.dataset.game, {priority: "low"});
    if (!response.ok) throw new Error(`${html.dataset.game}: ${response.status}`);
    const program = relay.newProgram();
    const {instance} = WebAssembly.instantiateStreaming ? await WebAssembly.instantiateStreaming(relay.asProgram(response), program.imports) :
      await WebAssembly.instantiate(await response.arrayBuffer(), program.imports);
    program.run(instance).then(() => {
      if (playing) relay.crashed();
      else lost(new Error("the program with the picture has stopped"));
    });
    relay.lost = (notice) => lost(Object.assign(new Error(notice), {notice}));
    return program;
  };

  // given gives the game to the other program to do something with: whether it could.
  const given = (what) => {
    const baton = relay.give();
    if (!baton) return false; // not now
    const refused = relay[what](baton);
    if (refused) console.error(refused);
    return !refused;
  };

  // taken has the other program go on, and puts its picture in the place of the page:
  // whether it could.
  const taken = () => {
    if (!given("take")) return false;
    playing = true;
    relay.rest();
    relay.program.release();
    relay.program = null;
    relay.show("");
    window.dispatchEvent(new Event("resize")); // the page has no scroll bar any more
    relay.settle("");
    return true;
  };

  const run = async () => {
    const blind = relay.blindness();
    if (blind) throw Object.assign(new Error(blind), {notice: blind});
    let lost;
    const never = new Promise((_, fail) => {
      lost = fail;
    });
    never.catch(() => {}); // whoever waits hears of it
    const drawn = new Promise((done) => {
      relay.drawn = done;
    });
    const unless = (step) => Promise.race([step, never]);
    program = await start(lost);
    await unless(between(() => given("warm")));
    await unless(drawn);
    await unless(between(() => arriving() && taken()));
    relay.keep("page+game");
  };

  let program = null;
  run().catch((error) => {
    if (!error.notice) console.warn(error);
    if (playing) return relay.crashed(); // there is no other to go on with
    if (program) program.release();
    for (const canvas of document.querySelectorAll("canvas")) canvas.remove();
    gate.shut(true);
    relay.fail(error.notice || "");
    relay.keep("page");
  }).finally(() => {
    listening.abort();
    clearTimeout(timer);
    gate.calm = gate.relay = null;
    gate.bare = !playing; // which program is played
    gate.spoken = {};
    html.dataset.picture = "settled";
  });
})();
