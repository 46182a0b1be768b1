internal import Explaining
internal import Proofs
internal import Reporting

extension Claims {
    /// These labels only.
    func only(_ wanted: (ClaimLabel) -> Bool) -> Claims {
        var claims = Claims()
        for label in labels where wanted(label) { claims[label] = self[label] }
        return claims
    }

    /// The value of one claim in French, as the screen of a counter shows it.
    func words(_ label: ClaimLabel) -> String? {
        ClaimWords.all(of: only { $0 == label }, .french).first?.value
    }

    func number(_ label: ClaimLabel) -> UInt64? {
        if case .number(let number) = self[label] { number } else { nil }
    }

    func flag(_ label: ClaimLabel) -> Bool? {
        if case .flag(let flag) = self[label] { flag } else { nil }
    }
}
