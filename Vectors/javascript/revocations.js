// Revocation lists (Spec/lists.md 4).

import { compareBytes, hex, sameBytes } from "./bytes.js";
import { Reader, readMap } from "./cbor.js";
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

/** L4, L5: closed days; `values[7]` and `values[8]` are the first and the last closed day. */
function readClosedDays(reader, values) {
    const [firstDay, lastClosed] = [values[7], values[8]];
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

/** L3: whole fingerprints of open days. `values[9]` holds the closed ones. */
function readOpen(reader, values) {
    const place = reader.at;
    const { argument } = reader.expect(2);
    if (argument % BigInt(FINGERPRINT) !== 0n) throw reader.fault("wrong-length", place);
    if (argument > BigInt(FINGERPRINT * (MOST_REVOKED - values[9].revoked))) {
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
function readRevocationPayload(payload) {
    const reader = new Reader(payload);
    const values = readMap(reader, {
        1: readIdentifier,
        2: (map) => map.uint64(),
        3: (map) => map.uint64(),
        4: readInstant,
        5: readInstant,
        6: (map, [, , , issued, warnAfter]) => {
            const place = map.at;
            const refuseAfter = readInstant(map);
            if (issued >= warnAfter || warnAfter >= refuseAfter) {
                throw map.fault("date-order", place);
            }
            return refuseAfter;
        },
        7: (map) => map.uint64(),
        8: readDay,
        9: readLastClosedDay,
        10: readClosedDays,
        11: readOpen,
    });
    reader.end();
    const [id, epoch, sequence, issued, warnAfter, refuseAfter, leastTrust, firstDay, lastClosed,
        { days }, open] = values;
    return {
        id, epoch, sequence, issued, warnAfter, refuseAfter, leastTrust, firstDay, lastClosed, days,
        open,
    };
}

/** L2. */
function readLastClosedDay(reader, values) {
    const place = reader.at;
    const [issued, firstDay] = [values[3], values[7]];
    const day = readDay(reader);
    if (day >= dayOf(issued) || day < firstDay - 1) throw reader.fault("date-order", place);
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
    const countOf = ({ days }, day) => days.get(day)?.values.length ?? 0;
    const last = Math.min(list.lastClosed, before.lastClosed);
    for (let day = list.firstDay; day <= last; day += 1) {
        if (countOf(list, day) < countOf(before, day)) return true;
    }
    const later = ({ days, open }) => [...days.values()]
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
        const closed = list.days.get(day);
        const isRevoked = closed !== undefined
            && holdsValue(closed.values, valueOf(fingerprint, closed));
        return isRevoked ? "revoked" : "not-revoked";
    }
    if (holdsOpen(list.open, fingerprint)) return "revoked";
    return day <= dayOf(list.issued) ? "not-revoked" : "issued-later";
}
