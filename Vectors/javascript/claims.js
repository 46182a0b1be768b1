// The container of claims (Spec/token.md 3.4, 4.1, 4.3).

import { DAY, LAST_DAY, dayText, daysInMonth, monthText } from "./dates.js";
import { isName, isRecipient } from "./names.js";
import { CLAIM_ROWS } from "./tables.js";

const MOST_CLAIMS = 40;
const FIRST_FACT = 32;

/** The registry, by label. */
export const REGISTRY = new Map(
    CLAIM_ROWS.map(([label, name, block, kind, limits, requires = [], excludes = []]) =>
        [label, { label, name, block, kind, limits, requires, excludes }]));

/** Later: a label or a choice that this version does not know (K6). */
const LATER = Symbol("later");

const checkedText = (reader, limits, isGood) =>
    reader.checked(() => reader.text(limits), isGood, "name-form");

function birthDate(reader) {
    const readNumber = () => reader.uint(18500000, 21491231);
    const number = reader.checked(readNumber, (digits) => {
        const [month, day] = [Math.floor(digits / 100) % 100, digits % 100];
        return month === 0 ? day === 0
            : month <= 12 && day <= daysInMonth(Math.floor(digits / 10000), month);
    });
    return String(number).replace(/^(....)(..)(..)$/, "$1-$2-$3");
}

function dataAge(reader, row, issued) {
    return dayText(issued / DAY - reader.uint(0, Math.min(365, issued / DAY)));
}

function choice(reader, { limits }) {
    const number = reader.uint64();
    const pair = limits.split(" ").find((word) => word.split("=")[1] === String(number));
    return pair === undefined ? LATER : pair.split("=")[0];
}

function inRange(reader, { limits }) {
    const [least, most] = limits.split("..").map(Number);
    return reader.uint(least, most);
}

function bracket(reader) {
    reader.array({ size: 2 });
    const lower = reader.uint(0, 99999);
    return [lower, reader.takesNull() ? null : reader.uint(lower + 1, 100000)];
}

function tariff(reader) {
    reader.array({ size: 2 });
    const grid = checkedText(reader, { most: 32 }, (text) => /^[a-z0-9-][a-z0-9.-]*$/.test(text));
    return [grid, reader.uint(1, 99)];
}

/** How a value of each kind is read, as its JSON (4.3). */
const kinds = {
    "name": (reader) => checkedText(reader, { most: 256 }, isName),
    "recipient": (reader) => checkedText(reader, { most: 100 }, isRecipient),
    "code": (reader, { limits }) =>
        checkedText(reader, {}, (text) => new RegExp(`^(?:${limits})$`).test(text)),
    "birth-date": birthDate,
    "choice": choice,
    "number": inRange,
    "data-age": dataAge,
    "day": (reader) => dayText(reader.uint(0, LAST_DAY)),
    "day-or-none": (reader) => {
        const day = reader.uint(0, LAST_DAY);
        return day === 0 ? "none" : dayText(day);
    },
    "month": (reader) => monthText(reader.uint(0, 2159)),
    "true-only": (reader) => reader.checked(() => reader.boolean(), (isTrue) => isTrue),
    "flag": (reader) => reader.boolean(),
    "bracket": bracket,
    "tariff": tariff,
};

/** K1 to K7: claims by name, labels in order, and whether there is something of a later version. */
export function readClaims(reader, issued) {
    const count = reader.map(MOST_CLAIMS);
    const keys = reader.keys();
    const claims = {};
    const labels = [];
    let isLater = false;
    let hasFact = false;
    for (let i = 0n; i < count; i += 1n) {
        const { key, place } = keys.next();
        if (key < 0n || key > 255n) throw reader.fault("unknown-key", place);
        const label = Number(key);
        hasFact ||= label >= FIRST_FACT;
        const row = REGISTRY.get(label);
        if (row === undefined) {
            reader.laterValue();
            isLater = true;
            continue;
        }
        const value = kinds[row.kind](reader, row, issued);
        if (value === LATER) isLater = true;
        claims[row.name] = value;
        labels.push(label);
    }
    if (!hasFact) throw reader.fault("missing-key");
    return { claims, labels, isLater };
}

/** Blocks of 32 or more that claims are of (V9). */
export function blocksOf(labels) {
    return new Set(labels.map((label) => REGISTRY.get(label).block).filter((block) => block > 0));
}
