package import Spooling

extension SpoolFolders {
    /// What lies in the folders (Spec/spool.md 3 "Start"); `held` and `recorded` are the caller's.
    package func list(
        held: Set<ArrivalIdentifier>, recorded: Set<ArrivalIdentifier>
    ) throws(SpoolFault) -> SpoolListing {
        var listing = SpoolListing()
        listing.held = held
        listing.recorded = recorded
        listing.work = try work.names("list-work") { ClaimedName($0) }
        listing.decided = try done.names("list-done") { ClaimedName($0) }
        listing.decided += try quarantine.names("list-quarantine") { ClaimedName($0) }
        try removeNames(except: Set(listing.work.map(\.identifier)))
        var latest = recorded.max()
        for scan in listing.work + listing.decided {
            latest = max(latest ?? scan.identifier, scan.identifier)
        }
        try verdicts.forEachName("list-verdicts") { bytes in
            let name = String(decoding: bytes, as: UTF8.self)
            if let verdict = VerdictName(name) {
                latest = max(latest ?? verdict.identifier, verdict.identifier)
            } else if let arrival = SpoolFileNames.arrival(ofTemporary: name) {
                listing.temporaries.append(arrival)
            } else if let arrival = SpoolFileNames.arrival(ofRewritten: name) {
                listing.rewritten.append(arrival)
            }
            return true
        }
        listing.latest = latest
        return listing
    }

    /// Removes the whole names of scans that are not in `work/` any more, or never came there.
    private func removeNames(except scans: Set<ArrivalIdentifier>) throws(SpoolFault) {
        let names = try work.names("list-work") { SpoolFileNames.arrival(ofWholeName: $0) }
        for arrival in names where !scans.contains(arrival) {
            try work.remove(SpoolFileNames.wholeName(arrival), "remove-name")
        }
    }
}
