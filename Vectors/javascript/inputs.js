// From an input to one text (Spec/verdicts.md 2.1).

import { strictText } from "./bytes.js";
import { version } from "./text.js";
import { textsInOther, typedTexts } from "./wedge.js";

const PICTURE_START = /^(\u0089PNG|\u00ff\u00d8\u00ff)/;
// %PDF- in the first 1,024 bytes: at once, behind a byte order mark and white space, or in a file
// that is no text.
const PDF_START = /^(\u00ef\u00bb\u00bf)?[\t-\r ]*%PDF-/;
// SVG, PostScript and GIF.
const OTHER_PICTURE_START = /^(\u00ef\u00bb\u00bf)?[\t-\r ]*(<svg|%!PS|GIF8|<\?xml.*<svg)/s;
const headOf = (bytes) => String.fromCharCode(...bytes.subarray(0, 1024));
const otherKind = (bytes) => headOf(bytes).includes("%PDF-") ? "document" : "unknown";

const LONGEST_TEXT = 65536;

const isBlank = (text) => /^\p{White_Space}*$/u.test(text);

/** The text of UTF-16 with its byte order mark, which stays; or null. */
function utf16Text(bytes) {
    const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
    const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
    if ((!isLittle && !isBig) || bytes.length > LONGEST_TEXT || bytes.length % 2 !== 0) return null;
    let text = "";
    for (let i = 0; i < bytes.length; i += 2) {
        const [first, second] = [bytes[i], bytes[i + 1]];
        text += String.fromCharCode(isLittle ? first | (second << 8) : (first << 8) | second);
    }
    return /\p{Surrogate}/u.test(text) ? null : text;
}

/** What a file is, from its bytes: `picture`, `document`, `text`, `longText`, `empty`, `unknown`. */
export function kindOfFile(bytes) {
    if (PICTURE_START.test(headOf(bytes))) return "picture";
    if (PDF_START.test(headOf(bytes))) return "document";
    if (OTHER_PICTURE_START.test(headOf(bytes))) return otherKind(bytes);
    const utf16 = utf16Text(bytes);
    if (utf16 !== null) return isBlank(utf16) ? "empty" : "text";
    if (bytes.length > LONGEST_TEXT) {
        const isControl = (byte) =>
            byte < 0x09 || (byte >= 0x0e && byte < 0x20) || byte === 0x7f;
        return bytes.some(isControl) ? otherKind(bytes) : "longText";
    }
    const text = strictText(bytes);
    if (text === null) return otherKind(bytes);
    if (isBlank(text)) return "empty";
    return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? otherKind(bytes) : "text";
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

/** Other bytes as UTF-8, or if they are none as ISO 8859-1. */
function otherText(bytes) {
    return strictText(bytes) ?? Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** The text of a file that is no picture and no document, or the verdict without one. */
export function textOfFile(bytes) {
    switch (kindOfFile(bytes)) {
    case "text": return oneText(typedTexts(utf16Text(bytes) ?? strictText(bytes)));
    case "longText": return { verdict: "unreadable", reason: "too-large" };
    case "empty": return { verdict: "unreadable", reason: "empty" };
    default: {
        const found = bytes.length > LONGEST_TEXT ? [] : textsInOther(otherText(bytes));
        return found.length > 0
            ? oneText(found) : { verdict: "unreadable", reason: "not-a-picture" };
    }
    }
}
