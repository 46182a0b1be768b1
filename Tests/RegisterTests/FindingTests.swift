import Proofs
import Register
import Testing

/// Many identifiers at once.
@Suite struct FindingTests {
    @Test(arguments: RegisterKind.all)
    func findsTheRowsThereAreAmongThousands(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(20)
        let there = (1...20).map { Fixture.row($0).identifier }
        let absent = (100..<1_300).map { Fixture.row($0).identifier }
        let rows = try register.rows(of: absent[..<600] + there + absent[600...])
        #expect(Set(rows.map(\.identifier)) == Set(there))
        #expect(rows.first { $0.identifier == there[4] } == Fixture.row(5))
    }

    @Test(arguments: RegisterKind.all) func findsNothingForNobody(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(2)
        #expect(try register.rows(of: []).isEmpty)
    }
}
