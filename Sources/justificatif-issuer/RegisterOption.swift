internal import ArgumentParser

/// The register of what was issued.
struct RegisterOption: ParsableArguments {
    @Option(help: ArgumentHelp("The register of what was issued.", valueName: "db"))
    var register: String
}
