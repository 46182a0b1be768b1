import QRImage
import TestSupport
import Testing

@testable import Siblings

/// Pictures made to crash, stall or fill up their reader, through the true reader.
///
/// The limits are the kernel's (Spec/reader.md 2): a reader that needs more memory or processor
/// time than they give does not answer, and an answer is what is asked for here.
@Suite struct HostilePictureTests {
    private let reader: PictureReader

    init() throws { reader = PictureReader(path: try #require(Programs.realReader())) }

    private func read(_ bytes: [UInt8]) throws -> PictureAnswer {
        let file = ScratchFile(bytes)
        // No limit of time: how long a second of the processor takes is the machine's affair.
        return try withOpenFile(file.path) {
            try reader.read(descriptor: $0, deadlineSeconds: 3_600)
        }
    }

    @Test(.enabled(if: Tool.isInstalled("python3")), arguments: PictureBomb.allCases)
    func aBombIsAnsweredWithoutAText(bomb: PictureBomb) throws {
        let bytes = bomb.bytes
        try #require(bytes.count > 100, "the bomb was not made")
        let answer = try read(bytes)
        let none: [PictureAnswer] = [
            .texts([]), .unreadable(.tooLarge), .unreadable(.damaged), .unreadable(.outOfMemory),
        ]
        #expect(none.contains(answer))
    }

    @Test(.enabled(if: Tool.isInstalled("python3")))
    func aSizeBeyondTheCapsIsToldByItsName() throws {
        #expect(try read(PictureBomb.wide.bytes) == .unreadable(.tooLarge))
    }

    /// 65,535 x 65,535 in files of some hundred bytes, as a PNG and as a JPEG.
    @Test func aClaimedSizeCostsNothing() throws {
        var png = try QRCode(alphanumeric: "JF1:A").png()
        png.replaceSubrange(16..<24, with: [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff])
        #expect(try read(png) == .unreadable(.tooLarge))
        #expect(try read(SmallPicture.jpegFrame(side: 65_500)) == .unreadable(.tooLarge))
        // Beyond what the decoder itself believes.
        #expect(try read(SmallPicture.jpegFrame(side: 65_535)) == .unreadable(.damaged))
    }

    /// Every length of three small pictures: never a crash, and never a text that is not there.
    @Test(arguments: SmallPicture.allCases)
    func everyTruncationIsAnswered(picture: SmallPicture) throws {
        let bytes = try picture.bytes()
        try #require((100..<2_000).contains(bytes.count))
        #expect(try read(bytes) == .texts([SmallPicture.text]))
        // A process for each: some thousand of them only in the long tier.
        for length in stride(from: 0, to: bytes.count, by: Tier.isLong ? 1 : 23) {
            let answer = try read(Array(bytes.prefix(length)))
            switch answer {
            case .texts(let texts):
                #expect(texts.isEmpty || texts == [SmallPicture.text], "\(length) bytes")
            case .unreadable(let reason):
                #expect([.notAPicture, .damaged].contains(reason), "\(length) bytes")
            }
        }
    }
}
