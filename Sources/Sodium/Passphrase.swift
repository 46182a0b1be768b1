internal import CSodium
internal import Files
internal import Glibc

/// Where a passphrase or a PIN comes from: a file or the terminal, never the command line, where
/// every user of the machine could read it.
package enum Passphrase {
    static let largest = 1_024
    /// No letter that is taken for another.
    private static let letters = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
    private static let madeCount = 32

    /// A new passphrase and a line end, for a file that a machine reads: 32 characters of 5 bits,
    /// as hard to guess as an Ed25519 key.
    package static func made(_ crypto: SodiumCrypto) -> [UInt8] {
        crypto.randomBytes(madeCount).map { letters[Int($0 & 0x1F)] } + [UInt8(ascii: "\n")]
    }

    /// The first line of a file, without its line end; `-` is standard input.
    ///
    /// Throws `FileFault` `readable-by-all` for a file that every user of the machine may read.
    package static func read(fromFile path: String) throws -> SecretBytes {
        if path == "-" { return try firstLine(of: STDIN_FILENO) }
        let file = try Descriptor.secretInput(path)
        try file.refuseIfReadableByAll(named: path, "ce secret", "this secret")
        var buffer = try SecretBytes(count: largest)
        let length = try unsafe buffer.withMutablePointer { bytes in
            let count = try unsafe file.fill(.init(start: bytes, count: largest), named: path)
            return (0..<count).first { unsafe bytes[$0] == UInt8(ascii: "\n") } ?? count
        }
        guard length > 0 else { throw SodiumFault.emptyPassphrase }
        return try buffer.slice(0..<length)
    }

    /// What a person types, without showing it.
    ///
    /// Nil when there is no terminal to ask on.
    package static func ask(_ prompt: String) throws -> SecretBytes? {
        let number = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard number >= 0 else { return nil }
        let terminal = Descriptor(owning: number)
        var shown = termios()
        guard unsafe tcgetattr(terminal.number, &shown) == 0 else { return nil }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        say(prompt, to: terminal.number)
        unsafe tcsetattr(terminal.number, TCSAFLUSH, &hidden)
        defer {
            unsafe tcsetattr(terminal.number, TCSAFLUSH, &shown)
            say("\n", to: terminal.number)
        }
        return try firstLine(of: terminal.number)
    }

    /// Whether two were typed alike, compared without telling where they differ.
    package static func areSame(
        _ first: borrowing SecretBytes, _ second: borrowing SecretBytes
    ) -> Bool {
        guard first.count == second.count else { return false }
        let count = first.count
        return unsafe first.withPointer { one in
            unsafe second.withPointer { two in unsafe sodium_memcmp(one, two, count) == 0 }
        }
    }

    /// Of a terminal, which gives a line at a time.
    private static func firstLine(of descriptor: Int32) throws -> SecretBytes {
        var buffer = try SecretBytes(count: largest)
        let length = unsafe buffer.withMutablePointer { bytes in
            var length = 0
            while length < largest {
                guard unsafe Glibc.read(descriptor, bytes + length, 1) == 1,
                    unsafe bytes[length] != UInt8(ascii: "\n")
                else { break }
                length += 1
            }
            return length
        }
        guard length > 0 else { throw SodiumFault.emptyPassphrase }
        return try buffer.slice(0..<length)
    }

    private static func say(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        unsafe _ = write(descriptor, bytes, bytes.count)
    }
}
