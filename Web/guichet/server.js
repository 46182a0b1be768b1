// The counter page of the program on this machine.

import { CounterPage } from "./guichet.js";
import { PairingForm, deviceToken } from "./pairing.js";
import { startPractice } from "./practice.js";
import { ServerEngine } from "./server-engine.js";

const PLACE_OF_TOKEN = "justificatif-guichet.token";
const PAUSE = 5000;

/** The token behind the # of the address, which the address then loses; kept for a reload. Else that of a paired device. */
function takeToken() {
    const given = location.hash.slice(1);
    try {
        if (given !== "") sessionStorage.setItem(PLACE_OF_TOKEN, given);
        if (given !== "") history.replaceState(null, "", location.pathname);
        return given || sessionStorage.getItem(PLACE_OF_TOKEN) || deviceToken();
    } catch {
        return given;
    }
}

async function startServedPage() {
    const engine = new ServerEngine(
        JSON.parse(document.getElementById("pocket").textContent), takeToken());
    const page = new CounterPage(engine, startPractice);
    const form = new PairingForm(engine, () => {
        sessionStorage.removeItem(PLACE_OF_TOKEN);
        return refresh();
    });
    const tellPairing = () => form.draw(page.language, engine.trouble === "not-paired");
    const refresh = async () => {
        const before = engine.trouble;
        await engine.refresh();
        page.tellLists();
        if (engine.trouble !== before) tellPairing();
    };
    window.addEventListener("hashchange", () => {
        engine.token = takeToken();
        refresh();
    });
    await engine.refresh();
    page.start();
    tellPairing();
    document.getElementById("language").addEventListener("click", tellPairing);
    setInterval(refresh, PAUSE);
}

startServedPage();
