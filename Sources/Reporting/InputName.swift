/// How the name of an input is written in a verdict (Spec/verdicts.md 3).
package enum InputName {
    /// The name of a file, which is bytes: those that are not UTF-8 are percent-encoded.
    package static func text(_ name: [UInt8]) -> String {
        var text = ""
        var rest = name[...]
        while !rest.isEmpty {
            let valid = longestText(rest)
            text += String(decoding: rest.prefix(valid), as: UTF8.self)
            rest = rest.dropFirst(valid)
            guard let byte = rest.popFirst() else { break }
            let digits = String(byte, radix: 16, uppercase: true)
            text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
        return text
    }

    /// How many bytes at the beginning are UTF-8.
    private static func longestText(_ bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var count = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            count += UTF8.width(scalar)
        }
        return count
    }
}
