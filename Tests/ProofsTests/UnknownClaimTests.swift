import Proofs
import TestSupport
import Testing
import Wire

@Suite struct UnknownClaimTests {
    /// Labels without a row in the registry.
    static let unassigned = (UInt64(0)...255).filter { ClaimLabel(rawValue: $0) == nil }

    @Test func passesOverEveryLabelOfALaterVersion() throws {
        #expect(UnknownClaimTests.unassigned.count == 256 - ClaimLabel.allCases.count)
        for label in UnknownClaimTests.unassigned {
            let reading = try ClaimCase.read(label, uint(5))
            #expect(reading.hasUnknownClaims, "\(label)")
        }
    }

    @Test func readsTheClaimsItKnowsBesideOneItDoesNot() throws {
        let claims =
            HandToken.identity + HandToken.quotientFamilial + [(label: 255, value: uint(1))]
        let reading = try Justificatif.read(HandToken.sample(claims).payload.span)
        #expect(reading.hasUnknownClaims)
        #expect(reading.justificatif.claims == Sample.claims)
    }

    @Test(arguments: [
        uint(.max), HandWriter.negative(.max), text("Œuvre"), HandWriter.bytes([1, 2]),
        HandWriter.yes, HandWriter.null, HandWriter.array([uint(1), text("a")]),
        HandWriter.map([(uint(1), HandWriter.array([HandWriter.no]))]),
        [0x81, 0x81, 0x81, 0x81, 0x00],
    ])
    func passesOverEveryWellFormedValue(wire: [UInt8]) throws {
        #expect(try ClaimCase.read(200, wire).hasUnknownClaims)
    }

    @Test(
        arguments: [
            ([0xC1, 0x00], DecodeError.Code.wrongType), ([0xF9, 0x3C, 0x00], .wrongType),
            ([0xF7], .wrongType), ([0x18, 0x05], .notShortest), ([0x9F, 0xFF], .indefiniteLength),
            ([0x81, 0x81, 0x81, 0x81, 0x80], .tooDeep), ([0xA1, 0x61, 0x61, 0x01], .wrongType),
            ([0xA2, 0x02, 0x00, 0x01, 0x00], .keyOrder), ([0x62, 0xC3, 0x28], .notUTF8),
        ] as [([UInt8], DecodeError.Code)])
    func refusesAValueInAnotherFormEvenOfAnUnknownLabel(wire: [UInt8], code: DecodeError.Code) {
        let error = #expect(throws: DecodeError.self) { try ClaimCase.read(200, wire) }
        #expect(error?.code == code)
    }

    @Test func refusesLabelsOutside0To255() {
        let labels = [uint(256), uint(.max >> 1), HandWriter.negative(0), HandWriter.negative(99)]
        for label in labels {
            var token = HandToken.sample
            token.claims.append((label, uint(1)))
            let error = #expect(throws: DecodeError.self) {
                try Justificatif.read(token.payload.span)
            }
            #expect(error?.code == .unknownKey)
        }
        var token = HandToken.sample
        token.claims.append((text("qf"), uint(1)))
        #expect(throws: DecodeError.self) { try Justificatif.read(token.payload.span) }
    }

    @Test func refusesAJustificatifThatStatesNoFact() {
        let identity = HandToken.sample(HandToken.identity)
        let error = #expect(throws: DecodeError.self) {
            try Justificatif.read(identity.payload.span)
        }
        #expect(error?.code == .missingKey)
        let later = HandToken.sample([(31, uint(1))])
        #expect(throws: DecodeError.self) { try Justificatif.read(later.payload.span) }
        #expect(throws: DecodeError.self) {
            try Justificatif.read(HandToken.sample([]).payload.span)
        }
    }

    @Test func countsAnUnknownFactAsAFact() throws {
        for label: UInt64 in [37, 128, 255] {
            let token = HandToken.sample(HandToken.identity + [(label: label, value: uint(1))])
            #expect(try Justificatif.read(token.payload.span).hasUnknownClaims)
        }
    }

    @Test func holds40ClaimsAndNoMore() throws {
        let many = (UInt64(200)..<241).map { (label: $0, value: uint(1)) }
        let fitting = HandToken.sample(Array(many.prefix(40)))
        #expect(try Justificatif.read(fitting.payload.span).hasUnknownClaims)
        let error = #expect(throws: DecodeError.self) {
            try Justificatif.read(HandToken.sample(many).payload.span)
        }
        #expect(error?.code == .tooMany)
    }

    @Test func refusesLabelsOutOfOrderOrTwice() {
        let claims = HandToken.identity + HandToken.quotientFamilial
        for place in 0..<(claims.count - 1) {
            var swapped = claims
            swapped.swapAt(place, place + 1)
            var twice = claims
            twice.insert(claims[place], at: place)
            for wrong in [swapped, twice] {
                let payload = HandToken.sample(wrong).payload
                let error = #expect(throws: DecodeError.self) {
                    try Justificatif.read(payload.span)
                }
                #expect(error?.code == .keyOrder)
            }
        }
    }
}
