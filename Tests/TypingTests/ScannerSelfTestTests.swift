import Testing
import Typing
import Wire

@Suite struct ScannerSelfTestTests {
    private let text = ScannerSelfTest.text

    @Test func isNoToken() {
        #expect(TokenText.origin(of: text) == .foreign)
        #expect(text.count > 64)
        #expect(Set("JF1:ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").isSubset(of: Set(text)))
    }

    @Test(arguments: KeyboardFault.allCases)
    func namesTheFault(fault: KeyboardFault) {
        let typed = KeyboardFaultTests.typed(text, fault)
        #expect(ScannerSelfTest.finding(on: typed + "\n") == .complete(fault, .good))
        #expect(ScannerSelfTest.finding(on: typed) == .complete(fault, .missing))
    }

    @Test(arguments: [
        (KeyboardFault.azerty, ["JFàM&Q"]), (.azertyCapsLock, ["jfàm&q"]),
        (.azertyShiftLock, ["jf0m1q"]), (.frenchShiftLock, ["jfà/&a"]),
        (.qwertz, ["JF0ö1A", "JF0é1A"]),
        (.qwertzCapsLock, ["jf0ö1a", "jf0é1a", "jf0Ö1a", "jf0É1a"]), (.capsLock, ["jf0:1a"]),
    ])
    func saysHowEachFaultBegins(fault: KeyboardFault, beginnings: [String]) {
        #expect(ScannerSelfTest.beginnings(under: fault) == beginnings)
    }

    @Test func namesTheFaultOfTheLineEnd() {
        let cases: [(String, ScannerFinding.LineEnd)] = [
            ("\n", .good), ("\r\n", .good), ("\r", .good), ("", .missing), ("\t", .tab),
            ("\n\n", .doubled), ("\r\n\r\n", .doubled), (text + "\n", .typedTwice),
        ]
        for (end, expected) in cases {
            #expect(ScannerSelfTest.finding(on: text + end) == .complete(nil, expected))
        }
        let packets = text.prefix(64) + "\n" + text.dropFirst(64) + "\n"
        #expect(ScannerSelfTest.finding(on: String(packets)) == .complete(nil, .inPackets))
        let twice = text + "\n" + text + "\n"
        #expect(ScannerSelfTest.finding(on: twice) == .complete(nil, .typedTwice))
    }

    @Test func namesWhatAScannerAdds() {
        let cases: [(String, ScannerFinding.Addition)] = [
            ("]Q1\(text)\n", .identifier), ("]Q1\(text)\n]Q1\(text)\n", .identifier),
            ("\u{02}\(text)\u{03}", .controlCharacters), ("\(text)\u{1D}\n", .controlCharacters),
            ("\(text)\0", .controlCharacters), ("QR:\(text)\n", .textBefore),
            ("A1\(text)\n", .textBefore), ("\(text)#\n", .textBehind),
        ]
        for (typed, addition) in cases {
            #expect(ScannerSelfTest.finding(on: typed) == .surrounded(nil, addition))
        }
    }

    /// As US keys arrive on a French machine.
    @Test func namesTheKeyboardBesideWhatIsAdded() {
        let typed = KeyboardFaultTests.typed(text, .azerty)
        #expect(ScannerSelfTest.finding(on: "$A&\(typed)\n") == .surrounded(.azerty, .identifier))
        #expect(ScannerSelfTest.finding(on: "\(typed)$\n") == .surrounded(.azerty, .textBehind))
    }

    @Test func tellsNothingFromSomethingElse() {
        #expect(ScannerSelfTest.finding(on: "") == .nothing)
        #expect(ScannerSelfTest.finding(on: "\r\n\n") == .nothing)
        #expect(ScannerSelfTest.finding(on: "bonjour\n") == .unknown)
        let lost = String(text.dropLast(3)) + "\n"
        #expect(
            ScannerSelfTest.finding(on: lost)
                == .incomplete(count: text.count - 3, of: text.count))
    }
}
