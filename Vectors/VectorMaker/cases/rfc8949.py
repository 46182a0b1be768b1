"""The examples of RFC 8949 appendix A, each as the value of a label of a later version."""

from ..cbor import Raw
from ..scenario import verdict
from ..tokens import CLAIMS, faulty

INSIDE = """
00 01 0a 17 1818 1819 1864 1903e8 1a000f4240 1b000000e8d4a51000 1bffffffffffffffff
3bffffffffffffffff 20 29 3863 3903e7 f4 f5 f6 40 4401020304 60 6161 6449455446 62225c 62c3bc
63e6b0b4 64f0908591 80 83010203 8301820203820405
98190102030405060708090a0b0c0d0e0f101112131415161718181819 a0 a201020304
""".split()
WRONG_TYPE = """
c249010000000000000000 c349010000000000000000 f90000 f98000 f93c00 fb3ff199999999999a f93e00 f97bff
fa47c35000 fa7f7fffff fb7e37e43c8800759c f90001 f90400 f9c400 fbc010666666666666 f97c00 f97e00
f9fc00 fa7f800000 fa7fc00000 faff800000 fb7ff0000000000000 fb7ff8000000000000 fbfff0000000000000
f7 f0 f8ff c074323031332d30332d32315432303a30343a30305a c11a514b67b0 c1fb41d452d9e20d0000
d74401020304 d818456449455446 d82076687474703a2f2f7777772e6578616d706c652e636f6d
a26161016162820203 826161a161626163 a56161614161626142616361436164614461656145
""".split()
ENDLESS = """
5f42010243030405ff 7f657374726561646d696e67ff 9fff 9f018202039f0405ffff 9f01820203820405ff
83018202039f0405ff 83019f0203ff820405 9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff
bf61610161629f0203ffff 826161bf61626163ff bf6346756ef563416d7421ff
""".split()


def _given(item: str):
    return faulty(CLAIMS | {200: Raw(bytes.fromhex(item))})


def cases():
    for item in INSIDE:
        yield verdict(f"cbor_rfc8949-{item[:24]}", f"RFC 8949 appendix A: {item}", _given(item),
                      "version-unknown", "claim", rules="K4 K6 V7",
                      flags="rfc8949 inside later-version")
    for item in WRONG_TYPE:
        rule = "D7" if item[0] in "a8" else "D6"
        yield verdict(f"cbor_rfc8949-{item[:24]}", f"RFC 8949 appendix A: {item}", _given(item).text,
                      "malformed", "wrong-type", rules=f"{rule} K4",
                      flags="rfc8949 outside wrong-type")
    for item in ENDLESS:
        yield verdict(f"cbor_rfc8949-endless-{item[:24]}", f"RFC 8949 appendix A: {item}",
                      _given(item).text, "malformed", "indefinite-length", rules="D4 K4",
                      flags="rfc8949 outside indefinite")
