// The reference of a justificatif, which a person reads out (Spec/token.md 4.6).

import { joined, utf8 } from "./bytes.js";
import { sha256 } from "./sha2.js";

export const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const LENGTH = 13;

export function grouped(characters) {
    return characters.replace(/^(.{4})(.{4})(.{4})(.)$/, "$1-$2-$3-$4");
}

export function checkOf(characters) {
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
    let n = new DataView(hash.buffer).getBigUint64(0) >> 4n;
    let characters = "";
    for (let i = 0; i < LENGTH - 1; i += 1) {
        characters = DIGITS[Number(n & 31n)] + characters;
        n >>= 5n;
    }
    return grouped(characters + checkOf(characters));
}
