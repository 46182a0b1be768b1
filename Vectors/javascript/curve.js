// The curve of Ed25519 in integers of any size: RFC 8032, and Spec/token.md section 5.

import { compareBytes } from "./bytes.js";

const P = 2n ** 255n - 19n;
export const L = 2n ** 252n + 27742317777372353535851937790883648493n;

const mod = (n) => {
    const rest = n % P;
    return rest < 0n ? rest + P : rest;
};

function power(base, exponent) {
    let result = 1n;
    for (let bits = exponent; bits > 0n; bits >>= 1n) {
        if (bits & 1n) result = mod(result * base);
        base = mod(base * base);
    }
    return result;
}

const inverse = (n) => power(n, P - 2n);
const D = mod(-121665n * inverse(121666n));
const D2 = mod(2n * D);
const ROOT = power(2n, (P - 1n) / 4n);

/** A point is [X, Y, Z, T] with x = X/Z, y = Y/Z and x y = T/Z. */
const IDENTITY = [0n, 1n, 1n, 0n];

function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
    const a = mod((y1 - x1) * (y2 - x2));
    const b = mod((y1 + x1) * (y2 + x2));
    const c = mod(t1 * D2 * t2);
    const d = mod(2n * z1 * z2);
    return product(b - a, d - c, d + c, b + a);
}

function double([x, y, z]) {
    const a = x * x;
    const b = y * y;
    const h = a + b;
    const e = h - (x + y) * (x + y);
    const g = a - b;
    const f = mod(2n * z * z + g);
    return product(mod(e), f, mod(g), mod(h));
}

const product = (e, f, g, h) => [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
const negative = ([x, y, z, t]) => [mod(-x), y, z, mod(-t)];
const isIdentity = ([x, y, z]) => mod(x) === 0n && mod(y - z) === 0n;

export function littleEndian(bytes) {
    let number = 0n;
    for (let i = bytes.length - 1; i >= 0; i -= 1) number = (number << 8n) | BigInt(bytes[i]);
    return number;
}

function encodePoint([x, y, z]) {
    const factor = inverse(z);
    let number = mod(y * factor) | ((mod(x * factor) & 1n) << 255n);
    const bytes = new Uint8Array(32);
    for (let i = 0; i < 32; i += 1) {
        bytes[i] = Number(number & 0xffn);
        number >>= 8n;
    }
    return bytes;
}

/** The point of a canonical encoding (E1), or null. */
function decodePoint(bytes) {
    const number = littleEndian(bytes);
    const sign = number >> 255n;
    const y = number & ((1n << 255n) - 1n);
    if (y >= P) return null;
    const above = mod(y * y - 1n);
    const below = mod(D * y * y + 1n);
    let x = mod(above * below ** 3n * power(mod(above * below ** 7n), (P - 5n) / 8n));
    if (mod(below * x * x) === mod(-above)) x = mod(x * ROOT);
    if (mod(below * x * x) !== above) return null;
    if (x === 0n && sign === 1n) return null;
    if ((x & 1n) !== sign) x = mod(-x);
    return [x, y, 1n, mod(x * y)];
}

const BASE_Y = mod(4n * inverse(5n));
const BASE = decodePoint(encodePoint([0n, BASE_Y, 1n, 0n]));

/** 0 to 15 times a point. */
function multiples(point) {
    const table = [IDENTITY];
    for (let i = 1; i < 16; i += 1) table.push(add(table[i - 1], point));
    return table;
}

/** The sum of each scalar times its point, four bits at a time. */
function combined(...terms) {
    let sum = IDENTITY;
    for (let shift = 252n; shift >= 0n; shift -= 4n) {
        if (sum !== IDENTITY) for (let i = 0; i < 4; i += 1) sum = double(sum);
        for (const [scalar, table] of terms) {
            const digit = Number((scalar >> shift) & 15n);
            if (digit !== 0) sum = add(sum, table[digit]);
        }
    }
    return sum;
}

const BASE_TABLE = multiples(BASE);

/** E1 and E2: a canonical encoding of a point of prime order. */
export function isPrimeOrder(key) {
    if (key.length !== 32) return false;
    const point = decodePoint(key);
    return point !== null && !isIdentity(point) && isIdentity(combined([L, multiples(point)]));
}

/** E5: encode([S]B - [k]A) is R. S is below L, the key is of prime order. */
export function equationHolds(key, r, s, k) {
    const point = decodePoint(key);
    if (point === null) return false;
    const sum = combined([s, BASE_TABLE], [k, multiples(negative(point))]);
    return compareBytes(encodePoint(sum), r) === 0;
}
