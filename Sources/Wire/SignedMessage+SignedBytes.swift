/// What a signature is made over.
extension SignedMessage {
    /// At least as many bytes as are signed beside a payload.
    private static let signedOverhead = 64
    /// Room for what is signed of a token: `Limits.tokenBytes` and `signedOverhead`.
    private typealias SignedToken = InlineArray<664, UInt8>

    /// Whether its signature is good by a key (Spec/token.md 5).
    package func isSigned(
        by key: PublicKey, _ domain: SignatureDomain, _ checker: some SignatureChecking
    ) -> Bool {
        withSignedBytes(domain) { checker.isValid(signature, for: $0, by: key) }
    }

    /// The bytes that were signed.
    package func signedBytes(_ domain: SignatureDomain) -> [UInt8] {
        SignedMessage.signedBytes(header: header, payload: payload, domain)
    }

    /// What `read` makes of the bytes that were signed.
    ///
    /// Those of a token are on the stack: no token takes memory here.
    package func withSignedBytes<Value>(
        _ domain: SignatureDomain, _ read: (borrowing Span<UInt8>) -> Value
    ) -> Value {
        guard payload.count + SignedMessage.signedOverhead <= MemoryLayout<SignedToken>.size else {
            return read(signedBytes(domain).span)
        }
        var count = 0
        let bytes = SignedToken { output in
            SignedMessage.write(header, payload.span, domain, to: &output)
            count = output.count
            output.append(repeating: 0, count: output.freeCapacity)
        }
        return read(bytes.span.extracting(..<count))
    }

    /// The same bytes of what is about to be signed.
    package static func signedBytes(
        header: ProtectedHeader, payload: ArraySlice<UInt8>, _ domain: SignatureDomain
    ) -> [UInt8] {
        [UInt8](capacity: payload.count + signedOverhead) { output in
            write(header, payload.span, domain, to: &output)
        }
    }

    /// The `Sig_structure` of RFC 9052 section 4.4 for one signer.
    private static func write(
        _ header: ProtectedHeader, _ payload: borrowing Span<UInt8>, _ domain: SignatureDomain,
        to output: inout OutputSpan<UInt8>
    ) {
        output.appendHead(.array, 4)
        output.append("Signature1", as: .text)
        header.write(to: &output)
        output.append(domain.rawValue, as: .bytes)
        output.appendByteString(payload)
    }
}
