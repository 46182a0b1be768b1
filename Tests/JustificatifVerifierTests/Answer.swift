import JustificatifVerifier

func answer(to scan: String, lists: String) async -> String {
    do {
        let desk = try await ControlDesk(lists: lists)
        let verdict = try await desk.verdict(onFile: scan)
        let facts = verdict.statement?.facts(in: .french).map { "\($0.title) : \($0.value)" }
        return ([verdict.headline(in: .french)] + (facts ?? [])).joined(separator: "\n")
    } catch {
        return error.sentence(in: .french)
    }
}
