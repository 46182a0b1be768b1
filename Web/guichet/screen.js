// A verdict object (Spec/verdicts.md 3) as a screen. Text goes in as text, never as markup.

import { isSameBirth, isSameName } from "./comparing.js";
import { dayWords, factsOf } from "./facts.js";
import { pageWord, verdictWords } from "./words.js";

const SHAPES = {
    green: "M8 52 L38 82 L92 18",
    red: "M16 16 L84 84 M84 16 L16 84",
    amber: "M50 8 a42 42 0 1 0 .1 0 M50 24 V52 L70 64",
    grey: "M14 14 H86 V86 H14 Z",
};

/** The day that belongs into the words of a code. */
const DAYS = { "expired": "last_day", "not-yet-valid": "issued", "clock-suspect": "checked_at" };

/** With no-break spaces where French has them, so that no sign begins a line, and in dates. */
export const spaced = (text) => text
    .replace(/ ([:;?!»€])|(«) /g, "$2\u00a0$1").replace(/(\d|er) (?=\p{L}+ \d{4})/gu, "$1\u00a0");

function filled(node, attributes, children) {
    for (const [key, value] of Object.entries(attributes)) {
        if (value !== undefined) node.setAttribute(key, value);
    }
    node.append(...children.map((child) => (typeof child === "string" ? spaced(child) : child)));
    return node;
}

export const element = (name, attributes = {}, ...children) =>
    filled(document.createElement(name), attributes, children);
const drawn = (name, attributes, ...children) =>
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

const shape = (family) => drawn("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" },
    drawn("path", { d: SHAPES[family] }));

function detailOf(verdict, language) {
    const { verdict: code, claims, lists } = verdict;
    if (code === "wrong-recipient") return claims?.recipient ?? "";
    const day = code === "valid-lists-aging" ? lists?.issued : verdict[DAYS[code]];
    return day ? dayWords(day, language) : "";
}

/** Headline, advice and family of a verdict, with the day or the recipient that belongs to it. */
export const answerOf = (verdict, language) =>
    verdictWords(verdict, language, detailOf(verdict, language));

function rows(verdict, rest, language) {
    const word = (name) => pageWord(name, language);
    const until = verdict.last_day && word("lastDayIncluded").replace("{}", dayWords(verdict.last_day, language));
    const pairs = [
        ...rest.map(({ title, value }) => [title, value]),
        [word("issuer"), verdict.issuer],
        [word("issued"), verdict.issued && dayWords(verdict.issued, language)],
        [word("lastDay"), until],
        [word("reference"), verdict.reference],
        [word("reason"), verdict.reason],
    ];
    const shown = pairs.filter(([, value]) => value !== undefined && value !== "");
    return element("dl", {}, ...shown.map(([title, value]) =>
        element("div", {}, element("dt", {}, title), element("dd", {}, value))));
}

/** A field to type into, and what `isSame` says of it: true, false or null. */
function comparison(name, isSame, language) {
    const word = (key) => pageWord(key, language);
    const id = `compare-${name.toLowerCase()}`;
    const input = element("input", { id, autocomplete: "off", spellcheck: "false" });
    const output = element("output", { for: id });
    input.addEventListener("input", () => {
        const same = isSame(input.value);
        output.textContent = same === null ? "" : word(`${same ? "same" : "other"}${name}`);
    });
    return element("div", {}, element("label", {}, word(`compare${name}`), input), output);
}

function comparing(claims, fold, language) {
    return element("div", { class: "compare" },
        comparison("Name", (typed) => isSameName(typed, claims, fold), language),
        comparison("Birth", (typed) => isSameBirth(typed, claims.birth_date), language));
}

/** The screen of a verdict. `engine` folds names (Spec/token.md 4.2) and has the published scales. */
export function resultScreen(verdict, { language, engine, isPractice }) {
    const word = (name) => pageWord(name, language);
    const { headline, advice, family } = answerOf(verdict, language);
    const known = family === "green" && verdict.lists?.revocation_issued;
    const answer = element("div", { class: "answer" }, shape(family), element("div", {},
        element("h2", {}, headline), element("p", {}, advice),
        // What was cancelled since is still green here (Spec/lists.md 4).
        ...(known ? [element("p", { class: "known" },
            word("cancelledKnown").replace("{}", dayWords(known, language)))] : [])));
    const facts = element("div", { class: "facts" });
    let others = [];
    if (verdict.claims !== undefined) {
        const { name, birth, main, rest } = factsOf(verdict.claims, language, engine.scales);
        const who = element("p", { class: "person" }, name,
            element("span", {}, word("born").replace("{}", birth)));
        facts.append(element("div", { class: "pair" }, who, comparing(verdict.claims, engine.fold, language)));
        facts.append(...main.map(({ title, value }) =>
            element("p", { class: "main-fact" }, element("span", {}, title), value)));
        others = rest;
    }
    facts.append(rows(verdict, others, language));
    const actions = element("div", { class: "actions" },
        element("button", { id: "hold" }, word("hold")),
        element("button", { id: "copy" }, word("copy")),
        element("span", { id: "copied", role: "status" }));
    const end = element("div", { class: "actions end" },
        element("button", { id: "next" }, word("next")), element("span", { id: "left" }));
    return element("article", {
        class: `result ${family}${isPractice ? " practice" : ""}`, "data-code": verdict.verdict,
        "data-mark": isPractice ? word("practiceMark") : undefined,
    }, answer, facts, actions, end);
}
