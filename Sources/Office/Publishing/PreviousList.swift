package import Explaining
package import Lists
package import Proofs
internal import Register
package import Wire

/// A list that was published before, against which a restored backup of the register gives itself
/// away (Spec/register.md 4).
package struct PreviousList: Sendable {
    private let name: String
    private let payload: [UInt8]
    private let content: RevocationListContent

    /// Reads a list that its publisher kept; its signature is not looked at.
    ///
    /// `name` is what refusals call it. Throws `notAList`.
    package init(_ bytes: [UInt8], named name: String) throws(PreviousListRefusal) {
        self.name = name
        do throws(DecodeError) {
            payload = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes).payload
            content = try RevocationListContent(reading: payload)
        } catch {
            throw PreviousListRefusal(name, .notAList(error))
        }
    }

    /// Refuses before the register is touched: another list, or one of a later instant.
    func check(_ plan: PublicationPlan) throws(PreviousListRefusal) {
        guard content.identifier == plan.list else {
            throw refusal(.otherList(content.identifier, wanted: plan.list))
        }
        if let epoch = plan.epoch, epoch > content.epoch { return }
        guard content.issued <= plan.instant else { throw refusal(.laterInstant(content.issued)) }
    }

    /// Refuses to go back in epoch or sequence.
    func check(_ publication: Publication) throws(PreviousListRefusal) {
        guard content.epoch <= publication.epoch else {
            throw refusal(.laterEpoch(content.epoch, than: publication.epoch))
        }
        let isNewEpoch = content.epoch < publication.epoch
        // The same sequence may come again with the same content, which is checked last; one that
        // the register never released cannot be in a file.
        let known = publication.isReleased ? publication.sequence : publication.sequence - 1
        guard isNewEpoch || content.sequence <= known else {
            throw refusal(.laterSequence(content.sequence, known: known))
        }
    }

    /// Refuses to forget a cancellation whose justificatif can still be used.
    ///
    /// `revoked` is what the new list names, by day of issue.
    func check(
        _ revoked: [Day: [Fingerprint]], at instant: Instant, _ hasher: some Hashing
    ) throws(PreviousListRefusal) {
        for day in content.days where !Retention.isOver(day.day, at: instant) {
            let found = count(revoked[day.day] ?? [], day.day, hasher)
            guard found >= day.count else {
                throw refusal(.forgets(.init(of: day.day, held: day.count, found: found)))
            }
        }
        // Some of the days that were open may be over by now, and the list does not tell which
        // day a whole fingerprint is of.
        let firstOpen = content.lastClosedDay.adding(days: 1)
        guard !Retention.isOver(firstOpen, at: instant) else { return }
        let found = revoked.filter { $0.key >= firstOpen }
            .reduce(0) { $0 + count($1.value, $1.key, hasher) }
        guard found >= content.openCount else {
            throw refusal(
                .forgets(.init(from: firstOpen, held: content.openCount, found: found)))
        }
    }

    /// Refuses other content under the same number.
    func check(_ payload: [UInt8], _ publication: Publication) throws(PreviousListRefusal) {
        guard content.epoch == publication.epoch, content.sequence == publication.sequence,
            self.payload != payload
        else { return }
        throw refusal(.otherContent(content.sequence))
    }

    private func count(
        _ fingerprints: [Fingerprint], _ day: Day, _ hasher: some Hashing
    ) -> Int {
        fingerprints.count { content.status(of: $0, issued: day, hasher) == .revoked }
    }

    private func refusal(_ problem: PreviousListRefusal.Problem) -> PreviousListRefusal {
        PreviousListRefusal(name, problem)
    }
}

/// Why a publication does not go on from a list that was published before; nothing was written.
package struct PreviousListRefusal: Explained, Equatable {
    /// Why the list that is to be replaced may not be.
    package enum Problem: Equatable, Sendable {
        case notAList(DecodeError)
        case otherList(String, wanted: String)
        case laterInstant(Instant)
        case laterEpoch(UInt64, than: UInt64)
        /// `known` is the last sequence that the register released.
        case laterSequence(UInt64, known: UInt64)
        case forgets(ForgottenRevocations)
        case otherContent(UInt64)
    }

    /// What the list is called, such as the name of its file.
    package let name: String
    package let problem: Problem

    package init(_ name: String, _ problem: Problem) {
        self.name = name
        self.problem = problem
    }

    package var explanation: Explanation {
        let words = problem.words
        return Explanation(
            problem.code, .data, "\(name): \(words.french) ; rien n’a été écrit",
            "\(name): \(words.english); nothing was written")
    }
}

extension PreviousListRefusal.Problem {
    /// Stable and never translated.
    fileprivate var code: String {
        switch self {
        case .notAList: "previous-not-a-list"
        case .otherList: "previous-other-list"
        case .laterInstant: "previous-later-instant"
        case .laterEpoch: "previous-later-epoch"
        case .laterSequence: "previous-later-sequence"
        case .forgets: "forgets-revocations"
        case .otherContent: "same-sequence-other-content"
        }
    }

    fileprivate var words: Wording {
        switch self {
        case .notAList(let error):
            Wording(
                "n’est pas une liste d’annulations (\(error))",
                "is not a revocation list (\(error))")
        case .otherList(let held, let wanted):
            Wording(
                "est la liste « \(held) » et non « \(wanted) »",
                "is the list \"\(held)\" and not \"\(wanted)\"")
        case .laterInstant(let instant):
            Wording(
                "est datée du \(instant), après cette publication ; un instant ultérieur, ou une "
                    + "--epoch plus haute (dans la liste de confiance aussi), permet de continuer",
                "is as of \(instant), later than this publication; a later instant, or a raised "
                    + "--epoch (in the trust list too), goes on from it")
        case .laterEpoch(let held, let epoch):
            Wording(
                "est de l’époque \(held), après l’époque \(epoch)",
                "is of epoch \(held), later than \(epoch)")
        case .laterSequence(let sequence, let known):
            Wording(
                "a le numéro \(sequence) et le registre en est à \(known) ; si une sauvegarde du "
                    + "registre a été restaurée, annulez de nouveau ce qu’elle a perdu, puis "
                    + "donnez --sequence \(sequence + 1) (Spec/register.md 5)",
                "has sequence \(sequence) and the register is at \(known); if a backup of the "
                    + "register was restored, cancel again what it lost, then give "
                    + "--sequence \(sequence + 1) (Spec/register.md 5)")
        case .forgets(let forgotten):
            Wording(
                "annule \(forgotten.held) justificatif(s) \(forgotten.days.french), dont le "
                    + "registre connaît \(forgotten.found) ; une sauvegarde du registre a été "
                    + "restaurée : annulez-les de nouveau (Spec/register.md 5)",
                "cancels \(forgotten.held) justificatif(s) \(forgotten.days.english), of which "
                    + "the register knows \(forgotten.found); a backup of the register was "
                    + "restored: cancel them again (Spec/register.md 5)")
        case .otherContent(let sequence):
            Wording(
                "a le même numéro et dit autre chose ; si une sauvegarde du registre a été "
                    + "restaurée, donnez --sequence \(sequence + 1) (Spec/register.md 5)",
                "has the same sequence and says something else; if a backup of the register was "
                    + "restored, give --sequence \(sequence + 1) (Spec/register.md 5)")
        }
    }
}
