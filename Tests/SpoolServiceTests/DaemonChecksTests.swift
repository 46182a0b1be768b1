import Explaining
import Glibc
import ListFiles
import Lists
import Proofs
import Siblings
import TestSupport
import Testing

@testable import Checking
@testable import SpoolService

/// What `check` looks at, and what it advises.
@Suite struct DaemonChecksTests {
    @Test func aSoundInstallationNeedsNothing() throws {
        let folder = try ServiceFolder()
        let settings = try folder.settings(
            #""journal": "\#(folder.path("journal"))", "metrics": "\#(folder.path("m.prom"))""#)
        let results = SpoolChecks.results(settings) + ListChecks.results(settings, at: Sample.now)
        #expect(results.filter { !$0.isGood } == [])
        #expect(results.contains { $0.what.french.hasPrefix("racines de confiance version 1") })
        #expect(results.contains { $0.what.french.hasPrefix("liste de confiance no 7, ") })
        #expect(results.contains { $0.what.french.hasPrefix("journal : ") })
    }

    @Test func namesAFolderThatIsOpenToEverybodyOrMissing() throws {
        let folder = try ServiceFolder()
        unsafe _ = chmod(folder.path("spool/in"), 0o2777)
        unsafe _ = chmod(folder.path("spool/verdicts"), 0o770)
        unsafe _ = rmdir(folder.path("spool/quarantine"))
        let settings = try folder.settings(#""free_mib": 1048576, "journal": "/nonexistent/j""#)
        let results = SpoolChecks.results(settings)
        let sentences = results.filter { !$0.isGood }.map(\.what.french)
        for sentence in [
            "\(folder.path("spool/in")) : droits 2777, trop larges",
            "\(folder.path("spool/verdicts")) : les fichiers n’y prennent pas le groupe du dossier",
            "\(folder.path("spool/quarantine")) : dossier absent",
            "journal : ce compte ne peut pas écrire dans /nonexistent",
        ] {
            #expect(sentences.contains(sentence), "\(sentence)")
        }
        #expect(sentences.contains { $0.hasSuffix(" Mio, il en faut 1048576") })
        let fixes = results.compactMap(\.fix?.french)
        #expect(fixes.contains("chmod 2770 \(folder.path("spool/in"))"))
        #expect(fixes.contains("chmod 2770 \(folder.path("spool/verdicts"))"))
        #expect(fixes.contains { $0.contains("lancez le service une fois, il crée ses dossiers") })
        #expect(fixes.contains { $0.hasPrefix("libérez de la place") })
        #expect(fixes.contains("install -d -o justificatif /nonexistent"))
        let place = folder.path("spool")
        #expect(
            PlaceChecks.opening(place)
                == "chgrp justificatif \(place) && chmod g+rwx \(place)")
    }

    @Test func namesAGroupThatIsNotThere() throws {
        let folder = try ServiceFolder()
        let results = SpoolChecks.results(try folder.settings(#""drop_group": "no-such-group""#))
            .filter { !$0.isGood }
        #expect(results.map(\.what.french) == ["groupe no-such-group : inconnu sur ce poste"])
        #expect(results.map(\.fix?.french) == ["groupadd --system no-such-group"])
    }

    @Test func namesAFolderOfAnotherGroup() throws {
        let folder = try ServiceFolder()
        let results = SpoolChecks.results(try folder.settings(#""read_group": "daemon""#))
            .filter { !$0.isGood }
        let place = folder.path("spool/verdicts")
        #expect(results.map(\.what.french) == ["\(place) : n’est pas au groupe daemon"])
        #expect(results.map(\.fix?.french) == ["chgrp daemon \(place)"])
    }

    /// A scan cannot be renamed from one disk to another.
    @Test func namesAFolderOnAnotherDisk() throws {
        let folder = try ServiceFolder()
        unsafe _ = rmdir(folder.path("spool/done"))
        unsafe _ = symlink("/proc", folder.path("spool/done"))
        let results = SpoolChecks.results(try folder.settings())
        let result = try #require(
            results.first {
                $0.what.french.hasSuffix(" : sur un autre disque que les autres dossiers")
            })
        #expect(result.what.french.hasPrefix("\(folder.path("spool/done")) : "))
        #expect(
            result.fix?.french
                .hasPrefix("mettez tout \(folder.path("spool")) sur un seul système de fichiers")
                == true)
    }

    @Test func aJournalThatIsAFolderIsNoFile() throws {
        let folder = try ServiceFolder()
        let results = SpoolChecks.results(
            try folder.settings(#""journal": "\#(folder.path("spool"))""#))
        #expect(
            results.filter { !$0.isGood }.map { $0.line(.french) } == [
                "journal \(folder.path("spool")) : n’est pas un fichier ; choisissez un autre nom "
                    + "dans /etc/justificatif/justificatifd.json, puis : systemctl restart "
                    + "justificatifd"
            ])
    }

    @Test func looksAtSpoolListsAndReader() throws {
        let folder = try ServiceFolder()
        let results = DaemonChecks.results(try folder.settings(), at: Sample.now)
        for words in ["droits 2770", "racines de confiance", "lecteur d’images"] {
            #expect(results.contains { $0.what.french.contains(words) }, "\(words)")
        }
    }

    /// Each revocation list that the trust list names has a line of its own.
    @Test func namesTheRevocationListThatIsMissingOrOfNoUse() throws {
        let folder = try ServiceFolder()
        var trust = TrustBuilder()
        trust.sources = [RevocationBuilder.source()]
        let lists = ListsFolder(folder.path("caf-lists"))
        try lists.pin(trust.roots, Practice.crypto)
        let install = { (name: String, bytes: [UInt8]) in
            _ = try lists.install(
                [ListOffer(name: name, bytes: bytes)], roots: trust.roots,
                at: DaemonChecksTests.morning, Practice.crypto)
        }
        let settings = try DaemonSettings(
            folder.write(#"{"lists": "\#(lists.path)"}"#, as: "other.json"))
        let results = {
            ListChecks.results(settings, at: DaemonChecksTests.morning).map(\.what.french)
        }
        try install("trust.cose", trust.bytes())
        #expect(results().contains("liste d’annulation « caf » : absente"))
        try install("caf.cose", RevocationBuilder().bytes())
        #expect(
            results().contains(
                "liste d’annulation « caf » no 40, 0 jour : à jour jusqu’au 13 novembre 2026"))
        let file = try #require(folder.names("caf-lists").first { $0.hasPrefix("revocations-") })
        folder.write("junk", as: "caf-lists/\(file)")
        #expect(results().contains { $0.hasPrefix("liste d’annulation inutilisable (") })
        let advice = ListChecks.results(settings, at: DaemonChecksTests.morning)
            .first { !$0.isGood }?.fix
        #expect(advice?.french.contains("justificatif lists install SOURCE --lists") == true)
    }

    /// Runs the command that a line gives, as the person does who reads it.
    private static func follow(_ line: String) throws {
        let command = try #require(line.firstMatch(of: /find .*\{\} \+/)?.0)
        #expect(unsafe system(String(command)) == 0, "\(command)")
    }

    private static func mode(of path: String) -> UInt32? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    private static let morning = Sample.day(2026, 11, 3).start.adding(hours: 9)

    @Test func namesWhatStaysInTheDropFolder() throws {
        let folder = try ServiceFolder()
        unsafe _ = mkdir(folder.path("spool/in/sub"), 0o700)
        let settings = try folder.settings(#""folder_levels": 0"#)
        let results = SpoolChecks.results(settings).filter { !$0.isGood }
        let line = try #require(results.first?.line(.french))
        #expect(line.contains(" : 1 dossier(s) non ouverts, leur contenu n’est pas contrôlé ; "))
        #expect(line.contains("chmod g+rwx"))
        try DaemonChecksTests.follow(line)
        #expect(DaemonChecksTests.mode(of: folder.path("spool/in/sub")) == 0o2770)
    }

    /// Root may read every file, so that no spool of a test has one that it may not.
    @Test func saysHowToOpenFilesThatTheServiceMayNotRead() throws {
        let folder = try ServiceFolder()
        let settings = try folder.settings()
        let results = LeftBehind.results(unreadable: 3, closedFolders: 0, settings)
        let line = try #require(results.first?.line(.french))
        #expect(results.count == 1 && results[0].isGood == false)
        #expect(line.contains(" : 3 fichier(s) que le service n’a pas le droit de lire, "))
        #expect(line.contains("-exec chmod g+r {} + ; pour la suite, Samba : create mask = 0660"))
        folder.write("scan", as: "spool/in/moved.png")
        unsafe _ = chmod(folder.path("spool/in/moved.png"), 0o600)
        try DaemonChecksTests.follow(line)
        #expect(DaemonChecksTests.mode(of: folder.path("spool/in/moved.png")) == 0o640)
        #expect(LeftBehind.results(unreadable: 0, closedFolders: 0, settings).isEmpty)
    }

    @Test func saysWhenListsAgeAndWhenTheClockIsWrong() throws {
        let folder = try ServiceFolder()
        let settings = try folder.settings()
        for (now, words) in [
            (Sample.day(2027, 8, 1).start, "vieillit, refusée le"),
            (Sample.day(2028, 2, 1).start, "trop ancienne depuis le"),
            (Sample.day(2026, 1, 1).start, "avant une date déjà vue"),
        ] {
            let results = ListChecks.results(settings, at: now).filter { !$0.isGood }
            #expect(results.contains { $0.what.french.contains(words) }, "\(words)")
        }
    }

    @Test func saysWhatIsMissingOfTheLists() throws {
        let folder = try ServiceFolder()
        let advice = { (lists: String) throws -> [CheckResult] in
            let settings = try DaemonSettings(
                folder.write(#"{"lists": "\#(lists)"}"#, as: "other.json"))
            return ListChecks.results(settings, at: Sample.now).filter { !$0.isGood }
        }
        let missing = try advice("/nonexistent")
        #expect(missing.map(\.what.french) == ["dossier des listes /nonexistent : absent"])
        let rootless = try #require(advice(folder.path("spool")).first)
        #expect(rootless.what.french.hasPrefix("racines de confiance : inutilisables ("))
        #expect(rootless.fix?.french.contains("lists init") == true)
        folder.write("{", as: "lists/\(ListsFolder.stateName)")
        let damaged = try #require(advice(folder.path("lists")).first)
        #expect(damaged.what.french.hasPrefix("listes : inutilisables ("))
        #expect(damaged.fix?.french.contains("justificatif lists install SOURCE") == true)
    }

    @Test func startsTheReader() throws {
        let path = try #require(BuiltProgram.path(of: "justificatif-reader"))
        let results = ReaderChecks.results(expectsPDF: false) { PictureReader(path: path) }
        #expect(results.filter { !$0.isGood } == [])
        #expect(results.first?.what.french == "lecteur d’images : démarre et se confine (seccomp)")
    }

    @Test(arguments: [
        ("/bin/true", "répond autre chose"), ("/bin/false", "s’arrête avec le code 1"),
        ("/nonexistent", "absent (/nonexistent)"),
    ])
    func saysWhatIsWrongWithAReader(path: String, words: String) {
        let results = ReaderChecks.results(expectsPDF: false) { PictureReader(path: path) }
        #expect(results[0].what.french.contains(words))
        #expect(results[0].fix != nil)
    }

    /// What helps is another thing for each: memory, packages, the kernel, patience.
    @Test(
        arguments: [
            (.couldNotStart(errno: 11), "ne démarre pas (erreur système 11)", "LimitNOFILE"),
            (.timedOut, "ne répond pas dans le temps permis", "moins chargée"),
            (.ended(.notConfined), "ne peut pas se confiner", "noyau avec seccomp"),
            (.ended(.libraryMissing), "une bibliothèque manque", "ldd"),
            (.ended(.signal(number: 9)), "arrêté par le signal 9", "réinstallez"),
            (.ended(.exit(code: 3)), "s’arrête avec le code 3", "réinstallez"),
            (.badAnswer, "autre chose que ce qui est convenu", "réinstallez"),
        ] as [(SiblingFault, String, String)])
    func saysWhatHelpsAReaderThatFails(fault: SiblingFault, why: String, fix: String) throws {
        let results = ReaderChecks.results(expectsPDF: false) { () throws(SiblingFault) in
            throw fault
        }
        let result = try #require(results.first)
        #expect(results.count == 1)
        #expect(result.what.french.contains(why) && result.fix?.french.contains(fix) == true)
        #expect(result.line(.french) != result.line(.english))
    }

    @Test func saysThatThereIsNoReader() {
        let results = ReaderChecks.results(expectsPDF: false) { () throws(SiblingFault) in
            throw .notFound(path: "/x/justificatif-reader")
        }
        #expect(
            results.map(\.what.french) == ["lecteur d’images : absent (/x/justificatif-reader)"])
    }
}
