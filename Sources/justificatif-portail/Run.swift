internal import ArgumentParser
internal import Confinement
internal import Console
internal import Explaining
internal import Files
internal import Glibc
internal import PortalRules
internal import PortalService
internal import Proofs
internal import Sodium
internal import Space
internal import WebRules
internal import WebServing

struct Run: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the portal on 127.0.0.1, until it is stopped.",
        discussion: """
            A server with TLS goes in front, under the origin that the settings name. SIGTERM and \
            Ctrl-C let answers at hand end, and wipe everything.

              GLIBC_TUNABLES=glibc.malloc.perturb=165:glibc.malloc.tcache_count=0 \\
                justificatif-portail run --config portail.json
            """)

    @OptionGroup var settings: SettingsOption

    @Flag(help: "Write each request to standard error: route, status and time, and no content.")
    var log = false

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try Confinement.keepMemoryPrivate()
        let read = try settings.settings()
        let crypto = try SodiumCrypto()
        let space = try settings.space(read, crypto) { [lang] fault in
            Terminal.warning(
                lang(
                    "le journal n’a pas pu être écrit : ", "the journal could not be written: ")
                    + fault.explanation.line(lang), lang)
        }
        // Before anybody can ask: nothing is served past its day.
        _ = try space?.purge(today: Moment.now().day)
        let desk = try settings.desk(read, crypto, space: space)
        let socket = try ListeningSocket(port: read.port)
        let site = Site(origins: [read.origin])
        let routes = PortalRoutes(desk).responder()
        var limits = WebLimits()
        // Five hundred that only dawdle leave room for others; within the usual 1,024 descriptors.
        limits.connections = 768
        limits.clientField = read.clientField
        let server = WebServer(
            on: socket, as: site, limits: limits, openForms: PortalRoutes.openForms, lang,
            routes: routes
        ) { [log] record in if log { Run.tell(record) } }
        try server.run {
            try say("Portail", "Portal", read.origin + "/")
            Task.detached {
                while true {
                    desk.sweep()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            Task.detached { [lang] in
                while true {
                    try? await Task.sleep(for: .seconds(3_600))
                    Run.purge(space, lang)
                }
            }
        }
        desk.stop()
    }

    /// What is past its last day goes within the hour.
    private static func purge(_ space: PersonSpace?, _ language: Language) {
        do throws(SpaceFault) { _ = try space?.purge(today: Moment.now().day) } catch {
            Terminal.error(error.explanation.line(language), language)
        }
    }

    private static func tell(_ record: RequestRecord) {
        let line =
            "\(record.method) \(record.route ?? "-") \(record.status) \(record.milliseconds) ms\n"
        // There is no other place to say that it cannot be written.
        _ = FileWriting.writeAll(Array(line.utf8), to: STDERR_FILENO)
    }
}
