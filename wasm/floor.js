// Stands first in the page, in words that every browser knows: a browser that
// cannot read the scripts after this one is told so, and not that something else
// is wrong.
window.onerror = function (message) {
  if (!/SyntaxError/.test(message)) return;
  if (window.gate) { // a later script
    window.gate.show("nowasm");
    return;
  }
  var html = document.documentElement;
  var language = String(navigator.language).split("-")[0];
  if ((" " + html.getAttribute("data-langs") + " ").indexOf(" " + language + " ") >= 0) html.lang = language;
  html.setAttribute("data-state", "nowasm");
};
