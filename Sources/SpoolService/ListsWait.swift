package import Counter
internal import Explaining
internal import Files
internal import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
package import SpoolFiles
internal import Spooling

/// The time before a daemon has lists: it waits for them, and says so (Spec/spool.md 8).
///
/// A service that is started before anybody has installed lists needs no second start.
package struct ListsWait {
    /// Between two looks at the folder.
    private static let pauseMilliseconds: Int64 = 2_000

    private let settings: DaemonSettings
    private let context: DaemonContext

    package init(_ settings: DaemonSettings, _ context: DaemonContext) {
        self.settings = settings
        self.context = context
    }

    /// Opens the place by `open`, once it has roots and a trust list.
    ///
    /// The lock of the spool must be held. Returns nil if a signal asked to stop before that.
    /// Throws what `open` throws, but for the code `no-lists`.
    package func desk(
        heeding signals: borrowing SignalSource, _ open: () throws -> CounterDesk
    ) throws -> CounterDesk? {
        try desk(signals.number, { signals.requests() }, open)
    }

    /// `requests` is asked after each wait, which ends when `number` can be read.
    func desk(
        _ number: Int32, _ requests: () -> [SignalSource.Request],
        _ open: () throws -> CounterDesk
    ) throws -> CounterDesk? {
        if let desk = try opened(open) { return desk }
        let command = "justificatif lists init, justificatif lists install"
        context.log.write(
            "waiting-for-lists",
            ["lists": .string(settings.lists), "command": .string(command)])
        context.manager.tell("READY=1\nSTATUS=waiting for lists in \(settings.lists)")
        while true {
            tellState()
            Waiting.untilReadable([number], milliseconds: ListsWait.pauseMilliseconds)
            if requests().contains(.stop) { return nil }
            if let desk = try opened(open) {
                context.manager.tell("STATUS=")
                return desk
            }
        }
    }

    /// Nil if there are no roots, or no trust list.
    private func opened(_ open: () throws -> CounterDesk) throws -> CounterDesk? {
        do {
            let desk = try open()
            return desk.lists.inForce.trust == nil ? nil : desk
        } catch let fault as ListsFault where fault.explanation.code == "no-lists" {
            return nil
        }
    }

    private func tellState() {
        context.manager.tell("WATCHDOG=1")
        let object: JSONObject = [
            "format": .string(StatusObject.format),
            "at": .string(context.clock.instant.description),
            "state": .string(DaemonState.waiting.rawValue),
        ]
        let text = JSONValue.object(object).page()
        do throws(SpoolFault) {
            try PassingFile.replace(
                StatusObject.path(settings), with: Array(text.utf8), mode: 0o644)
        } catch {
            context.log.write("metrics-fault", ["error": .string(error.error)])
        }
    }
}
