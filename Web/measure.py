"""How fast both pages are in each browser (Spec/guichet.md 4.1).

    JUSTIFICATIF_PROGRAMS=.build/release PYTHONPATH=.build/python /usr/bin/python3 Web/measure.py
"""

import os
import pathlib
import statistics
import tempfile

from counter_page import BROWSERS, NOW, TEXT, browser, pocket
from guichet_server import Place, Server

# From the last key of a scan to the frame in which the answer is painted, in milliseconds.
ANSWER = """async ([text, end, count]) => {
    const press = (key) => document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const pause = (time) => new Promise((done) => { setTimeout(done, time); });
    const times = [];
    for (let i = 0; i < count; i += 1) {
        press("Escape");
        await pause(60);
        for (const key of text) press(key);
        const start = performance.now();
        if (end) press(end);
        while (!document.querySelector("article")) await pause(0);
        await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
        times.push(performance.now() - start);
    }
    return times;
}"""
# Texts pasted one after the other, each until its screen is drawn.
RATE = """async ([text, count]) => {
    const drawn = () => new Promise((done) => {
        const observer = new MutationObserver(() => {
            if (!document.querySelector("article")) return;
            observer.disconnect();
            done();
        });
        observer.observe(document.getElementById("result"), { childList: true });
    });
    const start = performance.now();
    for (let i = 0; i < count; i += 1) {
        const event = new Event("paste", { bubbles: true, cancelable: true });
        event.clipboardData = { files: [], getData: () => text };
        document.body.dispatchEvent(event);
        await drawn();
    }
    return 1000 * count / (performance.now() - start);
}"""
CLOCK = f"""{{
    const now = Date.now.bind(Date), behind = Date.parse("{NOW}") - now();
    Date.now = () => now() + behind;
}}"""


# A camera of 1280 by 720 that sees nothing, and a code when it is told to. The time is that of the look
# that found the code.
CAMERA = """
const canvas = document.createElement("canvas");
[canvas.width, canvas.height] = [1280, 720];
const context = canvas.getContext("2d");
globalThis.show = (bitmap) => {
    context.fillStyle = "#eee";
    context.fillRect(0, 0, 1280, 720);
    if (bitmap) context.drawImage(bitmap, 640 - bitmap.width / 2, 360 - bitmap.height / 2);
};
Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia: async () => {
    show(null);
    setInterval(() => { context.fillRect(0, 0, 1, 1); }, 40);
    return canvas.captureStream(25);
} } });
const convert = OffscreenCanvas.prototype.convertToBlob;
globalThis.looks = 0;
OffscreenCanvas.prototype.convertToBlob = function (options) {
    globalThis.looks += 1;
    globalThis.lookedAt = performance.now();
    return convert.call(this, options);
};
"""
FRAMES = """async ([bytes, count]) => {
    const pause = (time) => new Promise((done) => { setTimeout(done, time); });
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    document.getElementById("camera").click();
    const times = [];
    for (let i = 0; i < count; i += 1) {
        show(bitmap);
        while (!document.querySelector("article")) await pause(0);
        const { lookedAt } = globalThis;
        await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
        times.push(performance.now() - lookedAt);
        show(null);
        document.getElementById("next").click();
        // A code is told again when it was away for five looks.
        for (const { looks } = globalThis; globalThis.looks < looks + 8;) await pause(20);
    }
    return times;
}"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(pathlib.Path(folder))
        server = Server(place.lists)
        try:
            for name in BROWSERS:
                measure_pocket_page(name)
                measure_served_page(name, place, server)
        finally:
            server.kill()
    print(f"load of the machine: {os.getloadavg()[0]:.0f} on {os.cpu_count()} processors")


def measure_pocket_page(name: str) -> None:
    context = browser(name).new_context(offline=True)
    context.add_init_script(CLOCK)
    page = context.new_page()
    page.goto(pocket("trust.cose").as_uri())
    page.locator("#lists:not(:empty)").wait_for()
    page.evaluate(ANSWER, [TEXT, "Enter", 5])
    assert page.locator("article").get_attribute("data-code") == "valid"
    for end in ("Enter", ""):
        tell(f"{name}: text, {end or '100 ms of silence'}", page.evaluate(ANSWER, [TEXT, end, 50]))
    rates = [page.evaluate(RATE, [TEXT, 500]) for _ in range(3)]
    print(f"{name}: {min(rates):.0f} to {max(rates):.0f} verdicts a second")
    if name == "chromium":
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        def busy() -> float:
            metrics = session.send("Performance.getMetrics")["metrics"]
            return next(one["value"] for one in metrics if one["name"] == "TaskDuration")
        before = busy()
        page.evaluate(RATE, [TEXT, 500])
        print(f"{name}: {2 * (busy() - before):.2f} ms of the page's processor time for a verdict")
    context.close()


def measure_served_page(name: str, place: Place, server: Server) -> None:
    context = browser(name).new_context()
    context.add_init_script(CAMERA)
    page = context.new_page()
    page.goto(server.address)
    page.locator("#lists[data-state=ok]").wait_for()
    page.evaluate(ANSWER, [place.text, "Enter", 5])
    tell(f"{name}: text, by the program", page.evaluate(ANSWER, [place.text, "Enter", 50]))
    page.keyboard.press("Escape")
    tell(f"{name}: frame, by the program", page.evaluate(FRAMES, [list(place.file("proof.png")), 21]))
    context.close()


def tell(what: str, times: list[float]) -> None:
    print(f"{what}: {statistics.median(times):.0f} ms in the median, {max(times):.0f} at most")


if __name__ == "__main__":
    main()
