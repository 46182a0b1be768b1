internal import ArgumentParser
internal import Explaining
internal import Reporting

extension Language: ExpressibleByArgument {}

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a line (Spec/verdict.schema.json).")
    var json = false

    @Option(help: ArgumentHelp("Language of the words: fr or en.", valueName: "lang"))
    var lang = Language.french
}
