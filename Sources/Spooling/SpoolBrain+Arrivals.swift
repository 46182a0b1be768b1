extension SpoolBrain {
    /// What came in, and whether there is room for it.
    mutating func heed(_ event: SpoolEvent, at now: SpoolMoment) -> [SpoolAction] {
        switch event {
        case .renamedIn(let name): arrivals.renamedIn(name, at: now)
        case .written(let name): arrivals.written(name, at: now)
        case .overflow:
            nextListing = now.steady
            return [.report(.overflow)]
        case .arrivalsListed(let entries): arrivals.listed(entries, at: now)
        case .looked(let entries, let names): arrivals.seen(entries, of: names, at: now)
        case .space(let space): return measure(space, at: now)
        case .claimed(let scan, let name):
            claimsUnderWay = max(0, claimsUnderWay - 1)
            arrivals.forget(name)
            desk.take(scan)
        case .notClaimed(let name, let refusal):
            claimsUnderWay = max(0, claimsUnderWay - 1)
            switch refusal {
            case .gone: arrivals.forget(name)
            case .refused(let error):
                arrivals.refuse(name, at: now)
                return [.report(.claimRefused(error: error))]
            }
        default: break
        }
        return []
    }

    /// Asks for the free space when there is something to do and the last answer is old; the
    /// answer comes before anything else happens.
    mutating func spaceActions(at now: SpoolMoment) -> [SpoolAction] {
        let isRetryDue = desk.nextRetry.map { $0 <= now.steady } ?? false
        guard arrivals.wholeCount > 0 || desk.hasReady || isRetryDue else { return [] }
        let believed = isFull ? SpoolSettings.fullPause : SpoolSettings.spaceBelieved
        if let known = spaceKnown, now.steady < known + believed { return [] }
        spaceKnown = now.steady
        return [.measureSpace]
    }

    /// Listing, looking and claiming as far as there is room (Spec/spool.md 3 "Order", 6).
    mutating func claimActions(hasRoom: Bool, at now: SpoolMoment) -> [SpoolAction] {
        var actions: [SpoolAction] = []
        if nextListing <= now.steady {
            nextListing = now.steady + rescan
            lastListing = now.steady
            actions.append(.listArrivals)
        }
        let names = arrivals.dueLooks(at: now, limit: SpoolSettings.batch)
        if !names.isEmpty { actions.append(.look(names)) }
        if arrivals.isCut, arrivals.wholeCount == 0 {
            nextListing = min(nextListing, lastListing + SpoolSettings.cutPause)
        }
        return hasRoom ? actions + claims(at: now) : actions
    }

    private mutating func claims(at now: SpoolMoment) -> [SpoolAction] {
        var actions: [SpoolAction] = []
        while desk.count + claimsUnderWay < SpoolSettings.outstanding,
            let identifier = numbering.next(atMilliseconds: now.wall),
            let name = arrivals.next()
        {
            let claimed = ClaimedName(
                identifier: identifier, attempt: 1, name: ScanName(encoding: name))
            claimsUnderWay += 1
            actions.append(.claim(name, as: claimed))
        }
        return actions
    }

    private mutating func measure(_ space: SpoolSpace, at now: SpoolMoment) -> [SpoolAction] {
        spaceKnown = now.steady
        let hasRoom =
            space.freeBytes >= settings.freeBytes
            && space.freeFiles ?? .max >= SpoolSettings.freeFiles
        if hasRoom == isFull {
            isFull = !hasRoom
            let free = space.freeBytes
            return [.report(isFull ? .full(freeBytes: free) : .roomAgain(freeBytes: free))]
        }
        return []
    }
}
