extension SpoolBrain {
    /// Responds to what happened in the folders.
    mutating func respond(to event: FolderEvent, at now: SpoolMoment) -> [SpoolAction] {
        switch event {
        case .renamedIn(let name): arrivals.renamedIn(name, at: now)
        case .beingWritten(let name): arrivals.beingWritten(name, at: now)
        case .written(let name): arrivals.written(name, at: now)
        case .folderArrived: nextListing = now.steady
        case .overflow:
            arrivals.lostTrack()
            nextListing = now.steady
            return [.daemon(.report(.overflow))]
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
                return [.daemon(.report(.claimRefused(error: error)))]
            }
        case .notCommitted(let scan, let error):
            // Its verdict is not published: the scan comes again with the next start.
            return [
                .folders(.removeTemporary(scan.identifier)),
                .daemon(.report(.commitRefused(error: error))),
            ]
        case .expiredScans(let folder, let scans, let more):
            return erase(scans, in: folder, more: more, at: now)
        case .expiredVerdicts(let verdicts, let until, let more):
            return redact(verdicts, until: until, more: more, at: now)
        case .erased(let folder, let count, let error): return erased(folder, count, error)
        }
        return []
    }

    /// Asks for the free space if there is something to do and the last answer is old; the answer
    /// comes before anything else happens.
    mutating func spaceActions(at now: SpoolMoment) -> [SpoolAction] {
        let isRetryDue = desk.nextRetry.map { $0 <= now.steady } ?? false
        guard arrivals.wholeCount > 0 || desk.hasReady || isRetryDue else { return [] }
        let believed =
            isFull
            ? SpoolSettings.fullPauseMilliseconds : SpoolSettings.spaceBelievedMilliseconds
        if let known = spaceKnown, now.steady < known + believed { return [] }
        spaceKnown = now.steady
        return [.folders(.measureSpace)]
    }

    /// Listing, looking and claiming as far as there is room (Spec/spool.md 3 "Order", 6).
    mutating func claimActions(hasRoom: Bool, at now: SpoolMoment) -> [SpoolAction] {
        var actions: [SpoolAction] = []
        if nextListing <= now.steady {
            nextListing = now.steady + rescanMilliseconds
            lastListing = now.steady
            actions.append(.folders(.listArrivals))
        }
        let names = arrivals.dueLooks(at: now, limit: SpoolSettings.batch)
        if !names.isEmpty { actions.append(.folders(.look(names))) }
        if arrivals.isCut, arrivals.wholeCount == 0 {
            nextListing = min(nextListing, lastListing + SpoolSettings.cutPauseMilliseconds)
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
            actions.append(.folders(.claim(name, as: claimed)))
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
            return [
                .daemon(
                    .report(isFull ? .full(freeBytes: free) : .roomAgain(freeBytes: free)))
            ]
        }
        return []
    }
}
