import Lists
import Proofs
import Sodium
import TestSupport
import Verification
import Wire

/// The bytes of a token, on to a verdict.
enum TokenTarget: FuzzTarget {
    static let name = "token"
    static var mutator: (any Mutator)? { CBORMutator() }

    private static let trusting = Verifier(lists: Counter.lists, crypto: Believing.all)
    private static let distrusting = Verifier(lists: Counter.lists, crypto: Believing.none)
    private static let honest = Verifier(
        lists: Counter.lists, recipients: ["Mairie d’Exemple"], crypto: Practice.crypto)

    static func examine(_ input: [UInt8]) throws {
        let text = TokenText.encode(input)
        let token = try examineReading(input)
        for now in Counter.instants {
            try examine(trusting.verdict(onText: text, at: now), of: token, at: now)
        }
        let doubted = distrusting.verdict(onText: text, at: Sample.now)
        try hold(
            doubted.code.family != .green && doubted.proof == nil,
            "nothing is shown without a good signature")
        let verdict = honest.verdict(onText: text, at: Sample.now)
        try examine(verdict, of: token, at: Sample.now)
        if verdict.proof != nil || verdict.code.family == .green {
            try hold(isSigned(input), "nothing is shown without a good signature")
        }
    }

    /// Whether a listed issuer signed this token; made of nothing that the verifier uses.
    private static func isSigned(_ input: [UInt8]) -> Bool {
        guard case .array(let parts) = CBORTree(input), parts.count == 4,
            case .wrapped(let header) = parts[0], case .wrapped(let payload) = parts[2],
            case .bytes(let bytes) = parts[3], let signature = Signature(bytes)
        else { return false }
        let message = CBORTree.array([
            .text(Array("Signature1".utf8)), .bytes(header.encoded),
            .bytes(Array("justificatif/token/1".utf8)), .bytes(payload.encoded),
        ])
        return [Practice.issuer, Practice.otherIssuer, Practice.stranger].contains {
            Practice.crypto.isValid(signature, for: message.encoded.span, by: $0.publicKey)
        }
    }

    private static func examineReading(_ input: [UInt8]) throws -> UnverifiedToken? {
        guard let token = try? UnverifiedToken(bytes: input) else { return nil }
        try hold(token.message.encoded == input, "a token has one form")
        let reading = token.reading
        if !reading.hasUnknownClaims {
            let again = reading.justificatif.payload
            try hold(again[...] == token.message.payload, "a payload has one form")
        }
        return token
    }

    /// What holds of every verdict, no matter how the signature was checked.
    private static func examine(
        _ verdict: Verdict, of token: UnverifiedToken?, at now: Instant
    ) throws {
        try hold(verdict.checkedAt == now, "a verdict is of its instant")
        guard let token else {
            try hold(verdict.code == .malformed, "what cannot be read is malformed")
            return
        }
        guard verdict.code.family == .green else { return }
        let proof = token.reading.justificatif
        try hold(verdict.proof?.justificatif == proof, "what is shown is what was signed")
        try hold(!token.reading.hasUnknownClaims, "nothing unknown is green")
        try hold(proof.senseFault == nil, "nothing senseless is green")
        try hold(
            proof.issued.start.seconds <= now.seconds + 2 * 3_600, "nothing of tomorrow is green")
        try hold(now.seconds < proof.expires.start.seconds + 12 * 3_600, "nothing expired is green")
        try hold(proof.expires <= proof.issued.adding(months: 3), "nothing lives too long")
        let issuer = verdict.proof?.issuer
        try hold(issuer?.state == .active, "nothing of a stolen key is green")
        try hold(
            proof.claims.blocks.allSatisfy { issuer?.maySign($0) == true },
            "nothing out of scope is green")
        try hold(now < Counter.trustBuilder.refuseAfter, "nothing is green under an old list")
    }
}
