// Signed messages: COSE_Sign1 (Spec/token.md 3.2) and COSE_Sign (Spec/lists.md 2).

import { compareBytes, joined, utf8 } from "./bytes.js";
import { Reader, readWholeMap } from "./cbor.js";
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
    const { kid } = readWholeMap(bytes, {
        algorithm: [1, (header) => header.checked(
            () => header.keys().next().key, (key) => key === ED25519, "wrong-algorithm")],
        kid: [4, (header) => header.byteString({ size: 8 })],
    }, { laterKeys: false });
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
    const signatures = reader.ascending(
        { least: 1, most: MOST_SIGNATURES }, readOneOfSeveral,
        (before, { kid }) => compareBytes(before.kid, kid) < 0, "signature-order");
    return { payload, signatures };
}

function readOneOfSeveral(reader) {
    reader.array({ size: 3 });
    const { header, kid } = readHeader(reader);
    readNothing(reader);
    return { header, kid, signature: readSignature(reader) };
}

/** The head of an item, the shortest (D3); its argument is below 2^32. */
export function encodedHead(major, argument) {
    if (argument < 24) return Uint8Array.of(major * 32 + argument);
    const size = [0x100, 0x10000].filter((end) => argument >= end).length;
    const bytes = Array.from({ length: 1 << size }, (_, i) => (argument >>> (8 * i)) & 255);
    return Uint8Array.of(major * 32 + 24 + size, ...bytes.reverse());
}

/** A byte string as CBOR. */
export const encodedBytes = (bytes) => joined(encodedHead(2, bytes.length), bytes);

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
