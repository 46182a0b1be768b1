internal import Explaining
package import Issuing
package import JSONFields
internal import Proofs

extension Scale {
    /// A published scale file: thresholds by the names of their predicates, and brackets.
    ///
    /// Throws the first field that is misspelt, of another form, or breaks a rule of `Scale`.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        let identifier = try fields.text("scale")
        let title = try fields.optionalText("title")
        var thresholds: [ClaimLabel: [UInt64]] = [:]
        for label in Scale.predicates {
            let values = try fields.amounts(ClaimRegistry.row(of: label).name)
            if !values.isEmpty { thresholds[label] = values }
        }
        let brackets = try fields.amounts("brackets")
        try fields.finish()
        do throws(ScaleFault) {
            self = try Scale(
                identifier: identifier, title: title, thresholds: thresholds, brackets: brackets)
        } catch {
            throw fields.fault(
                error.field, error.explanation.french, error.explanation.english)
        }
    }
}

extension JSONFields {
    fileprivate mutating func amounts(_ name: String) throws(JSONFault) -> [UInt64] {
        var amounts: [UInt64] = []
        for item in try list(name) {
            guard case .integer(let number) = item, let amount = UInt64(exactly: number) else {
                throw fault(
                    name, "doit être une liste de nombres entiers",
                    "must be a list of whole numbers")
            }
            amounts.append(amount)
        }
        return amounts
    }
}
