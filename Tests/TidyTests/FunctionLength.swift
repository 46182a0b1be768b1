/// Finds functions that are too long to be read at once.
enum FunctionLength {
    /// Lines on which a function of more than `limit` lines begins, its signature included.
    static func tooLong(_ source: SwiftSource, limit: Int) -> [Int] {
        source.code.indices.filter { start in
            guard source.code[start].contains(/\b(func +\S+|init[?(<]|deinit\b)/) else {
                return false
            }
            return length(from: start, source.code) > limit
        }
    }

    /// Lines from a signature to the brace that closes its body; 0 without a body.
    private static func length(from start: Int, _ code: [String]) -> Int {
        var (parentheses, braces, isOpen) = (0, 0, false)
        for line in start..<code.count {
            for character in code[line] {
                switch character {
                case "(", "[": parentheses += 1
                case ")", "]": parentheses -= 1
                case "{" where parentheses == 0 || isOpen:
                    braces += 1
                    isOpen = true
                case "}" where parentheses == 0 || isOpen: braces -= 1
                default: break
                }
                if isOpen && braces == 0 { return line - start + 1 }
                // A requirement of a protocol ends where its surroundings do.
                if braces < 0 { return 0 }
            }
        }
        return 0
    }
}
