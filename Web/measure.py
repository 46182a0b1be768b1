"""How fast the pocket page is in each browser (Spec/guichet.md 4.1).

    JUSTIFICATIF_PROGRAMS=.build/release PYTHONPATH=.build/python /usr/bin/python3 Web/measure.py
"""

import statistics

from counter_page import BROWSERS, NOW, TEXT, browser, pocket

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
    const turn = () => new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    });
    const start = performance.now();
    for (let i = 0; i < count; i += 1) {
        const event = new Event("paste", { bubbles: true, cancelable: true });
        event.clipboardData = { files: [], getData: () => text };
        document.body.dispatchEvent(event);
        while (!document.querySelector("article")) await turn();
    }
    return 1000 * count / (performance.now() - start);
}"""
CLOCK = f"""{{
    const now = Date.now.bind(Date), behind = Date.parse("{NOW}") - now();
    Date.now = () => now() + behind;
}}"""


def main() -> None:
    for name in BROWSERS:
        context = browser(name).new_context(offline=True)
        context.add_init_script(CLOCK)
        page = context.new_page()
        page.goto(pocket("trust.cose").as_uri())
        page.locator("#lists:not(:empty)").wait_for()
        page.evaluate(ANSWER, [TEXT, "Enter", 5])
        assert page.locator("article").get_attribute("data-code") == "valid"
        for end in ("Enter", ""):
            times = page.evaluate(ANSWER, [TEXT, end, 50])
            print(f"{name}: {statistics.median(times):.0f} ms in the median, {end or '100 ms of silence'}")
        print(f"{name}: {page.evaluate(RATE, [TEXT, 500]):.0f} verdicts a second")


if __name__ == "__main__":
    main()
