package import ArgumentParser
package import Explaining

extension Language: ExpressibleByArgument {}

/// The language in which a command speaks to a person; its help is in English.
package struct LanguageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Language of the words: fr or en.", valueName: "lang"))
    package var lang = Language.french

    package init() {}
}

/// A command that speaks to a person: results, questions, notes and errors in one language.
package protocol SpeakingCommand: ParsableCommand {
    /// The option with which the person chose it.
    var speech: LanguageOptions { get }
}

extension SpeakingCommand {
    /// The language of this run.
    package var lang: Language { speech.lang }

    /// Writes a line of the result.
    package func say(_ french: String, _ english: String) throws(Failure) {
        try Terminal.out(lang(french, english))
    }

    /// Writes a line of the result that names a value: `époque : 1`, `epoch: 1`.
    package func say(
        _ french: String, _ english: String, _ value: some CustomStringConvertible
    ) throws(Failure) {
        try Terminal.out(lang.row(french, english, value))
    }
}
