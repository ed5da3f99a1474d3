// Shows how much of the game has come, and starts it. The texts are in the page,
// in every language; this script only says which are shown.
"use strict";
(() => {
  const html = document.documentElement;
  const boot = document.getElementById("boot");
  let total = 0; // of the decoded file, from the build
  let number = null; // made when it is wanted, as the browser takes long for the first
  const kilobytes = (n) => {
    number = number || new Intl.NumberFormat(html.lang);
    return number.format(Math.round(n / 1024));
  };

  document.title = boot.querySelector(`[lang="${html.lang}"] .brand`).textContent;

  let travels = 0; // bytes of the game as they are sent, 0 where nobody says
  let shown = performance.now(); // when the progress was, as showing it takes time from the game
  const progress = (done) => {
    const now = performance.now();
    if (done < total && now < shown + 100) return;
    shown = now;
    for (const bar of boot.querySelectorAll("progress")) {
      bar.max = total;
      bar.value = done;
    }
    if (done === total && !number) return; // it was there before anybody could read of it
    for (const text of boot.querySelectorAll(".bytes")) {
      text.textContent = travels ? text.dataset.pattern
        .replace("{done}", kilobytes(travels * done / total)).replace("{total}", kilobytes(travels)) : "";
    }
  };

  // count tells, beside whoever reads a response, how much of it has come, and notes
  // whether it begins as a program does, and whether it came to its end. The response
  // itself goes to the browser's compiler as it is: what passes through a script on its
  // way takes the page's thread, and is not kept compiled for the next visit.
  const magic = [0x00, 0x61, 0x73, 0x6d];
  const count = async (copy, came) => {
    const reader = copy.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (came.bytes < magic.length) came.spoilt = magic.some((b, i) => next.value.length > i && next.value[i] !== b);
      if (came.spoilt) {
        reader.cancel().catch(() => {}); // the compiler's half may never end
        return;
      }
      came.bytes += next.value.byteLength;
      progress(Math.min(came.bytes, total));
    }
    came.ended = true;
  };

  // through gives the functions of a program to JavaScript by way of a table, which is
  // emptied when the program goes: what the page still has of them then holds nothing.
  const through = (table) => (id) => function (...args) {
    const {go} = table;
    if (!go) return undefined;
    const event = {id, this: this, args};
    go._pendingEvent = event;
    go._resume();
    return event.result;
  };

  // newProgram is a program in Go that can be let go of.
  const newProgram = () => {
    const go = new Go();
    const table = {go};
    go._makeFuncWrapper = through(table);
    const calls = go.importObject.gojs;
    for (const name of ["runtime.scheduleTimeoutEvent", "runtime.clearTimeoutEvent"]) {
      const call = calls[name];
      calls[name] = (sp) => gate.asGo(() => call(sp));
    }
    return {
      imports: go.importObject,
      // run runs the program, and says at its end whether that was wanted.
      async run(instance) {
        try {
          await go.run(instance);
        } catch (error) {
          console.error(error);
        }
        return !table.go;
      },
      // release ends the program, which must not be running, and gives its memory back.
      release() {
        table.go = null;
        gate.asGo(() => {
          for (const id of go._scheduledTimeouts.values()) clearTimeout(id);
        });
        go._scheduledTimeouts.clear();
        go.exited = true;
        for (const name of ["_inst", "mem", "_values", "_goRefCounts", "_ids", "_idPool", "_pendingEvent", "importObject"]) go[name] = null;
        go._resolveExitPromise();
      },
    };
  };

  // asProgram is a response as a program, whatever the site calls it.
  const asProgram = (response) => response.headers.get("Content-Type") === "application/wasm" ? response :
    new Response(response.body, {headers: {"Content-Type": "application/wasm"}});

  // compile fetches and compiles the game; where something stands in the way it gives
  // what finds that out and says it.
  const compile = async (program) => {
    const came = {begun: false, bytes: 0, ended: false, spoilt: false};
    const trouble = (status) => () => gate.trouble(gate.program, status);
    let counting = null;
    try {
      const response = await gate.game;
      total = Number(gate.bare ? boot.dataset.pageSize : boot.dataset.size);
      if (!response.ok) return trouble(response.status);
      came.begun = true;
      travels = Number(response.headers.get("Content-Length"));
      if (WebAssembly.instantiateStreaming) {
        counting = count(response.clone(), came).catch(() => {}); // the compiler hears of it, too
        return await WebAssembly.instantiateStreaming(asProgram(response), program.imports);
      }
      const bytes = await response.arrayBuffer();
      came.bytes = bytes.byteLength;
      came.ended = true;
      came.spoilt = magic.some((b, i) => new Uint8Array(bytes)[i] !== b);
      return await WebAssembly.instantiate(bytes, program.imports);
    } catch (error) {
      console.error(error);
      await counting;
      const unread = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
      const short = came.ended && came.bytes < total;
      if (came.spoilt || (came.ended && !came.bytes)) return trouble(403); // something else came in its place
      if (came.begun && (short || !unread)) return () => gate.show("offline"); // the connection broke
      return unread ? () => gate.show("nowasm") : trouble(0);
    }
  };

  // compiled is the game, that without a picture where the other did not come; null
  // where neither did, which has been said then.
  let missing = false;
  const compiled = async (program) => {
    let game = await compile(program);
    if (!game.instance && gate.instead()) {
      missing = true;
      game = await compile(program);
    }
    if (game.instance) return game;
    await game();
    return null;
  };

  // blindness says why this browser cannot paint the picture, "" where it can.
  // The first context takes the browser long: it is asked for while the game is
  // fetched.
  const blindness = () => {
    if (recall("plain")) return "notice.crashed-twice";
    const context = document.createElement("canvas").getContext("webgl2");
    if (!context) return "notice.no-webgl";
    const texture = context.getParameter(context.MAX_TEXTURE_SIZE);
    // Ebitengine takes powers of two, and some pixels around an image.
    if (texture) gate.widest = 2 ** Math.floor(Math.log2(texture)) - 2;
    // A browser allows only so many at once: give it back.
    const lose = context.getExtension("WEBGL_lose_context");
    if (lose) lose.loseContext();
    const pixels = Math.max(screen.width, screen.height, innerWidth, innerHeight) * devicePixelRatio;
    return pixels > gate.widest ? "notice.small-texture" : "";
  };

  // recall and note keep what must outlast a reload, for as long as the tab is
  // open.
  const recall = (key) => {
    try {
      return sessionStorage.getItem(`hardcases.${key}`) || "";
    } catch {
      return ""; // storage is forbidden
    }
  };
  const note = (key, value) => {
    try {
      sessionStorage.setItem(`hardcases.${key}`, value);
    } catch {} // then each start is the first
  };

  // crashed says that the game has stopped. Where that comes twice within a
  // minute, painting may be what stops it: the next start does without.
  const crashed = () => {
    const now = Date.now();
    if (now - Number(recall("crashed")) < 60e3) note("plain", "yes");
    note("crashed", String(now));
    gate.show("crashed");
  };

  // whenIdle waits until the browser has nothing else to do, or two seconds.
  const whenIdle = (f) => window.requestIdleCallback ? requestIdleCallback(f, {timeout: 2000}) : setTimeout(f, 2000);

  // keep makes the next visit start from this browser's own store, with these programs.
  // It can fail (private windows, plain HTTP): then the next visit fetches again.
  let watched = false;
  const keep = (programs) => {
    if (!navigator.serviceWorker || gate.alone) return;
    whenIdle(() => navigator.serviceWorker.register(`worker.js?${programs}`).then((registration) => {
      if (!watched) watch(registration);
      watched = true;
    }).catch(() => {}));
  };

  // watch looks for a newer version, now and then and whenever the page comes into
  // view, and has the game say so once one lies ready. It is taken when the player
  // asks for it, or with the next visit: never in the middle of one.
  const watch = (registration) => {
    let ready = false;
    const take = () => {
      if (registration.waiting) registration.waiting.postMessage("take");
      return Boolean(registration.waiting);
    };
    const look = async () => {
      if (!registration.waiting || ready) return;
      const worker = await (await fetch("worker.js", {cache: "no-store"})).text();
      if (worker.includes(`"${html.dataset.version}"`)) { // this page has it already
        take();
        return;
      }
      ready = true;
      gate.renewed = true;
      window.dispatchEvent(new Event("renewed"));
    };
    const quietly = () => look().catch(() => {}); // without a network, the next time
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      if (worker) worker.addEventListener("statechange", quietly);
    });
    const update = () => document.hidden || registration.update().then(quietly, () => {});
    document.addEventListener("visibilitychange", update);
    setInterval(update, 3600e3);
    window.addEventListener("renew", () => {
      const again = () => location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", again);
      if (!take()) again(); // another page has taken it already
    });
    quietly();
  };

  // dress fetches the styles that the first text does not need, and says whether
  // they have come.
  const dress = async () => {
    if (!gate.alone) return fetchStyles();
    const style = document.createElement("style");
    style.textContent = await gate.text(boot.dataset.style);
    document.head.append(style);
    return true;
  };
  const fetchStyles = () => new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = boot.dataset.style;
    link.addEventListener("load", () => done(true));
    link.addEventListener("error", () => gate.ask(boot.dataset.style).then(() => done(false)));
    document.head.append(link);
  });

  // speak waits for what the game says, and says whether it has come.
  const speak = async () => {
    try {
      gate.texts = await gate.first;
      return true;
    } catch (error) {
      await gate.trouble(error.url, error.status);
      return false;
    }
  };

  // follow has the program with the picture go on from the one that is played; anywhere
  // says that the player has just asked for the picture, which then changes what they read.
  let followed = false;
  gate.follow = (anywhere) => {
    if (anywhere) gate.relay.anywhere = true;
    if (followed) return;
    followed = true;
    html.dataset.picture = "coming";
    const script = document.createElement("script");
    script.src = html.dataset.relay;
    script.addEventListener("error", () => withoutPicture(""));
    document.head.append(script);
  };
  // withoutPicture has the game go on without, and say why, a key of a notice.
  const withoutPicture = (why) => {
    if (gate.relay.fail) gate.relay.fail(why); // else the game has not started
    gate.relay = null;
    html.dataset.picture = "settled";
  };

  // patience is how long the first screen stands while its picture does not come, in
  // milliseconds: the game has more to be pressed. It stays for who reads it by ear.
  const patience = 5000;

  // inBetween waits until nothing was pressed for a moment, which is more than a new screen
  // takes no presses for, or as long as patience lasts: what else is compiled takes the
  // processor from what is pressed.
  const moment = 600;
  const inBetween = (f) => {
    const listening = new AbortController();
    const end = performance.now() + patience;
    let last = gate.pressed ? performance.now() : 0;
    for (const type of ["click", "keydown", "pointerdown"]) {
      addEventListener(type, () => {
        last = performance.now();
      }, {capture: true, passive: true, signal: listening.signal});
    }
    const look = () => {
      const wait = Math.min(last && last + moment, end) - performance.now();
      if (wait > 0) {
        setTimeout(look, wait);
        return;
      }
      listening.abort();
      f();
    };
    look();
  };

  const load = async () => {
    if (!window.Go) return; // its script has not come, which gate.js says
    const program = newProgram();
    const coming = Promise.all([compiled(program), dress(), speak()]);
    if (!gate.bare) gate.blind = blindness();
    const [game, dressed, spoken] = await coming;
    if (!game || !dressed || !spoken) return;
    progress(total);
    gate.show("starting");
    gate.relay = gate.bare ? {program, newProgram, asProgram, blindness, keep, crashed} : null;
    if (gate.pressed) gate.stands = false;
    const stopped = program.run(game.instance);
    if (gate.stands) setTimeout(() => gate.stands && !gate.read() && gate.enter(), patience);
    if (missing) withoutPicture("notice.picture-missing");
    if (gate.relayed) inBetween(() => whenIdle(() => gate.follow(false)));
    else keep(gate.bare ? "page" : "game");
    if (!await stopped) crashed();
  };

  load();
})();
