internal import JSONFields
internal import Lists
internal import Proofs
internal import Reporting
internal import Verification

/// The answer to one input (Spec/verdicts.md).
///
/// Only ``ControlDesk`` makes one. A program decides by ``isGreen`` and by nothing else.
public struct ControlVerdict: Sendable {
    /// What a screen shows before any word: a colour and a shape of its own.
    public enum Family: String, Sendable {
        /// Authentic and usable: a tick.
        case green
        /// Not authentic, or cancelled: a cross.
        case red
        /// Authentic but not usable, or nothing can be concluded: a clock.
        case amber
        /// Nothing was judged: a square.
        case grey
    }

    private let verdict: Verdict
    /// Whether the desk's clock was given and not the machine's.
    public let isSimulated: Bool

    init(verdict: Verdict, isSimulated: Bool) {
        self.verdict = verdict
        self.isSimulated = isSimulated
    }

    /// Whether the justificatif is authentic and usable.
    ///
    /// The person may still be another: compare the identity.
    public var isGreen: Bool { family == .green }

    /// The family of ``code``.
    public var family: Family {
        switch verdict.code.family {
        case .green: .green
        case .red: .red
        case .amber: .amber
        case .grey: .grey
        }
    }

    /// A stable code, such as `valid` or `expired`, never translated.
    public var code: String { verdict.code.rawValue }

    /// A stable word for a support desk, such as `key-order@87`; nil where there is none.
    public var reason: String? { verdict.reason }

    /// What it is, in one line: « Justificatif authentique ».
    public func headline(in language: ControlLanguage) -> String {
        VerdictWords(verdict, language.words).headline
    }

    /// What to do, in one or two sentences.
    public func advice(in language: ControlLanguage) -> String {
        VerdictWords(verdict, language.words).advice
    }

    /// What the justificatif states; nil before a good signature, and where nothing may be shown.
    public var statement: ControlStatement? { verdict.proof.map(ControlStatement.init) }

    /// The day of issue of the older of the lists that were used; nil if none was needed.
    public var listsIssued: CalendarDay? { verdict.lists.map { CalendarDay($0.oldest.day) } }

    /// How many days old that list was; nil if none was needed.
    public var listsAgeDays: Int? {
        verdict.lists.map { max(0, verdict.checkedAt.day.number - $0.oldest.day.number) }
    }

    /// The instant it was judged for.
    public var secondsSince1970: Int64 { verdict.checkedAt.seconds }

    /// The object of Spec/verdict.schema.json in one line, as `verify --json` prints it.
    ///
    /// `input` is what you call the input.
    public func json(input: String, in language: ControlLanguage) -> String {
        VerdictObject.json(verdict, input: input, simulated: isSimulated, language.words).line()
    }
}
