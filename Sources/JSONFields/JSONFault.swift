package import Explaining

/// What is wrong with a JSON file, in one line: which file, which field, what to write.
package struct JSONFault: Explained, Equatable {
    package let explanation: Explanation

    /// A fault of what `place` names, such as `claims.json: qf`.
    package init(_ place: String, code: String = "field", _ french: String, _ english: String) {
        // A place of several parts: French has a space before each colon.
        let spaced = Wording(place.replacing(": ", with: " : "), place)
        explanation = Explanation(code, .data, Wording(french, english).about(spaced))
    }
}

/// Why a text is not JSON, and where reading stopped.
struct JSONSyntaxFault: Error, Equatable, Sendable {
    /// Stable names.
    enum Code: String, CaseIterable, Sendable {
        case notUTF8 = "not-utf8"
        case byteOrderMark = "byte-order-mark"
        case unexpectedCharacter = "unexpected-character"
        case unexpectedEnd = "unexpected-end"
        case controlCharacter = "control-character"
        case escape = "escape"
        case loneSurrogate = "lone-surrogate"
        case leadingZero = "leading-zero"
        case nameTwice = "name-twice"
        case tooDeep = "too-deep"
        case afterValue = "after-value"
    }

    let code: Code
    /// Bytes from the start of the text.
    let offset: Int

    init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// The fault of the file `source` with this text: what is wrong, at which line and character.
    func fault(in source: String, _ text: [UInt8]) -> JSONFault {
        let place = place(in: text)
        let words = code.words
        switch code {
        case .nameTwice:
            return JSONFault(source, code: code.rawValue, words.french, words.english)
        case .notUTF8:
            return JSONFault(
                source, code: code.rawValue,
                "n’est pas en UTF-8 \(place.french)", "is not UTF-8 at \(place.english)")
        case .byteOrderMark, .unexpectedCharacter, .unexpectedEnd, .controlCharacter, .escape,
            .loneSurrogate, .leadingZero, .tooDeep, .afterValue:
            return JSONFault(
                source, code: code.rawValue,
                "n’est pas du JSON (RFC 8259) \(place.french) : \(words.french)",
                "is not JSON (RFC 8259) at \(place.english): \(words.english)")
        }
    }

    private func place(in text: [UInt8]) -> Wording {
        let before = text.prefix(offset)
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
        if line == 1 { return Wording("au caractère \(column)", "character \(column)") }
        return Wording(
            "à la ligne \(line), caractère \(column)", "line \(line), character \(column)")
    }
}

extension JSONSyntaxFault.Code {
    fileprivate var words: Wording {
        switch self {
        case .notUTF8:
            Wording("des octets qui ne sont pas en UTF-8", "bytes that are not UTF-8")
        case .byteOrderMark:
            Wording(
                "une marque d’ordre des octets (BOM), à retirer",
                "a byte order mark, which must go")
        case .unexpectedCharacter:
            Wording("un autre caractère est attendu ici", "another character is expected here")
        case .unexpectedEnd: Wording("le texte finit trop tôt", "the text ends too early")
        case .controlCharacter:
            Wording(
                "une fin de ligne, une tabulation ou un caractère de contrôle dans un texte",
                "a line end, tab or control character inside a text")
        case .escape: Wording("cet échappement n’existe pas", "no such escape")
        case .loneSurrogate:
            Wording("la moitié d’une paire de substitution", "half of a surrogate pair")
        case .leadingZero:
            Wording("un nombre qui commence par un zéro", "a number with a zero in front")
        case .nameTwice:
            Wording(
                "un nom figure deux fois dans un objet ; n’en gardez qu’un",
                "a name is there twice in one object; leave one of them out")
        case .tooDeep:
            Wording(
                "plus de \(JSONReading.depthLimit) niveaux",
                "more than \(JSONReading.depthLimit) levels")
        case .afterValue: Wording("quelque chose suit la valeur", "something follows the value")
        }
    }
}
