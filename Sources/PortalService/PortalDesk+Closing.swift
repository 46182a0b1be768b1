internal import Explaining
internal import OpenIDConnect
package import PortalPages
internal import PortalRules
internal import Proofs
internal import SigningClient
internal import SigningMessages
internal import Space
internal import Vault

/// The end of a visit, and that of a space (Spec/portal.md 2.1).
extension PortalDesk {
    /// Where a browser goes when a visit has ended, and under which cookie.
    package struct Departure: Sendable {
        package let address: String
        package let cookie: String
    }

    /// Where a person ends who was not logged out at the provider.
    private static let goodbye = "/au-revoir"

    /// What closing would erase, and what it would not.
    package func leaving(_ cookie: String) async throws(PortalFailure) -> Answer {
        let holder = try holder(cookie)
        let token = formToken(cookie)
        var counts = ClosingCounts()
        if let space = edges.space {
            let content = try await opened(space, holder)
            counts.parameters = content.parameters.count
            counts.lines = content.journal.lines.count
            counts.links = content.links.count
        }
        do throws(OfficeFault) { counts.proofs = try await usable(holder) } catch {
            return try refused(error, token)
        }
        return .page(
            .leaving(
                counts, isKept: edges.space != nil, publishedEvery: settings.publishedHours,
                token: token))
    }

    /// Closes the space of a person: cancels their justificatifs if they asked for it, erases what
    /// is kept of them in one transaction, wipes the session, and logs out at the provider.
    ///
    /// In this order: each step can be repeated, nothing is erased unless every cancellation was
    /// registered, and the receipt is written last. Throws what kept it from being whole.
    package func close(
        _ cookie: String, cancelling: Bool
    ) async throws(PortalFailure) -> Departure {
        let holder = try holder(cookie)
        var counts = ClosingCounts()
        var fate = ClosingReceipt.Fate.cancelled
        if cancelling {
            do throws(OfficeFault) {
                counts.proofs = try await edges.office.cancelAll(of: holder).count
            } catch { throw .unavailable(error.code) }
        } else {
            // Nobody has to wait with erasing until the signing service answers.
            let left = try? await usable(holder)
            counts.proofs = left ?? 0
            fate = left == nil ? .unknown : .left
        }
        if let space = edges.space {
            let removed: SealedSpace.Removed
            do throws(SpaceFault) { removed = try await space.close(holder) } catch {
                throw .unavailable(error.code)
            }
            counts.parameters = removed[.parameter] ?? 0
            counts.lines = removed[.journal] ?? 0
            counts.links = removed[.link] ?? 0
        }
        let departure = await leave(cookie)
        let receipt = ClosingReceipt(
            counts, fate, isLoggedOut: departure.address != PortalDesk.goodbye, on: now.day)
        let deadline = VaultDeadline(answeredAt: edges.clock(), seconds: settings.keptSeconds)
        // A full vault costs the receipt, and nothing of what it tells.
        try? files(departure.cookie).keep(receipt, until: deadline)
        return departure
    }

    /// How many justificatifs of a person can still be used.
    private func usable(_ holder: Holder) async throws(OfficeFault) -> Int {
        try await edges.office.proofs(of: holder).count { $0.cancelled == nil }
    }

    /// Ends a session, wipes it, and logs out at the provider; what is kept stays.
    package func leave(_ cookie: String) async -> Departure {
        let login = files(cookie).login(at: edges.clock())
        forget(cookie)
        var address = PortalDesk.goodbye
        if let login, let snapshot = try? await directory.current() {
            address =
                LogoutRequest.address(
                    ofLoginBy: login.idToken, at: settings.provider, snapshot.metadata,
                    state: freshCookie()) ?? address
        }
        return Departure(address: address, cookie: freshCookie())
    }

    /// After a visit; the receipt, if a space was closed by it.
    package func goodbye(_ cookie: String) -> PortalPage {
        files(cookie).receipt(at: edges.clock()).map { .receipt($0) } ?? .goodbye()
    }
}
