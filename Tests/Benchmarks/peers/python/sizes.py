"""The same facts as others would put them into a code: sizes.py TEXT prints a JSON array of rows.

TEXT is our justificatif. Each of the others is made by a library, or as its specification says, and
read back by a library of somebody else wherever there is one. Every text is drawn with the same
error correction, Q, by segno, which says the version of the symbol.
"""
import base64
import datetime
import json
import sys
import zlib

import base45
import cbor2
import claim169
import py2ddoc
import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from cwt import COSE, COSEKey
from jwcrypto.jwk import JWK
from jwcrypto.jwt import JWT
from sd_jwt.common import SDObj
from sd_jwt.issuer import SDJWTIssuer
from sd_jwt.verifier import SDJWTVerifier

FACTS = {
    "family_name": "TERRASSIER", "first_given_name": "Camille", "birth_date": "1988-05-14",
    "qf": 742, "qf_month": "2026-10", "qf_source": "CNAF", "data_as_of": "2026-11-02",
}
ISSUER, IDENTIFIER = "https://caf.example", bytes([0xC1] * 16)
ISSUED, EXPIRES = 1_793_577_600, 1_796_083_200
P256 = ec.derive_private_key(1_234_567, ec.SECP256R1())
ED25519 = ed25519.Ed25519PrivateKey.from_private_bytes(bytes([1] * 32))
ED25519_PUBLIC = ED25519.public_key().public_bytes_raw()


def base64url(given):
    return base64.urlsafe_b64encode(given).decode().rstrip("=")


def jwk(public=False):
    secret = {} if public else {"d": base64url(bytes([1] * 32))}
    return JWK(kty="OKP", crv="Ed25519", x=base64url(ED25519_PUBLIC), **secret)


def signed_by_cwt(payload, key, algorithm):
    """COSE_Sign1 with the tag, as cwt makes it; cwt itself verifies it again."""
    made = COSE.new().encode_and_sign(
        cbor2.dumps(payload), key, protected={1: algorithm, 4: b"key-0001"})
    assert COSE.new().decode(made, keys=[key])
    return made


def cose_p256():
    numbers = P256.private_numbers()
    x, y = (number.to_bytes(32, "big") for number in (
        numbers.public_numbers.x, numbers.public_numbers.y))
    return COSEKey.new({1: 2, -1: 1, -2: x, -3: y, -4: numbers.private_value.to_bytes(32, "big"),
                        2: b"key-0001", 3: -7})


def cose_ed25519():
    return COSEKey.new({1: 1, -1: 6, -2: ED25519_PUBLIC, -4: bytes([1] * 32),
                        2: b"key-0001", 3: -8})


def hc1():
    """As the EU DCC: CWT in claim -260, ES256, zlib, base45."""
    statement = {
        "ver": "1.0.0", "dob": FACTS["birth_date"],
        "nam": {"fn": "TERRASSIER", "fnt": "TERRASSIER", "gn": "Camille", "gnt": "CAMILLE"},
        "q": [{"qf": 742, "mo": "2026-10", "is": "CNAF", "dt": "2026-11-02",
               "co": "FR", "ci": "urn:uvci:01:FR:" + IDENTIFIER.hex().upper()}]}
    payload = {1: "FR", 4: EXPIRES, 6: ISSUED, -260: {1: statement}}
    made = zlib.compress(signed_by_cwt(payload, cose_p256(), -7), 9)
    return made, "HC1:" + base45.b45encode(made).decode()


