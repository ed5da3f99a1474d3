"use strict";
const go = new Go();
WebAssembly.instantiateStreaming(fetch("game.wasm"), go.importObject).then((game) => go.run(game.instance));
