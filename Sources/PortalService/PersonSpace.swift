internal import Explaining
internal import JSONFields
package import PortalRules
package import Proofs
internal import SigningMessages
package import Space
internal import Threads

/// The sealed space behind the portal: what is in its entries, and where it is waited for.
package struct PersonSpace: Sendable {
    /// A parameter, and what it is erased by.
    package struct Kept: Equatable, Sendable {
        package let identifier: EntryIdentifier
        package let lastDay: Day
        package let parameter: KeptParameter
    }

    private let space: SealedSpace
    /// The file is waited for here, never on the threads of Swift's concurrency.
    private let threads = BlockingThreads(limit: 4)
    /// Told of a line that could not be written: the exchange took place all the same.
    private let report: @Sendable (SpaceFault) -> Void

    package init(_ space: SealedSpace, report: @escaping @Sendable (SpaceFault) -> Void) {
        self.space = space
        self.report = report
    }

    /// Writes a line of the journal; in a full one the oldest makes room.
    func note(_ line: JournalLine, of holder: Holder) async {
        let (bytes, today) = (line.json.lineBytes(), line.at.day)
        await reporting { space throws(SpaceFault) in
            let lastDay = SpaceKind.journal.latestDay(keptOn: today)
            do throws(SpaceFault) {
                try space.keep(bytes, as: .journal, of: holder, until: lastDay, today: today)
            } catch .tooManyEntries(_, _) {
                try space.change(.journal, of: holder, today: today) {
                    SpaceChange(bytes, until: lastDay, replacing: PersonSpace.oldest($0))
                }
            }
        }
    }

    /// Remembers for whom a justificatif was made, for as long as it can be used.
    func keep(_ link: ProofLink, of holder: Holder, until lastDay: Day, today: Day) async {
        await reporting { space throws(SpaceFault) in
            try space.keep(
                link.json.lineBytes(), as: .link, of: holder,
                until: min(lastDay, SpaceKind.link.latestDay(keptOn: today)), today: today)
        }
    }

    /// Keeps a parameter for six months, in the place of one of the same name.
    func keep(
        _ parameter: SpaceParameter, _ value: String, of holder: Holder, today: Day
    ) async throws(SpaceFault) {
        let kept = KeptParameter(parameter, value: value, since: today)
        try await waiting { space throws(SpaceFault) in
            try space.change(.parameter, of: holder, today: today) { entries in
                let old = PersonSpace.read(entries, PersonSpace.parameter)
                    .first { $0.parameter.parameter == parameter }
                return SpaceChange(
                    kept.json.lineBytes(), until: SpaceKind.parameter.latestDay(keptOn: today),
                    replacing: old?.identifier)
            }
        }
    }

    /// Keeps a partner's answer beside the justificatif it is about.
    ///
    /// False if it was kept before; nil if this person made no such justificatif for that partner.
    func keep(
        _ line: StatusLine, of holder: Holder, today: Day
    ) async throws(SpaceFault) -> Bool? {
        try await waiting { space throws(SpaceFault) in
            var isNew: Bool?
            try space.change(.link, of: holder, today: today) { entries in
                let links = PersonSpace.read(entries) { ($0, try ProofLink(json: $1, at: "link")) }
                guard
                    let (entry, link) = links.first(where: {
                        $0.1.reference == line.reference
                            && $0.1.recipient == line.procedure.recipient.text
                    })
                else { return nil }
                let longer = link.adding(line.answer)
                isNew = longer != nil
                return longer.map {
                    SpaceChange(
                        $0.json.lineBytes(), until: entry.lastDay, replacing: entry.identifier)
                }
            }
            return isNew
        }
    }

    /// The value of a parameter that is kept; nil if there is none or it cannot be read.
    func value(
        of parameter: SpaceParameter, of holder: Holder, today: Day
    ) async -> String? {
        let found = try? await waiting { space throws(SpaceFault) in
            try PersonSpace.parameters(space, holder, today).kept
        }
        return found?.first { $0.parameter.parameter == parameter }?.parameter.value
    }

    /// Everything that is kept of a person.
    func content(of holder: Holder, today: Day) async throws(SpaceFault) -> Content {
        try await waiting { space throws(SpaceFault) in
            let parameters = try PersonSpace.parameters(space, holder, today)
            let journal = try PersonSpace.read(space, .journal, holder, today) {
                try JournalLine(json: $1, at: "line")
            }
            let links = try PersonSpace.read(space, .link, holder, today) {
                try ProofLink(json: $1, at: "link")
            }
            return Content(
                parameters: parameters.kept,
                journal: Journal(lines: journal.kept, damaged: journal.damaged),
                links: links.kept, damaged: parameters.damaged + links.damaged)
        }
    }

    /// What is found of a person.
    struct Content: Sendable {
        let parameters: [Kept]
        let journal: Journal
        let links: [ProofLink]
        /// How many parameters and links did not open.
        let damaged: Int
    }

    func erase(_ identifier: EntryIdentifier, of holder: Holder) async throws(SpaceFault) {
        try await waiting { space throws(SpaceFault) in
            _ = try space.erase(identifier, of: holder)
        }
    }

    func erase(_ kind: SpaceKind, of holder: Holder) async throws(SpaceFault) {
        try await waiting { space throws(SpaceFault) in _ = try space.erase(kind, of: holder) }
    }

    /// Parameters, journal and links, all or none.
    func close(_ holder: Holder) async throws(SpaceFault) -> SealedSpace.Removed {
        try await waiting { space throws(SpaceFault) in try space.close(holder) }
    }

    /// Removes what is past its last day, of everybody.
    package func purge(today: Day) throws(SpaceFault) -> SealedSpace.Removed {
        try space.purge(today: today)
    }

    private func waiting<Value: Sendable>(
        _ work: @escaping @Sendable (SealedSpace) throws(SpaceFault) -> Value
    ) async throws(SpaceFault) -> Value {
        let space = space
        return try await threads.run { () throws(SpaceFault) in try work(space) }
    }

    private func reporting(
        _ work: @escaping @Sendable (SealedSpace) throws(SpaceFault) -> Void
    ) async {
        do throws(SpaceFault) { try await waiting(work) } catch { report(error) }
    }

    private static func oldest(_ lines: [SpaceEntry]) -> EntryIdentifier? {
        read(lines) { ($0.identifier, at: try JournalLine(json: $1, at: "line").at) }
            .min { $0.at < $1.at }?.0
    }

    private static func parameters(
        _ space: SealedSpace, _ holder: Holder, _ today: Day
    ) throws(SpaceFault) -> (kept: [Kept], damaged: Int) {
        try read(space, .parameter, holder, today, parameter)
    }

    private static func parameter(
        _ entry: SpaceEntry, _ value: JSONValue
    ) throws -> Kept {
        Kept(
            identifier: entry.identifier, lastDay: entry.lastDay,
            parameter: try KeptParameter(json: value, at: "parameter"))
    }

    /// What opens and can be read; the rest is counted.
    private static func read<Value>(
        _ space: SealedSpace, _ kind: SpaceKind, _ holder: Holder, _ today: Day,
        _ meaning: (SpaceEntry, JSONValue) throws -> Value
    ) throws(SpaceFault) -> (kept: [Value], damaged: Int) {
        let content = try space.content(of: holder, kind, today: today)
        let kept = read(content.entries, meaning)
        return (kept, content.damaged + content.entries.count - kept.count)
    }

    private static func read<Value>(
        _ entries: [SpaceEntry], _ meaning: (SpaceEntry, JSONValue) throws -> Value
    ) -> [Value] {
        entries.compactMap { entry in
            try? meaning(entry, try JSONValue(parsing: entry.bytes, from: entry.kind.rawValue))
        }
    }
}
