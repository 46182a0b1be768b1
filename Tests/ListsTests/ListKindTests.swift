import Lists
import Testing
import Wire

/// What a published file is, told from its first two heads (Spec/lists.md 6.4).
@Suite struct ListKindTests {
    @Test(arguments: [
        ([0x81, 0x84], ListKind.rootChain), ([0x98, 0x80, 0x84], .rootChain),
        ([0x84, 0x40], .trustList), ([0x84, 0x41], .revocationList),
        ([0x84, 0x4D], .revocationList), ([0x84, 0x5B], .revocationList),
    ])
    func isToldFromTheTwoFirstHeads(bytes: [UInt8], kind: ListKind) {
        #expect(ListKind(of: bytes) == kind)
    }

    @Test(
        arguments: [
            [], [0x84], [0x84, 0x3F], [0x84, 0x5C], [0x84, 0x60], [0x84, 0x83], [0x84, 0x85],
            [0x44, 0x40], [0xA4, 0x40], [0xD2, 0x84, 0x4D], [0x9F, 0x84], [0x7B, 0x22],
        ] as [[UInt8]])
    func whatBeginsOtherwiseIsNoList(bytes: [UInt8]) {
        #expect(ListKind(of: bytes) == nil)
    }

    @Test func eachKindHasItsLimit() {
        #expect(ListKind.rootChain.byteLimit == Limits.rootChainBytes)
        #expect(ListKind.trustList.byteLimit == Limits.trustListBytes)
        #expect(ListKind.revocationList.byteLimit == Limits.revocationListBytes)
    }
}
