// Byte strings: hexadecimal, UTF-8, order.

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function hex(bytes) {
    let text = "";
    for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
    return text;
}

/** The bytes of pairs of lower-case hexadecimal digits, or null. */
export function fromHex(text) {
    if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
    const bytes = new Uint8Array(text.length / 2);
    for (let i = 0; i < bytes.length; i += 1) {
        bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
    }
    return bytes;
}

export function utf8(text) {
    return encoder.encode(text);
}

/** The text of these bytes, or null where they are not UTF-8. A byte order mark stays. */
export function strictText(bytes) {
    try {
        return strictDecoder.decode(bytes);
    } catch {
        return null;
    }
}

export function joined(...parts) {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
    }
    return bytes;
}

/** Bit number `at`, the most significant of a byte first. */
export function bitAt(bytes, at) {
    return (bytes[at >> 3] >> (7 - (at & 7))) & 1;
}

/** Negative, zero or positive: bytewise order, the shorter first. */
export function compareBytes(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i += 1) {
        if (a[i] !== b[i]) return a[i] - b[i];
    }
    return a.length - b.length;
}

export function sameBytes(a, b) {
    return compareBytes(a, b) === 0;
}
