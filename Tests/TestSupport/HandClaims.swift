package import Proofs

extension HandToken {
    /// The same justificatif as `Sample.claims`, written by hand.
    package static var sample: HandToken {
        HandToken(
            issued: Sample.today.number, expires: Sample.lastDay.number + 1,
            claims: HandToken.identity + HandToken.quotientFamilial)
    }

    package static var identity: [(label: UInt64, value: [UInt8])] {
        [
            (0, HandWriter.text("TERRASSIER")), (1, HandWriter.text("Camille")),
            (3, HandWriter.unsigned(1988_05_14)), (11, HandWriter.unsigned(0)),
        ]
    }

    package static var quotientFamilial: [(label: UInt64, value: [UInt8])] {
        [
            (64, HandWriter.unsigned(742)), (65, HandWriter.unsigned(681)),
            (68, HandWriter.unsigned(1)),
        ]
    }

    /// The sample with other claims, or on other days.
    package static func sample(
        _ claims: [(label: UInt64, value: [UInt8])]? = nil, issued: Day = Sample.today,
        lastDay: Day = Sample.lastDay
    ) -> HandToken {
        HandToken(
            issued: issued.number, expires: lastDay.number + 1,
            claims: claims ?? identity + quotientFamilial)
    }
}
