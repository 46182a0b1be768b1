internal import ArgumentParser
internal import Console
internal import JSONFields
internal import Register

struct RegisterStats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts per day what was issued, cancelled and published; names nothing.")

    @OptionGroup var place: RegisterOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let register = try ProofRegister(opening: place.register)
        let counts = try register.counts()
        let publication = try register.lastPublication()
        if json {
            try Terminal.out(RegisterStats.object(counts, publication).line())
            return
        }
        try Terminal.out("day         issued  revoked  published")
        for count in counts { try Terminal.out(RegisterStats.row("\(count.day)", count)) }
        try Terminal.out(
            RegisterStats.row(
                "total", issued: counts.reduce(0) { $0 + $1.issued },
                revoked: counts.reduce(0) { $0 + $1.revoked },
                announced: counts.reduce(0) { $0 + $1.announced }))
        guard let publication else {
            try Terminal.out("published: never")
            return
        }
        try Terminal.out(
            "published: \(publication.list), epoch \(publication.epoch), "
                + "sequence \(publication.sequence), as of \(publication.issued)"
                + (publication.isReleased ? "" : " (begun and not finished: publish again)"))
        try Terminal.out("closed through: \(publication.closedThrough)")
    }

    private static func row(_ title: String, _ count: ProofRegister.DayCount) -> String {
        row(title, issued: count.issued, revoked: count.revoked, announced: count.announced)
    }

    private static func row(
        _ title: String, issued: Int, revoked: Int, announced: Int
    ) -> String {
        let cells = [(issued, 8), (revoked, 9), (announced, 11)].map { number, width in
            let digits = String(number)
            return String(repeating: " ", count: max(1, width - digits.count)) + digits
        }
        let gap = String(repeating: " ", count: max(0, 10 - title.count))
        return title + gap + cells.joined()
    }

    private static func object(
        _ counts: [ProofRegister.DayCount], _ publication: Publication?
    ) -> JSONValue {
        let days = counts.map { count in
            JSONValue.object([
                "day": .string("\(count.day)"), "issued": .integer(Int64(count.issued)),
                "revoked": .integer(Int64(count.revoked)),
                "published": .integer(Int64(count.announced)),
            ])
        }
        let total = { (part: (ProofRegister.DayCount) -> Int) in
            JSONValue.integer(Int64(counts.map(part).reduce(0, +)))
        }
        var fields: JSONObject = [
            "format": .string("justificatif-register-stats/1"), "days": .array(days),
            "issued": total(\.issued), "revoked": total(\.revoked),
            "published": total(\.announced),
        ]
        fields["publication"] = publication.map {
            .object([
                "list": .string($0.list), "epoch": .integer(Int64(clamping: $0.epoch)),
                "sequence": .integer(Int64(clamping: $0.sequence)),
                "issued": .string("\($0.issued)"), "released": .bool($0.isReleased),
                "closed_through": .string("\($0.closedThrough)"),
            ])
        }
        return .object(fields)
    }
}
