// The trust list: issuers and what they may state (Spec/lists.md 3).

import { compareBytes, hex, utf8 } from "./bytes.js";
import { Reader, readMap } from "./cbor.js";
import { kidOf, readJointlySigned } from "./cose.js";
import { LAST_DAY, LAST_INSTANT } from "./dates.js";
import { isSignedEnough, readKey, readKeys } from "./roots.js";
import { attempt } from "./fault.js";

export const MOST_TRUST_BYTES = 262144;
const TRUST_DOMAIN = "justificatif/trust/1";
const [MOST_SOURCES, MOST_SOURCE_KEYS, MOST_ISSUERS, MOST_BLOCKS] = [256, 4, 1024, 16];
const NOT_SHOWN = new RegExp("[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c"
    + "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]", "u");

/** M3: text that is shown. */
function readShown(reader, { most, mayBeEmpty = false }) {
    const place = reader.at;
    const text = reader.text({ most });
    if (NOT_SHOWN.test(text) || (text === "" && !mayBeEmpty)) throw reader.fault("name-form", place);
    return text;
}

/** M2. */
export function readIdentifier(reader) {
    const place = reader.at;
    const text = reader.text({ most: 32 });
    if (!/^[a-z0-9-][a-z0-9.-]*$/.test(text)) throw reader.fault("name-form", place);
    return text;
}

export const readInstant = (reader) => reader.uint(0, LAST_INSTANT);
export const readDay = (reader) => reader.uint(0, LAST_DAY);

/** I1: entries, each after the one before it in the bytewise order of its key. */
function readEntries(reader, most, readEntry, keyOf) {
    const count = reader.array({ most });
    const entries = [];
    for (let i = 0; i < count; i += 1) {
        const place = reader.at;
        const entry = readEntry(reader);
        if (i > 0 && compareBytes(keyOf(entries[i - 1]), keyOf(entry)) >= 0) {
            throw reader.fault("key-order", place);
        }
        entries.push(entry);
    }
    return entries;
}

function readSource(reader) {
    const [id, keys, epoch] = readMap(reader, {
        1: readIdentifier,
        2: (map) => readKeys(map, MOST_SOURCE_KEYS),
        3: (map) => map.uint64(),
    });
    return { id, keys, epoch };
}

/** I2. */
function readBlocks(reader) {
    const count = reader.array({ most: MOST_BLOCKS });
    const blocks = [];
    for (let i = 0; i < count; i += 1) {
        const place = reader.at;
        const block = reader.uint64();
        if (i > 0 && block <= blocks[i - 1]) throw reader.fault("key-order", place);
        blocks.push(block);
    }
    return blocks;
}

function readIssuer(reader) {
    const [key, name, notice, contact, blocks, signFrom, signUntil, state, list] = readMap(reader, {
        1: readKey,
        2: (map) => readShown(map, { most: 200 }),
        3: (map) => readShown(map, { most: 2000, mayBeEmpty: true }),
        4: (map) => readShown(map, { most: 200, mayBeEmpty: true }),
        5: readBlocks,
        6: readDay,
        7: (map, values) => {
            const place = map.at;
            const day = readDay(map);
            if (values[5] > day) throw map.fault("date-order", place);
            return day;
        },
        8: (map) => map.uint(0, 1),
        9: (map) => (map.takesNull() ? null : readIdentifier(map)),
    });
    return {
        key, kid: hex(kidOf(key)), name, notice, contact, blocks, signFrom, signUntil,
        isCompromised: state === 1, list,
    };
}

/** T3: the content of a trust list. */
function readTrustPayload(payload) {
    const reader = new Reader(payload);
    const [sequence, issued, warnAfter, refuseAfter, sources, issuers] = readMap(reader, {
        1: (map) => map.uint64(),
        2: readInstant,
        3: readInstant,
        4: readInstant,
        5: (map) => readEntries(map, MOST_SOURCES, readSource, ({ id }) => utf8(id)),
        6: (map) => readEntries(map, MOST_ISSUERS, readIssuer, ({ key }) => key),
    });
    reader.end();
    return { sequence, issued, warnAfter, refuseAfter, sources, issuers };
}

/** T4 to T7: what contradicts itself in a list that has its form, or null. */
function contradiction(trust, roots) {
    if (trust.issued >= trust.warnAfter || trust.warnAfter >= trust.refuseAfter) {
        return "date-order";
    }
    const delegated = trust.sources.flatMap(({ keys }) => keys.map((key) => hex(kidOf(key))));
    const kids = [...trust.issuers.map(({ kid }) => kid), ...delegated];
    if (new Set(kids).size !== kids.length) return "duplicate-key";
    const names = new Set(trust.sources.map(({ id }) => id));
    if (trust.issuers.some(({ list }) => list !== null && !names.has(list))) return "unknown-list";
    const rootKeys = new Set(roots.keys.map(hex));
    const others = [...trust.issuers.map(({ key }) => key), ...trust.sources.flatMap((s) => s.keys)];
    return others.some((key) => rootKeys.has(hex(key))) ? "root-key-in-another-role" : null;
}

/** T1 to T7: a trust list these roots signed, or the code of its refusal. */
export async function acceptedTrust(bytes, roots) {
    if (bytes.length > MOST_TRUST_BYTES) return { refusal: "too-large" };
    const envelope = attempt(() => {
        const reader = new Reader(bytes);
        const message = readJointlySigned(reader);
        reader.end();
        return message;
    });
    if (envelope.fault) return { refusal: envelope.fault.reason };
    if (!await isSignedEnough(roots, envelope.value, TRUST_DOMAIN)) {
        return { refusal: "not-signed-enough" };
    }
    const content = attempt(() => readTrustPayload(envelope.value.payload));
    if (content.fault) return { refusal: content.fault.reason };
    const refusal = contradiction(content.value, roots);
    if (refusal !== null) return { refusal };
    return { trust: content.value, payload: envelope.value.payload };
}
