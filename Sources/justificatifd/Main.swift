internal import ArgumentParser
internal import Console
internal import Files
internal import JSONFields
internal import ListFiles
internal import ReaderClient
internal import Sodium

/// Judges whatever is dropped into a folder.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatifd",
        abstract: "Judges every scan dropped into a folder; opens no network connection.",
        discussion: """
            Drop pictures (PNG, JPEG) or text files into SPOOL/in, by renaming them in or by \
            writing them there; collect one JSON file a scan from SPOOL/verdicts.
            """,
        version: "0.1.0",
        subcommands: [Run.self])

    static func main() {
        ProgramRunner.main(Program.self) { error in
            switch error {
            case let fault as FileFault: Failure(.io, fault.description)
            case let fault as ListsFault: Failure(.configuration, fault.description)
            case let fault as JSONFault: Failure(.configuration, fault.description)
            case let fault as SodiumFault: Failure(.fault, fault.message)
            case let failure as ReaderFailure: Failure(.configuration, "reader: \(failure)")
            default: nil
            }
        }
    }
}
