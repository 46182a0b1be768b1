// The pocket page: one file with everything in it.

import { CounterPage } from "./guichet.js";
import { PocketEngine } from "./pocket-engine.js";
import { startPractice } from "./practice.js";

async function startPage() {
    const engine = new PocketEngine(JSON.parse(document.getElementById("pocket").textContent));
    await engine.start();
    const page = new CounterPage(engine, startPractice);
    window.addEventListener("storage", async ({ key }) => {
        await engine.follow(key);
        page.tellLists();
    });
    page.start();
}

startPage();
