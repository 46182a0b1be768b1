package import Explaining
package import Lists
package import Proofs
internal import Register
internal import Wire

/// A list that was published before, against which a restored backup of the register gives itself
/// away (Spec/register.md 4).
package struct PreviousList: Sendable {
    private let name: String
    private let record: Record

    /// What is known of it: all, or the numbers that were noted.
    private enum Record: Equatable, Sendable {
        case list(payload: [UInt8], RevocationListContent)
        case note(ReleaseNote)
    }

    /// Reads a list that its publisher kept; its signature is not looked at.
    ///
    /// `name` is what refusals call it. Throws `notAList`.
    package init(_ bytes: [UInt8], named name: String) throws(ReleasedListRefusal) {
        self.name = name
        do throws(DecodeError) {
            let message = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
            record = .list(
                payload: Array(message.payload),
                try RevocationListContent(reading: message.payload.span))
        } catch {
            throw .notAList(name, error)
        }
    }

    /// A list of which its numbers were noted.
    package init(_ note: ReleaseNote, named name: String) {
        self.name = name
        record = .note(note)
    }

    private var identifier: String {
        switch record {
        case .list(_, let content): content.identifier
        case .note(let note): note.list
        }
    }

    private var epoch: UInt64 {
        switch record {
        case .list(_, let content): content.epoch
        case .note(let note): note.epoch
        }
    }

    private var sequence: UInt64 {
        switch record {
        case .list(_, let content): content.sequence
        case .note(let note): note.sequence
        }
    }

    private var issued: Instant {
        switch record {
        case .list(_, let content): content.issued
        case .note(let note): note.issued
        }
    }

    /// Refuses before the register is touched: another list, one of a later instant, and leave to
    /// forget in an epoch in which verifiers forget nothing (Spec/lists.md R9).
    func check(_ plan: PublicationPlan) throws(PreviousListRefusal) {
        guard identifier == plan.list else {
            throw refusal(.otherList(identifier, wanted: plan.list))
        }
        if let epoch = plan.epoch, epoch > self.epoch { return }
        guard plan.forgotten.isEmpty else { throw refusal(.sameEpoch(epoch)) }
        guard issued <= plan.instant else { throw refusal(.laterInstant(issued)) }
    }

    /// Refuses to go back in epoch or sequence.
    func check(_ publication: Publication) throws(PreviousListRefusal) {
        guard epoch <= publication.epoch else {
            throw refusal(.laterEpoch(epoch, than: publication.epoch))
        }
        let isNewEpoch = epoch < publication.epoch
        // The same sequence may come again with the same content, which is checked last; one that
        // the register never released cannot be in a file.
        let known = publication.isReleased ? publication.sequence : publication.sequence - 1
        guard isNewEpoch || sequence <= known else {
            throw refusal(.laterSequence(sequence, known: known))
        }
    }

    /// Refuses to forget a cancellation whose justificatif can still be used, unless the plan
    /// spells out which.
    ///
    /// `revoked` is what the new list names, by day of issue.
    func check(
        _ revoked: [Day: [Fingerprint]], _ plan: PublicationPlan, _ hasher: some Hashing
    ) throws(PreviousListRefusal) {
        let forgotten = forgotten(revoked, at: plan.instant, hasher)
        guard forgotten.allSatisfy({ plan.forgotten.contains($0.spelling) }) else {
            throw refusal(.forgets(forgotten))
        }
    }

    private func forgotten(
        _ revoked: [Day: [Fingerprint]], at instant: Instant, _ hasher: some Hashing
    ) -> [ForgottenRevocations] {
        switch record {
        case .list(_, let content): forgotten(content, revoked, at: instant, hasher)
        case .note(let note):
            note.revoked.sorted { $0.key < $1.key }
                .filter { !Retention.isOver($0.key, at: instant) }
                .map { .init(of: $0.key, held: $0.value, found: revoked[$0.key]?.count ?? 0) }
                .filter { $0.found < $0.held }
        }
    }

    private func forgotten(
        _ content: RevocationListContent, _ revoked: [Day: [Fingerprint]], at instant: Instant,
        _ hasher: some Hashing
    ) -> [ForgottenRevocations] {
        let count = { (fingerprints: [Fingerprint], day: Day) in
            fingerprints.count { content.status(of: $0, issued: day, hasher) == .revoked }
        }
        var all = content.days.filter { !Retention.isOver($0.day, at: instant) }.map { day in
            ForgottenRevocations(
                of: day.day, held: day.count, found: count(revoked[day.day] ?? [], day.day))
        }
        // Some of the days that were open may be over by now, and the list does not tell which
        // day a whole fingerprint is of.
        let firstOpen = content.lastClosedDay.adding(days: 1)
        if !Retention.isOver(firstOpen, at: instant) {
            let found = revoked.filter { $0.key >= firstOpen }
                .reduce(0) { $0 + count($1.value, $1.key) }
            all.append(.init(from: firstOpen, held: content.openCount, found: found))
        }
        return all.filter { $0.found < $0.held }
    }

    /// Refuses other content under the same number.
    func check(
        _ payload: [UInt8], _ publication: Publication, _ hasher: some Hashing
    ) throws(PreviousListRefusal) {
        guard epoch == publication.epoch, sequence == publication.sequence else { return }
        let isSame =
            switch record {
            case .list(let held, _): held == payload
            case .note(let note): note.digest == hasher.sha256(payload).bytes
            }
        guard isSame else { throw refusal(.otherContent(sequence)) }
    }

    private func refusal(_ problem: PreviousListRefusal.Problem) -> PreviousListRefusal {
        PreviousListRefusal(name, problem)
    }
}

