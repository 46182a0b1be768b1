import Files
import TestSupport
import Testing

/// Files of a group are whole or not there.
@Suite final class FileGroupTests {
    private let folder = TemporaryFolder()

    @Test func filesGetTheirNamesTogether() throws {
        var group = FileGroup(in: folder.path, mode: 0o600, existing: .refuse)
        try group.add([("a", [1]), ("b", [2])])
        try group.add([("c", [3])])
        #expect(folder.names.allSatisfy { $0.hasSuffix(".tmp") })
        try group.publish()
        #expect(folder.names == ["a", "b", "c"])
        #expect(folder.contents(of: "b") == [2])
    }

    @Test func leavesNothingWithoutPublishing() throws {
        do {
            var group = FileGroup(in: folder.path, mode: 0o600, existing: .refuse)
            try group.add([("a", [1])])
        }
        #expect(folder.names.isEmpty)
    }

    @Test func removesWhatAKilledGroupLeft() throws {
        for name in ["a.png", "a.png.4711.tmp", "notes.tmp", "b.4711.tmp.png"] {
            folder.write([1], as: name)
        }
        try FileGroup.removeLeftOvers(in: folder.path)
        #expect(folder.names == ["a.png", "b.4711.tmp.png", "notes.tmp"])
    }

    @Test func aFileThatCannotBeWrittenTakesItsFellowsWithIt() throws {
        var group = FileGroup(in: folder.path, mode: 0o600, existing: .refuse)
        try group.add([("a", [1])])
        #expect(throws: FileFault.self) { try group.add([("b", [2]), ("none/c", [3])]) }
        try group.publish()
        #expect(folder.names == ["a"])
    }

    @Test(arguments: [FileWriting.Existing.refuse, .replace])
    func replacesOnlyIfItMay(existing: FileWriting.Existing) throws {
        folder.write([9], as: "a")
        var group = FileGroup(in: folder.path, mode: 0o600, existing: existing)
        try group.add([("a", [1])])
        switch existing {
        case .refuse:
            #expect(throws: FileFault.self) { try group.publish() }
            #expect(folder.contents(of: "a") == [9])
        case .replace:
            try group.publish()
            #expect(folder.contents(of: "a") == [1])
        }
    }
}
