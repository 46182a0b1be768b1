// The one encoding of CBOR that is taken (Spec/token.md 3.2, D1 to D14).

import { compareBytes, strictText } from "./bytes.js";
import { Fault } from "./fault.js";

const [UINT, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG] = [0, 1, 2, 3, 4, 5, 6];
const [FALSE, TRUE, NULL] = [20, 21, 22];
const TWO_63 = 1n << 63n;
const MOST_CONTAINERS = 4;
const MOST_LATER_KEYS = 64;

/** Reads one item after the other; the first fault met is thrown. */
export class Reader {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 0;
    }

    fault(reason, place = this.at) {
        return new Fault(reason, place);
    }

    take(count) {
        if (count > this.bytes.length - this.at) throw this.fault("truncated");
        this.at += count;
        return this.bytes.subarray(this.at - count, this.at);
    }

    /** D2. */
    end() {
        if (this.at !== this.bytes.length) throw this.fault("trailing-bytes");
    }

    /** The next head: its major type, its argument as a BigInt, and where it stands. D1, D3 to D6. */
    head() {
        const place = this.at;
        const [first] = this.take(1);
        const [major, info] = [first >> 5, first & 31];
        if (info === 31) throw this.fault("indefinite-length", place);
        if (info >= 28) throw this.fault("reserved-head", place);
        let argument = BigInt(info);
        if (info >= 24) {
            argument = 0n;
            const size = 1 << (info - 24);
            for (const byte of this.take(size)) argument = (argument << 8n) | BigInt(byte);
            const least = info === 24 ? 24n : 1n << BigInt(4 * size);
            if (major !== 7 && argument < least) throw this.fault("not-shortest", place);
        }
        const isSimple = major === 7 && info >= FALSE && info <= NULL;
        if (major === TAG || (major === 7 && !isSimple)) throw this.fault("wrong-type", place);
        return { major, argument, place };
    }

    expect(...majors) {
        const head = this.head();
        if (!majors.includes(head.major)) throw this.fault("wrong-type", head.place);
        return head;
    }

    /** An unsigned integer up to 2^64 - 1, as a BigInt. */
    uint64() {
        return this.expect(UINT).argument;
    }

    /** An unsigned integer from `least` to `most`, as a Number. */
    uint(least, most) {
        const { argument, place } = this.expect(UINT);
        if (argument < least || argument > most) throw this.fault("out-of-range", place);
        return Number(argument);
    }

    boolean() {
        const { argument, place } = this.expect(7);
        if (argument === BigInt(NULL)) throw this.fault("wrong-type", place);
        return argument === BigInt(TRUE);
    }

    /** Takes `null` when it is next, and says so. */
    takesNull() {
        if (this.bytes[this.at] !== 0xe0 + NULL) return false;
        this.at += 1;
        return true;
    }

    string(major, { size, most = Infinity }) {
        const { argument, place } = this.expect(major);
        if (size !== undefined && argument !== BigInt(size)) {
            throw this.fault("wrong-length", place);
        }
        if (argument > most) throw this.fault("too-long", place);
        return this.take(Number(argument));
    }

    byteString(limits = {}) {
        return this.string(BYTES, limits);
    }

    text(limits = {}) {
        const place = this.at;
        const text = strictText(this.string(TEXT, limits));
        if (text === null) throw this.fault("not-utf8", place);
        return text;
    }

    /** The number of items of an array: exactly `size`, or from `least` to `most`. */
    array({ size, least = 0, most = Infinity }) {
        const { argument, place } = this.expect(ARRAY);
        if (size !== undefined && argument !== BigInt(size)) {
            throw this.fault("wrong-length", place);
        }
        if (argument < least) throw this.fault("wrong-length", place);
        if (argument > most) throw this.fault("too-many", place);
        return Number(argument);
    }

    /** The number of pairs of a map, as a BigInt; more than `most` are `too-many`. */
    map(most = Infinity) {
        const { argument, place } = this.expect(MAP);
        if (argument > most) throw this.fault("too-many", place);
        return argument;
    }

    /** What `read` returns; if that is not good, it is at fault where it begins. */
    checked(read, isGood, reason = "out-of-range") {
        const place = this.at;
        const value = read(this);
        if (!isGood(value)) throw this.fault(reason, place);
        return value;
    }

    /** The items of an array, each of which has to follow the one before it. */
    ascending(limits, readItem, follows, reason = "key-order") {
        const items = [];
        for (let left = this.array(limits); left > 0; left -= 1) {
            const before = items.at(-1);
            const isGood = (item) => before === undefined || follows(before, item);
            items.push(this.checked(readItem, isGood, reason));
        }
        return items;
    }

    /** Keys of one map, each after the one before it. */
    keys() {
        return new MapKeys(this);
    }

    /** K4: any value of a later version, `depth` containers deep already. */
    laterValue(depth = 0) {
        const { major, argument, place } = this.head();
        if (major === BYTES || major === TEXT) {
            this.at = place;
            if (major === BYTES) this.byteString();
            else this.text();
        }
        if (major !== ARRAY && major !== MAP) return;
        if (depth === MOST_CONTAINERS) throw this.fault("too-deep", place);
        if (argument >= TWO_63) throw this.fault("too-many", place);
        const keys = this.keys();
        for (let i = 0n; i < argument; i += 1n) {
            if (major === MAP) keys.next();
            this.laterValue(depth + 1);
        }
    }
}

class MapKeys {
    constructor(reader) {
        this.reader = reader;
        this.last = null;
    }

    /** The next key, D7 and D8, and its place. */
    next() {
        const { reader } = this;
        const { major, argument, place } = reader.expect(UINT, NEGATIVE);
        if (argument >= TWO_63) throw reader.fault("out-of-range", place);
        const encoded = reader.bytes.subarray(place, reader.at);
        if (this.last !== null && compareBytes(this.last, encoded) >= 0) {
            throw reader.fault("key-order", place);
        }
        this.last = encoded;
        return { key: major === UINT ? argument : -1n - argument, place };
    }
}

/**
 * Reads a map by M1 of lists.md: the key and the reader of each of `fields` in its order, then keys
 * from 64 on, which are passed over. Returns what the readers returned, by name; a reader is given
 * what was read before it.
 */
export function readMap(reader, fields, { laterKeys = true } = {}) {
    const names = Object.keys(fields);
    const described = names.map((name) => BigInt(fields[name][0]));
    const count = reader.map(laterKeys ? described.length + MOST_LATER_KEYS : undefined);
    const keys = reader.keys();
    const values = {};
    let at = 0;
    for (let i = 0n; i < count; i += 1n) {
        const { key, place } = keys.next();
        if (key === described[at]) {
            values[names[at]] = fields[names[at]][1](reader, values);
            at += 1;
            continue;
        }
        const isLater = laterKeys && key >= 64n;
        if (at < names.length && (isLater || described.includes(key))) {
            throw reader.fault("missing-key", place);
        }
        if (!isLater) throw reader.fault("unknown-key", place);
        reader.laterValue();
    }
    if (at < names.length) throw reader.fault("missing-key");
    return values;
}

/** Bytes that are such a map and nothing more (D2). */
export function readWholeMap(bytes, fields, options) {
    const reader = new Reader(bytes);
    const values = readMap(reader, fields, options);
    reader.end();
    return values;
}

export const readUInt64 = (reader) => reader.uint64();
