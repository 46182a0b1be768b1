internal import Lists
internal import Proofs
internal import Reporting
internal import Verification

/// What a justificatif with a good signature states: facts, issuer, dates and reference.
public struct ControlStatement: Sendable {
    /// One fact as a person reads it: « Quotient familial : 742 € ».
    public struct Fact: Equatable, Sendable {
        /// Stable and never translated, such as `qf` (Spec/claims.csv).
        public let name: String
        /// What is written before the value.
        public let title: String
        /// The value in words, with its unit.
        public let value: String
    }

    private let proof: VerifiedProof

    init(_ proof: VerifiedProof) { self.proof = proof }

    /// The name of the issuer in the trust list.
    public var issuer: String { proof.issuer.name }

    /// What is printed beside the code, such as `4838-AYFV-CRAC-0` (Spec/token.md 4.6).
    public var reference: String { proof.reference.description }

    /// The day of issue.
    public var issued: CalendarDay { CalendarDay(proof.justificatif.issued) }

    /// The last day of use.
    public var lastDay: CalendarDay { CalendarDay(proof.justificatif.lastDay) }

    /// Every fact, name and date of birth among them, in the order of the screen.
    public func facts(in language: ControlLanguage) -> [Fact] {
        let claims = proof.justificatif.claims
        return zip(claims.labels, ClaimWords.all(of: claims, language.words)).map { label, words in
            Fact(
                name: ClaimRegistry.row(of: label).name, title: words.title, value: words.value)
        }
    }
}

/// A day of the Gregorian calendar, in UTC.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Such as 2026.
    public let year: Int
    /// 1...12.
    public let month: Int
    /// 1...31.
    public let day: Int

    init(_ day: Day) { (year, month, self.day) = day.civil }

    /// ISO 8601, `2026-11-30`.
    public var description: String { Day(year: year, month: month, day: day)?.description ?? "" }

    /// Whether the first is the earlier one.
    public static func < (first: CalendarDay, second: CalendarDay) -> Bool {
        (first.year, first.month, first.day) < (second.year, second.month, second.day)
    }
}
