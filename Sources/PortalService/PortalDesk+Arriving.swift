internal import Explaining
internal import JSONFields
internal import OpenIDConnect
internal import OutgoingCalls
package import PortalPages
internal import PortalRules
internal import Proofs
internal import SigningMessages
internal import TokenSignatures
internal import Vault
package import WebRules

extension PortalDesk {
    /// Where a person goes after the callback.
    package struct Arrival: Sendable {
        /// The new cookie; nil if the old one stays.
        package let cookie: String?
        package let path: String
    }

    /// Ends a login by the query of its callback, and asks for what was chosen.
    ///
    /// Each login that the browser began ends by its own state. A callback that comes again leads
    /// to the session it opened.
    package func arrive(
        _ query: FormFields, cookie: String
    ) async throws(PortalFailure) -> Arrival {
        guard !query.repeats("state") else { throw .login(.callbackMalformed) }
        let (owner, time, state) = (owner(cookie), edges.clock(), query.only("state") ?? "")
        guard
            let login = store.withLogins({
                $0.login(of: state, in: owner, at: time.steadyMilliseconds)
            })
        else { return try arriveAgain(state, owner, time) }
        let link = login.choice?.link
        let snapshot: ProviderDirectory.Snapshot
        do throws(PortalFailure) { snapshot = try await directory.current() } catch {
            throw error.of(link)
        }
        let answer: CallbackAnswer
        do throws(LoginRefusal) {
            answer = try CallbackAnswer(
                query, to: login.request, at: settings.provider, snapshot.metadata)
        } catch {
            store.withLogins { $0.end(state, in: owner) }
            throw .login(error, for: link)
        }
        // Before the provider is asked: a code is used once, whatever comes of it.
        guard store.withLogins({ $0.use(state, in: owner) }) else {
            return Arrival(cookie: nil, path: "/donnees")
        }
        do throws(PortalFailure) {
            return try await open(login, code: answer.code, after: owner, snapshot.metadata)
        } catch { throw error.of(link) }
    }

    /// What is no login under way: one that opened the present visit, or one that is over.
    private func arriveAgain(
        _ state: String, _ owner: [UInt8], _ time: VaultTime
    ) throws(PortalFailure) -> Arrival {
        guard let session = store.session(of: owner, at: time) else {
            throw .login(.stateUnknown)
        }
        guard RandomText.areSame(session.loginState, state) else { throw .loginOver }
        return Arrival(cookie: nil, path: "/donnees")
    }

    /// `old` is the cookie that the callback came with.
    private func open(
        _ login: OpenLogins.Login, code: String, after old: [UInt8], _ metadata: ProviderMetadata
    ) async throws(PortalFailure) -> Arrival {
        let tokens = try await tokens(code, login.request, metadata)
        // Those of FranceConnect live a minute. No other is kept longer, nor any longer than what
        // was fetched with it: the identity lies beside it.
        let tokenDeadline = VaultDeadline(
            answeredAt: edges.clock(),
            seconds: min(tokens.lifetime ?? 60, 60, settings.keptSeconds))
        let who = try await authentication(tokens.idToken, of: login.request)
        guard let holder = Holder(who.subject) else { throw .unavailable("unforeseen") }
        // Meanwhile: a disk takes its time, and so do neighbours.
        async let noted: Void = noteLogin(of: holder)
        let facts = login.choice?.facts ?? []
        let access = PersonAccess(
            token: tokens.accessToken, identifier: await identifier(for: facts, of: holder))
        let found = try await find(facts, access, of: who, metadata)
        await noted
        for asked in found.asked { await noteQuery(asked, for: login.choice, of: holder) }
        let cookie = freshCookie()
        let files = files(cookie)
        let deadline = VaultDeadline(answeredAt: found.answeredAt, seconds: settings.keptSeconds)
        do throws(VaultFault) {
            try files.keep(
                PersonFiles.Login(holder: holder, idToken: who.idToken), until: deadline)
            for (number, basket) in found.baskets {
                try files.keep(basket, number, until: deadline)
            }
            if let identity = found.identity {
                try files.keep(
                    PersonFiles.Access(token: access.token, identity: identity),
                    until: tokenDeadline)
            }
        } catch {
            files.wipe()
            throw .unavailable(error.code)
        }
        let ended = store.open(
            SessionStore.Session(
                loginState: login.request.state, choice: login.choice, asked: found.asked,
                deadline: deadline),
            for: owner(cookie), after: old, at: edges.clock())
        for owner in ended { edges.vault.wipe(owner: owner) }
        return Arrival(cookie: cookie, path: await path(after: login, of: holder))
    }

