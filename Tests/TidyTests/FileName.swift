/// A file is named for what it declares: `Rice.swift` for the type, `Rice+Reading.swift` for an
/// extension of it.
enum FileName {
    /// The first line, if nothing in the file has the name of the file.
    static func offences(_ source: SwiftSource) -> [Int] {
        guard let file = source.path.split(separator: "/").last else { return [] }
        let name = file.prefix { $0 != "+" && $0 != "." }
        let function = name.prefix(1).lowercased() + name.dropFirst()
        let isNamed = source.code.contains { line in
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            return zip(words, words.dropFirst()).contains { kind, declared in
                kinds.contains(kind) && declared == name || kind == "func" && declared == function
                    || kind == "extension" && words.contains(name)
            }
        }
        return isNamed || programs.contains(String(file)) ? [] : [0]
    }

    private static let kinds: Set<Substring> = [
        "struct", "enum", "class", "actor", "protocol", "extension", "typealias",
    ]

    /// Where a program begins, and the options that its commands share.
    private static let programs: Set<String> = ["Main.swift", "Options.swift"]
}
