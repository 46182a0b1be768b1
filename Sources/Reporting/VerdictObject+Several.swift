package import Explaining
package import JSONFields
package import Verification

extension VerdictObject {
    /// The object of an input with the objects of its justificatifs in `codes`, each with the page
    /// it is on, in order (Spec/verdicts.md 3); without `codes` the object of a single verdict.
    package static func json(
        _ verdict: Verdict, codes: [(page: Int, verdict: Verdict)]?, input: String, simulated: Bool,
        _ language: Language
    ) -> JSONValue {
        let whole = json(verdict, input: input, simulated: simulated, language)
        guard let codes, case .object(var fields) = whole else { return whole }
        fields["codes"] = .array(
            codes.map { code in
                let one = json(code.verdict, input: input, simulated: simulated, language)
                guard case .object(var fields) = one else { return one }
                fields["page"] = .integer(Int64(code.page))
                return .object(fields)
            })
        return .object(fields)
    }
}
