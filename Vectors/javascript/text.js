// The text of a justificatif (Spec/token.md 3.1).

import { Fault } from "./fault.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** The longest text. */
export const MOST_CHARACTERS = 964;

/** White space of X1, at both ends. JavaScript's trim() takes off more. */
export function trimmedSpace(text) {
    return text.replace(/^[\t-\r ]+/, "").replace(/[\t-\r ]+$/, "");
}

/** X1: a byte order mark at the beginning, then white space at both ends. */
export function trimmed(text) {
    return trimmedSpace(text.startsWith("\ufeff") ? text.slice(1) : text);
}

/** X2: the version as a digit from 1 to 9, or null of another service's code. */
export function version(text) {
    const match = /^[Jj][Ff]([1-9]):/.exec(text);
    return match === null ? null : Number(match[1]);
}

/** X3 to X7: the bytes of a text that begins with `JF1:` in any case. Throws a Fault. */
export function tokenBytes(text) {
    const characters = [...text];
    if (characters.length > MOST_CHARACTERS) throw new Fault("too-long", MOST_CHARACTERS);
    for (const at of [0, 1]) {
        if (characters[at] !== "JF"[at]) throw new Fault("text-character", at);
    }
    return base32Bytes(characters.slice(4), 4);
}

/** The value of a character of base32, or -1. */
export function base32Value(character) {
    return character === "" ? -1 : ALPHABET.indexOf(character);
}

/** X5 to X7: the bytes of base32. `at` is where it begins in its text. */
export function base32Bytes(characters, at = 0) {
    if ([1, 3, 6].includes(characters.length % 8)) {
        throw new Fault("text-length", at + characters.length);
    }
    const bytes = new Uint8Array(Math.floor((characters.length * 5) / 8));
    let [bits, count, written] = [0, 0, 0];
    characters.forEach((character, i) => {
        const value = base32Value(character);
        if (value < 0) throw new Fault("text-character", at + i);
        bits = (bits << 5) | value;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes[written] = bits >> count;
            written += 1;
            bits &= (1 << count) - 1;
        }
    });
    if (bits !== 0) throw new Fault("text-trailing-bits", at + characters.length - 1);
    return bytes;
}
