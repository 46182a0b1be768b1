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

/** SHA-512: 64 bytes. It serves where there is no WebCrypto, on short messages: 64-bit words are BigInt. */
export function sha512(message) {
    const view = padded(message, 128, 16);
    const state = [...starts];
    const word = (number) => BigInt.asUintN(64, number);
    const turn = (x, n) => word((x >> n) | (x << (64n - n)));
    const w = [];
    for (let at = 0; at < view.byteLength; at += 128) {
        for (let i = 0; i < 16; i += 1) w[i] = view.getBigUint64(at + 8 * i);
        for (let i = 16; i < 80; i += 1) {
            const [w15, w2] = [w[i - 15], w[i - 2]];
            const s0 = turn(w15, 1n) ^ turn(w15, 8n) ^ (w15 >> 7n);
            const s1 = turn(w2, 19n) ^ turn(w2, 61n) ^ (w2 >> 6n);
            w[i] = word(w[i - 16] + s0 + w[i - 7] + s1);
        }
        let [a, b, c, d, e, f, g, h] = state;
        for (let i = 0; i < 80; i += 1) {
            const s1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
            const t1 = h + s1 + ((e & f) ^ (word(~e) & g)) + rounds[i] + w[i];
            const s0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
            const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            [h, g, f, e, d, c, b, a] = [g, f, e, word(d + t1), c, b, a, word(t1 + t2)];
        }
        [a, b, c, d, e, f, g, h].forEach((last, i) => { state[i] = word(state[i] + last); });
    }
    return bigEndian(state.flatMap((number) => [highWord(number), lowWord(number)]));
}

function bigEndian(words) {
    const view = new DataView(new ArrayBuffer(4 * words.length));
    words.forEach((word, i) => view.setInt32(4 * i, word));
    return new Uint8Array(view.buffer);
}
