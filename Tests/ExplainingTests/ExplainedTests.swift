import Explaining
import TestSupport
import Testing

/// The table of errors: each has a code, a sentence in each language and a cause.
@Suite struct ExplainedTests {
    /// `enum NameFault: Explained` and the names of its cases, by the sources.
    static let declared: [String: Set<String>] = {
        var declared: [String: Set<String>] = [:]
        for path in Checkout.files(below: "Sources") where path.hasSuffix(".swift") {
            let text = Checkout.text(path) ?? ""
            for match in text.matches(of: /\n *package enum (\w+): Explained[^\n]*\{\n/) {
                let body = text[match.range.upperBound...]
                let end =
                    body.firstRange(of: "\n    package var")?.lowerBound
                    ?? body.firstRange(of: "\n}")?.lowerBound ?? body.endIndex
                let cases = body[..<end].matches(of: /(?:^|\n) *case (\w+)/).map { String($0.1) }
                declared[String(match.1)] = Set(cases)
            }
        }
        return declared
    }()

    /// A new case does not pass until somebody has read its two sentences in this table.
    @Test func triesEveryCaseOfEveryErrorType() {
        #expect(ExplainedTests.declared.count >= 15)
        for (type, cases) in ExplainedTests.declared {
            let tried = EveryError.all.filter { String(describing: Swift.type(of: $0)) == type }
                .map { String(String(describing: $0).prefix { $0 != "(" }) }
            #expect(Set(tried) == cases, "\(type)")
        }
    }

    /// An error that no program could tell would end as unforeseen.
    @Test func everyErrorOfARoomIsInTheTable() {
        for path in Checkout.files(below: "Sources") where path.hasSuffix(".swift") {
            for match in (Checkout.text(path) ?? "").matches(of: /package \w+ (\w+): Error\b/) {
                let apart: Set = ["DecodeError", "SiblingFault", "Failure", "Explained"]
                #expect(apart.contains(String(match.1)), "\(path)")
            }
        }
    }

    /// Codes whose cause depends on what the row is about.
    static let sharedCodes: Set = [
        // An input, a file, a list, or what was to be signed.
        "too-large",
        // A list that is installed, or one that is to be signed or released (Spec/verdicts.md 4).
        "root-key-in-another-role", "same-sequence-other-content",
        // A program that ended with a status of its own, or by a signal.
        "page-crashed",
    ]

    /// The same error ends every program alike.
    @Test func aCodeHasOneCause() {
        for (code, errors) in Dictionary(grouping: EveryError.all, by: \.code)
        where !ExplainedTests.sharedCodes.contains(code) {
            let cause = errors[0].explanation.cause
            #expect(errors.allSatisfy { $0.explanation.cause == cause }, "\(errors)")
        }
    }

    @Test func anErrorWithoutARowIsTheProgramsFault() {
        struct Stray: Error {}
        let row = Explanation(of: Stray())
        #expect(row.code == "unforeseen" && row.cause == .program)
        #expect(Explanation(of: EveryError.all[0]) == EveryError.all[0].explanation)
    }

    @Test func aLineNamesThePlaceAndEndsWithTheCode() {
        let row = Explanation("not-found", .files, "n’existe pas", "is not there").about("a.json")
        #expect(row.line(.french) == "a.json : n’existe pas [not-found]")
        #expect(row.line(.english) == "a.json: is not there [not-found]")
    }

    @Test func hasACodeForScripts() {
        for error in EveryError.all {
            #expect(error.code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(error)")
        }
    }

    @Test func hasOneLineInEachLanguage() {
        for error in EveryError.all {
            let row = error.explanation
            #expect(row.french != row.english, "\(error)")
            for words in [row.french, row.english] {
                #expect(
                    words.count >= 8 && !words.contains("\n")
                        && (words.hasSuffix(" .") || !words.hasSuffix(".")))
                #expect(words.first?.isWhitespace == false, "\(error)")
            }
        }
    }

    /// French has a space before these signs, English has none.
    @Test func keepsToTheSignsOfTheLanguage() {
        for error in EveryError.all {
            let row = error.explanation
            #expect(!row.french.contains(/\w[;?!]/) && !row.french.contains("\""), "\(row.french)")
            #expect(!row.english.contains(/\s[;:?!]/) && !row.english.contains("«"))
        }
    }

    /// What a person reads is a sentence, never the name of a case.
    @Test func showsNoNameOfTheSources() {
        let names = Set(ExplainedTests.declared.values.joined()).filter {
            $0.contains { $0.isUppercase }
        }
        #expect(names.count > 50)
        for error in EveryError.all {
            let row = error.explanation
            for words in [row.french, row.english] {
                let found = words.split { !$0.isLetter }.map(String.init).filter(names.contains)
                #expect(found.isEmpty, "\(words)")
            }
        }
    }
}
