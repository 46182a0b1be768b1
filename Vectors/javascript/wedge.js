// Texts that are typed, copied or mailed (Spec/wedge.md).

import { isWritten, seen, textsInside } from "./search.js";
import { trimmed, trimmedSpace } from "./text.js";

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS_TYPED = [..."à&é\"'(-è_ç"];
const exchanged = (letters, pairs) => [...letters].map((letter) => pairs[letter] ?? letter);
const small = (letters) => letters.map((letter) => letter.toLowerCase());

/** What each fault types (3): for `:`, for 0 to 9 and for A to Z; several where keyboards differ. */
function table(colons, digits, letters, more = {}) {
    const back = new Map();
    colons.forEach((typed) => back.set(typed, ":"));
    digits.forEach((typed, i) => back.set(typed, String(i)));
    letters.forEach((typed, i) => back.set(typed, CAPITALS[i]));
    for (const [typed, character] of Object.entries(more)) back.set(typed, character);
    return back;
}

const PLAIN = [..."0123456789"];
const BELGIAN = { "§": "6", "!": "8" };
const AZERTY = exchanged(CAPITALS, { A: "Q", Q: "A", W: "Z", Z: "W", M: "?" });
const AZERTY_LOCKED = exchanged(CAPITALS, { A: "Q", Q: "A", W: "Z", Z: "W", M: "," });
const QWERTZ = exchanged(CAPITALS, { Y: "Z", Z: "Y" });

const FAULTS = [
    { starts: /^JF[&é"'(\-§è_!ç]M/u, back: table(["M"], DIGITS_TYPED, AZERTY, BELGIAN) },
    { starts: /^jf[&é"'(\-§è_!ç]m/u, back: table(["m"], DIGITS_TYPED, small(AZERTY), BELGIAN) },
    { starts: /^jf[1-9]m/u, back: table(["m"], PLAIN, small(AZERTY_LOCKED), { "?": "M" }) },
    {
        starts: /^jf[&é"'(\-§è_!ç]\//u,
        back: table(["/"], DIGITS_TYPED, small([...CAPITALS]), BELGIAN),
    },
    { starts: /^JF[1-9][öé]/u, back: table(["ö", "é"], PLAIN, QWERTZ) },
    { starts: /^jf[1-9][öéÖÉ]/u, back: table(["ö", "é", "Ö", "É"], PLAIN, small(QWERTZ)) },
];
const LINE_ENDS = /[\t-\r]/g;
// What editors put into a text and nobody sees (Y2).
const INSERTED = /[\u00a0\u00ad\u2007\u200b-\u200f\u202a-\u202f\u2060-\u206f]/;
const IDENTIFIER = /^[^A-Za-z0-9]../su;

/** Y4: the text that was meant, or null where no fault types its beginning. */
function putBack(typed) {
    const rest = IDENTIFIER.test(typed) ? [typed, typed.replace(IDENTIFIER, "")] : [typed];
    for (const text of rest) {
        const fault = FAULTS.find(({ starts }) => starts.test(text));
        if (fault === undefined) continue;
        return [...text].map((character) =>
            (/[\t-\r]/.test(character) ? character : fault.back.get(character) ?? "\ufffd")).join("");
    }
    return null;
}

/** Y6 and Y7: the texts of one that begins with a mark. */
function cut(text) {
    return text.replace(LINE_ENDS, "").split(/(?=JF[1-9]:)/).map(trimmedSpace);
}

/** Y1 to Y13: the texts of what was typed or copied, or of a file that is a text. */
export function typedTexts(input) {
    const typed = trimmed(input);
    if (/^JF[1-9]:/.test(typed)) {
        if (!INSERTED.test(typed) && !isWritten(typed)) return cut(typed);
    } else if (/^JF[1-9]:/i.test(typed)) {
        return [typed];
    } else {
        const meant = putBack(typed);
        if (meant !== null) return cut(meant);
    }
    const found = textsInside(typed);
    return found.length > 0 ? found : [typed];
}

/** The texts in bytes that are no text, read as `text` (verdicts.md 2.1). */
export function textsInOther(text) {
    const typed = trimmed(seen(text));
    const meant = /^JF[1-9]:/i.test(typed) ? null : putBack(typed);
    return meant === null ? textsInside(typed) : cut(meant);
}
