/// A register that was copied whole into another one, of whatever database (Spec/register.md 7.5).
package struct RegisterCopy: Equatable, Sendable {
    package let summary: RegisterSummary
    /// Whether the target was the same already, and stayed as it was.
    package let wasThere: Bool

    /// Copies every row and the last publication of `source` into `target`, in one transaction,
    /// and reads them back before it is committed; nobody adds to either meanwhile.
    ///
    /// Throws `otherContent`, with nothing changed, for a target that is neither empty nor the
    /// same, and `RegisterFault` of either.
    package init(of source: ProofRegister, into target: ProofRegister) throws(RegisterFault) {
        (summary, wasThere) = try source.write(.alone) { old in
            try target.write(.alone) { new in
                let summary = try RegisterSummary(old)
                let found = try RegisterSummary(new)
                if found.rows == 0, found.publication == nil {
                    try new.prepare(old.counts().map(\.day))
                    try old.forEachGroup { try new.insert($0) }
                    if let publication = summary.publication { try new.save(publication) }
                    guard try RegisterCopy.isSame(old, new) else {
                        throw RegisterFault.otherContent(path: target.path)
                    }
                    return (summary, summary == found)
                }
                guard try RegisterCopy.isSame(old, new) else {
                    throw RegisterFault.otherContent(path: target.path)
                }
                return (summary, true)
            }
        }
    }

    /// Whether both have the same rows and the same publication.
    private static func isSame(
        _ old: any RegisterTables, _ new: any RegisterTables
    ) throws -> Bool {
        guard try RegisterSummary(old) == RegisterSummary(new) else { return false }
        var isSame = true
        try old.forEachGroup { rows in
            guard isSame else { return }
            let found = try new.rows(of: rows.map(\.identifier))
            let byName = Dictionary(
                found.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
            isSame = rows.allSatisfy { byName[$0.identifier] == $0 }
        }
        return isSame
    }
}
