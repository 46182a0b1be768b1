// Revocation lists (Spec/lists.md 4).

import { compareBytes, hex, sameBytes } from "./bytes.js";
import { Reader, readUInt64, readWholeMap } from "./cbor.js";
import { kidOf, readSigned, signedBytes } from "./cose.js";
import { dayOf } from "./dates.js";
import { isSigned } from "./ed25519.js";
import { Fault, attempt } from "./fault.js";
import { readValues, valueOf } from "./rice.js";
import { readDay, readIdentifier, readInstant } from "./trust.js";

export const MOST_REVOCATION_BYTES = 16777216;
const REVOCATION_DOMAIN = "justificatif/revocations/1";
const MOST_DAYS = 128;
const MOST_REVOKED = 8000000;
const FINGERPRINT = 16;

/** L4, L5: closed days, and how many they cancel. */
function readClosedDays(reader, { firstDay, lastClosed }) {
    const count = reader.array({ most: MOST_DAYS });
    const days = new Map();
    let revoked = 0;
    let last = -1n;
    for (let i = 0; i < count; i += 1) {
        reader.array({ size: 6 });
        const at = reader.at;
        const place = reader.uint64();
        if (place <= last) throw reader.fault("key-order", at);
        if (place > BigInt(lastClosed - firstDay)) throw reader.fault("out-of-range", at);
        last = place;
        const day = readClosedDay(reader, firstDay + Number(place), MOST_REVOKED - revoked);
        revoked += day.values.length;
        days.set(day.day, day);
    }
    return { days, revoked };
}

function readClosedDay(reader, day, most) {
    const at = reader.at;
    const count = reader.uint64();
    if (count === 0n) throw reader.fault("out-of-range", at);
    if (count > BigInt(most)) throw reader.fault("too-many", at);
    const width = reader.uint(1, 56);
    const seed = reader.uint(0, 255);
    const parameter = reader.uint(0, width);
    const bits = reader.byteString();
    return { day, width, seed, values: readValues(bits, { count: Number(count), width, parameter }) };
}

/** L3: whole fingerprints of open days. */
function readOpen(reader, { closed }) {
    const place = reader.at;
    const { argument } = reader.expect(2);
    if (argument % BigInt(FINGERPRINT) !== 0n) throw reader.fault("wrong-length", place);
    if (argument > BigInt(FINGERPRINT * (MOST_REVOKED - closed.revoked))) {
        throw reader.fault("too-many", place);
    }
    if (argument > BigInt(reader.bytes.length - reader.at)) throw reader.fault("truncated", place);
    const open = reader.take(Number(argument));
    for (let at = FINGERPRINT; at < open.length; at += FINGERPRINT) {
        const before = open.subarray(at - FINGERPRINT, at);
        if (compareBytes(before, open.subarray(at, at + FINGERPRINT)) >= 0) {
            throw reader.fault("key-order", place);
        }
    }
    return open;
}

/** R4: the content of a revocation list. */
const readRevocationPayload = (payload) => readWholeMap(payload, {
    id: [1, readIdentifier],
    epoch: [2, readUInt64],
    sequence: [3, readUInt64],
    issued: [4, readInstant],
    warnAfter: [5, readInstant],
    refuseAfter: [6, (map, { issued, warnAfter }) => map.checked(
        readInstant, (end) => issued < warnAfter && warnAfter < end, "date-order")],
    leastTrust: [7, readUInt64],
    firstDay: [8, readDay],
    lastClosed: [9, readLastClosedDay],
    closed: [10, readClosedDays],
    open: [11, readOpen],
});

/** L2. */
function readLastClosedDay(reader, { issued, firstDay }) {
    const place = reader.at;
    const isBetween = (day) => day < dayOf(issued) && day >= firstDay - 1;
    const day = reader.checked(readDay, isBetween, "date-order");
    if (day - firstDay + 1 > MOST_DAYS) throw reader.fault("too-many", place);
    return day;
}

/** R1: the envelope and the identifier; of the payload nothing else is looked at. */
function readEnvelope(bytes) {
    const message = readSigned(bytes);
    const reader = new Reader(message.payload);
    if (reader.map() === 0n) throw new Fault("missing-key");
    const { key, place } = reader.keys().next();
    if (key !== 1n) {
        throw reader.fault(key > 1n && (key <= 11n || key >= 64n) ? "missing-key" : "unknown-key", place);
    }
    return { message, id: readIdentifier(reader) };
}

/** R1 to R5: a revocation list this trust list stands for, or the code of its refusal. */
export async function acceptedRevocations(bytes, trust) {
    if (bytes.length > MOST_REVOCATION_BYTES) return { refusal: "too-large" };
    const envelope = attempt(() => readEnvelope(bytes));
    if (envelope.fault) return { refusal: envelope.fault.reason };
    const { message, id } = envelope.value;
    const source = trust.sources.find((one) => one.id === id);
    if (source === undefined) return { refusal: "unknown-list-id" };
    const key = source.keys.find((one) => sameBytes(kidOf(one), message.kid));
    const toBeSigned = signedBytes(REVOCATION_DOMAIN, message);
    if (key === undefined || !await isSigned(key, toBeSigned, message.signature)) {
        return { refusal: "wrong-key" };
    }
    const content = attempt(() => readRevocationPayload(message.payload));
    if (content.fault) return { refusal: content.fault.reason };
    if (content.value.epoch !== source.epoch) return { refusal: "wrong-epoch" };
    return { list: { ...content.value, key: hex(key) }, payload: message.payload };
}

/** Whether a list still stands under a trust list (R2, R3, R5). */
export function isDelegated(list, trust) {
    const source = trust.sources.find(({ id }) => id === list.id);
    return source !== undefined && source.epoch === list.epoch
        && source.keys.some((key) => hex(key) === list.key);
}

/** R9: whether `list` cancels fewer of some day than `before`, the list in force. */
export function forgets(list, before) {
    const countOf = ({ closed }, day) => closed.days.get(day)?.values.length ?? 0;
    const last = Math.min(list.lastClosed, before.lastClosed);
    for (let day = list.firstDay; day <= last; day += 1) {
        if (countOf(list, day) < countOf(before, day)) return true;
    }
    const later = ({ closed, open }) => [...closed.days.values()]
        .filter(({ day }) => day > last)
        .reduce((sum, { values }) => sum + values.length, open.length / FINGERPRINT);
    return list.firstDay <= last + 1 && later(list) < later(before);
}

function holdsOpen(open, fingerprint) {
    for (let at = 0; at < open.length; at += FINGERPRINT) {
        if (sameBytes(open.subarray(at, at + FINGERPRINT), fingerprint)) return true;
    }
    return false;
}

function holdsValue(values, wanted) {
    let [low, high] = [0, values.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (values[middle] < wanted) low = middle + 1;
        else high = middle;
    }
    return low < values.length && values[low] === wanted;
}

/** U1 to U3: `not-covered`, `revoked`, `not-revoked` or `issued-later`. */
export function lookedUp(list, { issued, fingerprint }) {
    const day = dayOf(issued);
    if (day < list.firstDay) return "not-covered";
    if (day <= list.lastClosed) {
        const found = list.closed.days.get(day);
        const isRevoked = found !== undefined
            && holdsValue(found.values, valueOf(fingerprint, found));
        return isRevoked ? "revoked" : "not-revoked";
    }
    if (holdsOpen(list.open, fingerprint)) return "revoked";
    return day <= dayOf(list.issued) ? "not-revoked" : "issued-later";
}
