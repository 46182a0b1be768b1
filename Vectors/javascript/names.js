// Names, recipients and how they are compared (Spec/token.md 4.2).

import { FOLDING_ROWS } from "./tables.js";

const LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff";
const NAME = new RegExp(`^[ '\u2019${LETTERS}-]*$`, "u");
const RECIPIENT = new RegExp(`^[ '\u2019${LETTERS}0-9&(),./:-]*$`, "u");
const LETTER = new RegExp(`[${LETTERS}]`, "u");
const LETTER_OR_DIGIT = new RegExp(`[${LETTERS}0-9]`, "u");
const SPACES = /^ | $| {2}/;

/** N2 to N4. */
export function isName(text) {
    return NAME.test(text) && LETTER.test(text) && !SPACES.test(text);
}

/** N5. */
export function isRecipient(text) {
    return RECIPIENT.test(text) && LETTER_OR_DIGIT.test(text) && !SPACES.test(text);
}

const folds = new Map(
    FOLDING_ROWS.flatMap(([folded, letters]) => [...letters].map((letter) => [letter, folded])));

/** N6: the form in which two texts are compared. It is never shown. */
export function folded(text) {
    const characters = [...text.normalize("NFC")].map((character) => {
        if (/[ '\u2019-]/.test(character)) return " ";
        if (/[a-z]/.test(character)) return character.toUpperCase();
        return folds.get(character) ?? character;
    });
    return characters.join("").replace(/ +/g, " ").replace(/^ | $/g, "");
}
