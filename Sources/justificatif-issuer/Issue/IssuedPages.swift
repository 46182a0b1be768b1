internal import Console
internal import Files
internal import Issuing
internal import Lists
internal import Proofs
internal import Reporting
internal import Siblings
internal import Sodium
internal import Verification

/// Writes the pages of a justificatif once it is registered.
struct IssuedPages {
    let targets: [(file: String, format: PageFormat)]
    let lists: String
    let roots: String?
    let at: String?
    let force: Bool
    let printer: PagePrinter
    let verifier: Verifier<SodiumCrypto>

    /// Refuses what counters would refuse, while nothing is registered yet.
    func check(_ signed: UnregisteredProof, on desk: IssuingDesk, at now: Instant) throws(Failure) {
        let verdict = desk.verdict(on: signed, by: verifier, at: now)
        guard verdict.code.family == .green, let proof = verdict.proof else {
            let words = VerdictWords(verdict, .french).headline
            throw Failure(
                .configuration,
                "--page: a counter with the lists of \(lists) would say "
                    + "\(verdict.code.rawValue) (\(words)); nothing was issued")
        }
        // The page tells how to have it cancelled wherever the issuer's entry says it can be.
        if !desk.isRegistering, proof.issuer.revocationList != nil {
            throw Failure(
                .refused,
                "--page with --unregistered: the page would promise that it can be cancelled")
        }
    }

    func write(_ proof: IssuedProof) throws {
        for (file, format) in targets {
            let page = try printer.page(
                ofText: proof.text, as: format, lists: lists, roots: roots, at: at)
            try FileWriting.write(page, to: file, existing: force ? .replace : .refuse)
        }
    }
}
