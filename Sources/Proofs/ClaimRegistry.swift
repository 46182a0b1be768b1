/// The registry of claims: one row a label, equal to Spec/claims.csv (a test compares them).
package enum ClaimRegistry {
    package final class Row: Sendable {
        package let label: ClaimLabel
        /// The name in JSON, in Spec and on the command line.
        package let name: String
        package let kind: ClaimKind
        /// Labels that must be there too, all of them.
        package let requires: [ClaimLabel]

        init(label: ClaimLabel, name: String, kind: ClaimKind, requires: [ClaimLabel]) {
            self.label = label
            self.name = name
            self.kind = kind
            self.requires = requires
        }
    }

    package static func row(of label: ClaimLabel) -> Row {
        rowsByLabel[Int(label.rawValue)]
            ?? Row(label: label, name: "", kind: .flag, requires: [])
    }

    package static func row(named name: String) -> Row? { rows.first { $0.name == name } }

    /// Ways to state the same fact: at most one alternative of each family may be present.
    package static let families: [[Set<ClaimLabel>]] = [
        [[.rfr], [.rfrAtMost], [.rfrPerPartAtMost]],
        [[.qf], [.qfAtMost], [.qfBracket], [.tariffBracket]],
        [[.registeredSince, .registrationEnded], [.registeredOn], [.notRegisteredOn]],
        [[.baseRightsFrom, .baseRightsUntil], [.baseRightsOpenOn]],
        [[.c2s, .c2sWithContribution, .c2sSince], [.c2sOn]],
    ]

    /// Labels that may not stand beside `label`, ascending.
    package static func exclusions(of label: ClaimLabel) -> [ClaimLabel] {
        exclusionsByLabel[Int(label.rawValue)]
    }

    package static let rows: [Row] = identity + tax + quotientFamilial + jobSeeker + health

    // Both are asked for every claim of every justificatif: a place for each number.

    private static let exclusionsByLabel: [[ClaimLabel]] = {
        var exclusions = [[ClaimLabel]](repeating: [], count: ClaimLabel.numberLimit)
        for family in families {
            for own in family {
                let others = family.filter { $0 != own }.joined().sorted()
                for label in own { exclusions[Int(label.rawValue)] = others }
            }
        }
        return exclusions
    }()

    private static let rowsByLabel: [Row?] = {
        var places = [Row?](repeating: nil, count: ClaimLabel.numberLimit)
        for row in rows { places[Int(row.label.rawValue)] = row }
        return places
    }()

    private static func row(
        _ label: ClaimLabel, _ name: String, _ kind: ClaimKind, _ requires: [ClaimLabel] = []
    ) -> Row {
        let always: [ClaimLabel] = label.rawValue >= ClaimBlock.firstFact ? [.dataAsOf] : []
        return Row(label: label, name: name, kind: kind, requires: always + requires)
    }

    private static let identity: [Row] = [
        row(.familyName, "family_name", .name),
        row(.firstGivenName, "first_given_name", .name),
        row(.otherGivenNames, "other_given_names", .name, [.firstGivenName]),
        row(.birthDate, "birth_date", .birthDate),
        row(.usageName, "usage_name", .name),
        row(.sex, "sex", .choice([(0, "unspecified"), (1, "male"), (2, "female")])),
        row(.birthPlaceCOG, "birth_place_cog", .code(.commune)),
        row(.birthCountryCOG, "birth_country_cog", .number(99_000...99_999, .country)),
        row(.identityACR, "identity_acr", .choice([(1, "eidas1"), (2, "eidas2"), (3, "eidas3")])),
        row(.recipient, "recipient", .recipient),
        row(.dataAsOf, "data_as_of", .daysBeforeIssue),
        row(.delegated, "delegated", .trueOnly),
    ]

    private static let tax: [Row] = [
        row(.rfr, "rfr", .number(0...greatestAmount, .euro), [.incomeYear]),
        row(.incomeYear, "income_year", .number(1_970...2_149, .year)),
        row(.taxParts, "tax_parts", .number(25...9_999, .hundredths), [.incomeYear]),
        row(
            .familyStatus, "family_status",
            .choice([
                (1, "single"), (2, "married"), (3, "civil-partner"), (4, "divorced"),
                (5, "widowed"),
            ]), [.incomeYear]),
        row(.dependants, "dependants", .number(0...99, .count), [.incomeYear]),
        row(.rfrAtMost, "rfr_at_most", .number(0...greatestAmount, .euro), [.incomeYear]),
        row(
            .rfrPerPartAtMost, "rfr_per_part_at_most", .number(0...greatestAmount, .euro),
            [.incomeYear]),
        row(
            .householdPartsAtLeast, "household_parts_at_least", .number(25...9_999, .hundredths),
            [.incomeYear]),
    ]

    private static let quotientFamilial: [Row] = [
        row(.qf, "qf", .number(0...99_999, .euro), [.qfMonth, .qfSource]),
        row(.qfMonth, "qf_month", .month, [.qfSource]),
        row(.qfComputed, "qf_computed", .month, [.qfMonth, .qfSource]),
        row(.children, "children", .number(0...30, .count), [.qfMonth, .qfSource]),
        row(.qfSource, "qf_source", .choice([(1, "CNAF"), (2, "MSA")]), [.qfMonth]),
        row(.qfAtMost, "qf_at_most", .number(0...99_999, .euro), [.qfMonth, .qfSource]),
        row(.qfBracket, "qf_bracket", .bracket, [.qfMonth, .qfSource]),
        row(.tariffBracket, "tariff_bracket", .tariff, [.qfMonth, .qfSource]),
    ]

    private static let jobSeeker: [Row] = [
        row(.registeredSince, "registered_since", .day, [.registrationEnded]),
        row(.registrationEnded, "registration_ended", .dayOrNone, [.registeredSince]),
        row(
            .registrationCategory, "registration_category", .number(1...5, .level),
            [.registeredSince, .registrationEnded]),
        row(.registeredOn, "registered_on", .day),
        row(.notRegisteredOn, "not_registered_on", .day),
    ]

    private static let health: [Row] = [
        row(.baseRightsFrom, "base_rights_from", .day, [.baseRightsUntil]),
        row(.baseRightsUntil, "base_rights_until", .day, [.baseRightsFrom]),
        row(.fundCode, "fund_code", .code(.fiveDigits)),
        row(.c2s, "c2s", .trueOnly),
        row(.c2sWithContribution, "c2s_with_contribution", .flag, [.c2s]),
        row(.c2sSince, "c2s_since", .day, [.c2s]),
        row(.baseRightsOpenOn, "base_rights_open_on", .day),
        row(.c2sOn, "c2s_on", .day),
    ]
}
