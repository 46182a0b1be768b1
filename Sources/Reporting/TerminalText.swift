/// The one gate through which foreign text reaches a terminal.
package enum TerminalText {
    /// Control characters, direction marks and invisible characters become U+FFFD, so that no
    /// name can move the cursor, colour a line or turn words round.
    package static func neutralised(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                .privateUse, .unassigned:
                plain.append("\u{FFFD}")
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}

/// The one gate through which text reaches an HTML page, or XML.
package enum HTMLText {
    /// Neither element nor attribute can begin or end in the result.
    package static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
