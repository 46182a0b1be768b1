// Names, recipients and how they are compared (Spec/token.md 4.2).

import { FOLDING_ROWS } from "./tables.js";

const OTHER_CASES = "\u0253\u0254\u0256\u0257\u0259\u025b\u0260\u0263\u0268\u0269\u026f\u0272\u0275"
    + "\u0280\u0283\u0288\u0289\u028a\u028b\u028c\u0292\u2c65\u2c66\u2c7e\u2c7f";
const LETTERS = `A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff${OTHER_CASES}`;
const APOSTROPHES = "'\u2019\u02bb\u02bc\ua78b\ua78c";
const NAME = new RegExp(`^[ ${APOSTROPHES}${LETTERS}-]*$`, "u");
const RECIPIENT = new RegExp(`^[ ${APOSTROPHES}${LETTERS}0-9&(),./:-]*$`, "u");
const LETTER = new RegExp(`[${LETTERS}]`, "u");
const LETTER_OR_DIGIT = new RegExp(`[${LETTERS}0-9]`, "u");
const SPACED = new RegExp(`[ ${APOSTROPHES}-]`, "u");
const SPACES = /^ | $| {2}/;

/** N2 to N4. */
export function isName(text) {
    return NAME.test(text) && LETTER.test(text) && !SPACES.test(text);
}

/** N5. */
export function isRecipient(text) {
    return RECIPIENT.test(text) && LETTER_OR_DIGIT.test(text) && !SPACES.test(text);
}

const folds = new Map(FOLDING_ROWS.flatMap((row) => {
    const [, capital, letters] = /^(.+) (.+)$/.exec(row);
    return [...letters].map((letter) => [letter, capital]);
}));

/** N6: the form in which two texts are compared. It is never shown. */
export function folded(text) {
    const characters = [...text.normalize("NFC")].map((character) => {
        if (SPACED.test(character)) return " ";
        const [base] = character.normalize("NFD");
        return folds.get(character) ?? (/[a-z]/i.test(base) ? base.toUpperCase() : character);
    });
    return characters.join("").replace(/ +/g, " ").replace(/^ | $/g, "");
}
