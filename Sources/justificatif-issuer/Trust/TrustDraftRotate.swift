internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Lists
internal import Office
internal import Proofs
internal import Sodium
internal import Wire

struct TrustDraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Writes drafts of the list of issuers.",
        subcommands: [TrustDraftRotate.self])
}

struct TrustDraftRotate: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Writes the next draft, in which another key of an issuer follows.",
        discussion: """
            A key that signs for a month bounds what its theft costs:

              justificatif-issuer trust draft rotate --draft trust.json --old caf-2026-12.pub \
            --new caf-2027-01.pub --from 2027-01-01 --out trust-next.json

            The new key has the name, blocks and words of the old one, which signs until the day \
            before. Entries under which nothing can be good any more are left out. Look at the \
            draft, and sign it: trust sign --draft trust-next.json --against trust.cose.

            After a theft --stolen calls the old key compromised: all it ever signed is withdrawn.
            """)

    @Option(help: ArgumentHelp("The draft that was signed last.", valueName: "file.json"))
    var draft: String

    @Option(help: ArgumentHelp("The key that ends.", valueName: "name.pub"))
    var old: String

    @Option(help: ArgumentHelp("The key that follows.", valueName: "name.pub"))
    var new: String

    @Option(help: ArgumentHelp("The first day on which the new key signs.", valueName: "day"))
    var from: String

    @Option(
        help: ArgumentHelp(
            "The last one, included; a month later if not given.", valueName: "day"))
    var until: String?

    @Flag(help: "The old key was stolen.")
    var stolen = false

    @Option(
        help: ArgumentHelp(
            "File to write, in the folder of the draft if that names .pub files.",
            valueName: "file.json"))
    var out: String

    @Flag(help: "Overwrite the file.")
    var force = false

    @Option(help: ArgumentHelp("Judge what is over as of this instant.", valueName: "instant"))
    var at: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let term = DraftRotation.Term(
            from: try TrustDraftRotate.day(from, "--from"),
            until: try until.map { text throws(Failure) in
                try TrustDraftRotate.day(text, "--until")
            })
        let rotation = try DraftRotation(
            of: draft, replacing: OfficeKey.published(old, .issuer, crypto),
            by: OfficeKey.published(new, .issuer, crypto), term,
            stolen ? .stolen : .planned, out: out, now: Moment.parse(at), crypto)
        try FileWriting.write(
            Array(rotation.text.utf8), to: out, existing: force ? .replace : .refuse)
        let (sequence, leftOut) = (rotation.content.sequence, rotation.leftOut)
        try say(
            "\(out) : brouillon \(sequence), à relire et à signer ; la nouvelle clé signe du "
                + "\(term.from) au \(term.until)",
            "\(out): draft \(sequence), to be read and signed; the new key signs from "
                + "\(term.from) to \(term.until)")
        if leftOut > 0 {
            try say(
                "entrées retirées, sous lesquelles rien n’est plus valable",
                "entries left out, under which nothing is good any more", leftOut)
        }
    }

    private static func day(_ text: String, _ option: String) throws(Failure) -> Day {
        guard let day = Day(text) else {
            throw Failure(
                "day-option", .data, "\(option) : donnez un jour qui existe, comme 2027-01-01",
                "\(option): give a day that exists, such as 2027-01-01")
        }
        return day
    }
}
