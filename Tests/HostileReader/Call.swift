import CHostile
import Glibc

/// An argument of a system call: a number, or the address of something that stays.
struct Argument: ExpressibleByIntegerLiteral {
    let number: Int

    init(integerLiteral number: Int) { self.number = number }

    init(_ text: String) { number = unsafe Int(bitPattern: strdup(text)) }

    /// Zeroed memory of so many bytes.
    init(room bytes: Int) { number = unsafe Int(bitPattern: calloc(bytes, 1)) }
}

/// A system call by its number.
struct Call {
    private let number: Int
    private let arguments: [Int]

    init(_ number: Int, _ arguments: Argument...) {
        self.number = number
        self.arguments = arguments.map(\.number) + [0, 0, 0, 0]
    }

    /// The result, or the errno value below zero.
    func make() -> Int {
        jh_call(number, arguments[0], arguments[1], arguments[2], arguments[3])
    }
}
