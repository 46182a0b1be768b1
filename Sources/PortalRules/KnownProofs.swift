package import Issuing
package import Proofs

/// What a person's space tells about their justificatifs, of which the register has the kind only.
package struct KnownProofs: Sendable {
    private var data: [Reference: Datum] = [:]
    private var recipients: [Reference: String] = [:]

    /// Where nothing is kept, or it cannot be read.
    package init() {}

    /// By what is kept of one person.
    package init(_ journal: Journal, _ links: [ProofLink]) {
        for line in journal.lines where line.act == .sign {
            if let reference = line.reference { data[reference] = line.datum }
        }
        for link in links {
            data[link.reference] = link.datum
            recipients[link.reference] = link.recipient
        }
    }

    /// What one states; nil if that is not kept, and its kind leaves a choice.
    package func datum(of reference: Reference, _ kind: JustificatifKind) -> Datum? {
        if let datum = data[reference] { return datum }
        let possible = Datum.allCases.filter { $0.kind == kind }
        return possible.count == 1 ? possible.first : nil
    }

    /// For whom one was made; nil for nobody in particular.
    package func recipient(of reference: Reference) -> String? { recipients[reference] }
}
