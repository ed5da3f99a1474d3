// Stands in the head of the page and runs before everything else. It picks the
// language and the theme, so that the first paint is right, has the game fetched
// once that paint is done, and holds back animation frames: Ebitengine asks for
// the next frame for ever, which costs more than a whole processor core while
// someone reads. Here a frame is given only for a reason: input, a new size, the
// page coming into view, or a wake from Go. The timers of Go's runtime wait with
// the frames: Ebitengine looks ten times a second whether the page is still seen.
"use strict";
(() => {
  const html = document.documentElement;

  const langs = html.dataset.langs.split(" ");
  const match = (tag) => langs.find((l) => l === tag) ||
    langs.find((l) => l.split("-")[0] === String(tag).toLowerCase().split("-")[0]);
  const kept = (key) => {
    try {
      return localStorage.getItem(key) || "";
    } catch {
      return ""; // storage is forbidden: nothing was kept
    }
  };
  const [keptLang, keptTheme, keptPicture] = kept(`${html.dataset.saves || ""}hardcases.look`).split(" ");
  const asked = match(new URLSearchParams(location.search).get("lang") || "") || "";
  html.lang = asked || match(keptLang || "") ||
    (navigator.languages || []).map(match).find(Boolean) || langs[0];
  if (/^(light|dark|contrast)$/.test(keptTheme || "")) html.classList.add(keptTheme);

  // show says which of the page's blocks is meant: that with this data-on, or none.
  // The style sheet shows it at the first paint; the marks are for a page whose
  // styles were refused.
  const show = (state) => {
    html.dataset.state = state;
    for (const section of document.querySelectorAll("#boot > section")) section.hidden = section.lang !== html.lang;
    for (const block of document.querySelectorAll("#boot [data-on]")) {
      block.hidden = block.dataset.on !== state;
      block.classList.toggle("shown", !block.hidden);
    }
  };
  // alone says that the page holds all files in itself: it asks for nothing.
  const alone = "alone" in html.dataset;
  // spare says that the device has little to give, or is asked to save data: it has
  // a picture only where the player wants one.
  const asks = (query) => typeof matchMedia === "function" && matchMedia(query).matches;
  const spare = "connection" in navigator && Boolean(navigator.connection.saveData) || navigator.deviceMemory <= 2 ||
    asks("(prefers-reduced-data: reduce)");
  // bare says that no picture is wanted: then the program without one is fetched. A
  // page that holds all files in itself has one program for both.
  const bare = !alone && (keptPicture === "never" || (spare && keptPicture !== "always"));
  // relayed says that the program without a picture begins, and that with one goes on
  // from there (relay.js). Who always wants the picture begins with it, and so does what
  // could not be given on, as only the program has it that begins.
  const relayed = !alone && !bare && keptPicture !== "always" && relayable();
  const programs = [html.dataset.page, html.dataset.game];
  const able = typeof WebAssembly === "object" && (!alone || window.DecompressionStream);
  html.dataset.state = location.protocol === "file:" && !alone ? "file" : able ? "loading" : "nowasm";

  // relayable says that all that is played here can be found by another program: it is
  // kept, in packs that come with the game, and no room is led.
  function relayable() {
    if (html.dataset.pack || new URLSearchParams(location.search).has("pack") || location.hash.startsWith("#live=")) return false;
    try {
      return !sessionStorage.getItem("hardcases.plain") && !localStorage.getItem(`${html.dataset.saves || ""}hardcases.save.@room`);
    } catch {
      return false;
    }
  }

  // fresh says that a game begins here, with the first screen as the page has it: none
  // is kept, and none of another pack is asked for.
  const fresh = () => {
    if (html.dataset.pack || new URLSearchParams(location.search).has("pack")) return false;
    try {
      return !Object.keys(localStorage).some((key) => key.startsWith(`${html.dataset.saves || ""}hardcases.save.`));
    } catch {
      return true;
    }
  };
  if (fresh()) html.dataset.fresh = "yes";

  // inside finds the blocks of a file that the page holds, once all of it has come.
  const inside = (url) => [...document.querySelectorAll("#files > script")].filter((block) => block.dataset.file === url);
  // bytesOf reads a block of fifteen bits a character, from U+0100 on
  // (bundle/fifteen.go).
  const bytesOf = (block) => {
    const chars = block.textContent;
    const bytes = new Uint8Array(Number(block.dataset.bytes));
    for (let i = 0, n = 0, bits = 0, have = 0; i < chars.length; i++) {
      bits = (bits << 15 | chars.charCodeAt(i) - 0x100) & 0x3fffff;
      have += 15;
      for (; have >= 8 && n < bytes.length; n++) {
        have -= 8;
        bytes[n] = bits >> have;
      }
    }
    return bytes;
  };
  const parsed = new Promise((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });
  // unpacked gives a file that the page holds as it would come from a site. Each
  // block goes as it is read: the file is never there twice.
  const unpacked = async (url) => {
    await parsed;
    const blocks = inside(url);
    if (!blocks.length) return new Response("", {status: 404});
    const packed = new ReadableStream({
      pull(out) {
        const block = blocks.shift();
        if (!block) {
          out.close();
          return;
        }
        out.enqueue(bytesOf(block));
        block.remove();
      },
    });
    return new Response(packed.pipeThrough(new DecompressionStream("gzip")));
  };
  // bring gives a file of the game, wherever it is.
  const bring = alone ? unpacked : (url, options) => fetch(url, options);

  const ask = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  const scale = devicePixelRatio; // for as long as the page is there: Ebitengine reads it once
  const held = new Map(); // callbacks that wait for a reason, by our own number
  const asking = new Map(); // our number to the browser's
  let last = 0;
  let allowed = 0; // frames that may still be given
  let closed = false; // no frames at all: the plain page is shown
  const give = (id, callback) => asking.set(id, ask((now) => {
    asking.delete(id);
    if (closed) { // since it was asked for
      held.set(id, callback);
      return;
    }
    allowed--;
    gate.frames++;
    callback(now);
  }));

  const long = 3000; // milliseconds up to the game that are a wait
  let pointed = false; // a pointer was used
  const later = window.setTimeout.bind(window);
  const forget = window.clearTimeout.bind(window);
  const waiting = new Map(); // timers of Go that wait for a frame, by our own number
  const running = new Map(); // our number to the browser's
  const start = (id, callback, delay) => running.set(id, later(() => {
    running.delete(id);
    callback();
  }, delay));
  const setTimer = (callback, delay) => {
    last++;
    const resting = html.dataset.state === "playing" && (document.hidden || asking.size === 0);
    if (resting) waiting.set(last, {callback, due: performance.now() + delay});
    else start(last, callback, delay);
    return last;
  };
  const clearTimer = (id) => {
    waiting.delete(id);
    forget(running.get(id));
    running.delete(id);
  };
  const startTimers = () => {
    for (const [id, {callback, due}] of waiting) start(id, callback, Math.max(0, due - performance.now()));
    waiting.clear();
  };

  const gate = {
    // frames counts the animation frames given so far.
    frames: 0,
    // lang is the language asked for in the address, "" for none.
    lang: asked,
    // spare says that a picture is shown only where the player asked for one.
    spare,
    // bare says that the program without a picture is fetched, program its address;
    // relayed that the other goes on from it.
    bare: bare || relayed,
    program: bare || relayed ? programs[0] : programs[1],
    relayed,
    // stands says that the first screen, as the page has it, stays until its picture
    // comes, or until something is done there: what is read and aimed at does not move.
    // enter, once the game is up, has that come in its place, and do what was pressed.
    stands: relayed && "fresh" in html.dataset,
    enter: null,
    // owed is how many answers and timers the program waits for that is played; calm,
    // where it is set, hears that there are none any more.
    owed: 0,
    calm: null,
    owes(n) {
      gate.owed += n;
      if (!gate.owed && gate.calm) gate.calm();
    },
    // spoken is what the game says in the languages that have come so far, for the
    // program that goes on.
    spoken: {},
    // pressed is the button of the first screen that was pressed before the game was
    // there, by its node, "" for none.
    pressed: "",
    // door is the button of the first screen that has the focus, by its node, "" for none.
    door() {
      const button = document.querySelector("#boot [data-node]:focus");
      return button ? button.dataset.node : "";
    },
    // read says that somebody reads the first screen by ear: the cursor of a screen reader
    // leaves the selection where it is. So does a pointer.
    read: () => !pointed && !gate.door() && document.getElementById("boot").contains(getSelection().anchorNode),
    // plays notes that the game can be played. Who has waited for it is told so, behind
    // what is read when the focus comes to it.
    plays() {
      if (html.dataset.state === "playing") return;
      html.dataset.state = "playing";
      if (gate.pressed || performance.now() < long) return;
      const ready = document.getElementById("ready");
      later(() => {
        ready.textContent = ready.getAttribute(`data-${html.lang}`);
        later(() => {
          ready.textContent = "";
        }, 5000);
      }, 1000);
    },
    // game is the game as it is being fetched, and first what it says in the
    // language of the page, for boot.js; texts is that when it has come.
    game: null,
    first: null,
    texts: null,
    // words fetches what the game says in a language: a promise of the bytes of
    // its files, in the order of the page. It is broken with the address of one
    // that did not come, and what the site answered, 0 for nothing at all.
    words: async (lang) => {
      const files = await Promise.all((html.getAttribute(`data-words-${lang}`) || "no-such-language").split(" ").map(async (url) => {
        let status = 0;
        try {
          const response = await bring(url);
          status = response.status;
          const bytes = await response.arrayBuffer();
          if (response.ok && new Uint8Array(bytes)[0] >= 0x80) return bytes; // a map or a list, and no page in its place
          if (response.ok) status = 403;
        } catch {
          status = 0; // also of one that broke off
        }
        throw Object.assign(new Error(`${url}: ${status}`), {url, status});
      }));
      if (gate.bare) gate.spoken[lang] = files;
      return files;
    },
    show,
    alone,
    bring,
    // text gives a script or a style that the page holds.
    text: async (url) => (await bring(url)).text(),
    // renewed says that a newer version lies ready; boot.js finds out.
    renewed: false,
    // blind is why no picture can be painted, the key of a notice, "" where it
    // can; boot.js finds out.
    blind: "",
    // widest is how many pixels a picture may have on a side; boot.js finds out.
    widest: Infinity,
    // outgrown says whether the window has become larger than a picture may be.
    outgrown: () => Math.max(innerWidth, innerHeight) * scale > gate.widest,
    // wake allows the next frames: by default two, one that takes the input
    // in and one that settles what follows from it.
    wake(frames = 2) {
      if (closed) return;
      allowed = Math.max(allowed, frames);
      for (const [id, callback] of held) {
        held.delete(id);
        give(id, callback);
      }
      startTimers();
    },
    // asGo runs a function of Go's runtime whose timers are to wait with the
    // frames.
    asGo(run) {
      const plain = {setTimeout: window.setTimeout, clearTimeout: window.clearTimeout};
      Object.assign(window, {setTimeout: setTimer, clearTimeout: clearTimer});
      try {
        run();
      } finally {
        Object.assign(window, plain);
      }
    },
    // shut holds every frame back until it is opened again.
    shut(yes) {
      closed = yes;
      if (yes) allowed = 0;
      else gate.wake();
    },
  };
  // Ebitengine also draws when the size changes, without asking for a frame, and
  // a picture that is too large would stop the game.
  window.addEventListener("resize", (event) => {
    if (!closed && gate.outgrown()) {
      gate.shut(true);
      window.dispatchEvent(new Event("outgrown"));
    }
    if (closed) event.stopImmediatePropagation();
  });
  // It watches the size of its canvas, too, which follows that of the window.
  const Observer = window.ResizeObserver;
  if (Observer) {
    window.ResizeObserver = class extends Observer {
      constructor(callback) {
        super((...changes) => {
          if (!closed) callback(...changes);
        });
      }
    };
  }
  window.requestAnimationFrame = (callback) => {
    last++;
    if (allowed > asking.size) give(last, callback);
    else held.set(last, callback);
    return last;
  };
  window.cancelAnimationFrame = (id) => {
    held.delete(id);
    if (asking.has(id)) cancel(asking.get(id));
    asking.delete(id);
  };
  window.addEventListener("pointerdown", () => {
    pointed = true;
  }, {capture: true, passive: true});
  const wake = () => gate.wake();
  const reasons = ["pointerdown", "pointermove", "pointerup", "pointercancel", "mousedown",
    "mousemove", "mouseup", "wheel", "touchstart", "touchmove", "touchend", "touchcancel",
    "keydown", "keyup", "resize", "focus"];
  for (const type of reasons) window.addEventListener(type, wake, {capture: true, passive: true});
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) wake();
  });
  window.gate = gate;

  // The first press on a button of the first screen counts. Where the game does not
  // follow at once, the page says so.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#boot [data-node]");
    if (!button || gate.pressed) return;
    gate.pressed = button.dataset.node;
    if (gate.stands && gate.enter) gate.enter();
    later(() => {
      const counts = button.closest(".doors").querySelector(".counts");
      if (html.dataset.state !== "playing") counts.textContent = counts.dataset.text;
    }, 300);
  });

  // The way out of trouble, for each that needs a button.
  const ready = () => {
    if (window.course) delete html.dataset.fresh; // the platform keeps the game
    for (const button of document.querySelectorAll("#boot .reload")) button.addEventListener("click", () => location.reload());
    for (const link of document.querySelectorAll("#boot .alone")) link.href = location.href;
    // The colours are the first of the page's styles.
    show(getComputedStyle(html).getPropertyValue("--paper") ? html.dataset.state : "changed");
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();

  // newer says whether the page has changed since this one came, so that it may
  // name other files than this one; the browser then has the new one.
  const newer = async (url) => {
    const page = await fetch(location.href, {cache: "reload"});
    return page.ok && !(await page.text()).includes(url);
  };

  // trouble finds out why a file did not come, and says so. status is what the
  // site answered, 0 for nothing at all.
  const trouble = async (url, status) => {
    let state = "failed"; // the site's own fault
    try {
      if (status === 404 || status === 410) state = await newer(url) ? "newer" : "missing";
      else if (status === 401 || status === 403 || status === 451) state = "blocked";
      else if (!status && window.origin === "null") state = "framed";
      else if (!status) state = (await fetch(location.href, {cache: "no-store"})) && "blocked";
    } catch {
      state = "offline";
    }
    show(state);
  };
  // ask asks for a file that did not come for a reason that its element does not
  // tell, only to hear the site's answer.
  gate.ask = (url) => fetch(url, {cache: "no-store"}).then((r) => trouble(url, r.ok ? 403 : r.status), () => trouble(url, 0));
  gate.trouble = trouble;

  // begin runs the scripts that start the game, one after the other.
  const begin = async () => {
    if (html.dataset.state !== "loading") return;
    for (const src of html.dataset.scripts.split(" ")) {
      const script = document.createElement("script");
      if (alone) {
        script.textContent = await gate.text(src);
      } else {
        script.src = src;
        script.async = false;
        script.addEventListener("error", () => gate.ask(src));
      }
      document.head.append(script);
    }
  };
  // change has the game begin with the other program, and stay with that.
  const change = () => {
    gate.bare = !gate.bare;
    gate.relayed = gate.stands = false;
    delete html.dataset.picture;
    gate.program = programs[gate.bare ? 0 : 1];
    return bring(gate.program);
  };
  // other fetches the other program where the network is gone: this browser may have
  // kept that one.
  const other = async (error) => {
    if (alone || !(await window.caches.match(programs[gate.bare ? 1 : 0]))) throw error;
    return change();
  };
  // instead has the game begin without a picture where that did not come, and says
  // whether it can.
  gate.instead = () => {
    if (alone || gate.bare) return false;
    gate.game = change();
    return true;
  };
  // fetchGame fetches the game, and has it begin when all of the page is there.
  const fetchGame = () => {
    gate.game = bring(gate.program).catch(other);
    gate.first = gate.words(html.lang);
    for (const coming of [gate.game, gate.first]) coming.catch(() => {}); // boot.js says so
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
  };
  // afterPaint calls back when the first text of the page is on the screen:
  // what is begun sooner takes the processor from it. It waits two seconds at
  // most, as a page that nobody sees is not painted.
  const afterPaint = (callback) => {
    const types = (window.PerformanceObserver && PerformanceObserver.supportedEntryTypes) || [];
    if (document.hidden || !types.includes("paint")) {
      callback();
      return;
    }
    let waits = true;
    const go = () => {
      if (waits) callback();
      waits = false;
    };
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName("first-contentful-paint").length) return;
      observer.disconnect();
      go();
    }).observe({type: "paint", buffered: true});
    later(go, 2000);
  };
  if (relayed) html.dataset.picture = "coming";
  if (html.dataset.state === "loading" && gate.program) afterPaint(fetchGame);
})();
