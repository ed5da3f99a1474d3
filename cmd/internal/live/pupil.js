// What a pupil's page does where scripts run: it hears when the lesson goes on,
// sends without leaving the page, tries again while the connection is gone, and
// finds its place again in this browser. Without it the same page works as a form.
"use strict";
(() => {
  const check = document.getElementById("check");
  if (check) {
    // The teacher's own look at the network: do events come one by one?
    const begin = Date.now();
    const source = window.EventSource && new EventSource("/live/check/events");
    let first = 0;
    let told = false;
    const tell = (what) => {
      if (!told) check.textContent = check.dataset[what];
      told = true;
      if (source) source.close();
    };
    if (!source) return tell("none");
    source.addEventListener("check", (event) => {
      first = first || Date.now();
      if (event.data === "4") tell(Date.now() - first > 1000 && first - begin < 2000 ? "good" : "held");
    });
    setTimeout(() => tell(first ? "held" : "none"), 6000);
    return;
  }
  const parts = location.pathname.split("/"); // "", room, seat
  const room = (parts[1] || "").split("-")[0];
  const seat = parts[2];
  const kind = "hard-cases-seat-";
  const key = kind + room;
  const life = 12 * 3600 * 1000; // as long as a room has
  // remember keeps the place for who closes the page and comes in again, null for none.
  const remember = (value) => {
    try {
      for (const k of Object.keys(localStorage)) if (k.startsWith(kind) && !(Date.now() - localStorage.getItem(k).split(" ")[1] < life)) localStorage.removeItem(k);
      if (value === null) localStorage.removeItem(key);
      else if (value) localStorage.setItem(key, value + " " + Date.now());
      return (localStorage.getItem(key) || "").split(" ")[0];
    } catch {
      return null; // storage is forbidden here: the address alone says the place
    }
  };
  const page = () => document.getElementById("page");
  const later = (ms) => new Promise((done) => setTimeout(done, ms));

  // ask asks the server, which some networks never answer.
  const ask = (path, options) => {
    const patience = new AbortController();
    setTimeout(() => patience.abort(), 8000);
    return fetch(path, { cache: "no-store", signal: patience.signal, ...options });
  };
  // away says whether an answer is of a server, or of what stands before it, that cannot now.
  const away = (answer) => answer.status > 501 && answer.status < 505;

  const say = (text) => {
    let status = document.getElementById("n-sent") || document.getElementById("n-trouble");
    if (!status) {
      status = document.createElement("p");
      status.id = "n-trouble";
      status.setAttribute("role", "status");
      document.querySelector("main").append(status);
    }
    status.textContent = text;
  };

  if (!page() || !page().dataset.phase) {
    // until waits for the server, as a page that does not come is the browser's own, which
    // never tries again.
    const until = async (path, missed) => {
      for (;;) {
        const answer = await ask(path).catch(() => null);
        if (answer && !away(answer)) return;
        missed();
        await later(2000 + Math.random() * 1000);
      }
    };
    const again = page() && "again" in page().dataset; // whether the place is taken, or there is a room, nobody can say now
    if (again) later(3000).then(() => until(location.href, () => {})).then(() => location.reload());
    else if (seat) remember(null);
    const place = !seat && room && remember();
    if (place) location.replace("/" + room + "/" + place + location.search);
    let coming = false; // a second tap would take a second place, which never votes
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.id !== "page") return;
      event.preventDefault();
      if (coming) return;
      coming = true;
      until(form.action, () => say(form.dataset.offline)).then(() => form.submit());
    });
    addEventListener("pageshow", (event) => {
      if (event.persisted) coming = false;
    });
    return;
  }
  // stay keeps the place until the lesson is over.
  const stay = () => remember(page().dataset.phase === "over" ? null : seat);
  stay();

  const base = "/" + room + "/" + seat;
  const turnOf = (form) => Number(form.dataset.turn); // that it shows; each of a lesson is a higher one
  let turn = turnOf(page()); // the last that this page has heard of
  let stream = null;
  let heard = 0; // when anything came through the stream
  let sending = false;

  // out is for a place that is gone.
  const out = (answer) => {
    if (answer.status !== 410 && answer.status !== 404) return false;
    remember(null);
    location.reload();
    return true;
  };

  // show puts another state of this page in its place: none of a server that has not
  // heard yet what this page shows. What somebody is choosing stays chosen while the
  // question is the same.
  const show = (html, moved) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const fresh = next.getElementById("page");
    const old = page();
    if (!fresh || turnOf(fresh) < turnOf(old)) return;
    old.dataset.turn = fresh.dataset.turn;
    const same = old.dataset.phase === fresh.dataset.phase && value(old, "step") === value(fresh, "step");
    if (same && !moved) return;
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    old.replaceWith(document.adoptNode(fresh));
    stay();
    if (!same) {
      scrollTo(0, 0);
      const title = document.querySelector("h1");
      if (title) {
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
    }
  };
  const value = (form, name) => (form.elements[name] ? form.elements[name].value : "");

  const refresh = async () => {
    if (sending) return;
    try {
      const answer = await ask(base + location.search);
      if (!out(answer) && answer.ok) {
        const html = await answer.text();
        if (!sending) show(html, false);
      }
    } catch {
      // the next look brings it
    }
  };
  const turned = (now) => {
    if (now > turn) {
      turn = now;
      refresh();
    }
  };

  const send = async (form) => {
    if (sending) return;
    sending = true;
    const button = form.querySelector("button");
    if (button) button.setAttribute("aria-disabled", "true");
    for (let wait = 500; ; wait = 1000) {
      try {
        const answer = await ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        if (out(answer)) return;
        const html = away(answer) ? "" : await answer.text();
        const whole = html.includes('id="page"');
        // What is refused for good is not sent again by itself. All else is of somebody on
        // the way, as where one has to log in.
        const refused = answer.status > 399 && answer.status < 500 && answer.status !== 429;
        if (whole || refused) {
          sending = false;
          if (button) button.removeAttribute("aria-disabled");
          if (!whole) return say(form.dataset.refused + " (" + answer.status + ")");
          show(html, true);
          const sent = document.getElementById("n-trouble") || document.getElementById("n-sent");
          if (sent) sent.textContent = sent.textContent; // new text in place is read aloud
          return;
        }
      } catch {
        // no connection: the same as a server that cannot keep it now
      }
      say(form.dataset.offline);
      await later(wait * (0.75 + Math.random() / 2));
    }
  };
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "page") return;
    event.preventDefault();
    send(event.target);
  });

  // Events where they arrive; else, and beside them while nothing has come for a
  // while, a short question every two seconds.
  const listen = () => {
    if (!window.EventSource) return;
    if (stream) stream.close();
    stream = new EventSource(base + "/events");
    const alive = () => {
      heard = Date.now();
    };
    stream.addEventListener("turn", (event) => {
      alive();
      turned(Number(event.data));
    });
    stream.addEventListener("beat", alive);
    stream.addEventListener("gone", refresh);
    stream.addEventListener("many", () => {
      stream.close(); // this page asks from here on
      stream = null;
    });
  };
  const look = async () => {
    const deaf = Date.now() - heard > 20000;
    if (stream && stream.readyState === 2) listen(); // one bad answer ends a stream for good
    if (turnOf(page()) < turn) refresh();
    if (deaf && document.visibilityState === "visible") {
      try {
        const answer = await ask(base + "/turn");
        if (answer.ok) turned(Number(await answer.text()));
        else refresh();
      } catch {
        // gone for the moment
      }
    }
    setTimeout(look, 2000);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") refresh();
  });
  addEventListener("online", refresh);
  listen();
  look();
})();
