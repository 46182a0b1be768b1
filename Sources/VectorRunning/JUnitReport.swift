internal import Explaining
internal import Reporting

/// The results of a run as JUnit XML, which build servers draw.
package enum JUnitReport {
    /// The results as a JUnit document, one test case a vector.
    package static func text(_ results: [VectorRun.Result]) -> String {
        let failures = results.count { if case .differs = $0.outcome { true } else { false } }
        let skipped = results.count { $0.outcome == .unsupported }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuite name=\"justificatif vectors\" tests=\"\(results.count)\" "
                + "failures=\"\(failures)\" skipped=\"\(skipped)\">",
        ]
        for result in results { lines += element(result) }
        lines.append("</testsuite>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func element(_ result: VectorRun.Result) -> [String] {
        let head =
            "  <testcase classname=\"\(result.layer.rawValue)\" name=\"\(escaped(result.name))\""
        switch result.outcome {
        case .agrees: return ["\(head)/>"]
        case .unsupported: return ["\(head)><skipped/></testcase>"]
        case .differs(let differences):
            let words = differences.map {
                "\($0.what): expected \($0.expected.english), answered \($0.answered.english)"
            }
            return [
                "\(head)>", "    <failure message=\"\(escaped(words.joined(separator: "; ")))\"/>",
                "  </testcase>",
            ]
        }
    }

    /// Answers are somebody else's bytes: what XML cannot hold becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
        var held = ""
        for scalar in text.unicodeScalars {
            let isOutside = scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value)
            held.unicodeScalars.append(isOutside ? "\u{FFFD}" : scalar)
        }
        return HTMLText.escaped(held)
    }
}
