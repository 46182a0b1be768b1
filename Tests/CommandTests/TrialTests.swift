import Foundation
import TestSupport
import Testing

/// Inputs that hurt when the programs were tried in earnest, each with what is right
/// (`Tests/Samples/trials`).
struct TrialTests {
    private static let day = "2026-11-28T22:00:00Z"

    /// A counter that has the lists of the trials.
    private final class Counter {
        let folder = TemporaryFolder()

        init() throws {
            let lists = folder.file("lists")
            let sources = TrialTests.path("lists")
            let program = Command.path(of: "justificatif")
            for words in [["init", "--roots", "\(sources)/roots.pub"], ["install", sources]] {
                let outcome = try Command.run(program, ["lists"] + words + ["--lists", lists])
                guard outcome.status == 0 else { throw Desk.Refused(outcome) }
            }
        }

        func verify(_ input: String, _ options: String...) throws -> Outcome {
            try Command.run(
                Command.path(of: "justificatif"),
                ["verify", "--json", "--lists", folder.file("lists"), "--at", TrialTests.day]
                    + options + [input])
        }
    }

    private static func path(_ name: String) -> String {
        "\(Checkout.root)/Tests/Samples/trials/\(name)"
    }

    /// Two are too large for the repository.
    private static func shared(_ name: String) -> String {
        "\(Checkout.root)/../shared/data/trials/\(name)"
    }

    private static func hasShared(_ name: String) -> Bool {
        FileManager.default.isReadableFile(atPath: shared(name))
    }

    @Test(arguments: [
        "proof.txt", "proof.png", "proof.pdf", "proof.html", "page-text.txt", "mail-sentence.txt",
        "mail-quoted.txt", "dark-no-quiet-zone.png", "scanner-aim.txt", "scanner-stx-etx.txt",
        "soft-hyphen.txt", "leading-zwsp.txt", "nbsp.txt", "notepad-utf16.txt",
        "french-space-colon.txt", "stack18.pdf",
    ])
    func isValid(name: String) throws {
        let outcome = try Counter().verify(Self.path(name))
        #expect(outcome.verdicts == ["valid"])
        #expect(outcome.status == 0)
    }

    /// Programs write a line end or a byte order mark before the head of a PDF.
    @Test(arguments: ["\r\n", "\u{FEFF}"])
    func aPDFBehindOtherBytesIsValid(before: String) throws {
        let counter = try Counter()
        let pdf = try #require(Checkout.bytes("Tests/Samples/trials/proof.pdf"))
        let file = counter.folder.write(Array(before.utf8) + pdf, as: "leading.pdf")
        #expect(try counter.verify(file).verdicts == ["valid"])
    }

    @Test(.enabled(if: hasShared("phone-48mp.jpg")))
    func aPhotoOf48MegapixelsIsValid() throws {
        #expect(try Counter().verify(Self.shared("phone-48mp.jpg")).verdicts == ["valid"])
    }

    @Test(.enabled(if: hasShared("copier-g4.tif")))
    func theTIFFOfACopierIsValid() throws {
        #expect(try Counter().verify(Self.shared("copier-g4.tif")).verdicts == ["valid"])
    }

    @Test func aStackHasAVerdictForEachSheet() throws {
        let outcome = try Counter().verify(Self.path("stack18.pdf"), "--several")
        let codes = outcome.objects.first?["codes"] as? [[String: Any]] ?? []
        #expect(codes.compactMap { $0["page"] as? Int } == Array(stride(from: 1, to: 18, by: 2)))
        #expect(codes.allSatisfy { $0["verdict"] as? String == "valid" })
    }

    private static func issue(at now: String = day, _ words: String...) throws -> Outcome {
        let folder = TemporaryFolder()
        let key = try Command.issuer("key", "new", "--role", "issuer", "--out", folder.file("key"))
        guard key.status == 0 else { throw Desk.Refused(key) }
        return try Command.run(
            Command.path(of: "justificatif-issuer"),
            [
                "issue", "--key", folder.file("key.key"), "--unregistered", "--lang", "en", "--at",
                now,
            ]
                + words)
    }

    @Test(arguments: [
        ("answer-spouse3102", ""), ("answer-trailfc", ""), ("answer-fcarraystr", ""),
        ("answer-threestr", ""), ("answer-camel", "[answer-form-unknown]"),
        ("answer-qf0", "[zero-not-confirmed]"),
        ("answer-apos2", "family_name differs from the identity [identity-mismatch]"),
    ])
    func anAnswerIsAcceptedWhereNothingIsLost(name: String, error: String) throws {
        let outcome = try Self.issue(
            "--kind", "quotient-familial", "--input", Self.path("\(name).json"), "--text", "-")
        #expect(outcome.text.hasPrefix("JF1:") == error.isEmpty)
        #expect(outcome.errors.contains(error) || error.isEmpty)
    }

    @Test func aQuotientOfZeroIsAcceptedOnceItIsConfirmed() throws {
        let outcome = try Self.issue(
            "--kind", "quotient-familial", "--input", Self.path("answer-qf0.json"), "--text", "-",
            "--confirm-zero")
        #expect(outcome.text.hasPrefix("JF1:"))
    }

    /// At 00:30 in Paris the first day of a right has begun.
    @Test func aRightThatHasBegunInParisIsStated() throws {
        let outcome = try Self.issue(
            at: "2026-11-30T23:30:00Z", "--kind", "demandeur-emploi", "--answer",
            Self.path("job-seeker-from-2026-12-01.json"), "--identity", Self.path("identity.json"),
            "--text", "-")
        #expect(outcome.text.hasPrefix("JF1:"))
    }

    @Test func claimsWrittenByHandAreIssued() throws {
        let outcome = try Self.issue("--claims", Self.path("claims.json"), "--text", "-")
        #expect(outcome.text.hasPrefix("JF1:"))
    }

    @Test func aBatchInLatin1IsToldByItsLine() throws {
        let folder = TemporaryFolder()
        let outcome = try Self.issue(
            "--batch", Self.path("latin1.jsonl"), "--out-dir", folder.file("out"))
        #expect(outcome.errors.contains("latin1.jsonl:1: is not UTF-8"))
        #expect(outcome.status == 64)
    }
}
