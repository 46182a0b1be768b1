// Signatures by E3 to E5 of Spec/token.md section 5: WebCrypto where it follows E5, else curve.js.

import { fromHex, hex, joined, sameBytes } from "./bytes.js";
import { L, equationHolds, littleEndian } from "./curve.js";
import { sha512 } from "./sha2.js";

const IDENTITY_BYTES = Uint8Array.of(1, ...new Array(31).fill(0));
const importedKeys = new Map();

// RFC 8032 section 7.1, test 2, and a signature that only a check with the cofactor takes for good:
// an implementation that fails either is not used.
const GOOD = {
    key: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
};
const COFACTOR = {
    key: "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",
    message: "756e206a7573746966696361746966",
    signature: "40a4cf5c611d737a2f1c6fcca84d9cabfed80987f186a5a6c57e629bff1af27f"
        + "a6415b16e7fc422d3ee10b79fca2dff92aef8b612e39e3c88344a5eeae211808",
};

async function byWebCrypto(key, message, signature) {
    const { subtle } = globalThis.crypto;
    const name = hex(key);
    let imported = importedKeys.get(name);
    if (imported === undefined) {
        imported = await subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
        if (importedKeys.size >= 256) importedKeys.clear();
        importedKeys.set(name, imported);
    }
    return subtle.verify({ name: "Ed25519" }, imported, signature, message);
}

async function webCryptoFollowsTheRules() {
    try {
        const verify = ({ key, message, signature }) =>
            byWebCrypto(fromHex(key), fromHex(message), fromHex(signature));
        return await verify(GOOD) && !await verify(COFACTOR);
    } catch {
        return false;
    }
}

let webCryptoIsGood;

/** Whether 64 bytes are a good signature of a message by a key of prime order (E3 to E5). */
export async function isSigned(key, message, signature) {
    const r = signature.subarray(0, 32);
    const s = littleEndian(signature.subarray(32));
    if (s >= L || sameBytes(r, IDENTITY_BYTES)) return false;
    webCryptoIsGood ??= webCryptoFollowsTheRules();
    if (await webCryptoIsGood) return byWebCrypto(key, message, signature);
    const k = littleEndian(sha512(joined(r, key, message))) % L;
    return equationHolds(key, r, s, k);
}
