// SHA-256 and SHA-512 (FIPS 180-4). Constants are computed: they are roots of primes.

const primes = [];
for (let n = 2; primes.length < 80; n += 1) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
}

/** The first 64 bits of the fraction of the root of `prime` of this degree. */
function fraction(prime, degree) {
    const target = BigInt(prime) << BigInt(64 * degree);
    let low = 0n;
    let high = 1n << 72n;
    while (high - low > 1n) {
        const middle = (low + high) >> 1n;
        if (middle ** BigInt(degree) <= target) low = middle;
        else high = middle;
    }
    return BigInt.asUintN(64, low);
}

const highWord = (number) => Number(number >> 32n) | 0;
const lowWord = (number) => Number(number & 0xffffffffn) | 0;
const rounds = primes.map((prime) => fraction(prime, 3));
const starts = primes.slice(0, 8).map((prime) => fraction(prime, 2));
const roundsHigh = Int32Array.from(rounds, highWord);
const roundsLow = Int32Array.from(rounds, lowWord);

/** The message with its padding: a one bit, zeros, the number of bits. */
function padded(message, block, lengthBytes) {
    const size = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
    const bytes = new Uint8Array(size);
    bytes.set(message);
    bytes[message.length] = 0x80;
    const view = new DataView(bytes.buffer);
    view.setUint32(size - 8, Math.floor(message.length / 0x20000000));
    view.setUint32(size - 4, (message.length << 3) >>> 0);
    return view;
}

/** SHA-256: 32 bytes. */
export function sha256(message) {
    const view = padded(message, 64, 8);
    const state = Int32Array.from(starts, highWord);
    const w = new Int32Array(64);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let at = 0; at < view.byteLength; at += 64) {
        for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(at + 4 * i);
        for (let i = 16; i < 64; i += 1) {
            const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
            const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
            w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
        }
        let [a, b, c, d, e, f, g, h] = state;
        for (let i = 0; i < 64; i += 1) {
            const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
            const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundsHigh[i] + w[i]) | 0;
            const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
            const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
            [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
        }
        [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] = (state[i] + word) | 0; });
    }
    return bigEndian(state);
}

/** SHA-512: 64 bytes. A 64-bit word is two of 32 bits, the high one first. */
export function sha512(message) {
    const view = padded(message, 128, 16);
    const state = new Int32Array(16);
    starts.forEach((start, i) => {
        state[2 * i] = highWord(start);
        state[2 * i + 1] = lowWord(start);
    });
    const w = new Int32Array(160);
    for (let at = 0; at < view.byteLength; at += 128) {
        for (let i = 0; i < 32; i += 1) w[i] = view.getInt32(at + 4 * i);
        extend(w);
        compress(state, w);
    }
    return bigEndian(state);
}

/** Words of which this is the high half, turned right by n; exchange the halves for the low one. */
const turnHigh = (high, low, n) =>
    n < 32 ? (high >>> n) | (low << (32 - n)) : (low >>> (n - 32)) | (high << (64 - n));
const shiftHigh = (high, n) => high >>> n;
const shiftLow = (high, low, n) => (low >>> n) | (high << (32 - n));

function extend(w) {
    for (let i = 32; i < 160; i += 2) {
        const [h15, l15, h2, l2] = [w[i - 30], w[i - 29], w[i - 4], w[i - 3]];
        const high0 = turnHigh(h15, l15, 1) ^ turnHigh(h15, l15, 8) ^ shiftHigh(h15, 7);
        const low0 = turnHigh(l15, h15, 1) ^ turnHigh(l15, h15, 8) ^ shiftLow(h15, l15, 7);
        const high1 = turnHigh(h2, l2, 19) ^ turnHigh(h2, l2, 61) ^ shiftHigh(h2, 6);
        const low1 = turnHigh(l2, h2, 19) ^ turnHigh(l2, h2, 61) ^ shiftLow(h2, l2, 6);
        const low = (low0 >>> 0) + (low1 >>> 0) + (w[i - 31] >>> 0) + (w[i - 13] >>> 0);
        w[i + 1] = low | 0;
        w[i] = (high0 + high1 + w[i - 32] + w[i - 14] + Math.floor(low / 0x100000000)) | 0;
    }
}

function compress(state, w) {
    const v = Int32Array.from(state);
    for (let i = 0; i < 80; i += 1) {
        const [ah, al, bh, bl, ch, cl, , , eh, el, fh, fl, gh, gl, hh, hl] = v;
        const e1 = turnHigh(eh, el, 14) ^ turnHigh(eh, el, 18) ^ turnHigh(eh, el, 41);
        const e0 = turnHigh(el, eh, 14) ^ turnHigh(el, eh, 18) ^ turnHigh(el, eh, 41);
        const chooseLow = (el & fl) ^ (~el & gl);
        const chooseHigh = (eh & fh) ^ (~eh & gh);
        const low1 = (hl >>> 0) + (e0 >>> 0) + (chooseLow >>> 0) + (roundsLow[i] >>> 0)
            + (w[2 * i + 1] >>> 0);
        const high1 = (hh + e1 + chooseHigh + roundsHigh[i] + w[2 * i]
            + Math.floor(low1 / 0x100000000)) | 0;
        const a1 = turnHigh(ah, al, 28) ^ turnHigh(ah, al, 34) ^ turnHigh(ah, al, 39);
        const a0 = turnHigh(al, ah, 28) ^ turnHigh(al, ah, 34) ^ turnHigh(al, ah, 39);
        const low2 = (a0 >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
        const high2 = (a1 + ((ah & bh) ^ (ah & ch) ^ (bh & ch))
            + Math.floor(low2 / 0x100000000)) | 0;
        const lowE = (v[7] >>> 0) + ((low1 | 0) >>> 0);
        const highE = (v[6] + high1 + Math.floor(lowE / 0x100000000)) | 0;
        const lowA = ((low1 | 0) >>> 0) + ((low2 | 0) >>> 0);
        const highA = (high1 + high2 + Math.floor(lowA / 0x100000000)) | 0;
        v.copyWithin(2, 0, 14);
        v[0] = highA;
        v[1] = lowA | 0;
        v[8] = highE;
        v[9] = lowE | 0;
    }
    for (let i = 0; i < 16; i += 2) {
        const low = (state[i + 1] >>> 0) + (v[i + 1] >>> 0);
        state[i + 1] = low | 0;
        state[i] = (state[i] + v[i] + Math.floor(low / 0x100000000)) | 0;
    }
}

function bigEndian(words) {
    const view = new DataView(new ArrayBuffer(4 * words.length));
    words.forEach((word, i) => view.setInt32(4 * i, word));
    return new Uint8Array(view.buffer);
}
