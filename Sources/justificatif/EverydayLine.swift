internal import Console
internal import Explaining

/// The line that a counter types and a script calls: `verify`, inputs, and no other options than
/// `--lists`, `--at`, `--lang` and `--json`.
///
/// To build the tree of all commands takes ArgumentParser longer than all the rest of a check, so
/// this line is read without it (Spec/decisions/0021). Whatever is not just this line is left to
/// ArgumentParser, which alone tells what is wrong with a line and gives help.
enum EverydayLine {
    /// What the words behind the name of the program ask for; nil unless they are such a line.
    static func run(asked words: [String]) -> VerifyRun? {
        guard words.first == "verify" else { return nil }
        var run = VerifyRun()
        var given: [String] = []
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
                run.inputs.append(word)
                continue
            }
            // Twice the same option, or one without its value, is not everyday.
            guard !given.contains(word), set(word, from: &rest, in: &run) else { return nil }
            given.append(word)
        }
        return run.inputs.isEmpty ? nil : run
    }

    /// Takes the value of an option, if it has one; false if the option or its value is another.
    private static func set(
        _ option: String, from rest: inout ArraySlice<String>, in run: inout VerifyRun
    ) -> Bool {
        if option == "--json" {
            run.json = true
            return true
        }
        guard let value = rest.popFirst(), value.utf8.first != UInt8(ascii: "-") else {
            return false
        }
        switch option {
        case "--lists": run.lists = value
        case "--at": run.at = value
        case "--lang":
            guard let lang = Language(rawValue: value) else { return false }
            run.lang = lang
        default: return false
        }
        return true
    }
}
