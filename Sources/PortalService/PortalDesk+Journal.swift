internal import Explaining
internal import Issuing
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
                .query, with: datum.holder.french, kind: datum.kind,
                for: choice?.procedure?.recipient.text,
                answer: asked.problem?.code ?? "obtained"),
            of: holder)
    }

    /// What became of a wish; `answer` is the code of a refusal.
    func note(
        _ act: JournalLine.Act, about wish: ProofWish, answer: String, of holder: Holder
    ) async {
        await note(
            line(
                act, with: settings.body.name, kind: wish.kind, for: wish.recipient?.text,
                answer: answer), of: holder)
    }

    /// What was signed, and for whom; not a second time for a reload.
    func note(_ proof: DeliveredProof, of wish: ProofWish, for holder: Holder) async {
        guard !proof.isRepeat else { return }
        await note(
            line(
                .sign, with: settings.body.name, kind: wish.kind, for: wish.recipient?.text,
                reference: proof.reference, answer: "signed"), of: holder)
        guard let recipient = wish.recipient else { return }
        await edges.space?.keep(
            ProofLink(proof.reference, kind: wish.kind, recipient: recipient.text), of: holder,
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
                    .send, with: procedure.recipient.text, kind: asked.fact.datum.kind,
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
    func note(_ act: JournalLine.Act, of proof: HolderProof, for holder: Holder) async {
        await note(
            line(
                act, with: settings.body.name, kind: proof.kind, reference: proof.reference,
                answer: "cancelled"), of: holder)
    }

    /// By the calendar.
    var now: Instant { Instant(seconds: edges.clock().wallSeconds) }

    private func line(
        _ act: JournalLine.Act, with partner: String, kind: JustificatifKind? = nil,
        for recipient: String? = nil, reference: Reference? = nil, answer: String
    ) -> JournalLine {
        JournalLine(
            at: now, act: act, partner: partner, kind: kind, recipient: recipient,
            reference: reference, answer: answer)
    }

    private func note(_ line: JournalLine, of holder: Holder) async {
        await edges.space?.note(line, of: holder)
    }
}