/// Why a publication does not go on from a list that was published before; nothing was written.
package struct PreviousListRefusal: Explained, Equatable {
    /// Why the list that is to be replaced may not be.
    package enum Problem: Equatable, Sendable {
        case otherList(String, wanted: String)
        case laterInstant(Instant)
        case laterEpoch(UInt64, than: UInt64)
        /// `known` is the last sequence that the register released.
        case laterSequence(UInt64, known: UInt64)
        case forgets([ForgottenRevocations])
        /// Leave to forget, in the epoch of this list.
        case sameEpoch(UInt64)
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
            problem.code, .data, "\(name) : \(words.french) ; rien n’a été écrit",
            "\(name): \(words.english); nothing was written")
    }
}

extension PreviousListRefusal.Problem {
    /// Stable and never translated.
    fileprivate var code: String {
        switch self {
        case .otherList: "previous-other-list"
        case .laterInstant: "previous-later-instant"
        case .laterEpoch: "previous-later-epoch"
        case .laterSequence: "previous-later-sequence"
        case .forgets: "forgets-revocations"
        case .sameEpoch: "epoch-not-raised"
        case .otherContent: "same-sequence-other-content"
        }
    }

    fileprivate var words: Wording {
        switch self {
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
                "annule " + forgotten.map(\.words.french).joined(separator: ", ")
                    + " ; une sauvegarde du registre a été restaurée : annulez-les de nouveau "
                    + "(Spec/register.md 5), ou oubliez-les pour de bon avec une --epoch plus "
                    + "haute et --forget-cancellations " + forgotten.spelling,
                "cancels " + forgotten.map(\.words.english).joined(separator: ", ")
                    + "; a backup of the register was restored: cancel them again "
                    + "(Spec/register.md 5), or forget them for good with a raised --epoch and "
                    + "--forget-cancellations " + forgotten.spelling)
        case .sameEpoch(let epoch):
            Wording(
                "est de l’époque \(epoch), dans laquelle aucun guichet n’oublie une annulation ; "
                    + "--forget-cancellations demande --epoch \(epoch + 1) ou plus, dans la "
                    + "liste de confiance aussi",
                "is of epoch \(epoch), in which no counter forgets a cancellation; "
                    + "--forget-cancellations needs --epoch \(epoch + 1) or more, in the trust "
                    + "list too")
        case .otherContent(let sequence):
            Wording(
                "a le même numéro et dit autre chose ; si une sauvegarde du registre a été "
                    + "restaurée, donnez --sequence \(sequence + 1) (Spec/register.md 5)",
                "has the same sequence and says something else; if a backup of the register was "
                    + "restored, give --sequence \(sequence + 1) (Spec/register.md 5)")
        }
    }
}

extension ForgottenRevocations {
    /// How `--forget-cancellations` names them: `2026-11-02:3`, or `2026-11-02+:1` for any days
    /// from one on.
    package var spelling: String { "\(day)\(isOpenEnded ? "+" : ""):\(held - found)" }

    fileprivate var words: Wording {
        Wording(
            "\(held) justificatif(s) \(days.french), dont le registre connaît \(found)",
            "\(held) justificatif(s) \(days.english), of which the register knows \(found)")
    }
}

extension [ForgottenRevocations] {
    fileprivate var spelling: String { map(\.spelling).joined(separator: ",") }
}
