import Explaining
import Issuing
import JSONFields
import Proofs
import SigningMessages
import TestSupport
import Testing

/// Requests as Spec/signing.md 2.1 writes them.
@Suite struct SigningRequestTests {
    private static func parse(_ text: String) throws -> SigningRequest {
        try SigningRequest(parsing: Array(text.utf8))
    }

    /// The code of the fault with which a text is refused.
    private static func fault(_ text: String) -> String? {
        do { _ = try parse(text) } catch { return (error as? JSONFault)?.explanation.english }
        return nil
    }

    private static let wish = """
        {"kind": "quotient-familial", "answer": {"data": 1}, "identity": {"sub": "x"}, \
        "fetched_at": "2026-11-02T09:30:00Z", "disclose": "qf_at_most=800", \
        "scale": {"scale": "a"}, "recipient": "Mairie d’Exemple", "last_day": "2026-12-01", \
        "confirm_zero": true}
        """

    private static func holder(_ text: String = "5f1cv1") throws -> Holder {
        try #require(Holder(text))
    }

    private static func key() throws -> RequestKey { try #require(RequestKey(keyText)) }
    private static let keyText = "abcdefghijklmnopqrstuv"

    @Test func readsEveryMemberOfAWish() throws {
        let request = try Self.parse(
            """
            {"format": "justificatif-signing/1", "ask": "issue", "holder": "5f1cv1", \
            "key": "\(Self.keyText)", "wish": \(Self.wish)}
            """)
        let wish = ProofWish(
            kind: .quotientFamilial, answer: .object(["data": .integer(1)]),
            identity: .object(["sub": .string("x")]),
            fetchedAt: try #require(Instant("2026-11-02T09:30:00Z")), disclose: "qf_at_most=800",
            scale: .object(["scale": .string("a")]),
            recipient: Recipient(signedForm: "Mairie d’Exemple"),
            lastDay: Sample.day(2026, 12, 1), confirmsZero: true)
        #expect(request == .issue(wish, for: try Self.holder(), key: try Self.key()))
    }

    @Test func takesWhatIsNotSaidForTheUsual() throws {
        let request = try Self.parse(
            """
            {"format": "justificatif-signing/1", "ask": "preview", "wish": \
            {"kind": "demandeur-emploi", "answer": {}, "identity": {}, \
            "fetched_at": "2026-11-02T09:30:00Z"}}
            """)
        let wish = ProofWish(
            kind: .jobSeeker, answer: .object([:]), identity: .object([:]),
            fetchedAt: try #require(Instant("2026-11-02T09:30:00Z")))
        #expect(request == .preview(wish))
    }

    @Test func readsWhatIsAskedOfAHolder() throws {
        let start = "{\"format\": \"justificatif-signing/1\", \"holder\": \"5f1cv1\","
        let reference = Reference(to: try #require(ProofIdentifier(Array(0..<16))), Practice.crypto)
        let holder = try Self.holder()
        #expect(try Self.parse("\(start) \"ask\": \"proofs\"}") == .proofs(of: holder))
        #expect(
            try Self.parse("\(start) \"ask\": \"cancel\", \"reference\": \"\(reference)\"}")
                == .cancel(reference, of: holder))
        #expect(
            try Self.parse("\(start) \"ask\": \"cancel\", \"all\": true}")
                == .cancelAll(of: holder))
    }

    @Test func writesWhatItReads() throws {
        let wish = ProofWish(
            kind: .taxIncome, answer: .object(["a": .null]), identity: .object([:]),
            fetchedAt: Sample.now, disclose: "rfr", recipient: nil, lastDay: Sample.lastDay)
        let reference = Reference(to: try #require(ProofIdentifier(Array(0..<16))), Practice.crypto)
        let holder = try Self.holder()
        for request: SigningRequest in [
            .preview(wish), .issue(wish, for: holder, key: try Self.key()), .proofs(of: holder),
            .cancel(reference, of: holder), .cancelAll(of: holder),
        ] {
            #expect(try SigningRequest(parsing: request.json.lineBytes()) == request)
        }
    }

    @Test(arguments: [
        ("{}", "format"), ("[]", "request"),
        ("{\"format\": \"justificatif-signing/2\", \"ask\": \"proofs\"}", "format"),
        ("{\"format\": \"justificatif-signing/1\", \"ask\": \"sign\"}", "ask"),
        ("{\"format\": \"justificatif-signing/1\", \"ask\": \"proofs\"}", "holder"),
        (
            "{\"format\": \"justificatif-signing/1\", \"ask\": \"proofs\", \"holder\": \"a b\"}",
            "holder"
        ),
        (
            "{\"format\": \"justificatif-signing/1\", \"ask\": \"proofs\", \"holder\": \"a\", "
                + "\"wish\": {}}", "wish"
        ),
        (
            "{\"format\": \"justificatif-signing/1\", \"ask\": \"cancel\", \"holder\": \"a\"}",
            "reference"
        ),
        (
            "{\"format\": \"justificatif-signing/1\", \"ask\": \"cancel\", \"holder\": \"a\", "
                + "\"all\": false}", "reference"
        ),
        (
            "{\"format\": \"justificatif-signing/1\", \"ask\": \"cancel\", \"holder\": \"a\", "
                + "\"reference\": \"0000-0000-0000-1\"}", "reference"
        ),
        (
            "{\"format\": \"justificatif-signing/1\", \"ask\": \"issue\", \"holder\": \"a\", "
                + "\"key\": \"short\", \"wish\": \(wish)}", "key"
        ),
        ("{\"ask\": \"proofs\", \"ask\": \"proofs\"}", "request"),
    ])
    func refusesWhatIsNoRequest(text: String, field: String) {
        #expect(Self.fault(text)?.contains(field) == true, "\(text)")
    }

    @Test(arguments: [
        ("kind", "\"passeport\""), ("fetched_at", "\"yesterday\""), ("last_day", "\"2026-02-30\""),
        ("recipient", "\"\""), ("confirm_zero", "1"), ("disclose", "3"), ("kimd", "1"),
        ("answer", "null"), ("identity", "null"),
    ])
    func refusesAWishWithABadMember(name: String, value: String) throws {
        guard
            case .object(var fields) = try JSONValue(
                parsing: Array(Self.wish.utf8), from: "wish")
        else { return }
        fields[name] = try JSONValue(parsing: Array(value.utf8), from: "value")
        let line = JSONValue.object([
            "format": .string("justificatif-signing/1"), "ask": .string("preview"),
            "wish": .object(fields),
        ]).line()
        #expect(Self.fault(line)?.contains(name) == true)
    }

    @Test func refusesMoreThanAMebibyte() {
        let text = "{\"format\": \"\(String(repeating: "a", count: 1_048_576))\"}"
        #expect(Self.fault(text)?.contains("1048576") == true)
    }

    @Test func aHolderIsVisibleASCII() {
        for text in ["", "a b", "é", "a\u{0}", String(repeating: "a", count: 256)] {
            #expect(Holder(text) == nil)
        }
        for text in ["a", "~!", String(repeating: "a", count: 255)] {
            #expect(Holder(text)?.text == text)
        }
    }

    @Test func aKeyHas22To64Signs() {
        for text in [
            String(repeating: "a", count: 21), String(repeating: "a", count: 65),
            "abcdefghijklmnopqrstu/", "abcdefghijklmnopqrstu ",
        ] {
            #expect(RequestKey(text) == nil)
        }
        for text in ["abcdefghijklmnopqrst-_", String(repeating: "9", count: 64)] {
            #expect(RequestKey(text)?.text == text)
        }
    }
}
