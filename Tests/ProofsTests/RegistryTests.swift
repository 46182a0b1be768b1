import Proofs
import TestSupport
import Testing

/// The registry of the program is Spec/claims.csv.
@Suite struct RegistryTests {
    static let columns = [
        "label", "name", "block", "kind", "wire", "json", "requires", "excludes", "source", "note",
        "unit", "title_fr", "title_en", "words_fr", "words_en",
    ]

    static var spec: [[String]] {
        (Checkout.text("Spec/claims.csv") ?? "").split(separator: "\n").map { line in
            line.split(separator: ";", omittingEmptySubsequences: false).map { String($0) }
        }
    }

    static func cell(_ row: [String], _ column: String) -> String {
        columns.firstIndex(of: column).map { row[$0] } ?? ""
    }

    static func names(_ cell: String) -> Set<String> {
        Set(cell.split(separator: " ").map { String($0) })
    }

    static func names(_ labels: some Sequence<ClaimLabel>) -> Set<String> {
        Set(labels.map { ClaimRegistry.row(of: $0).name })
    }

    @Test func hasTheColumnsAndLabelsOfTheSpec() {
        #expect(RegistryTests.spec.first == RegistryTests.columns)
        #expect(
            RegistryTests.spec.dropFirst().map { RegistryTests.cell($0, "label") }
                == ClaimRegistry.rows.map { String($0.label.rawValue) })
        #expect(ClaimRegistry.rows.map(\.label) == ClaimLabel.allCases)
    }

    @Test func isEqualToTheSpecRowByRow() {
        for (row, spec) in zip(ClaimRegistry.rows, RegistryTests.spec.dropFirst()) {
            #expect(row.name == RegistryTests.cell(spec, "name"))
            #expect(String(row.label.block?.rawValue ?? 0) == RegistryTests.cell(spec, "block"))
            #expect(
                RegistryTests.names(row.requires)
                    == RegistryTests.names(RegistryTests.cell(spec, "requires")), "\(row.name)")
            #expect(
                RegistryTests.names(ClaimRegistry.row(of: row.label).excludes)
                    == RegistryTests.names(RegistryTests.cell(spec, "excludes")), "\(row.name)")
            #expect(RegistryTests.words(row.kind) == RegistryTests.cell(spec, "kind"))
            #expect(row.isPredicate == (RegistryTests.cell(spec, "source") == "computed"))
        }
    }

    @Test func hasTheRangesAndChoicesOfTheSpec() {
        for (row, spec) in zip(ClaimRegistry.rows, RegistryTests.spec.dropFirst()) {
            switch row.kind {
            case .number(let range, _):
                #expect(
                    RegistryTests.cell(spec, "wire") == "\(range.lowerBound)..\(range.upperBound)")
            case .choice(let choices):
                let listed = choices.map { "\($0.name)=\($0.number)" }.joined(separator: " ")
                #expect(RegistryTests.cell(spec, "json") == listed)
            case .day, .dayOrNone: #expect(RegistryTests.cell(spec, "wire") == "0..\(Day.last)")
            case .month: #expect(RegistryTests.cell(spec, "wire") == "0..\(Month.last)")
            case .daysBeforeIssue:
                #expect(RegistryTests.cell(spec, "wire") == "0..\(greatestDataAgeDays)")
            default: break
            }
        }
    }

    @Test func everyLabelIsOfTheIdentityOrStatesAFact() {
        for label in ClaimLabel.allCases {
            #expect((label.identity == nil) == (label.fact != nil))
            #expect((label.fact == nil) == (label.block == nil))
        }
    }

    @Test func findsARowByItsName() {
        for row in ClaimRegistry.rows {
            #expect(ClaimRegistry.row(named: row.name)?.label == row.label)
        }
        #expect(ClaimRegistry.row(named: "quotient") == nil)
        #expect(ClaimRegistry.row(named: "") == nil)
    }

    static func words(_ kind: ClaimKind) -> String {
        switch kind {
        case .name: "name"
        case .recipient: "recipient"
        case .birthDate: "birth-date"
        case .choice: "choice"
        case .code: "code"
        case .number: "number"
        case .daysBeforeIssue: "data-age"
        case .day: "day"
        case .dayOrNone: "day-or-none"
        case .month: "month"
        case .trueOnly: "true-only"
        case .flag: "flag"
        case .bracket: "bracket"
        case .tariff: "tariff"
        }
    }
}
