// From an input to one text (Spec/verdicts.md 2.1).

import { strictText } from "./bytes.js";
import { version } from "./text.js";
import { typedTexts } from "./wedge.js";

const STARTS = {
    picture: [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff]],
    document: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
};

/** What a file is, from its bytes: `picture`, `document`, `text`, `empty` or `unknown`. */
export function kindOfFile(bytes) {
    for (const [kind, starts] of Object.entries(STARTS)) {
        if (starts.some((start) => start.every((byte, i) => bytes[i] === byte))) return kind;
    }
    const text = strictText(bytes);
    if (text === null) return "unknown";
    if (/^\p{White_Space}*$/u.test(text)) return "empty";
    return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? "unknown" : "text";
}

/**
 * A1 to A5: the one text to judge, as `{ text }`, or the verdict without one. `texts` went
 * through X1 each, or through wedge.md.
 */
export function oneText(texts) {
    const ours = new Set(texts.filter((text) => version(text) !== null));
    if (ours.size > 1) return { verdict: "several-codes" };
    if (ours.size === 1) return { text: [...ours][0] };
    return texts.length > 0
        ? { verdict: "foreign-code" } : { verdict: "unreadable", reason: "no-code" };
}

/** The text of a file that is no picture and no document, or the verdict without one. */
export function textOfFile(bytes) {
    switch (kindOfFile(bytes)) {
    case "text": return oneText(typedTexts(strictText(bytes)));
    case "empty": return { verdict: "unreadable", reason: "empty" };
    default: return { verdict: "unreadable", reason: "not-a-picture" };
    }
}
