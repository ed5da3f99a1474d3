// Runs before the scripts of a page that is measured. It counts what the page
// asks the browser to call later, notes when things come, and plays the game.
"use strict";
window.probe = (() => {
  const probe = {frames: 0, wakes: 0, answers: [], long: []};

  const wait = (ms) => new Promise((done) => plainTimeout(done, ms)); // not counted
  const plainTimeout = window.setTimeout.bind(window);
  const counted = (name, count) => {
    const plain = window[name].bind(window);
    window[name] = (callback, ...rest) => plain((...args) => {
      count();
      callback(...args);
    }, ...rest);
  };
  counted("requestAnimationFrame", () => { probe.frames++; probe.wakes++; });
  for (const name of ["setTimeout", "setInterval", "requestIdleCallback"]) counted(name, () => { probe.wakes++; });

  // When the first text was on the screen, and when the first picture was: both
  // by the browser's own account of what it paints (Paint Timing, Element
  // Timing). It tells nothing of canvases, so a full stop is put beside the first
  // picture: it comes on the screen in the same frame.
  let painted, shown;
  const texted = new Promise((done) => { painted = done; });
  const played = new Promise((done) => { shown = done; });
  new PerformanceObserver((list) => {
    for (const e of list.getEntriesByName("first-contentful-paint")) painted(e.startTime);
  }).observe({type: "paint", buffered: true});
  const stop = document.createElement("p");
  stop.setAttribute("elementtiming", "picture");
  stop.setAttribute("aria-hidden", "true");
  stop.textContent = ".";
  stop.style.cssText = "position: fixed; inset: 0 auto auto 0; margin: 0; pointer-events: none";
  new PerformanceObserver((list, observer) => {
    observer.disconnect();
    stop.remove();
    shown(list.getEntries()[0].renderTime);
  }).observe({type: "element", buffered: true});
  const state = new MutationObserver(() => {
    const {state: now, picture} = document.documentElement?.dataset || {};
    if (now !== "playing" || picture === "coming") return; // it may be played before
    state.disconnect();
    document.body.append(stop);
  });
  state.observe(document, {attributes: true, subtree: true, attributeFilter: ["data-state", "data-picture"]});
  probe.untilText = () => texted;
  probe.untilPlaying = () => played;

  // From the release of a button to the change of the mirror.
  let asked = 0;
  let answered = () => {};
  window.addEventListener("pointerup", (event) => { asked = event.timeStamp; }, {capture: true, passive: true});
  probe.listen = () => {
    const notes = ["data-guarded", "data-settled"]; // for tests: no answer to the player
    new MutationObserver((list) => {
      if (!asked || list.every((change) => notes.includes(change.attributeName))) return;
      probe.answers.push(performance.now() - asked);
      asked = 0;
      answered();
    }).observe(document.getElementById("screen"), {childList: true, subtree: true, attributes: true, characterData: true});
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) probe.long.push(e.duration);
    }).observe({type: "longtask"});
  };
  // untilAnswer waits for the answer with the given number, counted from 1.
  probe.untilAnswer = (number) => new Promise((done, fail) => {
    plainTimeout(() => fail(new Error("no answer in 30 s")), 30000);
    answered = () => {
      if (probe.answers.length >= number) done(true);
    };
    answered();
  });

  const screen = () => document.getElementById("screen");
  probe.settled = async () => {
    const by = performance.now() + 30000;
    while (screen().dataset.settled !== "true" || screen().dataset.guarded) { // a new screen takes no presses yet
      if (performance.now() > by) throw new Error("the page does not settle on " + screen().dataset.screen);
      await wait(5);
    }
    return true;
  };
  const node = (id) => document.getElementById("n-" + id);
  const choices = (group) => [...document.querySelectorAll(`[id="n-${group}"] label`)].map((e) => e.id.slice(2));

  // next lists what to click on this screen, as node ids, to go on with the
  // game; an empty list says that everything has been played.
  probe.next = (turn) => {
    const at = screen().dataset.screen;
    if (at === "home") return node("start") ? ["start"] : [];
    if (at.startsWith("briefing-")) return ["begin"];
    if (at.startsWith("seat-")) return ["take"];
    if (at.startsWith("reveal-")) return ["next"];
    if (at.startsWith("debrief-")) return ["go-home"];
    if (!at.startsWith("decision-")) throw new Error("the probe does not know the screen " + at);
    const pick = (list) => list[turn % list.length];
    const clicks = [pick(choices("options"))];
    if (node("reasons")) clicks.push(pick(choices("reasons")));
    if (node("bets")) clicks.push(pick(choices("bets")), pick(choices("stakes")));
    else if (node("level-1")) clicks.push("level-" + (turn % 5 + 1)); // a build from before there were bets
    return [...clicks, "commit"];
  };

  // spot says where to click for a node, and how far to turn the wheel before:
  // 0 for not at all.
  probe.spot = (id) => {
    const r = node(id).getBoundingClientRect();
    const middle = r.y + r.height / 2;
    const fixed = Boolean(node(id).closest('[id="n-bar"],[id="n-dock"]'));
    const low = Math.min(innerHeight, node("dock")?.getBoundingClientRect().top ?? innerHeight);
    const by = fixed || (middle > 60 && middle < low - 4) ? 0 : middle - (60 + low) / 2;
    return {x: r.x + r.width / 2, y: middle, by};
  };

  // first presses the page's own buttons up to the first reveal, each as soon as it
  // is there, and again until it is answered; those that stand in the page before the
  // game is there, once. It gives the milliseconds, from the
  // page's start, of the first answer and of that reveal.
  probe.first = async () => {
    const by = performance.now() + 60000;
    const moments = {press: 0, decision: 0};
    for (let turn = 0, before; ; await wait(5)) {
      if (performance.now() > by) throw new Error("no first decision in a minute");
      const at = screen()?.dataset.screen;
      if (!at && !before) {
        const start = [...document.querySelectorAll('#boot [data-node="start"]')].find((e) => e.checkVisibility());
        if (start) {
          start.click();
          before = "boot";
        }
      }
      if (!at) continue;
      if (before && at !== before && !(before === "boot" && at === "home")) {
        turn++;
        moments.press ||= performance.now();
      }
      before = at;
      if (at.startsWith("reveal-")) break;
      for (const id of probe.next(turn)) {
        (node(id + "-input") || node(id))?.click();
        await wait(0);
      }
    }
    moments.decision = performance.now();
    return moments;
  };

  // play plays everything by clicks on the page's own elements, and forgets it
  // again: it gives the number of clicks.
  probe.play = async () => {
    let clicks = 0;
    const click = async (id) => {
      const e = node(id + "-input") || node(id);
      if (!e) throw new Error("there is no " + id + " on " + screen().dataset.screen);
      e.click();
      clicks++;
      await wait(0);
      await probe.settled();
    };
    for (let list = probe.next(clicks); list.length; list = probe.next(clicks)) {
      for (const id of list) await click(id);
    }
    await click("bar-settings");
    await click("erase");
    await click("erase-yes");
    if (screen().dataset.screen !== "home") {
      await click(screen().dataset.screen === "settings" ? "back" : "bar-home");
    }
    return clicks;
  };
  return probe;
})();
