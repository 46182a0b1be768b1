// A verdict object (Spec/verdicts.md 3) as a screen. Text goes in as text, never as markup.

import { dayWords, factsOf } from "./facts.js";
import { SCAN_AGAIN, pageWord, verdictWords } from "./words.js";

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
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "currentColor");
    path.setAttribute("stroke-width", "13");
    picture.append(path);
    return picture;
}

function detailOf({ verdict, last_day: lastDay, issued, lists, claims }, language) {
    switch (verdict) {
    case "expired": return lastDay ? dayWords(lastDay, language) : "";
    case "not-yet-valid": return issued ? dayWords(issued, language) : "";
    case "wrong-recipient": return claims?.recipient ?? "";
    case "valid-lists-aging": return lists ? dayWords(lists.issued, language) : "";
    default: return "";
    }
}

function rows(verdict, rest, language) {
    const word = (name) => pageWord(name, language);
    const until = verdict.last_day && word("lastDayIncluded").replace("{}", dayWords(verdict.last_day, language));
    const pairs = [
        ...rest.map(({ title, value }) => [title, value]),
        [word("issuer"), verdict.issuer],
        [word("issued"), verdict.issued && dayWords(verdict.issued, language)],
        [word("lastDay"), until],
        [word("reference"), verdict.reference],
        [word("reason"), verdict.verdict === SCAN_AGAIN ? undefined : verdict.reason],
    ];
    const shown = pairs.filter(([, value]) => value !== undefined && value !== "");
    return element("dl", {}, ...shown.flatMap(
        ([title, value]) => [element("dt", {}, title), element("dd", {}, value)]));
}

/** An aid to compare: a name that is typed, folded, is the same or is not. */
function comparing(claims, fold, language) {
    const word = (name) => pageWord(name, language);
    const input = element("input", { id: "compare", autocomplete: "off", spellcheck: "false" });
    const output = element("output", { for: "compare" });
    input.addEventListener("input", () => {
        const typed = fold(input.value);
        const isSame = typed === fold(claims.family_name ?? "");
        output.textContent = typed === "" ? "" : word(isSame ? "same" : "different");
    });
    return element("div", { class: "compare" }, element("label", {}, word("compareWith"), input), output);
}

/** The screen of a verdict. `fold` is the folding of Spec/token.md 4.2. */
export function resultScreen(verdict, { language, fold, practice }) {
    const word = (name) => pageWord(name, language);
    const { headline, advice, family } =
        verdictWords(verdict, language, detailOf(verdict, language));
    const answer = element("div", { class: "answer" }, shape(family), element("div", {},
        element("h2", {}, headline), element("p", {}, advice)));
    const facts = element("div", { class: "facts" });
    const isShown = verdict.claims !== undefined;
    if (isShown) {
        const { name, birth, main, rest } = factsOf(verdict.claims, language);
        const who = element("p", { class: "person" }, name,
            element("span", {}, word("born").replace("{}", birth)));
        facts.append(element("div", { class: "pair" }, who, comparing(verdict.claims, fold, language)));
        if (main !== null) {
            facts.append(element("p", { class: "main-fact" }, element("span", {}, main.title), main.value));
        }
        facts.append(rows(verdict, rest, language));
    } else {
        facts.append(rows(verdict, [], language));
    }
    const actions = element("div", { class: "actions" },
        element("button", { type: "button", id: "next" }, word("next")),
        element("button", { type: "button", id: "hold" }, word("hold")),
        element("button", { type: "button", id: "copy" }, word("copy")),
        element("span", { id: "copied", role: "status" }),
        element("span", { class: "left", id: "left" }));
    const role = family === "green" ? "status" : "alert";
    answer.setAttribute("role", role);
    return element("article", {
        class: `result ${family}${practice ? " practice" : ""}`, "data-code": verdict.verdict,
        "data-mark": practice ? word("practiceMark") : undefined,
    }, answer, facts, actions);
}
