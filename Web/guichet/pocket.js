// The pocket page: one file with everything in it.

import { CounterPage } from "./guichet.js";
import { PocketEngine } from "./pocket-engine.js";

const engine = new PocketEngine(JSON.parse(document.getElementById("pocket").textContent));
engine.start().then(() => new CounterPage(engine).start());
