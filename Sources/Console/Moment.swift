package import ArgumentParser
internal import Explaining
internal import Glibc
package import Proofs

/// The instant a command works with: given, or read once from the system's clock.
package enum Moment {
    /// The instant of an option, or now if it was not given.
    ///
    /// Refuses what is no instant or day, and times before 1970, which no justificatif can have.
    package static func parse(
        _ given: String?, option: String = "--at"
    ) throws(Failure) -> Instant {
        guard let given else { return now() }
        guard let instant = Instant(given), instant.seconds >= 0 else {
            throw Failure(
                "instant", .data, "\(option) : écrivez 2026-11-21 ou 2026-11-21T09:30:00Z",
                "\(option): give 2026-11-21 or 2026-11-21T09:30:00Z")
        }
        return instant
    }

    /// What the system's clock says.
    package static func now() -> Instant { Instant(seconds: SystemClock.seconds()) }
}

/// The instant to judge for.
package struct InstantOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Judge as of this instant or day (RFC 3339, UTC) instead of now.",
            valueName: "instant"))
    package var at: String?

    package init() {}

    /// Whether the instant was given and not read from the clock.
    package var isSimulated: Bool { at != nil }

    /// The instant given, or now.
    package func instant() throws(Failure) -> Instant { try Moment.parse(at) }
}

/// Where the lists are and whom they are checked against.
package struct ListsOptions: ParsableArguments {
    /// Where lists are if nothing else is said.
    package static let usualFolder = "/var/lib/justificatif/lists"

    @Option(help: ArgumentHelp("Folder with the lists.", valueName: "dir"))
    package var lists = ListsOptions.usualFolder

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    package var roots: String?

    package init() {}
}

/// The machine's clocks; most programs read the first once, at their start.
package enum SystemClock {
    /// Seconds since 1970-01-01T00:00:00Z.
    package static func seconds() -> Int64 { Int64(time(nil)) }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    package static func milliseconds() -> Int64 { read(CLOCK_REALTIME) }

    /// Milliseconds of a clock that nobody sets back, for waits.
    package static func steadyMilliseconds() -> Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var now = timespec()
        unsafe clock_gettime(clock, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }
}
