internal import Issuing
internal import JSONFields

/// Whether an answer is in a form that this program reads (Spec/issuing.md 2).
///
/// Unknown members are passed over, because APIs grow. So an answer of another version could read
/// as one that says nothing, and the person would be told to be somebody else.
struct AnswerForm {
    /// Members at the top, of which an answer has at least one.
    let beginnings: Set<String>
    private let persons: [PersonMembers]
    private let spellings: [String: [String]]

    /// Of an answer that has one of `beginnings` at its top, and `inside` further in what says who
    /// it is about and what it states, and `persons` if it has any.
    init(beginnings: Set<String>, inside: Set<String>, persons: [PersonMembers] = []) {
        self.beginnings = beginnings
        self.persons = persons
        spellings = Dictionary(grouping: inside.union(beginnings), by: AnswerForm.plain)
    }

    /// Whether an answer has a member that every form of its kind has one of, no member of a known
    /// name in another spelling, and persons that can be known.
    func fits(_ answer: JSONValue) -> Bool {
        guard !hasOtherSpelling(answer) else { return false }
        switch answer {
        case .object(let members):
            return members.names.contains { beginnings.contains($0) }
                && persons.allSatisfy { $0.fit(members) }
        // A list of contracts, or nothing that a reader takes.
        case .null, .bool, .integer, .decimal, .string, .array: return true
        }
    }

    private func hasOtherSpelling(_ value: JSONValue) -> Bool {
        switch value {
        case .object(let members):
            members.names.contains { name in
                spellings[AnswerForm.plain(name)].map { !$0.contains(name) } ?? false
                    || members[name].map { hasOtherSpelling($0) } ?? false
            }
        case .array(let items): items.contains { hasOtherSpelling($0) }
        case .null, .bool, .integer, .decimal, .string: false
        }
    }

    /// `nom_naissance`, `nomNaissance` and `nom-naissance` are one name in three spellings.
    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// What reads the answers of one kind, and knows the names of their members.
protocol AnswerReader {
    static var form: AnswerForm { get }

    /// Throws for a member that is not of its form or range; each may be absent.
    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer
}
