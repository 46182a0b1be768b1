// The counter page: inputs to the engine, verdicts to the screen, and the screen empty again.
//
// An engine has: `judgeTyped(text)`, `judgeTexts(texts)`, `judgeFile(bytes)`, each a promise of
// `{ verdict }` or, for a file of lists, `{ lists: code }`; `lists()`; `fold(text)`.

import { qrDetector, textsOf, watch } from "./camera.js";
import { Countdown } from "./erasure.js";
import { dayWords, predicateOf } from "./facts.js";
import { listenToScanner } from "./keyboard.js";
import { SECONDS, count, countsOf, keep, recall } from "./memory.js";
import { PRACTICE_VERDICTS } from "./practice.js";
import { element, resultScreen } from "./screen.js";
import { play } from "./sound.js";
import { SCAN_AGAIN, VERDICT_CODES, pageWord, verdictWords } from "./words.js";

const LONGEST_FILE = 33554432;
// What a mistake of a scanner can lead to: these ask for a second scan first.
const DOUBTFUL = ["signature-invalid", "issuer-unknown", "malformed", "foreign-code"];
const SECOND_SCAN = 60000;
const byId = (id) => document.getElementById(id);
const today = () => new Date().toLocaleDateString("sv");

export class CounterPage {
    constructor(engine) {
        this.engine = engine;
        this.language = "fr";
        this.shown = null;
        this.practice = "";
        this.doubtedAt = -Infinity;
        this.settings = { green: SECONDS.green, other: SECONDS.other, sound: false, ...recall("settings") };
        this.countdown = new Countdown({
            onTick: (left, isHeld) => this.tellTime(left, isHeld), onEnd: () => this.erase(),
        });
    }

    start() {
        listenToScanner(document, (text) => this.take(() => this.engine.judgeTyped(text), true));
        document.addEventListener("keydown", (event) => this.pressed(event));
        document.addEventListener("paste", (event) => this.pasted(event));
        document.addEventListener("dragover", (event) => { event.preventDefault(); this.dropping(true); });
        document.addEventListener("dragleave", () => this.dropping(false));
        document.addEventListener("drop", (event) => this.dropped(event));
        window.addEventListener("pagehide", () => this.erase());
        byId("language").addEventListener("click", () => this.turnLanguage());
        byId("open").addEventListener("click", () => byId("file").click());
        byId("file").addEventListener("change", ({ target }) => {
            const files = [...target.files];
            target.value = "";
            this.takeFiles(files);
        });
        byId("camera").addEventListener("click", () => this.look());
        this.startSettings();
        this.tellWords();
        setInterval(() => this.tellLists(), 60000);
    }

    startSettings() {
        for (const [id, name] of [["green-seconds", "green"], ["other-seconds", "other"]]) {
            byId(id).value = this.settings[name];
            byId(id).addEventListener("change", ({ target }) => {
                const seconds = Math.round(Number(target.value)) || SECONDS[name];
                this.settings[name] = Math.min(SECONDS.most, Math.max(SECONDS.least, seconds));
                target.value = this.settings[name];
                keep("settings", this.settings);
            });
        }
        byId("sound").checked = this.settings.sound;
        byId("sound").addEventListener("change", ({ target }) => {
            this.settings.sound = target.checked;
            keep("settings", this.settings);
        });
        byId("practice").addEventListener("change", ({ target }) => this.exercise(target.value));
    }

    word(name) {
        return pageWord(name, this.language);
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
        byId("practice").replaceChildren(
            element("option", { value: "" }, this.word("practiceOff")),
            ...VERDICT_CODES.map((code) => element("option", { value: code }, code)));
        byId("practice").value = this.practice;
        this.tellLists();
        this.tellCounts();
    }

    tellLists() {
        const { state, issued } = this.engine.lists();
        const node = byId("lists");
        let text = this.word("listsNone");
        if (issued !== undefined) {
            const days = Math.max(0, Math.floor((Date.now() - Date.parse(issued)) / 86400000));
            text = this.word("listsOf").replace("{}", dayWords(issued, this.language))
                .replace("{}", this.word("days").replace("{}", days));
            if (state === "aging") text += ` : ${this.word("listsAging")}`;
            if (state === "stale") text += ` : ${this.word("listsStale")}`;
        }
        if (node.textContent !== text) node.textContent = text;
        node.dataset.state = state;
    }

