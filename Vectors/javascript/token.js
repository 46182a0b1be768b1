// One justificatif: from its text to what it states (Spec/token.md 3).

import { Reader } from "./cbor.js";
import { readClaims } from "./claims.js";
import { readSigned, signedBytes } from "./cose.js";
import { DAY, LAST_INSTANT, dayText } from "./dates.js";
import { sha256 } from "./sha2.js";
import { tokenBytes } from "./text.js";

const PAYLOAD_KEYS = 4;
export const TOKEN_DOMAIN = "justificatif/token/1";

const readMidnight = (reader) => reader.checked(
    () => reader.uint(0, LAST_INSTANT), (instant) => instant % DAY === 0, "not-a-day");

/** P1 to P3 and the claims. */
function readPayload(bytes) {
    const reader = new Reader(bytes);
    const place = reader.at;
    const count = reader.map(PAYLOAD_KEYS);
    if (count < PAYLOAD_KEYS) throw reader.fault("missing-key", place);
    const keys = reader.keys();
    const key = (wanted) => {
        const next = keys.next();
        if (next.key !== wanted) throw reader.fault("unknown-key", next.place);
    };
    key(4n);
    const expires = readMidnight(reader);
    key(6n);
    const issued = readMidnight(reader);
    key(7n);
    const identifier = reader.byteString({ size: 16 });
    key(-70001n);
    const contents = readClaims(reader, issued);
    reader.end();
    return { expires, issued, identifier, ...contents };
}

/** V4: the parts of a text that begins with `JF1:`. Nothing of it is proved. Throws a Fault. */
export function readToken(text) {
    const bytes = tokenBytes(text);
    const message = readSigned(bytes);
    const toBeSigned = signedBytes(TOKEN_DOMAIN, message);
    return {
        bytes, toBeSigned, kid: message.kid, signature: message.signature,
        fingerprint: sha256(toBeSigned).subarray(0, 16), ...readPayload(message.payload),
    };
}

/** The last day of use: the day before `expires`. */
export const lastDay = (token) => dayText(token.expires / DAY - 1);
