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

extension PortalDesk {
    /// A page, or the path of another one.
    package enum Answer: Sendable {
        case page(PortalPage)
        case goTo(String)
    }

    /// What was found, and exactly what will be readable.
    package func data(_ cookie: String) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        let token = formToken(cookie)
        let files = files(cookie)
        if files.proof(at: edges.clock()) != nil { return .goTo("/justificatif") }
        if let problem = session.problem {
            return .page(.withoutDatum(problem, settings.body, token: token))
        }
        guard let wish = wish(session, files) else { return .goTo("/mes-justificatifs") }
        do throws(OfficeFault) {
            let readable = try await edges.office.preview(wish)
            return .page(
                .deciding(
                    readable, for: wish.recipient?.text,
                    secondsLeft: session.deadline.secondsLeft(at: edges.clock()), token: token))
        } catch { return try refused(error, token) }
    }

    /// Has it signed; a second time returns the same.
    package func accept(_ cookie: String) async throws(PortalFailure) -> Answer {
        let session = try session(cookie)
        let files = files(cookie)
        guard let login = files.login(at: edges.clock()), let wish = wish(session, files) else {
            return .goTo("/donnees")
        }
        let proof: DeliveredProof
        do throws(OfficeFault) {
            proof = try await edges.office.issue(wish, for: login.holder, key: session.key)
        } catch { return try refused(error, formToken(cookie)) }
        do throws(VaultFault) { try files.keep(proof, until: session.deadline) } catch {
            throw .unavailable(error.code)
        }
        files.dropBasket()
        return .goTo("/justificatif")
    }

    /// Wipes what was fetched; the login stays.
    package func decline(_ cookie: String) throws(PortalFailure) {
        _ = try session(cookie)
        files(cookie).dropBasket()
    }

    /// After Refuser.
    package func declined(_ cookie: String) -> PortalPage {
        .declined(settings.body, token: formToken(cookie))
    }

    /// The justificatif that was signed.
    package func delivered(_ cookie: String) throws(PortalFailure) -> PortalPage {
        .delivered(try proof(cookie), token: formToken(cookie))
    }

    /// The text of its code.
    package func text(_ cookie: String) throws(PortalFailure) -> String {
        try proof(cookie).text
    }

    /// Its code alone.
    package func picture(_ cookie: String) throws(PortalFailure) -> [UInt8] {
        let text = try proof(cookie).text
        do throws(QRImageFault) { return try QRCode(alphanumeric: text).png() } catch {
            throw .unavailable(error.code)
        }
    }

    /// Its page, drawn by the page program and judged by it first.
    package func page(_ cookie: String, as format: PageFormat) async throws(PortalFailure)
        -> [UInt8]
    {
        let text = try proof(cookie).text
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
            return .page(.mine(proofs, token: formToken(cookie)))
        } catch { return try refused(error, formToken(cookie)) }
    }

    /// Cancels one of them; `reference` is as a form sent it.
    package func cancel(
        _ reference: String?, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        guard let reference, let read = try? Reference(text: reference) else { throw .wrongForm }
        do throws(OfficeFault) {
            _ = try await edges.office.cancel(read, of: holder)
            return .goTo("/mes-justificatifs")
        } catch { return try refused(error, formToken(cookie)) }
    }

    private func holder(_ cookie: String) throws(PortalFailure) -> Holder {
        _ = try session(cookie)
        guard let login = files(cookie).login(at: edges.clock()) else { throw .noSession }
        return login.holder
    }

    private func proof(_ cookie: String) throws(PortalFailure) -> DeliveredProof {
        _ = try session(cookie)
        guard let proof = files(cookie).proof(at: edges.clock()) else { throw .noSession }
        return proof
    }

    private func wish(_ session: SessionStore.Session, _ files: PersonFiles) -> ProofWish? {
        guard let choice = session.choice, let basket = files.basket(at: edges.clock()) else {
            return nil
        }
        return ProofWish(
            kind: .quotientFamilial, answer: basket.answer, identity: basket.identity,
            fetchedAt: basket.fetchedAt, disclose: choice.disclosure,
            scale: choice.procedure?.scale?.json, recipient: choice.procedure?.recipient)
    }

    /// A refusal is a page with its words for the citizen; a service that is away is a failure.
    private func refused(_ fault: OfficeFault, _ token: String) throws(PortalFailure) -> Answer {
        switch fault {
        case .refused(let refusal):
            return .page(
                .refused(
                    refusal.citizen.french, code: refusal.code, settings.body, token: token))
        case .unreachable, .timedOut, .badAnswer: throw .unavailable(fault.code)
        }
    }
}
