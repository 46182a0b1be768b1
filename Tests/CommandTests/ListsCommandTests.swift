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

    /// `sha256sum` writes the witness, and `lists status` prints what it can be compared with.
    @Test(.enabled(if: Command.isInstalled("sha256sum")))
    func adoptsWhatTheWitnessNamesAndNothingElse() throws {
        let post = try Post()
        let witness = post.folder.file("witness")
        _ = try Command.shell("cd \(post.folder.path)/old && sha256sum caf.cose >'\(witness)'")
        let refused = try post.lists(
            "install", post.folder.file("old"), "--at", Self.day, "--witness", witness)
        #expect(refused.status == 78)
        #expect(refused.errors.contains("trust.cose : refusée : le témoin"))
        #expect(refused.errors.contains("[not-witnessed]"))
        let sums = try Command.shell("cd \(post.folder.path)/old && sha256sum trust.cose caf.cose")
        post.folder.write(sums.output, as: "witness")
        let taken = try post.lists(
            "install", post.folder.file("old"), "--at", Self.day, "--witness", witness)
        #expect(taken.status == 0, "\(taken.errors)")
        let status = try post.lists("status", "--at", Self.day)
        #expect(sums.lines.allSatisfy(status.lines.contains), "\(status.lines)")
        let wrong = try post.lists(
            "install", post.folder.file("old"), "--witness", post.folder.file("roots.pub"))
        #expect(wrong.status == 78)
        #expect(wrong.errors.contains("[witness-line]"))
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
