// The reference that a person reads out (Spec/token.md 4.6).

import { joined, utf8 } from "./bytes.js";
import { sha256 } from "./sha2.js";

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 13;

function grouped(characters) {
    return characters.replace(/^(.{4})(.{4})(.{4})(.)$/, "$1-$2-$3-$4");
}

function checkOf(characters) {
    let s = 0;
    for (const character of characters) {
        s = (s ^ DIGITS.indexOf(character)) << 1;
        if (s >= 32) s ^= 37;
    }
    return DIGITS[s];
}

/** F2. */
export function referenceOf(identifier) {
    const hash = sha256(joined(utf8("justificatif/reference/1"), identifier));
    let n = hash.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n;
    let characters = "";
    for (let i = 0; i < LENGTH - 1; i += 1) {
        characters = DIGITS[Number(n & 31n)] + characters;
        n >>= 5n;
    }
    return grouped(characters + checkOf(characters));
}

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
