import Counter
import Explaining
import Files
import QRImage
import Siblings
import TestSupport
import Testing
import Verification

/// Pictures and documents, read by the built reader in its confinement.
@Suite final class PictureReadingTests {
    private let folder = TemporaryFolder()
    private let reading: InputReading

    init() throws {
        let path = try #require(BuiltProgram.path(of: "justificatif-reader"))
        reading = InputReading(reader: PictureReader(path: path))
    }

    private func png(_ text: String) throws -> [UInt8] { try QRCode(alphanumeric: text).png() }

    @Test func aPictureIsOnePageWithTheTextOfItsCode() throws {
        let text = Scenario().text
        let file = folder.write(try png(text), as: "scan.png")
        #expect(try reading.findings(in: .file(file)) == .pages([[text]]))
        #expect(try reading.findings(inBytes: png(text)) == .pages([[text]]))
        #expect(try reading.texts(in: .file(file)) == [text])
    }

    @Test(.enabled(if: Tool.isInstalled("convert"), "imagemagick is not installed"))
    func aDocumentHasTheTextsOfEachPage() throws {
        let texts = [Scenario().text, "HC1:6BF"]
        let sheets = try texts.enumerated().map {
            folder.write(try png($0.element), as: "\($0.offset).png")
        }
        let file = folder.file("stack.tiff")
        _ = Tool.run("convert \(sheets.joined(separator: " ")) \(file)")
        #expect(try reading.findings(in: .file(file)) == .pages(texts.map { [$0] }))
    }

    @Test(arguments: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("II*\u{0}".utf8)])
    func whatEndsTooSoonIsDamaged(bytes: [UInt8]) throws {
        let file = folder.write(bytes, as: "scan")
        #expect(try reading.findings(in: .file(file)) == .unreadable(.damaged))
        #expect(throws: InputFault.unreadable(file, .damaged)) {
            try reading.texts(in: .file(file))
        }
    }

    @Test func aReaderThatFailsIsNamedWithTheInput() throws {
        let file = folder.write(try png("ABC"), as: "scan.png")
        let fault = #expect(throws: InputFault.self) {
            try InputReading(reader: PictureReader(path: "/bin/false")).texts(in: .file(file))
        }
        #expect(fault == .reader(file, .ended(.exit(code: 1))))
        #expect(fault?.explanation.english.hasPrefix("\(file): ") == true)
    }

    @Test func aTextOnTheCommandLineIsItsOwnInput() throws {
        let text = Scenario().text
        #expect(try reading.texts(in: CounterInput(text)) == [text])
        let missing = folder.file("missing.png")
        let fault = #expect(throws: InputFault.self) { try reading.texts(in: .file(missing)) }
        #expect(fault?.explanation.english.contains(missing) == true)
    }
}
