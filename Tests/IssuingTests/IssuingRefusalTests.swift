import Explaining
import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "Refusals": a code for programs, a line for people, never a value.
struct IssuingRefusalTests {
    static let table: [(refusal: IssuingRefusal, code: String)] = [
        (.answerTooOld, "answer-too-old"), (.answerFromFuture, "answer-from-future"),
        (.answerMalformed(Wording("qf: n’est pas", "qf: is not")), "answer-malformed"),
        (.answerIsAnError(status: 404, code: "37003"), "answer-is-an-error"),
        (.answerWithoutPerson, "answer-without-person"),
        (.identityIncomplete, "identity-incomplete"),
        (.identityMismatch([.birthDate]), "identity-mismatch"),
        (.identityWithout(.sex), "identity-without-field"),
        (.labelUnknown("q", nearest: "qf"), "label-unknown"),
        (.labelNotOffered(.rfr, .health), "label-not-offered"), (.labelTwice(.qf), "label-twice"),
        (.labelsExclude(.qf, .qfAtMost), "labels-exclude-each-other"),
        (.boundNotTaken(.qf), "bound-not-taken"), (.boundMalformed(.qfAtMost), "bound-malformed"),
        (.factMissing(.qf), "fact-missing"), (.factInFuture(.qfMonth), "fact-in-future"),
        (.scaleMissing(.qfAtMost), "scale-missing"),
        (.notInScale(.qfAtMost, [400, 800]), "not-in-scale"),
        (.predicateFalse(.qfAtMost), "predicate-false"),
        (.dayAfterAnswer(.registeredOn), "day-after-answer"), (.alreadyOver, "already-over"),
    ]

    @Test(arguments: table)
    func hasItsOwnStableCode(row: (refusal: IssuingRefusal, code: String)) {
        #expect(row.refusal.code == row.code)
        #expect(IssuingRefusalTests.table.filter { $0.code == row.code }.count == 1)
    }

    @Test(arguments: table)
    func isOneLineThatSaysMoreThanItsCode(row: (refusal: IssuingRefusal, code: String)) {
        let words = row.refusal.explanation.words
        #expect(words.english.count > row.code.count || row.code == "answer-malformed")
        #expect(words.french != words.english)
    }

    /// A citizen has neither options nor files.
    @Test(arguments: table)
    func tellsTheCitizenWithoutNamesOfFieldsAndOptions(
        row: (refusal: IssuingRefusal, code: String)
    ) {
        for words in [row.refusal.citizenWords.french, row.refusal.citizenWords.english] {
            #expect(!words.isEmpty && !words.contains("_") && !words.contains("--"))
        }
    }

    @Test func repeatsWhatTheReaderOfTheAnswerSaid() {
        let words = Wording("qf: n’est pas un nombre", "qf: is not a number")
        #expect(IssuingRefusal.answerMalformed(words).explanation.words == words)
    }

    @Test(
        arguments: [
            (404, "37003", "the data body answered with an error, status 404, code 37003; "),
            (nil, "37003", "the data body answered with an error, code 37003; "),
            (503, nil, "the data body answered with an error, status 503; "),
            (nil, nil, "the data body answered with an error; "),
        ] as [(Int64?, String?, String)])
    func tellsTheStatusAndTheCodeOfAnErrorWhereKnown(
        _ status: Int64?, _ code: String?, _ beginning: String
    ) {
        #expect(
            IssuingRefusal.answerIsAnError(status: status, code: code).explanation.english
                == beginning + "there is nothing to certify")
    }

    @Test func proposesTheNearestNameWhenThereIsOne() {
        #expect(
            IssuingRefusal.labelUnknown("qff", nearest: "qf").explanation.english
                == "no claim is called \"qff\"; did you mean \"qf\"?")
        #expect(
            IssuingRefusal.labelUnknown("zzz", nearest: nil).explanation.english
                == "no claim is called \"zzz\"")
    }

    @Test func offersTheThresholdsOfTheScale() {
        #expect(
            IssuingRefusal.notInScale(.qfAtMost, [400, 800]).explanation.english
                == "qf_at_most: the bound is not in the scale; choose one of 400, 800")
    }

    @Test(arguments: [
        (ClaimLabel.qfAtMost, "whole euros, such as 800"),
        (.householdPartsAtLeast, "hundredths of a part, such as 250 for 2.5 parts"),
        (.registeredOn, "a day that exists, such as 2026-11-02"),
        (.qf, "leave out the equals sign"),
    ])
    func aBoundThatCannotBeReadSaysHowToWriteOne(_ label: ClaimLabel, _ advice: String) {
        let message = IssuingRefusal.boundMalformed(label).explanation.english
        #expect(message.hasPrefix("\(label.registryName): ") && message.contains(advice))
    }

    static let faults: [(fault: IssuingFault, code: String, message: String)] = [
        (
            .sense(.missing(.qfMonth, for: .qf)), "missing-qf_month-for-qf",
            "qf is not understandable without qf_month; add it"
        ),
        (
            .sense(.contradiction(.qf, .qfAtMost)), "qf-excludes-qf_at_most",
            "qf and qf_at_most state the same fact twice; keep one"
        ),
        (
            .sense(.noIdentity), "no-identity",
            "nobody to compare it with: give birth_date, and family_name or first_given_name"
        ),
        (
            .sense(.bornAfterIssue), "born-after-issue",
            "birth_date is after the day of issue"
        ),
        (
            .sense(.endsBeforeIssue), "ends-before-issue",
            "the last day is before the day of issue"
        ),
        (
            .sense(.livesTooLong), "lives-too-long",
            "the last day is more than three calendar months after the issue"
        ),
        (
            .noFact, "no-fact",
            "it would state no fact; add a claim of label 32 or more (Spec/claims.csv)"
        ),
        (
            .dataAge, "data-age",
            "data_as_of must be the day of issue or one of the 365 days before"
        ),
        (
            .tooLarge(bytes: 612, heaviest: ["other_given_names (260)", "usage_name"]),
            "too-large",
            "612 bytes, and a justificatif holds at most 600; "
                + "leave out or split: other_given_names (260), usage_name"
        ),
        (
            .selfCheck("signature"), "self-check",
            "the signed justificatif failed its own check (signature); nothing was released"
        ),
    ]

    @Test(arguments: faults)
    func aFaultOfTheClaimsHasTheCodeAndTheAdviceOfItsRule(
        row: (fault: IssuingFault, code: String, message: String)
    ) {
        #expect(row.fault.code == row.code)
        #expect(row.fault.explanation.english == row.message)
        #expect(IssuingRefusalTests.faults.filter { $0.code == row.code }.count == 1)
    }
}
