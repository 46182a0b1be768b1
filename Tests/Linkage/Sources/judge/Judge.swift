import JustificatifVerifier

/// Judges one scan: `judge LISTS SCAN`.
@main
struct Judge {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { return print("judge LISTS SCAN") }
        do {
            let desk = try await ControlDesk(lists: arguments[1])
            let verdict = try await desk.verdict(onFile: arguments[2])
            print("\(verdict.code): \(verdict.headline(in: .french))")
            print(verdict.advice(in: .french))
            if let statement = verdict.statement {
                for fact in statement.facts(in: .french) {
                    print("  \(fact.title) : \(fact.value)")
                }
                print("  Émetteur : \(statement.issuer)")
                print("  Utilisable jusqu’au : \(statement.lastDay)")
                print("  Référence : \(statement.reference)")
            }
            print(verdict.isGreen ? "accept" : "do not accept")
        } catch {
            print(error.sentence(in: .french))
        }
    }
}
