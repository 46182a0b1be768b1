internal import Files

/// The words of the command line behind the name of the program.
enum Arguments {
    /// Each as `PathText` writes bytes, so that a file of any name can be opened.
    ///
    /// `CommandLine.arguments` replaces bytes that are no UTF-8.
    static func all() -> [String] {
        (1..<max(1, Int(CommandLine.argc))).map { place in
            guard let word = unsafe CommandLine.unsafeArgv[place] else { return "" }
            return unsafe PathText.text(of: bytes(of: word))
        }
    }

    private static func bytes(of word: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        while unsafe word[bytes.count] != 0 {
            unsafe bytes.append(UInt8(bitPattern: word[bytes.count]))
        }
        return bytes
    }
}
