// The counter page of the program on this machine.

import { CounterPage } from "./guichet.js";
import { startPractice } from "./practice.js";
import { ServerEngine } from "./server-engine.js";

const PLACE_OF_TOKEN = "justificatif-guichet.token";
const PAUSE = 5000;

/** The token behind the # of the address, which the address then loses; kept for a reload. */
function takeToken() {
    const given = location.hash.slice(1);
    try {
        if (given !== "") sessionStorage.setItem(PLACE_OF_TOKEN, given);
        if (given !== "") history.replaceState(null, "", location.pathname);
        return given || sessionStorage.getItem(PLACE_OF_TOKEN) || "";
    } catch {
        return given;
    }
}

async function startServedPage() {
    const engine = new ServerEngine(
        JSON.parse(document.getElementById("pocket").textContent), takeToken());
    const page = new CounterPage(engine, startPractice);
    const refresh = async () => {
        await engine.refresh();
        page.tellLists();
    };
    window.addEventListener("hashchange", () => {
        engine.token = takeToken();
        refresh();
    });
    await engine.refresh();
    page.start();
    setInterval(refresh, PAUSE);
}

startServedPage();
