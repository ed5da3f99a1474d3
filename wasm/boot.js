// Shows how many bytes of the game have come, and starts it. The texts are in the
// page, in every language; this script only says which are shown.
"use strict";
(() => {
  const html = document.documentElement;
  const boot = document.getElementById("boot");
  const total = Number(boot.dataset.size); // of the decoded file, from the build
  const number = new Intl.NumberFormat(html.lang);
  const kilobytes = (n) => number.format(Math.round(n / 1024));

  document.title = boot.querySelector(`[lang="${html.lang}"] .brand`).textContent;

  const show = (state) => {
    html.dataset.state = state;
  };
  let shown = 0; // when the progress was, as showing it takes time from the game
  const progress = (done) => {
    const now = performance.now();
    if (done > 0 && done < total && now < shown + 100) return;
    shown = now;
    for (const bar of boot.querySelectorAll("progress")) bar.value = done;
    for (const text of boot.querySelectorAll(".bytes")) {
      text.textContent = text.dataset.pattern
        .replace("{done}", kilobytes(done)).replace("{total}", kilobytes(total));
    }
  };

  // counted passes a response on and tells how much of it has gone by.
  const counted = (response) => {
    let done = 0;
    const count = new TransformStream({
      transform(chunk, out) {
        done += chunk.byteLength;
        progress(Math.min(done, total));
        out.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), {headers: {"Content-Type": "application/wasm"}});
  };

  const compile = async (go) => {
    const fetched = gate.game || fetch(html.dataset.game);
    gate.game = null; // another try fetches it again
    const response = await fetched;
    if (!response.ok) throw new Error(`${html.dataset.game}: ${response.status}`);
    if (WebAssembly.instantiateStreaming && window.TransformStream) {
      return WebAssembly.instantiateStreaming(counted(response), go.importObject);
    }
    return WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
  };

  // canPaint says whether this browser has what the picture needs. The first
  // context takes the browser long: it is asked for while the game is fetched.
  const canPaint = () => {
    const context = document.createElement("canvas").getContext("webgl2");
    // A browser allows only so many at once: give it back.
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return Boolean(context);
  };

  // keep makes the next visit start from this browser's own store. It can fail
  // (private windows, plain HTTP): then the next visit fetches again.
  const keep = () => {
    if (!navigator.serviceWorker) return;
    const idle = window.requestIdleCallback || ((f) => setTimeout(f, 2000));
    idle(() => navigator.serviceWorker.register("worker.js").catch(() => {}));
  };

  // dress fetches the styles that the first text does not need, once.
  let dressed = null;
  const dress = () => dressed ??= new Promise((done, fail) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = boot.dataset.style;
    link.addEventListener("load", done);
    link.addEventListener("error", () => {
      link.remove();
      dressed = null; // another try fetches them again
      fail(new Error(link.href));
    });
    document.head.append(link);
  });

  const load = async () => {
    show("loading");
    progress(0);
    let go, game;
    try {
      go = new Go();
      const calls = go.importObject.gojs;
      for (const name of ["runtime.scheduleTimeoutEvent", "runtime.clearTimeoutEvent"]) {
        const call = calls[name];
        calls[name] = (sp) => gate.asGo(() => call(sp));
      }
      const compiling = Promise.all([compile(go), dress()]);
      gate.paints = canPaint();
      [game] = await compiling;
    } catch (error) {
      console.error(error);
      show("failed");
      return;
    }
    progress(total);
    show("starting");
    keep();
    try {
      await go.run(game.instance); // returns only when the game has stopped
    } catch (error) {
      console.error(error);
    }
    show("crashed");
  };

  for (const button of boot.querySelectorAll(".retry")) button.addEventListener("click", load);
  for (const button of boot.querySelectorAll(".reload")) button.addEventListener("click", () => location.reload());
  load();
})();
