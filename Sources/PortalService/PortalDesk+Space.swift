internal import Explaining
internal import Issuing
internal import JSONFields
package import PortalPages
internal import PortalRules
internal import Proofs
internal import SigningMessages
internal import Space
package import WebRules
internal import Wire

/// What is kept of a person between two visits, shown and erased (Spec/portal.md 2).
extension PortalDesk {
    /// A person's space; to somebody who is not logged in, what it is and how to see it.
    package func mySpace(_ cookie: String) async throws(PortalFailure) -> PortalPage {
        guard let login = files(cookie).login(at: edges.clock()) else {
            return .spaceDoor(isKept: edges.space != nil, loginForm(cookie))
        }
        let token = formToken(cookie)
        guard let space = edges.space else { return .noSpace(token: token) }
        let content = try await opened(space, login.holder)
        return .space(
            SpaceView(
                parameters: content.parameters.map {
                    SpaceView.Parameter(
                        identifier: Hexadecimal.encode($0.identifier.bytes),
                        parameter: $0.parameter, lastDay: $0.lastDay)
                },
                journal: content.journal, links: content.links, damaged: content.damaged,
                offered: settings.takesIdentifier ? [.franceTravail] : []),
            token: token)
    }

    /// The journal of a person as they download it.
    package func journal(
        _ cookie: String, as format: JournalFormat
    ) async throws(PortalFailure) -> [UInt8] {
        let holder = try holder(cookie)
        guard let space = edges.space else { throw .noSpace }
        let journal = try await opened(space, holder).journal
        return switch format {
        case .json: Array(journal.json.page().utf8)
        case .csv: Array(journal.csv(\.words.french).utf8)
        }
    }

    /// In which form a journal is downloaded.
    package enum JournalFormat: Sendable { case json, csv }

    /// Keeps a parameter for six months, if the person ticked that and it can be one.
    package func keepParameter(
        _ form: FormFields, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        guard let space = edges.space, settings.takesIdentifier,
            let parameter = form.only("parametre").flatMap(SpaceParameter.init(rawValue:)),
            let typed = form.only("valeur")
        else { throw .wrongForm }
        guard form.only("garder") == "oui", let value = parameter.value(typed: typed) else {
            return .page(.parameterNotKept(parameter, token: formToken(cookie)))
        }
        do throws(SpaceFault) {
            try await space.keep(parameter, value, of: holder, today: now.day)
        } catch { throw .unavailable(error.code) }
        return .goTo("/mon-espace")
    }

    /// Erases a parameter by the name of its entry, or the whole journal.
    package func erase(
        _ form: FormFields, _ cookie: String
    ) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        guard let space = edges.space, let what = form.only("quoi") else { throw .wrongForm }
        let entry = Hexadecimal.decode(what).flatMap { EntryIdentifier($0) }
        guard entry != nil || what == "journal" else { throw .wrongForm }
        do throws(SpaceFault) {
            if let entry {
                try await space.erase(entry, of: holder)
            } else {
                try await space.erase(.journal, of: holder)
            }
        } catch { throw .unavailable(error.code) }
        return .goTo("/mon-espace")
    }

    /// What the body advises on what was fetched; kept nowhere.
    func advice(on wish: ProofWish) -> [Advice] {
        edges.advice.advice(on: wish.answer, wish.kind, answeredOn: wish.fetchedAt.day)
    }

    /// What the space knows of a person's justificatifs; a list goes without that if it is lost.
    func known(of holder: Holder) async -> KnownProofs {
        guard let space = edges.space, let content = try? await opened(space, holder)
        else { return KnownProofs() }
        return KnownProofs(content.journal, content.links)
    }

    func opened(
        _ space: PersonSpace, _ holder: Holder
    ) async throws(PortalFailure) -> PersonSpace.Content {
        do throws(SpaceFault) {
            return try await space.content(of: holder, today: now.day)
        } catch { throw .unavailable(error.code) }
    }
}