    /// What a partner answered is kept first: the page whose button began the login said so.
    private func path(after login: OpenLogins.Login, of holder: Holder) async -> String {
        guard let line = login.line else {
            return login.choice == nil ? "/mes-justificatifs" : "/donnees"
        }
        do throws(PortalFailure) {
            try await keep(line, for: holder)
            return "/mon-espace"
        } catch { return "/erreur?" + FormFields.written([("code", error.code)]) }
    }

    /// What a person had kept to be asked about at France Travail, where one of the facts needs it.
    func identifier(for facts: [OfferedFact], of holder: Holder) async -> String? {
        guard settings.takesIdentifier, facts.contains(where: { $0.datum == .jobSeeker })
        else { return nil }
        return await edges.space?.value(of: .franceTravail, of: holder, today: now.day)
    }

    /// What became of everything that was asked for.
    private struct Found {
        /// The first answer, from which 15 minutes count.
        var answeredAt: VaultTime
        /// Nil if nothing was asked for.
        var identity: JSONValue?
        var asked: [SessionStore.Asked] = []
        /// What may be signed, by the number of the fact.
        var baskets: [Int: PersonFiles.Basket] = [:]
    }

    /// Asks for the identity and the data at once, within the minute that the access token lives.
    private func find(
        _ facts: [OfferedFact], _ access: PersonAccess, of who: Authentication,
        _ metadata: ProviderMetadata
    ) async throws(PortalFailure) -> Found {
        var found = Found(answeredAt: edges.clock())
        guard !facts.isEmpty else { return found }
        async let userinfo = userInfo(access.token, of: who, metadata)
        async let fetched = DataCalls(edges, clientTokens, as: access).found(facts.map(\.datum))
        let answers = await fetched
        let identity = try await userinfo.get()
        found.identity = identity
        for (place, (fact, answer)) in zip(facts, answers).enumerated() {
            guard let key = RequestKey(freshCookie()) else { throw .unavailable("unforeseen") }
            found.baskets[place + 1] = answer.basket(of: identity)
            found.asked.append(
                SessionStore.Asked(
                    fact: fact, key: key,
                    answeredAt: Instant(seconds: answer.answeredAt.wallSeconds),
                    problem: answer.problem))
        }
        let first = answers.map(\.answeredAt).min {
            $0.steadyMilliseconds < $1.steadyMilliseconds
        }
        found.answeredAt = first ?? found.answeredAt
        return found
    }

    private func tokens(
        _ code: String, _ request: LoginRequest, _ metadata: ProviderMetadata
    ) async throws(PortalFailure) -> TokenAnswer {
        let form = TokenAnswer.form(
            code: code, of: request, at: settings.provider, secret: edges.secret)
        let answer: OutgoingAnswer
        do throws(OutgoingFault) {
            answer = try await edges.caller.post(form, to: metadata.token)
        } catch { throw .unavailable(error.code) }
        do throws(LoginRefusal) {
            return try TokenAnswer(status: answer.status, body: answer.body)
        } catch { throw .login(error) }
    }

    /// The login by its token, with fresh keys if it names one that is not known.
    private func authentication(
        _ token: String, of request: LoginRequest
    ) async throws(PortalFailure) -> Authentication {
        try await withKeys { keys, now throws(LoginRefusal) in
            try Authentication(
                idToken: token, of: request, at: settings.provider, keys, now: now,
                TokenSignatureChecker())
        }
    }

    private func userInfo(
        _ accessToken: String, of login: Authentication, _ metadata: ProviderMetadata
    ) async -> Result<JSONValue, PortalFailure> {
        do throws(PortalFailure) {
            let answer: OutgoingAnswer
            do throws(OutgoingFault) {
                answer = try await edges.caller.get(metadata.userinfo, bearer: accessToken)
            } catch { throw .unavailable(error.code) }
            guard answer.status == 200,
                let text = String(validating: answer.body, as: UTF8.self)
            else { throw .unavailable("userinfo-\(answer.status)") }
            return .success(
                try await withKeys { keys, now throws(LoginRefusal) in
                    try UserInfo(
                        parsing: text, of: login, at: settings.provider, keys, now: now,
                        TokenSignatureChecker()
                    ).identity
                })
        } catch { return .failure(error) }
    }

    private func withKeys<Value>(
        _ read: (KeySet, Instant) throws(LoginRefusal) -> Value
    ) async throws(PortalFailure) -> Value {
        let now = Instant(seconds: edges.clock().wallSeconds)
        let kept = try await directory.current().keys
        do throws(LoginRefusal) { return try read(kept, now) } catch {
            guard error == .keyUnknown else { throw .login(error) }
        }
        let fresh = try await directory.afterUnknownKey().keys
        do throws(LoginRefusal) { return try read(fresh, now) } catch { throw .login(error) }
    }
}
