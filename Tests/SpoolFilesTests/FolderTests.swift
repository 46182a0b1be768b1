import Files
import Glibc
import SpoolFiles
import Spooling
import TestSupport
import Testing

/// Each step of the spool on a real file system (Spec/spool.md 1 to 3).
struct FolderTests {
    /// A spool with its folders, opened.
    private struct Place: ~Copyable {
        let temporary = TemporaryFolder()
        let spool: String
        let folders: SpoolFolders

        init() throws {
            spool = temporary.file("spool")
            try SpoolMaking.make(spool, SpoolMaking.plans(dropGroup: nil, readGroup: nil))
            folders = try SpoolFolders(spool)
        }

        func write(_ text: String, as name: String) {
            temporary.write(Array(text.utf8), as: "spool/\(name)")
        }
    }

    private func scan(_ number: Int = 0, attempt: Int = 1) throws -> ClaimedName {
        let identifier = try #require(
            ArrivalIdentifier(milliseconds: 1_790_000_000_000, number: number))
        return ClaimedName(
            identifier: identifier, attempt: attempt, name: ScanName(encoding: Array("x".utf8)))
    }

    @Test func makesFoldersWithTheRightsOfTheSpec() throws {
        let place = try Place()
        for plan in SpoolMaking.plans(dropGroup: nil, readGroup: nil) {
            #expect(FolderRights("\(place.spool)/\(plan.name)")?.mode == plan.mode)
        }
    }

    @Test func leavesRightsThatAnOperatorChose() throws {
        let place = try Place()
        unsafe _ = chmod("\(place.spool)/in", 0o777)
        try SpoolMaking.make(place.spool, SpoolMaking.plans(dropGroup: nil, readGroup: nil))
        #expect(FolderRights("\(place.spool)/in")?.mode == 0o777)
    }

    @Test func neverReplacesAFileByARename() throws {
        let place = try Place()
        place.write("1", as: "in/x")
        place.write("2", as: "work/\(try scan())")
        let answer = try place.folders.perform(.claim(Array("x".utf8), as: scan()))
        #expect(answer == .notClaimed(Array("x".utf8), .refused(error: "EEXIST")))
        #expect(place.temporary.contents(of: "spool/in/x") == Array("1".utf8))
    }

    @Test func claimsAGoneFileAsGone() throws {
        let place = try Place()
        let answer = try place.folders.perform(.claim(Array("x".utf8), as: scan()))
        #expect(answer == .notClaimed(Array("x".utf8), .gone))
    }

    @Test(arguments: ["link", "pipe", "folder", "two-names"])
    func opensNothingButAFileOfOneName(_ kind: String) throws {
        let place = try Place()
        let path = "\(place.spool)/work/\(try scan())"
        place.write("secret", as: "done/other")
        switch kind {
        case "link": unsafe _ = symlink("../done/other", path)
        case "pipe": unsafe _ = mkfifo(path, 0o600)
        case "folder": unsafe _ = mkdir(path, 0o700)
        default: unsafe _ = link("\(place.spool)/done/other", path)
        }
        let claimed = try scan()
        let expected: [String: NoFile] = [
            "link": .link, "pipe": .device, "folder": .folder, "two-names": .severalNames,
        ]
        let refusal = ScanRefusal.notAFile(try #require(expected[kind]))
        #expect(throws: refusal) {
            let file = try place.folders.open(claimed)
            withExtendedLifetime(file.number) {}
        }
    }

    @Test func knowsThatAFolderWasReplaced() throws {
        let place = try Place()
        #expect(place.folders.isInPlace)
        unsafe _ = rename("\(place.spool)/in", "\(place.spool)/elsewhere")
        unsafe _ = mkdir("\(place.spool)/in", 0o770)
        #expect(!place.folders.isInPlace)
        #expect(throws: SpoolFault(step: "list-arrivals", error: "ESTALE")) {
            try place.folders.perform(.listArrivals)
        }
    }

    @Test func doesNotBringBackAVerdictThatWasCollectedMeanwhile() throws {
        let place = try Place()
        let verdict = try scan().verdict
        place.write("{\"verdict\":\"valid\",\"issuer\":\"x\"}\n", as: "verdicts/\(verdict)")
        _ = try place.folders.perform(.rewrite(verdict))
        unsafe _ = unlink("\(place.spool)/verdicts/\(verdict)")
        _ = try place.folders.perform(.exchange(verdict))
        #expect(try SpoolSurvey(place.folders).verdicts.files == 0)
        #expect(place.temporary.contents(of: "spool/verdicts/\(verdict)") == nil)
    }

    @Test func erasesAFolderFromQuarantineWithAllThatIsInIt() throws {
        let place = try Place()
        let claimed = try scan()
        unsafe _ = mkdir("\(place.spool)/quarantine/\(claimed)", 0o700)
        unsafe _ = mkdir("\(place.spool)/quarantine/\(claimed)/in", 0o700)
        place.write("x", as: "quarantine/\(claimed)/in/file")
        _ = try place.folders.perform(.erase(.quarantine, [claimed]))
        #expect(try SpoolSurvey(place.folders).quarantine.files == 0)
    }

    /// It came there as a file of the same name, or before its kind could be seen.
    @Test func erasesAFolderFromWhatIsDone() throws {
        let place = try Place()
        let claimed = try scan()
        unsafe _ = mkdir("\(place.spool)/done/\(claimed)", 0o700)
        let answer = try place.folders.perform(.erase(.done, [claimed]))
        #expect(answer == .erased(.done, 1, error: nil))
    }

    @Test func goesOnErasingWhenSomethingCannotBeErased() throws {
        let place = try Place()
        let (deep, other) = (try scan(1), try scan(2))
        var path = "\(place.spool)/quarantine/\(deep)"
        for _ in 0..<20 {
            unsafe _ = mkdir(path, 0o700)
            path += "/x"
        }
        place.write("x", as: "quarantine/\(other)")
        let answer = try place.folders.perform(.erase(.quarantine, [deep, other]))
        #expect(answer == .erased(.quarantine, 1, error: "EISDIR"))
    }

    @Test func publishesInThePlaceOfWhatSomebodyElsePutThere() throws {
        let place = try Place()
        let claimed = try scan()
        place.write("verdict", as: "verdicts/.tmp-\(claimed.identifier)")
        unsafe _ = mkdir("\(place.spool)/verdicts/\(claimed.verdict)", 0o700)
        _ = try place.folders.perform(.publish(claimed))
        #expect(
            place.temporary.contents(of: "spool/verdicts/\(claimed.verdict)")
                == Array("verdict".utf8))
    }

    /// The clock was ahead when it was numbered: its file says how old it is.
    @Test func findsWhatWasNumberedInTheFutureByTheTimeOfItsFile() throws {
        let place = try Place()
        let claimed = try scan()
        place.write("x", as: "done/\(claimed)")
        place.write("{\"verdict\":\"valid\"}\n", as: "verdicts/\(claimed.verdict)")
        let now = claimed.identifier.milliseconds - 1
        let later = SweepRange(before: .max, now: now)
        let sooner = SweepRange(before: 1, now: now)
        #expect(
            try place.folders.perform(.listExpired(.done, later, limit: 9))
                == .expiredScans(.done, [claimed], more: false))
        #expect(
            try place.folders.perform(.listExpired(.done, sooner, limit: 9))
                == .expiredScans(.done, [], more: false))
        let verdicts = try place.folders.perform(.listExpired(.verdicts, sooner, limit: 9))
        #expect(
            verdicts
                == .expiredVerdicts(
                    [], until: ArrivalIdentifier(milliseconds: 1, number: 0), more: false))
    }

    @Test func goesOnAfterVerdictsOfOneMillisecond() throws {
        let place = try Place()
        let verdicts = try (0..<4).map { try scan($0).verdict }
        for verdict in verdicts { place.write("x", as: "verdicts/\(verdict)") }
        let before = verdicts[0].identifier.milliseconds + 1
        var range = SweepRange(before: before, now: before)
        var seen: [VerdictName] = []
        while case .expiredVerdicts(let some, let until, let more) = try place.folders.perform(
            .listExpired(.verdicts, range, limit: 2))
        {
            seen += some
            range = SweepRange(from: until, before: before, now: before)
            if !more { break }
        }
        #expect(seen == verdicts)
    }

    /// The kernel says so for files of this account.
    @Test func knowsWhetherSomebodyStillWrites() throws {
        let place = try Place()
        let path = "\(place.spool)/in/x"
        let writer = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
        let look = FolderAction.look([Array("x".utf8)])
        let isOpen = { () -> Bool? in
            guard case .looked(let entries, _)? = try place.folders.perform(look) else {
                return nil
            }
            return entries.first?.isOpen
        }
        #expect(try isOpen() == true)
        close(writer)
        #expect(try isOpen() == false)
    }

    @Test func aWriterThatComesDuringTheLookIsNotDisturbed() throws {
        let place = try Place()
        place.write("x", as: "in/x")
        for _ in 0..<200 { _ = try place.folders.perform(.look([Array("x".utf8)])) }
        let writer = unsafe open("\(place.spool)/in/x", O_WRONLY | O_NONBLOCK)
        #expect(writer >= 0)
        close(writer)
    }

    @Test(arguments: 0...2)
    func looksIntoFoldersAsDeepAsItIsTold(_ levels: Int) throws {
        let place = try Place()
        for folder in ["a", "a/b", "a/b/c", ".hidden"] {
            unsafe _ = mkdir("\(place.spool)/in/\(folder)", 0o770)
            place.write("x", as: "in/\(folder)/x")
        }
        place.write("x", as: "in/x")
        let folders = try SpoolFolders(place.spool, levels: levels)
        let names = try folders.listArrivals().map { String(decoding: $0.name, as: UTF8.self) }
        #expect(names.sorted() == Array(["a/b/x", "a/x", "x"].suffix(levels + 1)))
        #expect(try SpoolSurvey(folders).closedFolders == 1)
    }

    @Test func takesAFileOutOfAFolderAndNeverThroughALink() throws {
        let place = try Place()
        unsafe _ = mkdir("\(place.spool)/in/a", 0o770)
        place.write("x", as: "in/a/x")
        let (first, second) = (try scan(1), try scan(2))
        let name = Array("a/x".utf8)
        #expect(
            try place.folders.perform(.claim(name, as: first)) == .claimed(first, name))
        #expect(place.temporary.contents(of: "spool/work/\(first)") == Array("x".utf8))
        place.write("secret", as: "done/x")
        unsafe _ = symlink("../done", "\(place.spool)/in/b")
        let other = Array("b/x".utf8)
        let answer = try place.folders.perform(.claim(other, as: second))
        #expect(answer != .claimed(second, other))
        #expect(place.temporary.contents(of: "spool/done/x") != nil)
    }

    @Test func leavesAFolderWhereItIs() throws {
        let place = try Place()
        unsafe _ = mkdir("\(place.spool)/in/a", 0o770)
        let name = Array("a".utf8)
        #expect(try place.folders.perform(.claim(name, as: scan())) == .notClaimed(name, .gone))
        #expect(FolderRights("\(place.spool)/in/a") != nil)
    }

    @Test func keepsTheWholeOfALongNameUntilItsCommit() throws {
        let place = try Place()
        let name = Array(String(repeating: "é", count: 120).utf8)
        let identifier = try scan().identifier
        let claimed = ClaimedName(
            identifier: identifier, attempt: 1, name: ScanName(encoding: name))
        place.write("x", as: "in/\(String(decoding: name, as: UTF8.self))")
        #expect(try place.folders.perform(.claim(name, as: claimed)) == .claimed(claimed, name))
        let again = try SpoolFolders(place.spool)
        #expect(try again.list(held: [], recorded: []).work == [claimed])
        #expect(again.droppedName(of: claimed) == name)
        _ = try place.folders.perform(.commit(claimed, to: .done))
        #expect(place.temporary.contents(of: "spool/work/.name-\(identifier)") == nil)
        #expect(again.droppedName(of: claimed) == claimed.name.decoded)
    }

    @Test func aStartRemovesNamesOfScansThatAreNotThere() throws {
        let place = try Place()
        let identifier = try scan().identifier
        place.write("x", as: "work/.name-\(identifier)")
        _ = try place.folders.list(held: [], recorded: [])
        #expect(place.temporary.contents(of: "spool/work/.name-\(identifier)") == nil)
    }

    @Test func onlyOneHoldsTheLock() throws {
        let place = try Place()
        #expect(!SpoolLock.isHeld(place.spool))
        let first = try SpoolLock(place.spool)
        #expect(SpoolLock.isHeld(place.spool))
        let isRefused = try SpoolLock(place.spool) == nil
        #expect(isRefused)
        let isHeld = first != nil
        #expect(isHeld)
    }

    @Test func theLockSaysTheFormatAndASpoolOfAnotherOneIsLeftAlone() throws {
        let place = try Place()
        for _ in 1...2 {
            let isTaken = try SpoolLock(place.spool) != nil
            #expect(isTaken)
            #expect(
                place.temporary.contents(of: "spool/lock")
                    == Array("justificatif-spool/1\n".utf8))
        }
        let long = String(repeating: "x", count: 99)
        for text in ["justificatif-spool/2\n", "justificatif-spool/1", long] {
            place.write(text, as: "lock")
            #expect(throws: SpoolFormatFault(spool: place.spool)) {
                _ = try SpoolLock(place.spool) == nil
            }
            #expect(place.temporary.contents(of: "spool/lock") == Array(text.utf8))
        }
    }

    @Test func hearsOfFilesThatAreRenamedInAndClosed() throws {
        let place = try Place()
        let found = ArrivalWatch(place.folders.arrivals)
        let watch = try #require(found)
        place.write("x", as: "done/x")
        unsafe _ = rename("\(place.spool)/done/x", "\(place.spool)/in/x")
        place.write("y", as: "in/y")
        let news = watch.news()
        #expect(news.contains(.event(.renamedIn(Array("x".utf8)))))
        #expect(news.contains(.event(.written(Array("y".utf8)))))
        let writer = unsafe open("\(place.spool)/in/z", O_WRONLY | O_CREAT, 0o600)
        #expect(watch.news() == [.event(.beingWritten(Array("z".utf8)))])
        close(writer)
        #expect(watch.news() == [.event(.written(Array("z".utf8)))])
        unsafe _ = rename("\(place.spool)/in", "\(place.spool)/elsewhere")
        #expect(watch.news().contains(.lost))
    }

    @Test func hearsOfFilesInFolders() throws {
        let place = try Place()
        let found = ArrivalWatch(place.folders.arrivals)
        let watch = try #require(found)
        unsafe _ = mkdir("\(place.spool)/in/a", 0o770)
        #expect(watch.news().contains(.event(.folderArrived)))
        _ = try place.folders.listArrivals { watch.add($0, $1) }
        place.write("y", as: "in/a/y")
        #expect(watch.news().contains(.event(.written(Array("a/y".utf8)))))
        unsafe _ = rename("\(place.spool)/in/a", "\(place.spool)/elsewhere")
        #expect(!watch.news().contains(.lost))
        place.write("z", as: "elsewhere/z")
        #expect(!watch.news().contains(.event(.written(Array("a/z".utf8)))))
    }

    @Test func remembersWhatWorkersHeld() throws {
        let place = try Place()
        let (first, second) = (try scan(1).identifier, try scan(2).identifier)
        var left: Set<ArrivalIdentifier> = []
        let held = try HeldScans(place.folders, left: &left)
        #expect(left == [])
        #expect(held.note(first, worker: 0) == nil)
        #expect(held.note(second, worker: 1) == nil)
        #expect(held.note(nil, worker: 0) == nil)
        _ = try HeldScans(place.folders, left: &left)
        #expect(left == [second])
    }
}
