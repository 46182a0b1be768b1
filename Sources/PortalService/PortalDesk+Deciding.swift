internal import Explaining
internal import Issuing
package import PortalPages
internal import PortalRules
internal import Proofs
internal import QRImage
package import Siblings
internal import SigningClient
internal import SigningMessages
internal import Threads
internal import Vault
package import WebRules

extension PortalDesk {
    /// A page, or the path of another one.
    package enum Answer: Sendable {
        case page(PortalPage)
        case goTo(String)
    }

    /// What was found, and exactly what will be readable.
    package func data(_ cookie: String) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        guard let choice = session.choice else { return .goTo("/mes-justificatifs") }
        let files = files(cookie)
        if session.asked.count == 1, files.proof(1, at: edges.clock()) != nil {
            return .goTo("/justificatif")
        }
        var outcomes: [DatumOutcome] = []
        var lacksUsageName = false
        for (place, asked) in session.asked.enumerated() {
            let progress = try await progress(of: asked, place + 1, session, files)
            let datum = asked.fact.datum
            var advice: [Advice] = []
            if case .readable = progress, let wish = wish(place + 1, session, files) {
                advice = self.advice(on: wish)
                lacksUsageName = lacksUsageName || choice.lacksUsageName(wish.identity)
            }
            outcomes.append(
                DatumOutcome(
                    number: place + 1, datum: datum, progress: progress,
                    askedAt: asked.answeredAt, contact: settings.contact(datum), advice: advice))
        }
        return .page(
            .data(
                outcomes, choice, lacksUsageName: lacksUsageName,
                secondsLeft: session.deadline.secondsLeft(at: edges.clock()), now: now,
                settings.body, token: formToken(cookie)))
    }

    private func progress(
        of asked: SessionStore.Asked, _ number: Int, _ session: SessionStore.Session,
        _ files: PersonFiles
    ) async throws(PortalFailure) -> DatumOutcome.Progress {
        if let problem = asked.problem { return .missing(problem) }
        if let proof = files.proof(number, at: edges.clock()) { return .signed(proof.reference) }
        guard let wish = wish(number, session, files) else { return .declined }
        do throws(OfficeFault) { return .readable(try await edges.office.preview(wish)) } catch {
            guard case .refused(let refusal) = error else { throw .unavailable(error.code) }
            return .refused(refusal)
        }
    }

    /// The fact that a form or a link names by its number, the first if it names none.
    ///
    /// Throws `wrong-form` unless it was chosen.
    private func number(
        _ text: String?, _ session: SessionStore.Session
    ) throws(PortalFailure) -> Int {
        guard let number = Int(text ?? "1"), (1...max(1, session.asked.count)).contains(number)
        else { throw .wrongForm }
        return number
    }

    /// Has one signed; a second time returns the same.
    package func accept(
        _ text: String?, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        let number = try number(text, session)
        let files = files(cookie)
        guard let login = files.login(at: edges.clock()),
            let wish = wish(number, session, files)
        else { return .goTo("/donnees") }
        let proof: DeliveredProof
        do throws(OfficeFault) {
            proof = try await edges.office.issue(
                wish, for: login.holder, key: session.asked[number - 1].key)
        } catch {
            await note(
                .sign, session.asked[number - 1], wish, answer: error.code, of: login.holder)
            return try refused(error, formToken(cookie), session)
        }
        await note(proof, session.asked[number - 1], wish, for: login.holder)
        do throws(VaultFault) { try files.keep(proof, number, until: session.deadline) } catch {
            throw .unavailable(error.code)
        }
        files.dropBasket(number)
        return .goTo(number == 1 ? "/justificatif" : "/justificatif?numero=\(number)")
    }

    /// Asks once more for a datum that did not come, while the access token lives.
    ///
    /// Once that is over the page says so.
    package func askAgain(
        _ text: String?, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        let number = try number(text, session)
        let files = files(cookie)
        guard session.asked.indices.contains(number - 1),
            session.asked[number - 1].problem?.isWorthAsking ?? false,
            let login = files.login(at: edges.clock())
        else { return .goTo("/donnees") }
        var asked = session.asked[number - 1]
        if let kept = files.access(at: edges.clock()) {
            let facts = [asked.fact]
            let access = PersonAccess(
                token: kept.token, identifier: await identifier(for: facts, of: login.holder))
            let found = await DataCalls(edges, clientTokens, as: access).found([asked.fact.datum])
            asked.problem = found.first?.problem
            asked.answeredAt = now
            if let basket = found.first?.basket(of: kept.identity) {
                do throws(VaultFault) {
                    try files.keep(basket, number, until: session.deadline)
                } catch { throw .unavailable(error.code) }
            }
            await noteQuery(asked, for: session.choice, of: login.holder)
        } else {
            asked.problem = .loginOver
        }
        store.change(owner(cookie)) { $0.asked[number - 1] = asked }
        return .goTo("/donnees")
    }

    /// Wipes what was fetched for one; the login stays.
    package func decline(
        _ text: String?, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        let number = try number(text, session)
        let files = files(cookie)
        if let login = files.login(at: edges.clock()), let wish = wish(number, session, files) {
            await note(
                .decline, session.asked[number - 1], wish, answer: "declined", of: login.holder)
        }
        files.dropBasket(number)
        return .goTo(session.asked.count > 1 ? "/donnees" : "/refus")
    }

    /// After Refuser.
    package func declined(_ cookie: String) -> PortalPage {
        let link = try? session(cookie).choice?.link
        return .declined(link, settings.body, token: formToken(cookie))
    }

    /// The justificatif that was signed for the fact of a number.
    package func delivered(_ number: String?, _ cookie: String) throws(PortalFailure) -> PortalPage
    {
        let session = try session(cookie)
        return .delivered(
            try proof(number, cookie), try self.number(number, session), of: session.asked.count,
            try handBack(cookie), token: formToken(cookie))
    }

    /// The text of its code.
    package func text(_ number: String?, _ cookie: String) throws(PortalFailure) -> String {
        try proof(number, cookie).text
    }

    /// Its code alone.
    package func picture(_ number: String?, _ cookie: String) throws(PortalFailure) -> [UInt8] {
        let text = try proof(number, cookie).text
        do throws(QRImageFault) { return try QRCode(alphanumeric: text).png() } catch {
            throw .unavailable(error.code)
        }
    }

    /// Its page, drawn by the page program and judged by it first.
    package func page(
        _ number: String?, _ cookie: String, as format: PageFormat
    ) async throws(PortalFailure) -> [UInt8] {
        let text = try proof(number, cookie).text
        let (settings, printer) = (settings, edges.printer)
        do throws(NamedSiblingFault) {
            return try await drawing.run { () throws(NamedSiblingFault) in
                try printer.page(
                    ofText: text, as: format, lists: settings.lists, roots: settings.roots,
                    at: nil, .french)
            }
        } catch { throw .unavailable(error.code) }
    }

    /// The person's own that can still be used or were cancelled.
    package func mine(_ cookie: String) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        do throws(OfficeFault) {
            let proofs = try await edges.office.proofs(of: holder)
            return .page(
                .mine(
                    proofs, await known(of: holder), publishedEvery: settings.publishedHours,
                    token: formToken(cookie)))
        } catch { return try refused(error, formToken(cookie)) }
    }

    /// Cancels one of them or all, if the person ticked that they know what follows.
    package func cancel(
        _ form: FormFields, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        let reference = form.only("reference").flatMap { try? Reference(text: $0) }
        let isForAll = form.only("tous") == "oui" && form.only("reference") == nil
        guard reference != nil || isForAll else { throw .wrongForm }
        guard form.only("accepter") == "oui" else { throw .notConfirmed }
        do throws(OfficeFault) {
            let known = await known(of: holder)
            for proof in try await cancelled(reference, of: holder) {
                await noteCancelled(proof, known, for: holder)
            }
            return .goTo("/mes-justificatifs")
        } catch { return try refused(error, formToken(cookie)) }
    }

    /// Cancels the one of a reference; without one all that are good.
    private func cancelled(
        _ reference: Reference?, of holder: Holder
    ) async throws(OfficeFault) -> [HolderProof] {
        guard let reference else { return try await edges.office.cancelAll(of: holder) }
        return [try await edges.office.cancel(reference, of: holder)]
    }

    func holder(_ cookie: String) throws(PortalFailure) -> Holder {
        _ = try session(cookie)
        guard let login = files(cookie).login(at: edges.clock()) else { throw .noSession }
        return login.holder
    }

    private func proof(
        _ text: String?, _ cookie: String
    ) throws(PortalFailure) -> DeliveredProof {
        let number = try number(text, try session(cookie))
        guard let proof = files(cookie).proof(number, at: edges.clock()) else { throw .noProof }
        return proof
    }

    private func wish(
        _ number: Int, _ session: SessionStore.Session, _ files: PersonFiles
    ) -> ProofWish? {
        guard let choice = session.choice, session.asked.indices.contains(number - 1),
            let basket = files.basket(number, at: edges.clock())
        else { return nil }
        let fact = session.asked[number - 1].fact
        return ProofWish(
            kind: fact.datum.kind, answer: basket.answer, identity: basket.identity,
            fetchedAt: basket.fetchedAt,
            disclose: choice.disclosure(of: fact, for: basket.identity),
            scale: choice.procedure?.scale?.json, recipient: choice.procedure?.recipient)
    }

    /// A refusal is a page with its words for the citizen; a service that is away is a failure.
    ///
    /// `session` is the visit in which something was to be signed.
    func refused(
        _ fault: OfficeFault, _ token: String, _ session: SessionStore.Session? = nil
    ) throws(PortalFailure) -> Answer {
        switch fault {
        case .refused(let refusal):
            return .page(
                .refused(
                    refusal.citizen, code: refusal.code, of: session?.asked.count ?? 1,
                    session?.choice?.link, settings.body, token: token))
        case .unreachable, .timedOut, .badAnswer: throw .unavailable(fault.code)
        }
    }
}
