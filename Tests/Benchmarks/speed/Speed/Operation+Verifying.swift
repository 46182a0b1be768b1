import CSodium
import Lists
import Proofs
import TestSupport
import Verification
import Wire

extension Operation {
    /// Text to verdict in memory, with lists of so many revocations; and what nobody can leave out.
    static let verifying =
        [
            Operation("verify-0") { try verify(SampleCounter(list: $0.list(.empty))) },
            Operation("verify-no-list") { _ in try verify(SampleCounter(list: nil)) },
            Operation("libsodium") { _ in try checkByLibsodium() },
        ]
        + SampleSize.all.map { size in
            Operation("verify-\(size.name)") { try verify(SampleCounter(list: $0.list(size))) }
        }

    /// Tokens of so many bytes: the names are longer, and each of their characters is looked at.
    static let growing = [200, 300, 400, 500, 600].map { bytes in
        Operation("verify-bytes-\(bytes)") {
            let text = HandToken.sample(bytes: bytes).text(by: Practice.issuer)
            return try verify(SampleCounter(list: $0.list(.empty)), text)
        }
    }

    private static func verify(
        _ counter: SampleCounter, _ text: String = SampleCounter.text
    ) -> Once {
        let verifier = Verifier(lists: counter.lists, crypto: Practice.crypto)
        let now = counter.now
        return { verifier.verdict(onText: text, at: now).code == .valid }
    }

    /// libsodium's own check of the same signature.
    private static func checkByLibsodium() throws -> Once {
        let message = try UnverifiedToken(text: SampleCounter.text).message
        let (signature, signed) = (Array(message.signature.bytes), message.signedBytes(.token))
        let key = Practice.issuer.publicKey.bytes
        return {
            unsafe crypto_sign_verify_detached(signature, signed, UInt64(signed.count), key) == 0
        }
    }
}

/// A counter with a trust list and a revocation list.
struct SampleCounter {
    let lists: ListsInForce
    /// After the day of issue is closed.
    let now: Instant

    static let text = HandToken.sample.text(by: Practice.issuer)

    /// Without a revocation list when `list` is nil.
    init(list: RevocationList?) throws {
        var trust = TrustBuilder()
        var revocations: [String: RevocationList] = [:]
        let builder = RevocationBuilder()
        if let list {
            trust.sources = [RevocationBuilder.source()]
            trust.issuers = [TrustBuilder.issuer(revocationList: builder.identifier)]
            revocations[builder.identifier] = list
        }
        lists = ListsInForce(trust: try trust.list(), revocations: revocations)
        now = builder.issued.adding(hours: 7)
    }
}

extension HandToken {
    /// The sample with names so long that the signed token has so many bytes.
    static func sample(bytes: Int) -> HandToken {
        for missing in 0..<bytes {
            let token = sample(namesOf: missing)
            if token.signed(by: Practice.issuer).count >= bytes { return token }
        }
        return sample
    }

    private static func sample(namesOf count: Int) -> HandToken {
        let first = min(count, 200)
        let others = count - first
        let name = HandWriter.text("TERRASSIER" + String(repeating: "E", count: first))
        var claims = [(label: UInt64(0), value: name), identity[1]]
        if others > 0 {
            claims.append((label: 2, value: HandWriter.text(String(repeating: "E", count: others))))
        }
        return sample(claims + identity.dropFirst(2) + quotientFamilial)
    }
}
