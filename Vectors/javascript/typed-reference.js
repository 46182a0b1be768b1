// A reference that somebody typed (Spec/token.md 4.6).

import { DIGITS, LENGTH, checkOf, grouped } from "./reference.js";

/** F3: the reference that was typed, or null. */
export function readReference(typed) {
    const characters = [...typed]
        .filter((character) => !/[-\u2010-\u2015]|\p{White_Space}/u.test(character))
        .map((character) => character.replace(/[a-z]/, (letter) => letter.toUpperCase()))
        .map((character) => ({ I: "1", L: "1", O: "0" })[character] ?? character);
    if (characters.length !== LENGTH) return null;
    const check = characters.pop();
    if (!characters.every((character) => DIGITS.includes(character))) return null;
    if (check !== checkOf(characters)) return null;
    return grouped(characters.join("") + check);
}
