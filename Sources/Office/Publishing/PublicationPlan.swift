package import Explaining
package import Lists
package import Proofs
internal import Wire

/// What the next revocation list is to say about itself.
package struct PublicationPlan: Equatable, Sendable {
    /// The id by which the trust list names it.
    package let list: String
    /// The epoch of the trust list for it; nil goes on with that of the last publication.
    package let epoch: UInt64?
    /// Where to go on after a backup of the register was restored.
    package let sequence: UInt64?
    /// The least sequence of a trust list it may be used with.
    package let trustMinimum: UInt64
    /// Days until verifiers show its age, at least 1.
    package let warnDays: Int
    /// Days until verifiers refuse it, more than `warnDays`.
    package let refuseDays: Int
    /// As of when it is published; days before are closed.
    package let instant: Instant
    /// Cancellations that may be forgotten, as a refusal spells them: `2026-11-02:3`.
    package let forgotten: Set<String>
    /// How closed days are coded.
    package let coding: RevocationCoding

    package init(
        list: String, epoch: UInt64?, sequence: UInt64?, trustMinimum: UInt64, warnDays: Int,
        refuseDays: Int, instant: Instant, forgotten: Set<String> = [],
        coding: RevocationCoding = .values
    ) {
        self.list = list
        self.epoch = epoch
        self.sequence = sequence
        self.trustMinimum = trustMinimum
        self.warnDays = warnDays
        self.refuseDays = refuseDays
        self.instant = instant
        self.forgotten = forgotten
        self.coding = coding
    }
}

extension PublicationPlan {
    /// The largest epoch or sequence: far beyond any use, and exact in every JSON reader.
    package static let largestNumber: UInt64 = 1 << 53
    private static let longestDays = 366
    /// How far verifiers let the clock of a publisher be ahead (Spec/lists.md 6.2).
    private static let hoursAhead: Int64 = 24

    /// Whether a list may be warned of and refused after so many days: 1 to 366, in this order.
    package static func areDays(warn: Int, refuse: Int) -> Bool {
        1 <= warn && warn < refuse && refuse <= longestDays
    }

    /// What to tell a person who publishes as of an instant that has not come; nil if it has.
    package func warning(at now: Instant, _ language: Language) -> String? {
        guard instant > now.adding(hours: PublicationPlan.hoursAhead) else { return nil }
        return language(
            "\(instant) est dans le futur : d’ici là les guichets refusent la liste, et rien ne "
                + "s’enregistre pour les jours qu’elle clôt",
            "\(instant) is in the future: verifiers refuse the list until then, and nothing is "
                + "registered for the days it closes")
    }

    /// Whether a revocation list may have this id: 1 to 32 of `a-z 0-9 - .`, and not the name of
    /// another file beside it (Spec/distribution.md 1).
    package static func isListName(_ identifier: String) -> Bool {
        ClaimForm.isIdentifier(identifier, limit: Limits.identifierBytes)
            && !["roots", "trust"].contains(identifier)
    }

    /// Whether it may also name a unit of systemd and an account's files: without a dot.
    package static func isUnitName(_ identifier: String) -> Bool {
        isListName(identifier) && !identifier.utf8.contains(UInt8(ascii: "."))
    }
}
