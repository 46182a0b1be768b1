import Testing

@testable import ScanReading

/// The filters work on sixteen pixels at once; here they are held against one at a time.
@Suite struct FilterTests {
    private func picture(width: Int, height: Int) throws -> GreyPicture {
        let picture = try GreyPicture(width: width, height: height)
        var state: UInt32 = 11
        unsafe picture.withPixels { pixels in
            for index in pixels.indices {
                state = state &* 1_664_525 &+ 1_013_904_223
                unsafe pixels[index] = UInt8(state >> 24)
            }
        }
        return picture
    }

    private func bytes(_ picture: borrowing GreyPicture) -> [UInt8] {
        unsafe picture.withPixels { unsafe Array($0) }
    }

    /// The nine around each inner pixel, in rows.
    private func expected(
        _ bytes: [UInt8], width: Int, _ filter: ([Int]) -> Int
    ) -> [UInt8] {
        var result = bytes
        for row in 1..<bytes.count / width - 1 {
            for column in 1..<width - 1 {
                let nine = (-1...1).flatMap { down in
                    (-1...1).map { Int(bytes[(row + down) * width + column + $0]) }
                }
                result[row * width + column] = UInt8(filter(nine))
            }
        }
        return result
    }

    private static func soft(_ nine: [Int]) -> Int {
        (zip(nine, [1, 2, 1, 2, 4, 2, 1, 2, 1]).map { $0 * $1 }.reduce(0, +) + 8) / 16
    }

    @Test(arguments: [18, 19, 33, 34, 35, 100])
    func filtersEveryInnerPixel(width: Int) throws {
        let picture = try picture(width: width, height: 12)
        let before = bytes(picture)
        #expect(
            bytes(try picture.filtered(\.median))
                == expected(before, width: width) { $0.sorted()[4] })
        #expect(
            bytes(try picture.filtered(\.softened))
                == expected(before, width: width, Self.soft))
        #expect(
            bytes(try picture.filtered(\.darkest))
                == expected(before, width: width) { $0.min() ?? 0 })
        #expect(
            bytes(try picture.filtered(\.sharpened))
                == expected(before, width: width) { nine in
                    min(255, max(0, 2 * nine[4] - Self.soft(nine)))
                })
    }

    @Test func unblurredIsFourTimesAsFarFromItsSurroundings() throws {
        let picture = try picture(width: 50, height: 40)
        var soft = bytes(picture)
        for _ in 0..<6 { soft = expected(soft, width: 50, Self.soft) }
        let wanted = zip(bytes(picture), soft).map { own, soft in
            UInt8(min(255, max(0, 5 * Int(own) - 4 * Int(soft))))
        }
        #expect(bytes(try picture.unblurred()) == wanted)
    }

    @Test(arguments: [(1, 1), (17, 5), (40, 2)])
    func leavesATinyPictureAsItIs(width: Int, height: Int) throws {
        let picture = try picture(width: width, height: height)
        #expect(bytes(try picture.filtered(\.median)) == bytes(picture))
    }

    @Test func halvesByTheMeanOfFour() throws {
        let picture = try picture(width: 5, height: 4)
        let before = bytes(picture).map(Int.init)
        guard let half = try picture.halved() else {
            Issue.record("not halved")
            return
        }
        let first = UInt8((before[0] + before[1] + before[5] + before[6] + 2) / 4)
        let last = UInt8((before[12] + before[13] + before[17] + before[18] + 2) / 4)
        #expect(half.width == 2)
        #expect(half.height == 2)
        #expect(bytes(half).first == first)
        #expect(bytes(half).last == last)
    }

    @Test func doubledKeepsAnEvenGrey() throws {
        let picture = try GreyPicture(width: 3, height: 2)
        unsafe picture.withPixels { pixels in unsafe pixels.update(repeating: 77) }
        let double = try picture.doubled()
        #expect(double.width == 6)
        #expect(double.height == 4)
        #expect(bytes(double).allSatisfy { $0 == 77 })
    }

    @Test func mirroredTwiceIsTheSame() throws {
        let picture = try picture(width: 7, height: 3)
        #expect(bytes(try picture.mirrored()) != bytes(picture))
        #expect(bytes(try picture.mirrored().mirrored()) == bytes(picture))
    }
}
