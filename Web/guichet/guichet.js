// The counter page: inputs to the engine, verdicts to the screen, and the screen empty again.
//
// An engine has: `judgeTyped(text)` and `judgeTexts(texts)`, each a promise of `{ verdict }`;
// `judgeFiles(files)`, a promise of `{ lists }`, codes of lists that were offered, and of the
// `{ verdict }` of the last file that is none, or of its place as `{ picture }`; `fold(text)`;
// `scales`; `eye()`, if it looks at the camera by itself (camera.js); `lists()`, which has `state` (ok,
// aging, stale, none, or clock if that of the machine is suspect), and `issued` or `words` that say more;
// `takesLists` if they can be given to the page, `mayAccept` if `acceptClock()` can help. That of practice
// has `example(code)` besides.

import { Countdown } from "./erasure.js";
import { agoWords, dayWords, predicatesOf } from "./facts.js";
import { listenToScanner } from "./keyboard.js";
import { count, countsOf } from "./memory.js";
import { answerOf, element, resultScreen, spaced } from "./screen.js";
import { Settings } from "./settings.js";
import { play } from "./sound.js";
import { WaysIn } from "./ways-in.js";
import { SCAN_AGAIN, VERDICT_CODES, isJudged, listsWords, pageWord, verdictWords } from "./words.js";

// What a mistake of a scanner can lead to: these ask for a second scan first.
const DOUBTFUL = ["signature-invalid", "issuer-unknown", "malformed", "foreign-code"];
const SECOND_SCAN = 60000;
// Practice that somebody forgot to end must not meet the next person.
const LONGEST_PRACTICE = 600000;
const SHORT_WAIT = 400;
const byId = (id) => document.getElementById(id);
const onClick = (id, act) => byId(id).addEventListener("click", act);
const today = () => new Date().toLocaleDateString("sv");

export class CounterPage {
    /** `startPractice` gives the promise of an engine for practice. */
    constructor(engine, startPractice) {
        this.realEngine = engine;
        this.startPractice = startPractice;
        this.practiceEngine = null;
        this.language = "fr";
        this.shown = null;
        this.turn = 0;
        this.doubtedAt = -Infinity;
        this.settings = new Settings();
        this.waysIn = new WaysIn(this, { video: byId("preview"), fileField: byId("file") });
        this.countdown = new Countdown({
            onTick: (left, isHeld) => this.tellTime(left, isHeld), onEnd: () => this.erase(),
        });
    }

    get engine() {
        return this.practiceEngine ?? this.realEngine;
    }

    start() {
        listenToScanner(document, (text) => this.takeText(text));
        document.addEventListener("keydown", (event) => this.pressed(event));
        window.addEventListener("pagehide", () => {
            this.waysIn.camera.stop();
            this.erase();
        });
        onClick("language", () => this.turnLanguage());
        onClick("open", () => byId("file").click());
        onClick("camera", () => this.turnCamera());
        onClick("clock-right", () => {
            this.engine.acceptClock();
            this.tellLists();
        });
        onClick("practice-start", () => this.practise());
        onClick("practice-end", () => this.endPractice());
        byId("practice").addEventListener("change", ({ target }) => this.showExample(target.value));
        this.waysIn.start(document);
        this.settings.bind({
            green: byId("green-seconds"), other: byId("other-seconds"), sound: byId("sound") });
        this.tellWords();
        setInterval(() => this.tellLists(), 60000);
    }

    word(name) {
        return spaced(pageWord(name, this.language));
    }

    turnLanguage() {
        this.language = this.language === "fr" ? "en" : "fr";
        this.tellWords();
        if (this.shown !== null) this.draw();
    }

    tellWords() {
        document.documentElement.lang = this.language;
        for (const node of document.querySelectorAll("[data-word]")) {
            node.textContent = this.word(node.dataset.word);
        }
        document.title = this.word("title");
        byId("language").textContent = this.language === "fr" ? "English" : "Français";
        byId("language").lang = this.language === "fr" ? "en" : "fr";
        const chosen = byId("practice").value;
        byId("practice").replaceChildren(
            element("option", { value: "" }, "–"),
            ...VERDICT_CODES.map((code) => element("option", { value: code }, this.headline(code))));
        byId("practice").value = chosen;
        this.tellLists();
        this.tellCounts();
    }

    /** How old the lists are, and what has to be done before the next scan, if anything. */
    tellLists() {
        const { state, issued, words, takesLists, mayAccept = false } =
            this.practiceEngine === null ? this.engine.lists() : { state: "practice" };
        const { said, hint } = words === undefined
            ? listsWords(state, this.language, dayWords(today(), this.language))
            : { said: words[this.language], hint: "" };
        const days = Math.max(0, Math.floor((Date.now() - Date.parse(issued)) / 86400000));
        const dated = issued && this.word("listsOf").replace("{}", dayWords(issued, this.language))
            .replace("{}", agoWords(days, this.language));
        const text = spaced([dated, said].filter(Boolean).join(" : "));
        // A region that is announced must not be written anew each minute.
        if (byId("lists").textContent !== text) byId("lists").textContent = text;
        byId("lists").dataset.state = state;
        byId("hint").textContent = spaced(hint && takesLists ? `${hint} ${this.word("giveLists")}` : hint);
        byId("clock-right").hidden = !mayAccept;
    }

    headline(code) {
        return verdictWords({ verdict: code }, this.language, "…").headline;
    }

    tellCounts() {
        byId("counts").replaceChildren(...Object.entries(countsOf(today())).map(([code, number]) =>
            element("tr", { "data-code": code },
                element("td", {}, this.headline(code)), element("td", {}, String(number)))));
    }

