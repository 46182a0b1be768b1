internal import ArgumentParser

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a line (Spec/verdict.schema.json).")
    var json = false
}
