internal import ArgumentParser
internal import Confinement
internal import Console
internal import Explaining
internal import Files
internal import Glibc
internal import PortalRules
internal import PortalService
internal import Sodium
internal import WebRules
internal import WebServing

struct Run: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the portal on 127.0.0.1, until it is stopped.",
        discussion: """
            A server with TLS goes in front, under the origin that the settings name. SIGTERM and \
            Ctrl-C let answers at hand end, and wipe everything.

              GLIBC_TUNABLES=glibc.malloc.perturb=165 justificatif-portail run --config portail.json
            """)

    @OptionGroup var settings: SettingsOption

    @Flag(help: "Write each request to standard error: route, status and time, and no content.")
    var log = false

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try Confinement.keepMemoryPrivate()
        let read = try settings.settings()
        let desk = try settings.desk(read, try SodiumCrypto())
        let socket = try ListeningSocket(port: read.port)
        let site = Site(origins: [read.origin])
        let routes = PortalRoutes(desk).responder()
        var limits = WebLimits()
        // Five hundred that only dawdle leave room for others; within the usual 1,024 descriptors.
        limits.connections = 768
        let server = WebServer(on: socket, as: site, limits: limits, lang, routes: routes) {
            [log] record in if log { Run.tell(record) }
        }
        try server.run {
            try say("Portail", "Portal", read.origin + "/")
            Task.detached {
                while true {
                    desk.sweep()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
        }
        desk.stop()
    }

    private static func tell(_ record: RequestRecord) {
        let line =
            "\(record.method) \(record.route ?? "-") \(record.status) \(record.milliseconds) ms\n"
        // There is no other place to say that it cannot be written.
        _ = FileWriting.writeAll(Array(line.utf8), to: STDERR_FILENO)
    }
}
