import Foundation
import TestSupport
import Testing

/// `lists install`, `status` and `clock` as an administrator and a monitor use them.
struct ListsCommandTests {
    static let day = "2026-11-03T09:00:00Z"

    /// A counter with pinned roots, and lists to install in `new/` and `old/`.
    struct Post: ~Copyable {
        let folder = TemporaryFolder()

        init() throws {
            try KilledInstallTests.prepare(folder)
            _ = try Command.verifier(
                "lists", "init", "--roots", folder.file("roots.pub"), "--lists",
                folder.file("lists"))
        }

        func lists(_ command: String, _ more: String..., input: [UInt8] = []) throws -> Outcome {
            try Command.run(
                Command.path(of: "justificatif"),
                ["lists", command, "--lists", folder.file("lists")] + more, input: input)
        }

        func install(_ source: String, at: String = day, input: [UInt8] = []) throws -> Outcome {
            try lists("install", source, "--at", at, input: input)
        }
    }

    /// As a stick with a FAT file system has it, and as a shell hands it over.
    @Test func takesListsInCapitalsAndThroughAPipe() throws {
        let post = try Post()
        let folder = post.folder.path
        let copied = try Command.shell(
            "cd \(folder); mkdir stick; cp old/trust.cose stick/TRUST.COSE; "
                + "cp old/caf.cose stick/Caf.Cose")
        #expect(copied.status == 0)
        let outcome = try post.install(post.folder.file("stick"))
        #expect(outcome.lines.count == 2, "\(outcome.errors)")
        let program = Command.path(of: "justificatif")
        let piped = try Command.shell(
            "cd \(folder); bash -c '\(program) lists install --lists lists --at \(Self.day) "
                + "<(cat old/trust.cose)'")
        #expect(piped.status == 0, "\(piped.errors)")
    }

    @Test func installsAFolderAndNamesWhatItAdopted() throws {
        let post = try Post()
        let outcome = try post.install(post.folder.file("old"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.lines == [
                "adoptée : liste de confiance 7 du 2026-10-01T00:00:00Z (trust.cose)",
                "adoptée : liste d’annulation « caf » 40 du 2026-11-03T02:00:00Z, époque 1 "
                    + "(caf.cose)",
            ])
        let again = try post.install(post.folder.file("old"))
        #expect(again.status == 0)
        #expect(again.lines.allSatisfy { $0.hasPrefix("déjà en vigueur : ") })
    }

    @Test(.enabled(if: Command.isInstalled("tar")))
    func installsATarStreamAndASingleFile() throws {
        let post = try Post()
        let tar = try Command.shell("tar -c -C \(post.folder.path) old")
        #expect(try post.install("-", input: tar.output).status == 0)
        #expect(try post.install(post.folder.file("new/trust.cose")).status == 0)
        let list = post.folder.contents(of: "new/caf.cose") ?? []
        #expect(try post.install("-", input: list).status == 0)
        let cut = try post.install("-", input: Array(tar.output.prefix(1_000)))
        #expect(cut.status == 78)
        #expect(cut.errors.contains("[archive]"))
    }

    @Test func refusesWhatIsOlderAndSaysSo() throws {
        let post = try Post()
        _ = try post.install(post.folder.file("new"))
        let outcome = try post.install(post.folder.file("old"))
        #expect(outcome.status == 78)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("erreur : trust.cose : refusée : ") == true)
        #expect(lines.last?.hasPrefix("erreur : caf.cose : refusée : ") == true)
        #expect(lines.allSatisfy { $0.hasSuffix("[lower-sequence]") })
    }

    @Test func oneBrokenListDisturbsNoOther() throws {
        let post = try Post()
        post.folder.write([0x84, 0x4D, 0], as: "new/caf.cose")
        let outcome = try post.install(post.folder.file("new"))
        #expect(outcome.status == 78)
        #expect(outcome.lines.first?.hasPrefix("adoptée : liste de confiance 8") == true)
        #expect(outcome.errors.contains("[truncated]"))
        #expect(outcome.errors.contains("la liste d’annulation « caf » manque"))
    }

    @Test func aMachineInNineteenSeventyKeepsItsLists() throws {
        let post = try Post()
        _ = try post.install(post.folder.file("old"))
        let outcome = try post.install(post.folder.file("new"), at: "1970-01-01")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("[issued-in-the-future]"))
        let health = try post.lists("status", "--at", "1970-01-01", "--json")
        #expect(health.status == 3)
        #expect(health.objects.first?["state"] as? String == "clock-suspect")
    }

    @Test func statusTellsAgesAndWhatToDo() throws {
        let post = try Post()
        #expect(try post.lists("status").status == 78)
        _ = try post.install(post.folder.file("old"))
        let state = { (at: String) in
            let outcome = try post.lists("status", "--json", "--at", at)
            return "\(outcome.status) \(outcome.objects.first?["state"] as? String ?? "")"
        }
        #expect(try state(ListsCommandTests.day) == "0 ok")
        #expect(try state("2026-11-13") == "3 aging")
        #expect(try state("2026-12-18") == "3 stale")
        let words = try post.lists("status", "--at", "2026-11-13")
        #expect(words.text.contains("Liste d’annulation « caf »"))
        #expect(words.text.contains("À faire : récupérez les listes d’annulation récentes (caf)"))
        let english = try post.lists("status", "--at", "2026-11-13", "--lang", "en")
        #expect(english.text.contains("To do: fetch recent revocation lists (caf)"))
    }

    @Test func aClockThatRanAheadIsMendedByHand() throws {
        let post = try Post()
        let now = Date()
        let text = { (seconds: Double) in
            ISO8601DateFormatter().string(from: now.addingTimeInterval(seconds))
        }
        try KilledInstallTests.writeTrust(at: now, to: "now.cose", in: post.folder)
        let installed = try post.lists("install", post.folder.file("now.cose"))
        #expect(installed.status == 0, "\(installed.errors)")
        #expect(try post.lists("clock").status == 0)
        post.folder.write(
            Array(
                #"{"format": "justificatif-clock/1", "observed": "\#(text(8_640_000))"}"#.utf8),
            as: "lists/clock.json")
        let ahead = try post.lists("clock")
        #expect(ahead.status == 3)
        #expect(ahead.errors.contains("l’horloge de ce poste retarde"))
        #expect(try post.lists("clock", "--accept-now").status == 0)
        #expect(try post.lists("clock").status == 0)
        let log = String(decoding: post.folder.contents(of: "lists/clock.log") ?? [], as: UTF8.self)
        #expect(log.contains("accepted; observed time was \(text(8_640_000))"))
    }
}
