package import Proofs

/// A stretch of time, both days included: of base rights, of an enrolment, of a grant.
package struct Period: Equatable, Sendable {
    package let from: Day
    package let until: Day

    package init(from: Day, until: Day) {
        self.from = from
        self.until = until
    }

    func contains(_ day: Day) -> Bool { from <= day && day <= until }
}
