// Values of one closed day (Spec/lists.md 4.3, 4.4).

import { bitAt, joined, utf8 } from "./bytes.js";
import { need } from "./fault.js";
import { sha256 } from "./sha2.js";

class BitReader {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
        this.count = bytes.length * 8;
    }

    bit() {
        need(this.at < this.count, "truncated");
        this.at += 1;
        return bitAt(this.bytes, this.at - 1);
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
        need(value < end, "out-of-range");
        values[i] = value;
        next = value + 1n;
        if (parameter > 0) fewer += high * 2 + Number(low >> (k - 1n));
        chosen += high;
        more += high >>> 1;
    }
    // W4, then W3.
    need(reader.count - reader.at < 8, "trailing-bytes");
    while (reader.at < reader.count) need(!reader.bit(), "bit-padding");
    need(parameter === 0 || fewer > chosen + count, "coding-not-best");
    need(parameter === width || more + count >= chosen, "coding-not-best");
    return values;
}

/** The hash of a fingerprint on a day, in a version of the coding (L6, W7). */
export function dayHash(version, fingerprint, day, ...more) {
    return sha256(joined(
        utf8(`justificatif/revoked/${version}`),
        // Each number modulo 256.
        Uint8Array.of(day >>> 24, day >>> 16, day >>> 8, day, ...more),
        fingerprint));
}

/** L6: the value of a fingerprint, as a BigInt. */
export function valueOf(fingerprint, { day, seed, width }) {
    const hash = dayHash(1, fingerprint, day, seed);
    return new DataView(hash.buffer).getBigUint64(0) >> BigInt(64 - width);
}
