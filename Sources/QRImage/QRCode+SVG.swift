extension QRCode {
    /// The SVG document of the symbol: white ground with the quiet zone, one black path.
    ///
    /// Width and height are in millimetres. A module has `dotsPerModule` dots of a printer that
    /// makes 300 an inch; the default, 6, prints at the PNG's size, 0.508 mm a module. `title` is
    /// what it is to a person who cannot see it: words of ours, without any markup. `text` is the
    /// text of the symbol, a token, if the document shall hold it for `verify`, which reads no SVG;
    /// it is where no screen reader reads it out.
    package func svg(
        dotsPerModule: Int = 6,
        title: StaticString = "Justificatif, code QR à contrôler au guichet",
        text: String? = nil
    ) -> String {
        let modules = side + 2 * Self.quietZone
        let size = Self.millimetres(modules * dotsPerModule * 25_400 / 300)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(size)mm" \
            height="\(size)mm" viewBox="0 0 \(modules) \(modules)" shape-rendering="crispEdges">
            <title>\(title)</title>\(text.map { "\n<metadata>\($0)</metadata>" } ?? "")
            <rect width="\(modules)" height="\(modules)" fill="#fff"/>
            <path fill="#000" d="\(darkRuns())"/>
            </svg>

            """
    }

    /// Path data: one rectangle for each run of dark modules in a row.
    private func darkRuns() -> String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, isDark(row: row, column: column) { column += 1 }
                let length = column - start
                if length > 0 {
                    path += "M\(start + Self.quietZone) \(row + Self.quietZone)"
                    path += "h\(length)v1h-\(length)z"
                } else {
                    column += 1
                }
            }
        }
        return path
    }

    /// Three decimals, without Foundation's formatting.
    private static func millimetres(_ micrometres: Int) -> String {
        let decimals = String(micrometres % 1000 + 1000).dropFirst()
        return "\(micrometres / 1000).\(decimals)"
    }
}
