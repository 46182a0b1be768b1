"""The tables of Spec/wallet.md, and what they rest on.

    /usr/bin/python3 -m unittest discover -s Vectors -p 'test_wallet.py'
"""

import base64
import datetime
import importlib.machinery
import importlib.util
import json
import pathlib
import re
import unittest

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPEC = ROOT / "Spec"


def script():
    """scripts/wallet-sizes as a module, although it is not named like one."""
    path = str(ROOT / "scripts" / "wallet-sizes")
    loader = importlib.machinery.SourceFileLoader("wallet_sizes", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


sizes = script()


class WalletPage(unittest.TestCase):
    page = (SPEC / "wallet.md").read_text("utf-8")

    def test_the_tables_are_those_of_the_script(self) -> None:
        self.assertIn(sizes.sizes(), self.page)
        self.assertIn(sizes.mapping(), self.page)

    def test_sizes_of_justificatifs_are_those_of_the_token_page(self) -> None:
        page = (SPEC / "token.md").read_text("utf-8")
        measured = {int(count) for count in re.findall(
            r"^\| (?:quotient|tax|job|health)[^|]*\| (\d+) \|", page, re.M)}
        ours = {int(row.split("|")[2]) for row in sizes.sizes().splitlines()[2:]}
        self.assertLessEqual(ours, measured)

    def test_a_real_certificate_is_about_as_long(self) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"),
                          x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Organisme d’essai")])
        begin = datetime.datetime(2026, 1, 1)
        certificate = x509.CertificateBuilder(name, name, key.public_key(), 1 << 120, begin,
                                              begin + datetime.timedelta(days=365))
        for extension in (x509.SubjectAlternativeName([x509.DNSName("caf.example.org")]),
                          x509.BasicConstraints(ca=False, path_length=None),
                          x509.SubjectKeyIdentifier.from_public_key(key.public_key())):
            certificate = certificate.add_extension(extension, critical=False)
        signed = certificate.sign(key, hashes.SHA256())
        length = len(signed.public_bytes(serialization.Encoding.DER))
        self.assertLess(abs(length - sizes.CERTIFICATE), 60)

    def test_a_disclosure_is_that_of_the_rfc(self) -> None:
        """The example of RFC 9901 sections 4.2.1 and 4.2.3."""
        text = '["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]'
        sent = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"
        self.assertEqual(sizes.base64url(text.encode()), sent)
        self.assertEqual(sizes.digest(sent), "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0")
        made = json.loads(base64.urlsafe_b64decode(sizes.disclosure("qf", 742) + "=="))
        self.assertEqual([len(made[0]), *made[1:]], [22, "qf", 742])

    def test_each_claim_has_a_row(self) -> None:
        rows = sizes.mapping().splitlines()[2:]
        self.assertEqual(len(rows), len(sizes.registry.rows()))


if __name__ == "__main__":
    unittest.main()
