// Written by scripts/claims from Spec/claims.csv and Spec/blocks.csv; change that and run it.
// swift-format-ignore-file

extension ClaimRegistry {
    /// One row a label, ascending.
    package static let rows: [Row] = [
        Row(.familyName, "family_name", .name, isPredicate: false, requires: [], excludes: []),
        Row(
            .firstGivenName, "first_given_name", .name, isPredicate: false, requires: [],
            excludes: []),
        Row(
            .otherGivenNames, "other_given_names", .name, isPredicate: false,
            requires: [.firstGivenName], excludes: []),
        Row(.birthDate, "birth_date", .birthDate, isPredicate: false, requires: [], excludes: []),
        Row(.usageName, "usage_name", .name, isPredicate: false, requires: [], excludes: []),
        Row(
            .sex, "sex", .choice([(0, "unspecified"), (1, "male"), (2, "female")]),
            isPredicate: false, requires: [], excludes: []),
        Row(
            .birthPlaceCOG, "birth_place_cog", .code(.commune), isPredicate: false, requires: [],
            excludes: []),
        Row(
            .birthCountryCOG, "birth_country_cog", .number(99_000...99_999, .country),
            isPredicate: false, requires: [], excludes: []),
        Row(
            .identityACR, "identity_acr", .choice([(1, "eidas1"), (2, "eidas2"), (3, "eidas3")]),
            isPredicate: false, requires: [], excludes: []),
        Row(.recipient, "recipient", .recipient, isPredicate: false, requires: [], excludes: []),
        Row(
            .dataAsOf, "data_as_of", .daysBeforeIssue, isPredicate: false, requires: [],
            excludes: []),
        Row(.delegated, "delegated", .trueOnly, isPredicate: false, requires: [], excludes: []),
        Row(
            .rfr, "rfr", .number(0...999_999_999_999, .euro), isPredicate: false,
            requires: [.dataAsOf, .incomeYear], excludes: [.rfrAtMost, .rfrPerPartAtMost]),
        Row(
            .incomeYear, "income_year", .number(1_970...2_149, .year), isPredicate: false,
            requires: [.dataAsOf], excludes: []),
        Row(
            .taxParts, "tax_parts", .number(25...9_999, .hundredths), isPredicate: false,
            requires: [.dataAsOf, .incomeYear], excludes: []),
        Row(
            .familyStatus, "family_status", .choice([(1, "single"), (2, "married"), (3,
            "civil-partner"), (4, "divorced"), (5, "widowed")]), isPredicate: false,
            requires: [.dataAsOf, .incomeYear], excludes: []),
        Row(
            .dependants, "dependants", .number(0...99, .count), isPredicate: false,
            requires: [.dataAsOf, .incomeYear], excludes: []),
        Row(
            .rfrAtMost, "rfr_at_most", .number(0...999_999_999_999, .euro), isPredicate: true,
            requires: [.dataAsOf, .incomeYear], excludes: [.rfr, .rfrPerPartAtMost]),
        Row(
            .rfrPerPartAtMost, "rfr_per_part_at_most", .number(0...999_999_999_999, .euro),
            isPredicate: true, requires: [.dataAsOf, .incomeYear], excludes: [.rfr, .rfrAtMost]),
        Row(
            .householdPartsAtLeast, "household_parts_at_least", .number(25...9_999, .hundredths),
            isPredicate: true, requires: [.dataAsOf, .incomeYear], excludes: []),
        Row(
            .qf, "qf", .number(0...99_999, .euro), isPredicate: false, requires: [.dataAsOf,
            .qfMonth, .qfSource], excludes: [.qfAtMost, .qfBracket, .tariffBracket]),
        Row(
            .qfMonth, "qf_month", .month, isPredicate: false, requires: [.dataAsOf, .qfSource],
            excludes: []),
        Row(
            .qfComputed, "qf_computed", .month, isPredicate: false, requires: [.dataAsOf, .qfMonth,
            .qfSource], excludes: []),
        Row(
            .children, "children", .number(0...30, .count), isPredicate: false,
            requires: [.dataAsOf, .qfMonth, .qfSource], excludes: []),
        Row(
            .qfSource, "qf_source", .choice([(1, "CNAF"), (2, "MSA")]), isPredicate: false,
            requires: [.dataAsOf, .qfMonth], excludes: []),
        Row(
            .qfAtMost, "qf_at_most", .number(0...99_999, .euro), isPredicate: true,
            requires: [.dataAsOf, .qfMonth, .qfSource], excludes: [.qf, .qfBracket,
            .tariffBracket]),
        Row(
            .qfBracket, "qf_bracket", .bracket, isPredicate: true, requires: [.dataAsOf, .qfMonth,
            .qfSource], excludes: [.qf, .qfAtMost, .tariffBracket]),
        Row(
            .tariffBracket, "tariff_bracket", .tariff, isPredicate: true, requires: [.dataAsOf,
            .qfMonth, .qfSource], excludes: [.qf, .qfAtMost, .qfBracket]),
        Row(
            .registeredSince, "registered_since", .day, isPredicate: false, requires: [.dataAsOf,
            .registrationEnded], excludes: [.registeredOn, .notRegisteredOn]),
        Row(
            .registrationEnded, "registration_ended", .dayOrNone, isPredicate: false,
            requires: [.dataAsOf, .registeredSince], excludes: [.registeredOn, .notRegisteredOn]),
        Row(
            .registrationCategory, "registration_category", .number(1...5, .level),
            isPredicate: false, requires: [.dataAsOf, .registeredSince, .registrationEnded],
            excludes: []),
        Row(
            .registeredOn, "registered_on", .day, isPredicate: true, requires: [.dataAsOf],
            excludes: [.registeredSince, .registrationEnded, .notRegisteredOn]),
        Row(
            .notRegisteredOn, "not_registered_on", .day, isPredicate: true, requires: [.dataAsOf],
            excludes: [.registeredSince, .registrationEnded, .registeredOn]),
        Row(
            .baseRightsFrom, "base_rights_from", .day, isPredicate: false, requires: [.dataAsOf,
            .baseRightsUntil], excludes: [.baseRightsOpenOn]),
        Row(
            .baseRightsUntil, "base_rights_until", .day, isPredicate: false, requires: [.dataAsOf,
            .baseRightsFrom], excludes: [.baseRightsOpenOn]),
        Row(
            .fundCode, "fund_code", .code(.fiveDigits), isPredicate: false, requires: [.dataAsOf],
            excludes: []),
        Row(.c2s, "c2s", .trueOnly, isPredicate: false, requires: [.dataAsOf], excludes: [.c2sOn]),
        Row(
            .c2sWithContribution, "c2s_with_contribution", .flag, isPredicate: false,
            requires: [.dataAsOf, .c2s], excludes: [.c2sOn]),
        Row(
            .c2sSince, "c2s_since", .day, isPredicate: false, requires: [.dataAsOf, .c2s],
            excludes: [.c2sOn]),
        Row(
            .baseRightsOpenOn, "base_rights_open_on", .day, isPredicate: true,
            requires: [.dataAsOf], excludes: [.baseRightsFrom, .baseRightsUntil]),
        Row(
            .c2sOn, "c2s_on", .day, isPredicate: true, requires: [.dataAsOf], excludes: [.c2s,
            .c2sWithContribution, .c2sSince]),
        Row(
            .studentFrom, "student_from", .day, isPredicate: false, requires: [.dataAsOf,
            .studentUntil], excludes: [.studentOn]),
        Row(
            .studentUntil, "student_until", .day, isPredicate: false, requires: [.dataAsOf,
            .studentFrom], excludes: [.studentOn]),
        Row(
            .grantLevel, "grant_level", .choice([(0, "0bis"), (1, "1"), (2, "2"), (3, "3"), (4,
            "4"), (5, "5"), (6, "6"), (7, "7")]), isPredicate: false, requires: [.dataAsOf,
            .grantHolderOn], excludes: []),
        Row(
            .studentOn, "student_on", .day, isPredicate: true, requires: [.dataAsOf],
            excludes: [.studentFrom, .studentUntil]),
        Row(
            .grantHolderOn, "grant_holder_on", .day, isPredicate: true, requires: [.dataAsOf],
            excludes: []),
    ]
}
