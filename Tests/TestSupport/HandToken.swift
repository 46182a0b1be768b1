/// A justificatif put together by hand; every part can be made wrong.
package struct HandToken: Sendable {
    package var expires: [UInt8]
    package var issued: [UInt8]
    package var identifier: [UInt8] = HandWriter.bytes([UInt8](repeating: 0xC1, count: 16))
    /// Encoded label and encoded value of each claim.
    package var claims: [(key: [UInt8], value: [UInt8])]
    /// -19, as one head.
    package var algorithm: [UInt8] = HandWriter.negative(18)

    /// `issued` and `expires` are day numbers.
    package init(issued: Int, expires: Int, claims: [(label: UInt64, value: [UInt8])]) {
        self.issued = HandWriter.unsigned(UInt64(issued) * 86_400)
        self.expires = HandWriter.unsigned(UInt64(expires) * 86_400)
        self.claims = claims.map { (HandWriter.unsigned($0.label), $0.value) }
    }

    /// The four fields of the payload in their order.
    package var fields: [(key: [UInt8], value: [UInt8])] {
        [
            (HandWriter.unsigned(4), expires), (HandWriter.unsigned(6), issued),
            (HandWriter.unsigned(7), identifier),
            (HandWriter.negative(70_000), HandWriter.map(claims)),
        ]
    }

    package var payload: [UInt8] { HandWriter.map(fields) }

    package func header(_ kid: [UInt8]) -> [UInt8] {
        HandWriter.map([
            (HandWriter.unsigned(1), algorithm), (HandWriter.unsigned(4), HandWriter.bytes(kid)),
        ])
    }

    /// The whole token, signed; `payload` and `domain` may be others than the right ones.
    package func signed(
        by key: PracticeKey, payload: [UInt8]? = nil, domain: String = "justificatif/token/1"
    ) -> [UInt8] {
        let payload = payload ?? self.payload
        let header = header(key.kid)
        let signature = key.sign(
            HandWriter.array([
                HandWriter.text("Signature1"), HandWriter.bytes(header),
                HandWriter.bytes(Array(domain.utf8)), HandWriter.bytes(payload),
            ]))
        return HandToken.envelope(header: header, payload: payload, signature: signature)
    }

    /// `JF1:` and the base32 of the signed token.
    package func text(by key: PracticeKey) -> String { HandToken.text(of: signed(by: key)) }

    package static func text(of token: [UInt8]) -> String { "JF1:" + HandWriter.base32(token) }

    package static func envelope(
        header: [UInt8], payload: [UInt8], signature: [UInt8]
    ) -> [UInt8] {
        HandWriter.array([
            HandWriter.bytes(header), [0xA0], HandWriter.bytes(payload),
            HandWriter.bytes(signature),
        ])
    }
}
