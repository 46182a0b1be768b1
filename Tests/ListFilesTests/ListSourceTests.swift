import Lists
import TestSupport
import Testing

@testable import ListFiles

/// A folder, an archive or a file, and never a path taken from inside one.
@Suite struct ListSourceTests {
    /// One member of a ustar archive, put together by hand.
    static func member(
        _ name: String, _ bytes: [UInt8], type: Character = "0", sum: Int? = nil
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        let put = { (text: String, place: Int, header: inout [UInt8]) in
            for (index, byte) in text.utf8.enumerated() { header[place + index] = byte }
        }
        put(name, 0, &header)
        put("0000644", 100, &header)
        let octal = String(bytes.count, radix: 8)
        put(String(repeating: "0", count: 11 - octal.count) + octal, 124, &header)
        put("        ", 148, &header)
        put(String(type), 156, &header)
        put("ustar", 257, &header)
        put("00", 263, &header)
        let total = String(sum ?? header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - total.count) + total + "\0 ", 148, &header)
        let padding = (512 - bytes.count % 512) % 512
        return header + bytes + [UInt8](repeating: 0, count: padding)
    }

    static let end = [UInt8](repeating: 0, count: 1_024)

    static func fault(_ bytes: [UInt8], limit: Int = 10) -> TarStream.Fault? {
        do throws(TarStream.Fault) {
            _ = try TarStream.members(of: bytes, limit: limit)
            return nil
        } catch { return error }
    }

    @Test func readsPlainFilesAndPassesOverTheRest() throws {
        let bytes =
            ListSourceTests.member("./", [], type: "5")
            + ListSourceTests.member("listes/trust.cose", [1, 2, 3])
            + ListSourceTests.member("../../etc/passwd", Array("x".utf8), type: "2")
            + ListSourceTests.member("pax", Array("11 a=b\n".utf8), type: "x")
            + ListSourceTests.member("/abs/caf.cose", [UInt8](repeating: 9, count: 512))
            + ListSourceTests.end
        let members = try TarStream.members(of: bytes, limit: 10)
        #expect(members.map(\.name) == ["listes/trust.cose", "/abs/caf.cose"])
        #expect(members.map(\.bytes.count) == [3, 512])
    }

    @Test func refusesAnArchiveThatIsCutShortOrDamaged() {
        let whole = ListSourceTests.member("a.cose", [1, 2, 3]) + ListSourceTests.end
        #expect(ListSourceTests.fault(whole) == nil)
        for end in [511, 512, 514, 1_023, 1_024] {
            #expect(ListSourceTests.fault(Array(whole[..<end])) == .truncated)
        }
        #expect(
            ListSourceTests.fault(ListSourceTests.member("a.cose", [1], sum: 77)) == .badHeader)
        var changed = whole
        changed[0] ^= 1
        #expect(ListSourceTests.fault(changed) == .badHeader)
    }

    @Test func boundsTheNumberOfFiles() {
        let two = ListSourceTests.member("a", []) + ListSourceTests.member("b", [])
        #expect(ListSourceTests.fault(two + ListSourceTests.end, limit: 2) == nil)
        #expect(
            ListSourceTests.fault(two + ListSourceTests.end, limit: 1) == .tooMany(limit: 1))
    }

    @Test func randomArchivesAreReadOrRefusedAndNeverTrap() {
        var generator = RunSeed.generator(72)
        let whole =
            ListSourceTests.member("a.cose", [1, 2, 3]) + ListSourceTests.member("b", [4])
            + ListSourceTests.end
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<600, using: &generator)
                bytes[place] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = ListSourceTests.fault(bytes)
        }
    }

    @Test func takesFilesOfAFolderThatEndInCose() throws {
        let folder = TemporaryFolder()
        folder.write([1], as: "trust.cose")
        folder.write([2], as: "caf.cose")
        folder.write([3], as: "roots.pub")
        let offers = try ListSource.offers(from: folder.path)
        #expect(offers.map(\.name) == ["caf.cose", "trust.cose"])
    }

    @Test func aFolderWithoutListsIsAFault() {
        let folder = TemporaryFolder()
        folder.write([3], as: "roots.pub")
        #expect(throws: ListsFault.self) { try ListSource.offers(from: folder.path) }
    }

    @Test func aFileThatIsAnArchiveIsOpened() throws {
        let folder = TemporaryFolder()
        let path = folder.write(
            ListSourceTests.member("x/trust.cose", [7]) + ListSourceTests.end, as: "lists.tar")
        #expect(
            try ListSource.offers(from: path) == [ListOffer(name: "trust.cose", bytes: [7])])
    }
}
