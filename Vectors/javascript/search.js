// Texts of justificatifs inside a page or a mail (Spec/wedge.md 1.1).

import { base32Value, MOST_CHARACTERS } from "./text.js";

const LEAST_CHARACTERS = 16;
const UNSEEN = new RegExp(
    "[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]",
    "g");
const REFERENCE = "&[#A-Za-z0-9]{1,31};";
const MARK = `JF([1-9])(?:[ \\xa0\\u2007\\u202f]|${REFERENCE})?:`;
const NEXT_MARK = new RegExp(MARK, "g");
const MARK_HERE = new RegExp(MARK, "y");
const MARKUP = "<[/!A-Za-z][^<>]{0,510}>";
const LINE_END = "[\\n-\\r\\x85\\u2028\\u2029]";
const PASSED = new RegExp(
    `${MARKUP}|${REFERENCE}|[=-]?${LINE_END}[\\p{White_Space}>|]*|\\p{White_Space}`, "uy");
const SIGN_OF_PAGE = new RegExp(`${MARKUP}|${REFERENCE}|[=-]${LINE_END}|${LINE_END}[>|]`, "u");
const CODE = /^[A-Za-z0-9]*:/;

/** The end of a match of a sticky pattern at this place, or -1. */
function endOf(pattern, text, place) {
    pattern.lastIndex = place;
    return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Whether there are as many characters as the bytes 16 to 18 say (Y11). */
function isComplete(body) {
    if (body.length < 31) return false;
    const bits = [...body.slice(25, 31)]
        .reduce((sum, character) => (sum << 5) | base32Value(character), 0);
    const [head, first, second] = [19, 11, 3].map((shift) => (bits >> shift) & 0xff);
    let count = Infinity;
    if (head === 0x58) count = 84 + first;
    if (head === 0x59) count = 85 + first * 256 + second;
    return body.length >= Math.ceil((count * 8) / 5);
}

/** Y10 and Y11: the characters of base32 from here on, and where they end. */
function bodyAt(text, start, version) {
    let [body, place] = ["", start];
    while (place < text.length && body.length <= MOST_CHARACTERS - 4) {
        const passed = endOf(PASSED, text, place);
        if (passed >= 0) {
            if (version === "1" && isComplete(body)) break;
            place = passed;
        } else if (base32Value(text[place]) >= 0 && endOf(MARK_HERE, text, place) < 0) {
            body += text[place];
            place += 1;
        } else {
            break;
        }
    }
    return { body, end: place };
}

/** Where a complete text ends that begins here, with only line ends and tabs inside, or -1 (Y13). */
function endOfComplete(text, start) {
    let body = "";
    for (let place = start; place < text.length; place += 1) {
        if (/[\t-\r]/.test(text[place])) continue;
        if (base32Value(text[place]) < 0) return -1;
        body += text[place];
        if (isComplete(body)) return place + 1;
    }
    return -1;
}

/** Whether a complete text is behind this mark, and something else than a code behind it (Y13). */
function hasWords(text, mark) {
    const end = mark[1] === "1" ? endOfComplete(text, mark.index + mark[0].length) : -1;
    const rest = end < 0 ? "" : text.slice(end);
    if (rest === "" || rest[0] === "\t" || base32Value(rest[0]) >= 0) return false;
    const words = rest.replace(/^\p{White_Space}+/u, "");
    return words !== "" && !CODE.test(words);
}

/** Whether a person wrote it, and no scanner typed it (Y13). */
export function isWritten(given) {
    const text = seen(given);
    const lineEnd = text.search(/[\n-\r]/);
    return (lineEnd >= 0 && text.includes(" ", lineEnd)) || SIGN_OF_PAGE.test(text)
        || [...text.matchAll(NEXT_MARK)].some((mark) => hasWords(text, mark));
}

/** Y8: a text without what nobody sees. */
export function seen(text) {
    return text.replace(UNSEEN, "");
}

/** Y8 to Y12: the texts that are found, the same one as often as it is there. */
export function textsInside(given) {
    const text = seen(given);
    const found = [];
    NEXT_MARK.lastIndex = 0;
    for (let mark = NEXT_MARK.exec(text); mark !== null; mark = NEXT_MARK.exec(text)) {
        const { body, end } = bodyAt(text, NEXT_MARK.lastIndex, mark[1]);
        if (body.length < LEAST_CHARACTERS) continue;
        found.push(`JF${mark[1]}:${body}`);
        NEXT_MARK.lastIndex = end;
    }
    return found;
}