    tellCounts() {
        byId("counts").replaceChildren(...Object.entries(countsOf(today())).map(([code, number]) =>
            element("tr", {}, element("td", {}, code), element("td", {}, String(number)))));
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

    /** Judges by `ask`, and shows what came of it. */
    async take(ask, isTyped = false) {
        this.erase();
        let answer;
        try {
            answer = await ask();
        } catch {
            answer = { verdict: { verdict: "internal-error", family: "grey", reason: "page-failed" } };
        }
        if (answer.lists !== undefined) this.tellInstalled(answer.lists);
        else this.show(isTyped ? this.doubted(answer.verdict) : answer.verdict);
    }

    tellInstalled(code) {
        const isTaken = code === "adopted" || code === "in-force";
        this.notice(isTaken ? this.word("listsTaken") : this.word("listsRefused").replace("{}", code));
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
        if (verdict.verdict !== SCAN_AGAIN && this.practice === "") {
            count(today(), verdict.verdict);
            this.tellCounts();
        }
        const { family } = verdictWords(verdict, this.language, "");
        this.draw();
        this.countdown.start(family === "green" ? this.settings.green : this.settings.other);
        if (this.settings.sound) play(family);
    }

    draw() {
        const { language, practice } = this;
        const screen = resultScreen(
            this.shown, { language, practice: practice !== "", fold: this.engine.fold });
        byId("announcement").replaceChildren(screen);
        byId("idle").hidden = true;
        byId("practice-band").hidden = practice === "";
        byId("next").addEventListener("click", () => this.erase());
        byId("hold").addEventListener("click", () => this.countdown.toggle());
        byId("copy").addEventListener("click", () => this.copy());
        this.tellTime(this.countdown.left, this.countdown.isHeld);
    }

    /** Nothing of a person is left in the page. */
    erase() {
        this.countdown.stop();
        this.shown = null;
        byId("announcement").replaceChildren();
        byId("idle").hidden = false;
        byId("practice-band").hidden = true;
        byId("preview").hidden = true;
        this.practice = "";
        byId("practice").value = "";
        this.notice("");
    }

    async copy() {
        const { verdict, reference, claims, checked_at: at } = this.shown;
        const fact = claims === undefined ? null : predicateOf(claims, this.language);
        const line = [at, verdict, reference, fact].filter(Boolean).join(" · ");
        try {
            await navigator.clipboard.writeText(line);
            byId("copied").textContent = this.word("copied");
        } catch {
            byId("copied").textContent = this.word("notCopied");
        }
    }

    pressed(event) {
        if (this.shown === null) return;
        if (event.key === "Escape") this.erase();
        const isFree = !["INPUT", "BUTTON", "SELECT", "SUMMARY"].includes(event.target.tagName);
        if (event.key === " " && isFree) {
            event.preventDefault();
            this.countdown.toggle();
        }
    }

    pasted(event) {
        if (event.target instanceof HTMLInputElement) return;
        const { clipboardData: data } = event;
        event.preventDefault();
        if (data.files.length > 0) this.takeFiles([...data.files]);
        else {
            const text = data.getData("text");
            this.take(() => this.engine.judgeTyped(text), true);
        }
    }

    dropping(isOver) {
        byId("idle").classList.toggle("dropping", isOver);
    }

    dropped(event) {
        event.preventDefault();
        this.dropping(false);
        const files = [...event.dataTransfer.files];
        const text = event.dataTransfer.getData("text");
        if (files.length > 0) this.takeFiles(files);
        else if (text !== "") this.take(() => this.engine.judgeTyped(text), true);
    }

    /** Lists may come several at once; of anything else the last is shown. */
    async takeFiles(files) {
        for (const file of files) {
            await this.take(async () => {
                if (file.size > LONGEST_FILE) return unread("too-large");
                const bytes = new Uint8Array(await file.arrayBuffer());
                const answer = await this.engine.judgeFile(bytes);
                return answer.isPicture ? this.picture(file) : answer;
            });
        }
    }

    async picture(file) {
        const detector = await qrDetector();
        if (detector === null) {
            const answer = unread("no-picture-reader");
            setTimeout(() => this.notice(this.word("noCamera")));
            return answer;
        }
        return this.engine.judgeTexts(await textsOf(detector, file));
    }

    async look() {
        const detector = await qrDetector();
        if (detector === null) {
            this.notice(this.word("noCamera"));
            return;
        }
        try {
            const texts = await watch(detector, byId("preview"));
            if (texts !== null) await this.take(() => this.engine.judgeTexts(texts));
        } catch {
            this.notice(this.word("cameraRefused"));
        }
    }

    exercise(code) {
        this.erase();
        if (code === "") return;
        this.practice = code;
        byId("practice").value = code;
        this.show(PRACTICE_VERDICTS[code]);
    }
}

function unread(reason) {
    return { verdict: { verdict: "unreadable", family: "grey", reason } };
}
