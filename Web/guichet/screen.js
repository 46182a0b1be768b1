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

export function element(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value !== undefined) node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
}

function shape(family) {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("viewBox", "0 0 100 100");
    picture.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", SHAPES[family]);
    picture.append(path);
    return picture;
}

function detailOf({ verdict, last_day: lastDay, issued, lists, claims, checked_at: now }, language) {
    switch (verdict) {
    case "expired": return lastDay ? dayWords(lastDay, language) : "";
    case "not-yet-valid": return issued ? dayWords(issued, language) : "";
    case "wrong-recipient": return claims?.recipient ?? "";
    case "valid-lists-aging": return lists ? dayWords(lists.issued, language) : "";
    case "clock-suspect": return now ? dayWords(now, language) : "";
    default: return "";
    }
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
    return element("dl", {}, ...shown.flatMap(
        ([title, value]) => [element("dt", {}, title), element("dd", {}, value)]));
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
    const answer = element("div", { class: "answer" }, shape(family), element("div", {},
        element("h2", {}, headline), element("p", {}, advice)));
    const facts = element("div", { class: "facts" });
    const isShown = verdict.claims !== undefined;
    if (isShown) {
        const { name, birth, main, rest } = factsOf(verdict.claims, language, engine.scales);
        const who = element("p", { class: "person" }, name,
            element("span", {}, word("born").replace("{}", birth)));
        facts.append(element("div", { class: "pair" }, who, comparing(verdict.claims, engine.fold, language)));
        facts.append(...main.map(({ title, value }) =>
            element("p", { class: "main-fact" }, element("span", {}, title), value)));
        facts.append(rows(verdict, rest, language));
    } else {
        facts.append(rows(verdict, [], language));
    }
    const actions = element("div", { class: "actions" },
        element("button", { id: "next" }, word("next")),
        element("button", { id: "hold" }, word("hold")),
        element("button", { id: "copy" }, word("copy")),
        element("span", { id: "copied", role: "status" }),
        element("span", { class: "left", id: "left" }));
    return element("article", {
        class: `result ${family}${isPractice ? " practice" : ""}`, "data-code": verdict.verdict,
        "data-mark": isPractice ? word("practiceMark") : undefined,
    }, answer, facts, actions);
}
