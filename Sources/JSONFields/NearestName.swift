/// Finds what a person meant by a misspelt name.
package enum NearestName {
    /// The known name that takes the fewest edits to reach, nil when none is near.
    package static func of(_ name: String, among names: [String]) -> String? {
        let near = names.map { (name: $0, edits: edits(name, $0)) }.min { $0.edits < $1.edits }
        guard let near, near.edits <= max(2, name.count / 3) else { return nil }
        return near.name
    }

    /// Levenshtein's distance.
    ///
    /// Only the first 64 characters count.
    private static func edits(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first.prefix(64)), Array(second.prefix(64)))
        var row = Array(0...second.count)
        for (i, left) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in second.enumerated() {
                let substituted = diagonal + (left == right ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }
}
