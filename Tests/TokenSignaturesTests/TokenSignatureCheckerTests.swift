import OpenIDConnect
import Testing
import TokenSignatures

/// Outside truth: the examples of RFC 7515, appendices A.2 and A.3.
@Suite struct TokenSignatureCheckerTests {
    private static let payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
        + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

    private struct Example {
        let message: [UInt8]
        let signature: [UInt8]
        let key: VerificationKey
    }

    private let checker = TokenSignatureChecker()

    private func bytes(_ text: String) throws -> [UInt8] { try #require(Base64URL.bytes(text)) }

    private func es256() throws -> Example {
        Example(
            message: Array("eyJhbGciOiJFUzI1NiJ9.\(Self.payload)".utf8),
            signature: try bytes(
                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSA"
                    + "pmWQxfKTUJqPP3-Kg6NU1Q"),
            key: .p256(
                x: try bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                y: try bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")))
    }

    private func rs256() throws -> Example {
        Example(
            message: Array("eyJhbGciOiJSUzI1NiJ9.\(Self.payload)".utf8),
            signature: try bytes(
                "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4B"
                    + "h-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLg"
                    + "rnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--x"
                    + "i12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9"
                    + "Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"),
            key: .rsa(
                modulus: try bytes(
                    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qP"
                        + "CJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ4"
                        + "7soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTB"
                        + "EMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-D"
                        + "WNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"),
                exponent: [1, 0, 1]))
    }

    @Test func takesTheExamplesOfTheStandard() throws {
        for example in [try es256(), try rs256()] {
            #expect(checker.isValid(example.signature, for: example.message, by: example.key))
        }
    }

    @Test func refusesAChangedMessage() throws {
        for example in [try es256(), try rs256()] {
            let changed = example.message + [0]
            #expect(!checker.isValid(example.signature, for: changed, by: example.key))
        }
    }

    @Test func refusesAChangedSignature() throws {
        for example in [try es256(), try rs256()] {
            var changed = example.signature
            changed[40] ^= 1
            #expect(!checker.isValid(changed, for: example.message, by: example.key))
            #expect(!checker.isValid([], for: example.message, by: example.key))
            let longer = example.signature + [0]
            #expect(!checker.isValid(longer, for: example.message, by: example.key))
        }
    }

    @Test func refusesTheKeyOfTheOtherKind() throws {
        let (curve, rsa) = (try es256(), try rs256())
        #expect(!checker.isValid(curve.signature, for: curve.message, by: rsa.key))
        #expect(!checker.isValid(rsa.signature, for: rsa.message, by: curve.key))
    }

    @Test func refusesAPointThatIsNotOnTheCurve() throws {
        let example = try es256()
        let key = VerificationKey.p256(
            x: [UInt8](repeating: 1, count: 32), y: [UInt8](repeating: 2, count: 32))
        #expect(!checker.isValid(example.signature, for: example.message, by: key))
    }
}