def claim_169():
    """Claim 169 knows an identity; the facts beside it are in a claim of their own.

    The claim169 library reads the identity back and checks the signature.
    """
    identity = {1: base64url(IDENTIFIER), 5: "Camille", 7: "TERRASSIER", 8: "19880514"}
    facts = {name: FACTS[name] for name in ("qf", "qf_month", "qf_source", "data_as_of")}
    payload = {1: ISSUER, 4: EXPIRES, 6: ISSUED, 169: identity, -70_001: facts}
    made = zlib.compress(signed_by_cwt(payload, cose_ed25519(), -8), 9)
    text = base45.b45encode(made).decode()
    read = claim169.decode(text, validate_timestamps=False, verify_with_ed25519=ED25519_PUBLIC)
    assert (read.claim169.last_name, read.claim169.first_name) == ("TERRASSIER", "Camille"), read
    return made, text


def claims():
    return {"iss": ISSUER, "iat": ISSUED, "exp": EXPIRES, "jti": base64url(IDENTIFIER), **FACTS}


def jwt():
    token = JWT(header={"alg": "EdDSA", "kid": "key-0001"}, claims=claims())
    token.make_signed_token(jwk())
    text = token.serialize()
    read = JWT()
    read.leeway = 10**9
    read.deserialize(text, jwk(public=True))
    assert json.loads(read.claims)["qf"] == 742
    return text.encode(), text


def sd_jwt():
    """Every fact can be disclosed alone; this is what shows all of them, without a key binding."""
    hidden = {SDObj(name): value for name, value in FACTS.items()}
    common = {name: value for name, value in claims().items() if name not in FACTS}
    made = SDJWTIssuer({**common, **hidden}, jwk(), sign_alg="EdDSA")
    text = made.sd_jwt_issuance
    read = SDJWTVerifier(text, lambda *_: jwk(public=True)).get_verified_payload()
    assert read["qf"] == 742
    return text.encode(), text


def two_d_doc():
    """In the manner of 2D-Doc 3: header, fields after their identifiers, ES256, base32.

    There is no public type of document for these facts: the type and fields are made up. py2ddoc
    reads the text and checks the signature.
    """
    def days(seconds):
        number = (datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
                  - datetime.date(2000, 1, 1)).days
        return f"{number:04X}"

    fields = {"01": "TERRASSIER", "02": "CAMILLE", "03": "14051988", "04": "742", "05": "102026",
              "06": "CNAF", "07": "02112026", "08": base64.b32encode(IDENTIFIER).decode()[:26],
              "09": days(EXPIRES)}
    message = "DC03FR000001" + 2 * days(ISSUED) + "Z901" + "\x1d".join(
        name + value for name, value in fields.items())
    r, s = utils.decode_dss_signature(P256.sign(message.encode(), ec.ECDSA(hashes.SHA256())))
    signature = base64.b32encode(r.to_bytes(32, "big") + s.to_bytes(32, "big")).decode()
    text = message + "\x1f" + signature.rstrip("=")
    read = py2ddoc.parse(text)
    py2ddoc.verifier.verify(read, store())
    assert read.fields["04"] == "742"
    return text.encode(), text


def store():
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "FR00")])
    begin = datetime.datetime(2026, 1, 1)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
        .public_key(P256.public_key()).not_valid_before(begin)
        .not_valid_after(begin + datetime.timedelta(days=999)).sign(P256, hashes.SHA256()))
    return py2ddoc.TrustStore.from_der("FR00", certificate.public_bytes(Encoding.DER))


def row(name, made, text):
    symbol = segno.make(text, error="q", boost_error=False, micro=False)
    return {"name": name, "bytes": len(made), "characters": len(text),
            "qr_version": symbol.version, "modules": 17 + 4 * symbol.version}


def main():
    ours = open(sys.argv[1]).read().split()[0]
    token = base64.b32decode(ours[4:] + "=" * (-len(ours[4:]) % 8))
    rows = [row("justificatif", token, ours)]
    rows += [row(name, *make()) for name, make in (
        ("2D-Doc style", two_d_doc), ("Claim 169", claim_169), ("HC1, EU DCC style", hc1),
        ("JWT, EdDSA", jwt), ("SD-JWT, all disclosed", sd_jwt))]
    print(json.dumps(rows, indent=2))


main()
