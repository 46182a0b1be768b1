// Root keys: roots.pub and the chain of root documents (Spec/lists.md 2).

import { compareBytes, fromHex, hex, joined, sameBytes } from "./bytes.js";
import { Reader, readWholeMap } from "./cbor.js";
import { encodedBytes, encodedHead, jointlySignedBytes, kidOf, readJointlySigned } from "./cose.js";
import { isPrimeOrder } from "./curve.js";
import { isSigned } from "./ed25519.js";
import { need } from "./fault.js";
import { strictJSON } from "./json.js";
import { sha256 } from "./sha2.js";

const MOST_ROOT_KEYS = 16;
const MOST_VERSION = 4294967295;
const MOST_PINNED_BYTES = 16384;
const MOST_DOCUMENTS = 128;
export const MOST_CHAIN_BYTES = 262144;
const ROOT_DOMAIN = "justificatif/root/1";
const primeOrders = new Map();

/** E1 and E2, once for each key. */
function isKey(key) {
    const name = hex(key);
    if (primeOrders.size >= 4096) primeOrders.clear();
    if (!primeOrders.has(name)) primeOrders.set(name, isPrimeOrder(key));
    return primeOrders.get(name);
}

/** M4. */
export const readKey = (reader) =>
    reader.checked(() => reader.byteString({ size: 32 }), isKey, "key-not-prime-order");

/** G1, I5: keys in ascending order, each once. */
export const readKeys = (reader, most) =>
    reader.ascending({ least: 1, most }, readKey, (a, b) => compareBytes(a, b) < 0);

/** G5: the roots of a `roots.pub`, or null where it is refused. */
export function readPinnedRoots(bytes) {
    if (bytes.length > MOST_PINNED_BYTES) return null;
    const object = strictJSON(bytes);
    if (!(object instanceof Map) || object.size !== 4) return null;
    const inRange = (number, most) =>
        typeof number === "bigint" && number >= 1n && number <= BigInt(most);
    const list = object.get("keys");
    if (object.get("format") !== "justificatif-roots/1") return null;
    if (!inRange(object.get("version"), MOST_VERSION)) return null;
    if (!Array.isArray(list) || list.length < 1 || list.length > MOST_ROOT_KEYS) return null;
    if (!inRange(object.get("threshold"), list.length)) return null;
    if (!list.every((key) => typeof key === "string" && /^[0-9a-f]{64}$/.test(key))) return null;
    if (new Set(list).size !== list.length) return null;
    const keys = list.map(fromHex).sort(compareBytes);
    if (!keys.every(isKey)) return null;
    return {
        version: Number(object.get("version")), threshold: Number(object.get("threshold")), keys,
    };
}

/** G2: 16 bytes. */
export function fingerprintOf({ version, threshold, keys }) {
    return sha256(joined(
        Uint8Array.of(0xa3, 1), encodedHead(0, version), Uint8Array.of(2, threshold, 3),
        encodedHead(4, keys.length), ...keys.map(encodedBytes))).subarray(0, 16);
}

/**
 * Whether at least k different keys of these roots have a good signature on it (T2, C3, C4). A
 * signature is checked once for each key, however often it is asked for.
 */
export async function isSignedEnough(roots, { payload, signatures }, domain) {
    let good = 0;
    for (const key of roots.keys) {
        if (good >= roots.threshold) break;
        const kid = kidOf(key);
        const found = signatures.find((one) => sameBytes(one.kid, kid));
        if (found === undefined) continue;
        const name = `${domain} ${hex(key)}`;
        found.checked ??= new Map();
        if (!found.checked.has(name)) {
            const message = jointlySignedBytes(domain, found.header, payload);
            found.checked.set(name, await isSigned(key, message, found.signature));
        }
        if (found.checked.get(name)) good += 1;
    }
    return good >= roots.threshold;
}

function readRootPayload(payload) {
    const roots = readWholeMap(payload, {
        version: [1, (map) => map.uint(1, MOST_VERSION)],
        threshold: [2, (map) => map.uint(1, MOST_ROOT_KEYS)],
        keys: [3, (map) => readKeys(map, MOST_ROOT_KEYS)],
    });
    need(roots.threshold <= roots.keys.length, "out-of-range");
    return roots;
}

/** C1: the documents of a chain. Throws a Fault. */
export function readChain(bytes) {
    const reader = new Reader(bytes);
    const count = reader.array({ least: 1, most: MOST_DOCUMENTS });
    const documents = [];
    for (let i = 0; i < count; i += 1) {
        const message = readJointlySigned(reader);
        const roots = readRootPayload(message.payload);
        need(i === 0 || roots.version === documents[i - 1].roots.version + 1, "out-of-range");
        documents.push({ message, roots });
    }
    reader.end();
    return documents;
}

const isSameRoots = (a, b) => sameBytes(fingerprintOf(a), fingerprintOf(b));

/** C2 to C5: the roots at the end of a chain, for somebody who knows `roots`. Throws a Fault. */
export async function followedChain(documents, roots) {
    let known = roots;
    for (const { message, roots: next } of documents) {
        if (next.version < known.version) continue;
        if (next.version === known.version) {
            need(isSameRoots(next, known), "root-chain-fork");
            continue;
        }
        need(next.version === known.version + 1, "root-chain-gap");
        for (const signers of [known, next]) {
            need(await isSignedEnough(signers, message, ROOT_DOMAIN), "root-not-signed-enough");
        }
        known = next;
    }
    return known;
}
