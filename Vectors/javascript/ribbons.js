// The two filters of a closed day of version 2 (Spec/lists.md 4.8).

import { bitAt } from "./bytes.js";
import { need } from "./fault.js";
import { dayHash } from "./rice.js";

const MOST_COLUMNS = 31;
const MOST_SLOTS = 33554432;
const MOST_SEED = 15;
const ROW = 128;

/** L7, W9, W10: what follows the count of an entry. A filter without columns has no slots and no seed. */
export function readFilters(reader, count) {
    const filters = [reader.uint(0, MOST_COLUMNS), 1].map((columns, layer) => ({
        layer, columns,
        slots: reader.uint(columns && count, columns && MOST_SLOTS),
        seed: reader.uint(0, columns && MOST_SEED),
    }));
    const end = filters.reduce((sum, { columns, slots }) => sum + columns * slots, 0);
    const bits = reader.byteString({ size: Math.ceil(end / 8) });
    for (let at = end; at < bits.length * 8; at += 1) {
        need(!bitAt(bits, at), "bit-padding");
    }
    return { filters, bits };
}

/** W7, W8: whether a fingerprint passes both filters. */
export function passes({ filters, bits }, day, fingerprint) {
    let column = 0;
    return filters.every(({ layer, columns, slots, seed }) => {
        const hash = dayHash(2, fingerprint, day, layer, seed);
        const width = Math.min(ROW, slots);
        // The product of 32 and 25 bits is no exact Number.
        const place = BigInt(new DataView(hash.buffer).getUint32(16));
        const start = Number(place * BigInt(slots - width + 1) >> 32n);
        for (let i = 0; i < columns; i += 1) {
            let parity = layer || bitAt(hash, 160 + i);
            for (let j = 0; j < width; j += 1) {
                parity ^= bitAt(hash, j) & bitAt(bits, column + start + j);
            }
            if (parity) return false;
            column += slots;
        }
        return true;
    });
}
