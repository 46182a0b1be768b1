import CHostile
import Glibc

/// What a picture makes of the reader that it has taken over.
struct Takeover {
    private let order: String
    private let detail: String

    init(_ order: String, _ detail: String) {
        self.order = order
        self.detail = detail
    }

    /// Does it; a call that comes back is told as the text `came back with RESULT`.
    func run() {
        if let attack = Attack(rawValue: order) {
            return answer("came back with \(attack.attempt())")
        }
        switch order {
        case "call": answer("came back with \(jh_call(Int(detail) ?? -1, -1, -1, -1, -1))")
        case "forge": answer(detail)
        case "addTrailingByte": write([0, 0, 0])
        case "announceMore": write([0, 8, 0, 1, 65])
        case "writeWithoutEnd": while true { write([UInt8](repeating: 0, count: 1 << 16)) }
        // FUTEX_WAIT on a word that nobody wakes.
        case "waitForEver": waitForEver()
        case "spin": while true { _ = jh_call(202, 0, 0, 0, 0) }
        case "eatMemory": eatMemory()
        case "trap": trap()
        case "overflowStack": write([UInt8(truncatingIfNeeded: descend(1))])
        default: answer("no such attack")
        }
    }

    private func waitForEver() {
        let word = unsafe calloc(1, 8)
        while true { _ = jh_call(202, Int(bitPattern: word), 0, 0, 0) }
    }

    /// Takes all memory there is, and says how many megabytes that was.
    private func eatMemory() {
        var megabytes = 0
        var last: UnsafeMutableRawPointer?
        while let piece = unsafe malloc(1 << 20) {
            unsafe memset(piece, 1, 1 << 20)
            unsafe last = piece
            megabytes += 1
        }
        // Something must be left for the answer.
        unsafe free(last)
        answer("\(megabytes)")
    }

    private func trap() {
        let nothing: [Int] = []
        answer("\(nothing[order.utf8.count])")
    }

    private func descend(_ depth: Int) -> Int {
        depth == 0 ? 0 : 1 + descend(depth &+ 1) + descend(depth &+ 2)
    }
}
