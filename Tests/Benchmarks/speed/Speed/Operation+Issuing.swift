import Proofs
import QRImage
import TestSupport
import Wire

extension Operation {
    /// Claims to the text of a justificatif, and to its picture.
    static let issuing = [
        Operation("issue-text") { _ in
            let proof = Sample.justificatif()
            return { try text(of: proof).utf8.count > 200 }
        },
        Operation("issue-png") { _ in
            let proof = Sample.justificatif()
            return { try QRCode(alphanumeric: text(of: proof)).png().count > 800 }
        },
        Operation("qr-png") { _ in
            let text = SampleCounter.text
            return { try QRCode(alphanumeric: text).png().count > 800 }
        },
    ]

    private static func text(of proof: Justificatif) throws -> String {
        let message = try SignedMessage(
            signing: proof.payload, by: Practice.issuer, in: .token, Practice.crypto)
        return TokenText.encode(message.encoded)
    }
}
