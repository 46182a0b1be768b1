import Counter
import Explaining
import Issuing
import JSONFields
import Office
import Proofs
import TestSupport
import Testing

@testable import Register

/// Finding what a person names, and cancelling it or not (Spec/register.md 3).
@Suite final class CancellingTests {
    private let folder = TemporaryFolder()

    private func register() throws -> ProofRegister {
        try ProofRegister.openOrCreate(folder.file("register.db")).register
    }

    private static func issue(
        _ count: Int = 1, in register: ProofRegister, lastDay: Day = Sample.lastDay
    ) throws -> [IssuedProof] {
        let desk = IssuingDesk(
            key: Practice.issuer, register: register, today: Sample.today, Practice.crypto)
        let request = IssueRequest(
            claims: Sample.claims, issued: Sample.today, lastDay: lastDay)
        return try desk.register((0..<count).map { _ in try desk.sign(request) })
    }

    private static func finder(
        _ register: ProofRegister, at now: Instant = Sample.now
    ) -> TargetFinder {
        TargetFinder(register: register, now: now, reader: nil, Practice.crypto)
    }

    private static func cancellation(
        _ register: ProofRegister, isUndo: Bool = false
    ) -> Cancellation {
        Cancellation(
            register: register, today: Sample.today, reason: .holderRequest, isUndo: isUndo)
    }

    /// The row that was found; throws if there was none.
    private static func target(_ finding: TargetFinder.Lookup) throws -> CancellationTarget {
        guard case .row(let target) = finding else { throw Missing() }
        return target
    }
    private struct Missing: Error {}

    private static func word(_ finding: TargetFinder.Lookup) -> String {
        switch finding {
        case .row: "row"
        case .answer(let answer): answer.code.word
        }
    }

    // Finding.

    @Test func findsTheSameRowByReferenceTextAndFile() throws {
        let register = try register()
        let proof = try Self.issue(3, in: register)[1]
        let finder = Self.finder(register)
        let file = folder.write(Array("\(proof.text)\n".utf8), as: "proof.txt")
        for input in [proof.reference.description, proof.text, file] {
            let row = try Self.target(finder.find(input)).row
            #expect(row.identifier == proof.justificatif.identifier)
        }
        #expect(try Self.target(finder.find(proof.text)).input == "(text)", "no personal data")
        let twice = try finder.find(inTexts: [proof.text, "bonjour", proof.text], of: "page.html")
        #expect(try Self.target(twice).row.reference == proof.reference)
    }

    @Test func saysWhyAReferenceFindsNothing() throws {
        let register = try register()
        let proof = try Self.issue(in: register)[0]
        let finder = Self.finder(register)
        #expect(try Self.word(finder.find("4838-AYFV-CRAC-0")) == "unknown")
        let mistyped =
            (proof.reference.description.hasPrefix("0") ? "7" : "0")
            + proof.reference.description.dropFirst()
        #expect(try Self.word(finder.find(mistyped)) == "mistyped")
    }

    /// Two proofs whose references are the same: only the code itself tells them apart.
    @Test func asksForTheCodeIfTwoHaveTheReference() throws {
        let register = try register()
        let proof = try Self.issue(in: register)[0]
        let other = Sample.identifier(7)
        try register.add(
            [
                RegisterRow(
                    identifier: other, fingerprint: RevocationBuilder.fingerprint(7),
                    reference: proof.reference, issued: Sample.today)
            ], today: Sample.today)
        let finder = Self.finder(register)
        #expect(try Self.word(finder.find(proof.reference.description)) == "ambiguous")
        #expect(try Self.word(finder.find(proof.text)) == "row")
    }

    @Test func refusesAnotherCodeUnderTheSameIdentifier() throws {
        let register = try register()
        let proof = try Self.issue(in: register)[0]
        let forged = RegisterRow(
            identifier: Sample.identifier(), fingerprint: RevocationBuilder.fingerprint(1),
            reference: proof.reference, issued: Sample.today)
        try register.add([forged], today: Sample.today)
        #expect(try Self.word(Self.finder(register).find(Scenario().text)) == "altered")
    }

