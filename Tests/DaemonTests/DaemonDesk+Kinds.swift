import Glibc
import QRImage

/// Scans of all kinds, good and hostile.
extension DaemonDesk {
    /// Drops `count` scans under names of their own, of each kind in turn.
    func dropAllKinds(_ count: Int, from first: Int) throws {
        let picture = try QRCode(alphanumeric: text).png()
        for number in first..<(first + count) {
            let name = "scan-\(number)"
            switch number % 12 {
            case 0: drop(picture, as: name)
            case 1: drop(Array(picture.prefix(picture.count / 2)), as: name)
            case 2: drop(claim(of: picture, side: 65_535), as: name)
            case 3: drop([0xff, 0xd8, 0xff, 0xe0], as: name)
            case 4: drop(Array("%PDF-1.4\n".utf8), as: name)
            case 5: drop([0, 1, 2, 0xff], as: name)
            case 6: make(name) { unsafe mkfifo($0, 0o600) }
            case 7: make(name) { unsafe symlink("/dev/zero", $0) }
            case 8: make(name) { unsafe mknod($0, S_IFSOCK | 0o600, 0) }
            case 9: drop([], as: name)
            case 10: drop(Array("bonjour \(number)".utf8), as: name)
            default: drop(Array(text.utf8), as: name)
            }
        }
    }

    /// Makes what is no file, then renames it in as a file is; tells whether it could be made.
    @discardableResult
    func make(_ name: String, _ body: (String) -> Int32) -> Bool {
        let hidden = spool("in/.\(name)")
        return body(hidden) == 0 && (unsafe rename(hidden, spool("in/\(name)"))) == 0
    }

    /// The same PNG, which says it has so many pixels a side.
    func claim(of picture: [UInt8], side: UInt16) -> [UInt8] {
        let bytes: [UInt8] = [0, 0, UInt8(side >> 8), UInt8(side & 0xff)]
        return Array(picture.prefix(16)) + bytes + bytes + picture.dropFirst(24)
    }
}