    tellTime(left, isHeld) {
        const node = byId("left");
        if (node === null) return;
        node.textContent = isHeld ? this.word("held") : this.word("erasedIn").replace("{}", left);
        byId("hold").textContent = this.word(isHeld ? "release" : "hold");
    }

    notice(text) {
        byId("notice").textContent = text;
    }

    takeText(text) {
        return this.take((engine) => engine.judgeTyped(text), true);
    }

    /** Judges by `ask`, and shows what came of it. */
    async take(ask, isTyped = false) {
        this.erase();
        const { turn } = this;
        const waiting = setTimeout(() => this.notice(this.word("reading")), SHORT_WAIT);
        let answer;
        try {
            answer = await ask(this.engine);
        } catch {
            answer = { verdict: { verdict: "internal-error", family: "grey", reason: "page-failed" } };
        }
        clearTimeout(waiting);
        if (this.practiceEngine !== null) this.practise();
        // Meanwhile somebody went on: this is not the answer to the person who is there now.
        if (turn !== this.turn) return;
        this.notice("");
        if (answer.lists !== undefined) this.tellInstalled(answer.lists);
        if (answer.verdict === undefined) return;
        this.show(isTyped ? this.doubted(answer.verdict) : answer.verdict);
    }

    tellInstalled(codes) {
        const refused = codes.filter((code) => code !== "adopted" && code !== "in-force");
        const isOlder = refused.every((code) => code === "lower-sequence");
        const name = refused.length === 0 ? "listsTaken" : isOlder ? "listsOlder" : "listsRefused";
        this.notice(this.word(name).replace("{}", refused.join(", ")));
        this.tellLists();
    }

    /** A first failure of a typed text asks for a second scan before any red. */
    doubted(verdict) {
        const isFirst = DOUBTFUL.includes(verdict.verdict)
            && performance.now() - this.doubtedAt > SECOND_SCAN;
        this.doubtedAt = isFirst ? performance.now() : -Infinity;
        return isFirst ? { verdict: SCAN_AGAIN, family: "grey" } : verdict;
    }

    show(verdict) {
        this.shown = verdict;
        if (isJudged(verdict.verdict) && this.practiceEngine === null) {
            count(today(), verdict.verdict);
            this.tellCounts();
        }
        this.draw();
        const { family, headline, advice } = answerOf(verdict, this.language);
        byId(family === "green" ? "said" : "alerted").textContent = `${headline}. ${advice}`;
        this.countdown.start(family === "green" ? this.settings.green : this.settings.other);
        if (this.settings.sound) play(family);
    }

    draw() {
        const { language, engine } = this;
        byId("result").replaceChildren(resultScreen(
            this.shown, { language, engine, isPractice: this.practiceEngine !== null }));
        byId("idle").hidden = true;
        // With the next frame: at once it would ask for the layout a second time.
        requestAnimationFrame(() => scrollTo(0, 0));
        onClick("next", () => this.erase());
        onClick("hold", () => this.countdown.toggle());
        onClick("copy", () => this.copy());
        this.tellTime(this.countdown.left, this.countdown.isHeld);
    }

    /** Nothing of a person is left in the page. */
    erase() {
        this.countdown.stop();
        this.turn += 1;
        this.shown = null;
        for (const id of ["result", "said", "alerted", "notice"]) byId(id).replaceChildren();
        byId("idle").hidden = false;
        byId("practice").value = "";
    }

    async copy() {
        const { verdict, reference, claims = {}, checked_at: at } = this.shown;
        const facts = predicatesOf(claims, this.language, this.engine.scales);
        const mark = this.practiceEngine === null ? null : this.word("practiceMark");
        const line = [mark, at, verdict, reference, ...facts].filter(Boolean).join(" · ");
        try {
            await navigator.clipboard.writeText(line);
            byId("copied").textContent = this.word("copied");
        } catch {
            byId("copied").textContent = this.word("notCopied");
        }
    }

    pressed(event) {
        if (event.key === "Escape") this.erase();
        const isFree = !["INPUT", "BUTTON", "SELECT", "SUMMARY"].includes(event.target.tagName);
        if (event.key === " " && isFree && this.shown !== null) {
            event.preventDefault();
            this.countdown.toggle();
        }
    }

    dropping(isOver) {
        byId("idle").classList.toggle("dropping", isOver);
    }

    async turnCamera() {
        this.notice("");
        this.callCamera("cameraStop");
        const trouble = await this.waysIn.turnCamera();
        this.callCamera("camera");
        if (trouble !== null) this.notice(this.word(trouble));
    }

    callCamera(name) {
        byId("camera").dataset.word = name;
        byId("camera").textContent = this.word(name);
    }

    /** Practice goes on until it is ended, or nothing was given to the page for ten minutes. */
    async practise() {
        clearTimeout(this.practiceTimer);
        this.practiceTimer = setTimeout(() => this.endPractice(), LONGEST_PRACTICE);
        if (this.practiceEngine !== null) return;
        this.erase();
        this.practiceEngine = await this.startPractice();
        byId("practice-band").hidden = false;
        this.tellLists();
    }

    endPractice() {
        clearTimeout(this.practiceTimer);
        this.erase();
        this.practiceEngine = null;
        byId("practice-band").hidden = true;
        this.tellLists();
    }

    async showExample(code) {
        if (code === "") this.erase();
        else await this.take((engine) => engine.example(code));
        byId("practice").value = code;
    }
}
