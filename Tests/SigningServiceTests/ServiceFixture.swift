import Counter
import Issuing
import JSONFields
import Proofs
import Register
import SigningMessages
import SigningService
import Sodium
import Synchronization
import TestSupport
import Testing
import Wire

/// A desk with a register and an office secret in a folder of its own, and a clock to set.
final class ServiceFixture: Sendable {
    let folder = TemporaryFolder()
    let register: ProofRegister
    private let now = Mutex(Sample.now)

    init() throws {
        register = try ProofRegister.openOrCreate(folder.file("register.db")).register
    }

    func set(_ instant: Instant) { now.withLock { $0 = instant } }

    func desk(
        hasSecret: Bool = true, lists: (counter: CounterDesk, name: String)? = nil
    ) throws -> RequestDesk<PracticeKey> {
        try desk(key: Practice.issuer, hasSecret: hasSecret, lists: lists)
    }

    func desk<Key: Signing>(
        key: Key, hasSecret: Bool = true, lists: (counter: CounterDesk, name: String)? = nil
    ) throws -> RequestDesk<Key> {
        RequestDesk(
            key: key, register: register, secret: hasSecret ? try secret() : nil, lists: lists,
            clock: { [self] in now.withLock { $0 } }, Practice.crypto)
    }

    private func secret() throws -> KeyedSecret {
        let line = Array("justificatif-office-secret/1\n".utf8)
        let path = folder.write(line + Array(0..<32), as: "office.secret")
        return try KeyedSecret(reading: path, .office, Practice.crypto)
    }

    static func sample(_ name: String) throws -> JSONValue {
        let bytes = try #require(Checkout.bytes("Tests/Samples/\(name).json"))
        return try JSONValue(parsing: bytes, from: name)
    }

    static func wish(
        disclose: String? = nil, identity: JSONValue? = nil, fetchedAt: Instant = Sample.now,
        recipient: Recipient? = nil, lastDay: Day? = nil
    ) throws -> ProofWish {
        ProofWish(
            kind: .quotientFamilial, answer: try sample("quotient-familial"),
            identity: try identity ?? sample("identity"), fetchedAt: fetchedAt,
            disclose: disclose, scale: try sample("scale"), recipient: recipient, lastDay: lastDay)
    }

    static func holder(_ text: String = "5f1c0a3bv1") throws -> Holder {
        try #require(Holder(text))
    }

    static func key(_ number: Int = 0) throws -> RequestKey {
        let digits = String(number)
        return try #require(
            RequestKey(String(repeating: "k", count: 22 - digits.count) + digits))
    }
}

extension SigningAnswer {
    var refusal: SigningRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }

    var delivered: DeliveredProof? {
        if case .issued(let proof) = self { proof } else { nil }
    }

    var found: [HolderProof]? {
        if case .proofs(let proofs) = self { proofs } else { nil }
    }
}
