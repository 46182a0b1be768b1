package import Proofs

/// Claims of a person who does not exist.
package enum Sample {
    /// 2 November 2026, the day of issue in most tests.
    package static let today = day(2026, 11, 2)
    package static let lastDay = day(2026, 11, 30)
    /// Half past nine on that day.
    package static let now = today.start.adding(hours: 9, minutes: 30)

    package static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let day = Day(year: year, month: month, day: day) else {
            preconditionFailure("\(year)-\(month)-\(day) does not exist")
        }
        return day
    }

    package static func month(_ year: Int, _ month: Int) -> Month {
        guard let month = Month(year: year, month: month) else {
            preconditionFailure("\(year)-\(month) does not exist")
        }
        return month
    }

    package static func name(_ text: String) -> ClaimValue {
        guard let name = Name(signedForm: text) else { preconditionFailure("\(text) is no name") }
        return .name(name)
    }

    package static func recipient(_ text: String) -> ClaimValue {
        guard let recipient = Recipient(signedForm: text) else {
            preconditionFailure("\(text) is no recipient")
        }
        return .recipient(recipient)
    }

    package static func birthDate(_ number: UInt64) -> ClaimValue {
        guard let date = PartialDate(number: number) else {
            preconditionFailure("\(number) is no birth date")
        }
        return .birthDate(date)
    }

    package static func identifier(_ byte: UInt8 = 0xC1) -> ProofIdentifier {
        guard let identifier = ProofIdentifier([UInt8](repeating: byte, count: 16)) else {
            preconditionFailure("an identifier has 16 bytes")
        }
        return identifier
    }

    /// Name, first given name, birth date and the day of the data: what every fact stands on.
    package static var identity: Claims {
        var claims = Claims()
        claims[.familyName] = name("TERRASSIER")
        claims[.firstGivenName] = name("Camille")
        claims[.birthDate] = birthDate(1988_05_14)
        claims[.dataAsOf] = .day(today)
        return claims
    }

    /// A quotient familial of 742 euros in October 2026, by a CAF.
    package static var claims: Claims {
        var claims = identity
        claims[.qf] = .number(742)
        claims[.qfMonth] = .month(month(2026, 10))
        claims[.qfSource] = .choice(1)
        return claims
    }

    package static func justificatif(
        _ claims: Claims = claims, issued: Day = today, lastDay: Day = lastDay
    ) -> Justificatif {
        Justificatif(
            identifier: identifier(), issued: issued, expires: lastDay.adding(days: 1),
            claims: claims)
    }
}
