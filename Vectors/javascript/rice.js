// Values of one closed day (Spec/lists.md 4.3, 4.4).

import { joined, utf8 } from "./bytes.js";
import { Fault } from "./fault.js";
import { sha256 } from "./sha2.js";

class BitReader {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
        this.count = bytes.length * 8;
    }

    bit() {
        if (this.at >= this.count) throw new Fault("truncated");
        const bit = (this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1;
        this.at += 1;
        return bit;
    }

    /** The number of one bits before the next zero bit. */
    ones() {
        let ones = 0;
        while (this.bit() === 1) ones += 1;
        return ones;
    }

    /** The next bits as a BigInt, 28 at a time so that most of the work is done in small numbers. */
    number(bits) {
        let number = 0n;
        for (let left = bits; left > 0; left -= 28) {
            const some = Math.min(left, 28);
            let part = 0;
            for (let i = 0; i < some; i += 1) part = part * 2 + this.bit();
            number = (number << BigInt(some)) | BigInt(part);
        }
        return number;
    }
}

/**
 * W1 to W6: the values that Rice codes with parameter k hold, ascending. Throws a Fault.
 * No more is reserved than the bits can hold.
 */
export function readValues(bits, { count, width, parameter }) {
    const reader = new BitReader(bits);
    const values = new BigUint64Array(Math.min(count, reader.count));
    const end = 1n << BigInt(width);
    const k = BigInt(parameter);
    let next = 0n;
    // How many bits the high parts would take with k - 1, k and k + 1 (W2).
    let [fewer, chosen, more] = [0, 0, 0];
    for (let i = 0; i < count; i += 1) {
        const high = reader.ones();
        const low = reader.number(parameter);
        const value = next + ((BigInt(high) << k) | low);
        if (value >= end) throw new Fault("out-of-range");
        values[i] = value;
        next = value + 1n;
        if (parameter > 0) fewer += high * 2 + Number(low >> (k - 1n));
        chosen += high;
        more += high >>> 1;
    }
    checkEnd(reader);
    const isBest = (parameter === 0 || fewer > chosen + count)
        && (parameter === width || more + count >= chosen);
    if (!isBest) throw new Fault("coding-not-best");
    return values;
}

/** W4, then W3. */
function checkEnd(reader) {
    if (reader.count - reader.at > 7) throw new Fault("trailing-bytes");
    while (reader.at < reader.count) {
        if (reader.bit() === 1) throw new Fault("bit-padding");
    }
}

/** L6: the value of a fingerprint, as a BigInt. */
export function valueOf(fingerprint, { day, seed, width }) {
    const hash = sha256(joined(
        utf8("justificatif/revoked/1"),
        Uint8Array.of(day >>> 24, (day >>> 16) & 255, (day >>> 8) & 255, day & 255, seed),
        fingerprint));
    const first = hash.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    return first >> BigInt(64 - width);
}
