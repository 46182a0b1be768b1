internal import Explaining
internal import PortalPages
internal import PortalRules
internal import Proofs
internal import SigningMessages
internal import Vault

/// Lines of the journal, each written after what it tells has taken place (Spec/space.md 4.2).
extension PortalDesk {
    func noteLogin(of holder: Holder) async {
        await note(line(.login, with: "FranceConnect", answer: "identified"), of: holder)
    }

    /// What a data body answered.
    func noteQuery(
        _ asked: SessionStore.Asked, for choice: PersonChoice?, of holder: Holder
    ) async {
        let datum = asked.fact.datum
        await note(
            line(
                .query, with: datum.holder.french, datum,
                for: choice?.procedure?.recipient.text,
                answer: asked.problem?.code ?? "obtained"),
            of: holder)
    }

    /// What became of a wish; `answer` is the code of a refusal.
    func note(
        _ act: JournalLine.Act, _ asked: SessionStore.Asked, _ wish: ProofWish, answer: String,
        of holder: Holder
    ) async {
        await note(
            line(
                act, with: settings.body.name, asked.fact.datum, for: wish.recipient?.text,
                answer: answer), of: holder)
    }

    /// What was signed, and for whom; not a second time for a reload.
    func note(
        _ proof: DeliveredProof, _ asked: SessionStore.Asked, _ wish: ProofWish, for holder: Holder
    ) async {
        guard !proof.isRepeat else { return }
        await note(
            line(
                .sign, with: settings.body.name, asked.fact.datum, for: wish.recipient?.text,
                reference: proof.reference, answer: "signed"), of: holder)
        guard let recipient = wish.recipient else { return }
        await edges.space?.keep(
            ProofLink(proof.reference, asked.fact.datum, recipient: recipient.text), of: holder,
            until: proof.readable.lastDay, today: now.day)
    }

    /// What the person has handed to the partner of their choice, a line each.
    func noteSending(_ session: SessionStore.Session, _ cookie: String) async {
        let files = files(cookie)
        guard let login = files.login(at: edges.clock()),
            let procedure = session.choice?.procedure
        else { return }
        for (place, asked) in session.asked.enumerated() {
            guard let proof = files.proof(place + 1, at: edges.clock()) else { continue }
            await note(
                line(
                    .send, with: procedure.recipient.text, asked.fact.datum,
                    for: procedure.recipient.text, reference: proof.reference,
                    answer: "given-to-browser"), of: login.holder)
        }
    }

    /// What a partner answered, once it is kept.
    func note(_ told: StatusLine, for holder: Holder) async {
        await note(
            line(
                .answer, with: told.procedure.recipient.text,
                for: told.procedure.recipient.text, reference: told.reference,
                answer: told.status.rawValue), of: holder)
    }

    /// A justificatif that was cancelled.
    func noteCancelled(_ proof: HolderProof, _ known: KnownProofs, for holder: Holder) async {
        await note(
            line(
                .cancel, with: settings.body.name, known.datum(of: proof.reference, proof.kind),
                reference: proof.reference, answer: "cancelled"), of: holder)
    }

    /// By the calendar.
    var now: Instant { Instant(seconds: edges.clock().wallSeconds) }

    private func line(
        _ act: JournalLine.Act, with partner: String, _ datum: Datum? = nil,
        for recipient: String? = nil, reference: Reference? = nil, answer: String
    ) -> JournalLine {
        JournalLine(
            at: now, act: act, partner: partner, datum: datum, recipient: recipient,
            reference: reference, answer: answer)
    }

    private func note(_ line: JournalLine, of holder: Holder) async {
        await edges.space?.note(line, of: holder)
    }
}