    @Test func whatNobodyAcceptsAnyMoreIsExpired() throws {
        let register = try register()
        let proof = try Self.issue(in: register)[0]
        let over = Sample.lastDay.adding(days: 2).start
        let later = Self.finder(register, at: over)
        #expect(try Self.word(later.find(proof.text)) == "expired", "the text tells the last day")
        #expect(try Self.word(later.find(proof.reference.description)) == "row")
        let muchLater = Self.finder(register, at: Sample.day(2027, 6, 1).start)
        #expect(try Self.word(muchLater.find(proof.reference.description)) == "expired")
        #expect(try Self.word(muchLater.find(Scenario().text)) == "expired", "no row and over")
        #expect(try Self.word(Self.finder(register).find(Scenario().text)) == "unknown")
    }

    @Test func namesTheInputThatHoldsNoneSeveralOrADamagedOne() throws {
        let register = try register()
        let texts = try Self.issue(2, in: register).map(\.text)
        let finder = Self.finder(register)
        for (texts, code) in [
            ([], "no-justificatif"), (["bonjour"], "no-justificatif"), (texts, "several-codes"),
            (["JF1:A"], "text-length"),
        ] {
            let refusal = #expect(throws: InputFault.self) {
                try finder.find(inTexts: texts, of: "scan.png")
            }
            #expect(refusal?.code == code)
            #expect(refusal?.explanation.cause == .unread, "as inspect and verify end")
            #expect(refusal?.explanation.english.hasPrefix("scan.png: ") == true)
        }
        #expect(throws: InputFault.self) { try finder.find("./missing.txt") }
    }

    // Cancelling.

    @Test func cancelsOnceAndSaysSince() throws {
        let register = try register()
        let proof = try Self.issue(in: register)[0]
        let change = Self.cancellation(register)
        let target = try Self.target(Self.finder(register).find(proof.text))
        #expect(change.isDue(target))
        #expect(change.forecast(target).code == .wouldBeCancelled)
        #expect(try register.row(of: proof.justificatif.identifier)?.revocation == nil)
        #expect(try change.make(target).code == .cancelled)
        let again = try Self.target(Self.finder(register).find(proof.text))
        #expect(!change.isDue(again))
        #expect(change.forecast(again).code.word == "already-cancelled")
        let answer = try change.make(again)
        #expect(answer.code.word == "already-cancelled" && answer.code.isAsWished)
        #expect(answer.line(.french).contains("déjà annulé le 2 novembre 2026"))
        #expect(answer.line(.french).hasPrefix("(text) (\(proof.reference)) : "))
        #expect(answer.json(.french).line().contains("\"reference\":\"\(proof.reference)\""))
    }

    @Test func takesBackWhatWasNotPublishedAndNothingElse() throws {
        let register = try register()
        let proof = try Self.issue(in: register)[0]
        let finder = Self.finder(register)
        let undo = Self.cancellation(register, isUndo: true)
        let fresh = try Self.target(finder.find(proof.text))
        #expect(!undo.isDue(fresh))
        #expect(try undo.make(fresh).code == .wasNotCancelled)
        _ = try Self.cancellation(register).make(fresh)
        #expect(try undo.isDue(Self.target(finder.find(proof.text))))
        #expect(try undo.make(fresh).code == .restored)
        _ = try Self.cancellation(register).make(fresh)
        _ = try register.beginPublication(
            of: "caf", epoch: nil, sequence: nil, at: Sample.now)
        let published = try Self.target(finder.find(proof.text))
        #expect(!undo.isDue(published))
        let answer = try undo.make(published)
        #expect(answer.code.word == "published" && !answer.code.isAsWished)
    }

    private static let cancelled = RegisterRow.Revocation(
        day: Sample.today, reason: .misuse, isAnnounced: true)

    /// Whether anything changed, and what to do instead if it could not.
    @Test(
        arguments: [
            (.cancelled, "annulé ;", "after the next publication"),
            (.wouldBeCancelled, "rien n’a été fait", "nothing was done"),
            (
                .already(cancelled), "le 2 novembre 2026 (usage abusif) ; rien",
                "nothing has changed"
            ),
            (.restored, "annulation levée", "taken back"),
            (.wasNotCancelled, "rien n’a changé", "nothing has changed"),
            (.announced(cancelled), "le 2 novembre 2026 et publié", "issue a new justificatif"),
            (.expired, "rien à annuler", "nothing to cancel"),
            (.unknown, "trois mois", "three months"),
            (.mistyped(.check), "référence mal recopiée", "reference is mistyped"),
            (
                .mistyped(.length(4)), "pas de fichier de ce nom, et ce n’est pas une référence",
                "no file of this name, and it is not a reference"
            ),
            (.ambiguous, "le texte ou l’image du code", "the text or picture of the code"),
            (.altered, "rien n’a été fait", "nothing was done"),
        ] as [(CancellationAnswer.Code, String, String)])
    func anAnswerSaysWhatChangedOrWhatToDo(
        code: CancellationAnswer.Code, french: String, english: String
    ) {
        let words = code.sentence
        #expect(words.french.contains(french), "\(words.french)")
        #expect(words.english.contains(english), "\(words.english)")
        #expect(words.french != words.english)
        #expect(code.word.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test(arguments: [
        (RevocationReason.holderRequest, "at the holder’s request"), (.wrongFacts, "wrong facts"),
        (.misuse, "misuse"), (.unspecified, "no reason given"),
    ])
    func anEarlierCancellationIsToldWithItsReason(reason: RevocationReason, words: String) {
        let code = CancellationAnswer.Code.already(
            .init(day: Sample.today, reason: reason, isAnnounced: false))
        #expect(code.sentence.english.contains("on 2 November 2026 (\(words))"))
    }

    // Several at once.

    @Test func allAreFoundBeforeAnyIsCancelled() throws {
        let register = try register()
        let proofs = try Self.issue(2, in: register)
        let inputs = [proofs[0].text, "./missing.txt", "4838-AYFV-CRAC-0", proofs[1].text]
        let round = try CancellationRound(
            inputs, Self.finder(register), Self.cancellation(register))
        #expect(round.due.map(\.row.reference) == proofs.map(\.reference))
        #expect(round.question(.french) == "Annuler ces 2 justificatifs ? [o/N] ")
        #expect(round.question(.english) == "Cancel these 2 justificatifs? [y/N] ")
        #expect(
            round.dueLines(.french).first == "\(proofs[0].reference), établi le 2 novembre 2026")
        let words = { (isForecast: Bool) in
            var words: [String] = []
            try round.run(isForecast: isForecast) { outcome in
                switch outcome {
                case .answer(let answer): words.append(answer.code.word)
                case .failed(let row): words.append(row.code)
                }
            }
            return words
        }
        let would = "would-be-cancelled"
        #expect(try words(true) == [would, "not-found", "unknown", would])
        #expect(try words(false) == ["cancelled", "not-found", "unknown", "cancelled"])
        #expect(try words(false)[0] == "already-cancelled", "it was found before")
    }

    @Test func onlyThoseThatWouldChangeAreAskedFor() throws {
        let register = try register()
        let proofs = try Self.issue(2, in: register)
        let target = try Self.target(Self.finder(register).find(proofs[0].text))
        _ = try Self.cancellation(register).make(target)
        let inputs = proofs.map(\.text)
        let undo = try CancellationRound(
            inputs, Self.finder(register), Self.cancellation(register, isUndo: true))
        #expect(undo.due.map(\.row.reference) == [proofs[0].reference])
        #expect(undo.question(.french) == "Rétablir ce justificatif ? [o/N] ")
        #expect(undo.question(.english) == "Restore this justificatif? [y/N] ")
        let again = try CancellationRound(
            inputs, Self.finder(register), Self.cancellation(register))
        #expect(again.due.map(\.row.reference) == [proofs[1].reference])
        #expect(again.question(.english) == "Cancel this justificatif? [y/N] ")
    }

    @Test func aRowThatWasPurgedMeanwhileIsUnknown() throws {
        let register = try register()
        let stranger = CancellationTarget(
            input: "-",
            row: RegisterRow(
                identifier: Sample.identifier(9), fingerprint: RevocationBuilder.fingerprint(9),
                reference: Reference(to: Sample.identifier(9), Practice.crypto),
                issued: Sample.today))
        for isUndo in [false, true] {
            let answer = try Self.cancellation(register, isUndo: isUndo).make(stranger)
            #expect(answer.code == .unknown && !answer.code.isAsWished)
        }
    }
}
