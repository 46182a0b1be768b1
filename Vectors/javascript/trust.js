// The trust list: issuers and what they may state (Spec/lists.md 3).

import { compareBytes, hex, utf8 } from "./bytes.js";
import { Reader, readMap, readUInt64, readWholeMap } from "./cbor.js";
import { kidOf, readJointlySigned } from "./cose.js";
import { LAST_DAY, LAST_INSTANT } from "./dates.js";
import { isSignedEnough, readKey, readKeys } from "./roots.js";
import { need } from "./fault.js";

export const MOST_TRUST_BYTES = 262144;
const TRUST_DOMAIN = "justificatif/trust/1";
const [MOST_SOURCES, MOST_SOURCE_KEYS, MOST_ISSUERS, MOST_BLOCKS] = [256, 4, 1024, 16];
const NOT_SHOWN = new RegExp("[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c"
    + "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]", "u");

/** M3: text that is shown. */
const readShown = (reader, most, isWhole = () => true) => reader.checked(
    () => reader.text({ most }), (text) => !NOT_SHOWN.test(text) && isWhole(text), "name-form");

/** M2. */
export const readIdentifier = (reader) => reader.checked(
    () => reader.text({ most: 32 }), (text) => /^[a-z0-9-][a-z0-9.-]*$/.test(text), "name-form");

export const readInstant = (reader) => reader.uint(0, LAST_INSTANT);
export const readDay = (reader) => reader.uint(0, LAST_DAY);

/** I1: entries, each after the one before it in the bytewise order of its key. */
const readEntries = (reader, most, readEntry, keyOf) => reader.ascending(
    { most }, readEntry, (a, b) => compareBytes(keyOf(a), keyOf(b)) < 0);

function readSource(reader) {
    return readMap(reader, {
        id: [1, readIdentifier],
        keys: [2, (map) => readKeys(map, MOST_SOURCE_KEYS)],
        epoch: [3, readUInt64],
    });
}

/** I2. */
const readBlocks = (reader) =>
    reader.ascending({ most: MOST_BLOCKS }, readUInt64, (a, b) => a < b);

function readIssuer(reader) {
    const issuer = readMap(reader, {
        key: [1, readKey],
        name: [2, (map) => readShown(map, 200, (text) => text !== "")],
        notice: [3, (map) => readShown(map, 2000)],
        contact: [4, (map) => readShown(map, 200)],
        blocks: [5, readBlocks],
        signFrom: [6, readDay],
        signUntil: [7, (map, { signFrom }) => map.checked(readDay, (day) => day >= signFrom, "date-order")],
        isCompromised: [8, (map) => map.uint(0, 1) === 1],
        list: [9, (map) => (map.takesNull() ? null : readIdentifier(map))],
    });
    return { ...issuer, kid: hex(kidOf(issuer.key)) };
}

/** T3: the content of a trust list. */
const readTrustPayload = (payload) => readWholeMap(payload, {
    sequence: [1, readUInt64],
    issued: [2, readInstant],
    warnAfter: [3, readInstant],
    refuseAfter: [4, readInstant],
    sources: [5, (map) => readEntries(map, MOST_SOURCES, readSource, ({ id }) => utf8(id))],
    issuers: [6, (map) => readEntries(map, MOST_ISSUERS, readIssuer, ({ key }) => key)],
});

/** T4 to T7: that a list which has its form does not contradict itself. */
function checkSense(trust, roots) {
    need(trust.issued < trust.warnAfter && trust.warnAfter < trust.refuseAfter, "date-order");
    const delegated = trust.sources.flatMap(({ keys }) => keys.map((key) => hex(kidOf(key))));
    const kids = [...trust.issuers.map(({ kid }) => kid), ...delegated];
    need(new Set(kids).size === kids.length, "duplicate-key");
    const names = new Set(trust.sources.map(({ id }) => id));
    need(trust.issuers.every(({ list }) => list === null || names.has(list)), "unknown-list");
    const rootKeys = new Set(roots.keys.map(hex));
    const others = [...trust.issuers.map(({ key }) => key), ...trust.sources.flatMap((s) => s.keys)];
    need(!others.some((key) => rootKeys.has(hex(key))), "root-key-in-another-role");
}

/** T1 to T7: a trust list these roots signed. Throws a Fault. */
export async function acceptedTrust(bytes, roots) {
    need(bytes.length <= MOST_TRUST_BYTES, "too-large");
    const reader = new Reader(bytes);
    const message = readJointlySigned(reader);
    reader.end();
    need(await isSignedEnough(roots, message, TRUST_DOMAIN), "not-signed-enough");
    const trust = readTrustPayload(message.payload);
    checkSense(trust, roots);
    return { trust, payload: message.payload };
}
