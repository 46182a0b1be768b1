"""Python libraries at the same work: peer.py cwt|pycose|segno FILE TIMES.

cwt and pycose know no algorithm -19: they get the same claims signed as -8, in their own CWT.
"""
import base64
import io
import sys

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

name, file, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
text = open(file).read().split()[0]
secret = Ed25519PrivateKey.from_private_bytes(bytes([1] * 32))
key = secret.public_key().public_bytes_raw()


def base32(characters):
    return base64.b32decode(characters + "=" * (-len(characters) % 8))


def token():
    payload = cbor2.loads(base32(text[4:]))[2]
    protected = cbor2.dumps({1: -8, 4: b"key-0001"})
    # Good for a hundred years: cwt looks at the clock.
    claims = {**cbor2.loads(payload), 4: 4_900_000_000}
    payload = cbor2.dumps(claims)
    signature = secret.sign(cbor2.dumps(["Signature1", protected, b"", payload]))
    whole = cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))
    return base64.b32encode(whole).decode().rstrip("=")


def by_cwt():
    import cwt

    known = cwt.COSEKey.new({1: 1, -1: 6, -2: key, 2: b"key-0001", 3: -8})
    given = token()
    return lambda: cwt.decode(base32(given), known)[-70001]


def by_pycose():
    from pycose.keys import OKPKey
    from pycose.keys.curves import Ed25519
    from pycose.messages import CoseMessage

    known = OKPKey(crv=Ed25519, x=key, optional_params={})
    given = token()

    def once():
        message = CoseMessage.decode(base32(given))
        message.key = known
        return message.verify_signature() and cbor2.loads(message.payload)[-70001]

    return once


def by_segno():
    import segno

    def once():
        output = io.BytesIO()
        segno.make(text, error="q", boost_error=False, micro=False).save(
            output, kind="png", scale=6, border=4)
        return output.getvalue()

    return once


once = {"cwt": by_cwt, "pycose": by_pycose, "segno": by_segno}[name]()
assert len(once()) >= 5
for _ in range(times):
    once()
