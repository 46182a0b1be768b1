import Page
import Proofs
import Reporting
import TestSupport
import Testing
import Verification

/// What the page says, and what it must not say.
struct WordsTests {
    private func statement(_ claims: Claims) throws -> String {
        plain(try Proof(claims: claims).content().statement)
    }

    private func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }

    private static let sentences: [(ClaimLabel, ClaimValue, String)] = [
        (.qf, .number(742), "le quotient familial d’octobre 2026 est de 742 €"),
        (
            .qfAtMost, .number(800),
            "le quotient familial d’octobre 2026 est inférieur ou égal à 800 €"
        ),
        (
            .qfBracket, .bracket(lower: 400, upper: 800),
            "le quotient familial d’octobre 2026 est dans la tranche de 400 € à moins de 800 €"
        ),
        (
            .qfBracket, .bracket(lower: 1_200, upper: nil),
            "le quotient familial d’octobre 2026 est de 1 200 € ou plus"
        ),
        (
            .tariffBracket, .tariff(grid: "cantine-2026", bracket: 3),
            "le quotient familial d’octobre 2026 correspond à la tranche 3 du barème cantine-2026"
        ),
        (
            .rfr, .number(28_640),
            "le revenu fiscal de référence (revenus 2149, avis 2150) est de 28 640 €"
        ),
        (
            .rfrPerPartAtMost, .number(9_000),
            "le revenu fiscal de référence par part (revenus 2149, avis 2150) est inférieur ou égal "
                + "à 9 000 €"
        ),
        (
            .householdPartsAtLeast, .number(250),
            "le nombre de parts (revenus 2149, avis 2150) est d’au moins 2,5"
        ),
        (
            .registeredOn, .day(Sample.today),
            "l’inscription à France Travail a été constatée le 2 novembre 2026"
        ),
        (
            .notRegisteredOn, .day(Sample.today),
            "l’absence d’inscription à France Travail a été constatée le 2 novembre 2026"
        ),
        (
            .registrationEnded, .noDay,
            "une inscription à France Travail a commencé le 2 novembre 2026, sans date de fin connue "
                + "au 2 novembre 2026"
        ),
        (
            .baseRightsOpenOn, .day(Sample.today),
            "les droits de base à l’Assurance maladie étaient ouverts à la date "
                + "du 2 novembre 2026"
        ),
        (
            .c2sWithContribution, .flag(false),
            "le droit à la Complémentaire santé solidaire, sans participation, était ouvert à "
                + "la date du 2 novembre 2026"
        ),
        (.fundCode, .code("44109"), "le code de la caisse d’assurance maladie est 44109"),
    ]

    @Test(arguments: WordsTests.sentences)
    func oneFactIsOneSentence(_ label: ClaimLabel, _ value: ClaimValue, _ fact: String) throws {
        var claims = Sample.claims(around: label)
        claims[label] = value
        #expect(try statement(claims) == "Ce document prouve une seule chose : \(fact).")
    }

    @Test func severalFactsAreCountedAndListed() throws {
        let content = try Proof(claims: PageCase.everyKind).content()
        #expect(plain(content.statement) == "Ce document prouve quatre choses, et rien d’autre :")
        #expect(content.facts.count == 4)
        #expect(content.facts.dropLast().allSatisfy { $0.hasSuffix("\u{A0};") })
        #expect(content.facts.last?.hasSuffix(".") == true)
    }

    @Test(arguments: PageCase.all)
    func everyClaimIsPrinted(_ page: PageCase) throws {
        let content = try page.proof.content()
        let printed = content.values + content.details + content.person
        let recipient = page.claims.recipient == nil ? 0 : 1
        #expect(printed.count + recipient == page.claims.count)
        #expect(content.recipient == page.claims.recipient?.text)
    }

    @Test(arguments: PageCase.facts)
    func noWordSaysMoreThanIsKnownOrAccuses(_ page: PageCase) throws {
        let content = try page.proof.content()
        let text = plain(
            ([content.title, content.statement] + content.facts
                + content.sections.flatMap { [$0.heading] + $0.paragraphs }
                + (content.slip.map { $0.subject + [$0.advice] } ?? [])
                + [content.accessibility])
                .joined(separator: "\n"))
        for word in [
            "opposable", "jeton", "empreinte", "kid", "périmé", "contrefait", "est inscrit", "FD ",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test func legalWordsAreOnlyTheIssuers() throws {
        let without = try Proof().content()
        #expect(!without.sections.contains { $0.heading == "L’émetteur vous informe" })
        let with = try Proof(notice: "Une ligne.\nUne autre.", contact: "03 00 00 00 00").content()
        let section = try #require(with.sections.last)
        #expect(section.heading == "L’émetteur vous informe")
        #expect(section.paragraphs.prefix(2) == ["Une ligne.", "Une autre."])
        #expect(section.paragraphs.last?.hasSuffix("03 00 00 00 00") == true)
    }

    @Test func cancellingIsOnlyPromisedWhereTheIssuerCanRevoke() throws {
        let without = try Proof(contact: "03 00 00 00 00").content()
        #expect(without.slip == nil)
        #expect(paragraphs(without).contains("n’annule pas ses justificatifs"))
        let with = try PageCase.cancellable.proof.content()
        #expect(!paragraphs(with).contains("n’annule pas"))
        let advice = try #require(with.slip?.advice)
        #expect(plain(advice).hasSuffix("avec cette référence. Contact : 03 00 00 00 00"))
        let bare = try #require(try Proof(revocationList: "caf").content().slip?.advice)
        #expect(bare.contains("Demandez l’annulation à l’émetteur"))
    }

    @Test func theSlipNamesNobodyAndStatesNoValue() throws {
        let slip = try #require(try PageCase.cancellable.proof.content().slip)
        let text = ([slip.heading, slip.reference, slip.advice] + slip.subject).joined()
        for part in ["TERRASSIER", "Camille", "742", "1988"] { #expect(!text.contains(part)) }
    }

    /// A person who has torn the slip off still has it on the sheet.
    @Test(arguments: [nil, "caf"])
    func theReferenceIsOnTheSheet(list: String?) throws {
        let proof = try Proof(revocationList: list).verified()
        let content = PageContent(proof)
        #expect(plain(content.reference) == "Référence : \(proof.reference)")
        #expect(content.slip.map { $0.reference == content.reference } ?? true)
    }

    private func paragraphs(_ content: PageContent) -> String {
        content.sections.flatMap(\.paragraphs).joined(separator: "\n")
    }

    @Test func theTextOfTheCodeIsTheOneThatWasVerified() throws {
        let proof = try Proof().verified()
        #expect(try Proof().content().token == PageContent(proof).token)
        #expect(PageContent(proof).token.hasPrefix("JF1:"))
    }
}
