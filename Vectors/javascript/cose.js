// Signed messages: COSE_Sign1 (Spec/token.md 3.2) and COSE_Sign (Spec/lists.md 2).

import { compareBytes, joined, utf8 } from "./bytes.js";
import { Reader, readMap } from "./cbor.js";
import { sha256 } from "./sha2.js";

const ED25519 = -19n;
const MOST_SIGNATURES = 16;

/** The hint by which a key is found: 8 bytes. */
export function kidOf(key) {
    return sha256(key).subarray(0, 8);
}

/** H3: the bytes of a protected header, and the kid in it. */
function readHeader(reader) {
    const bytes = reader.byteString();
    const inner = new Reader(bytes);
    const [, kid] = readMap(inner, {
        1: (header) => {
            const { key, place } = header.keys().next();
            if (key !== ED25519) throw header.fault("wrong-algorithm", place);
        },
        4: (header) => header.byteString({ size: 8 }),
    }, { laterKeys: false });
    inner.end();
    return { header: bytes, kid };
}

const readNothing = (reader) => reader.map(0);
const readSignature = (reader) => reader.byteString({ size: 64 });

/** H2 to H5: the parts of a COSE_Sign1, the payload not looked at. */
export function readSigned(bytes) {
    const reader = new Reader(bytes);
    reader.array({ size: 4 });
    const { header, kid } = readHeader(reader);
    readNothing(reader);
    const payload = reader.byteString();
    const signature = readSignature(reader);
    reader.end();
    return { header, kid, payload, signature };
}

/** One COSE_Sign where the reader stands (G3): the payload, and signatures by ascending kid. */
export function readJointlySigned(reader) {
    reader.array({ size: 4 });
    reader.byteString({ size: 0 });
    readNothing(reader);
    const payload = reader.byteString();
    const count = reader.array({ least: 1, most: MOST_SIGNATURES });
    const signatures = [];
    for (let i = 0; i < count; i += 1) {
        const place = reader.at;
        reader.array({ size: 3 });
        const { header, kid } = readHeader(reader);
        readNothing(reader);
        const signature = readSignature(reader);
        const last = signatures.at(-1);
        if (last !== undefined && compareBytes(last.kid, kid) >= 0) {
            throw reader.fault("signature-order", place);
        }
        signatures.push({ header, kid, signature });
    }
    return { payload, signatures };
}

/** A byte string as CBOR. */
function encodedBytes(bytes) {
    const n = bytes.length;
    let head = [0x5a, n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
    if (n < 24) head = [0x40 + n];
    else if (n < 0x100) head = [0x58, n];
    else if (n < 0x10000) head = [0x59, n >> 8, n & 255];
    return joined(Uint8Array.from(head), bytes);
}

/** What is signed of a COSE_Sign1 (RFC 9052 section 4.4). */
export function signedBytes(domain, { header, payload }) {
    return joined(
        Uint8Array.of(0x84, 0x6a), utf8("Signature1"), encodedBytes(header),
        encodedBytes(utf8(domain)), encodedBytes(payload));
}

/** What one signer of a COSE_Sign signs. */
export function jointlySignedBytes(domain, header, payload) {
    return joined(
        Uint8Array.of(0x85, 0x69), utf8("Signature"), Uint8Array.of(0x40), encodedBytes(header),
        encodedBytes(utf8(domain)), encodedBytes(payload));
}
