internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Issuing
internal import Lists
internal import Office
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
    let judge: ScanJudge<SodiumCrypto>

    /// Refuses what counters would refuse, while nothing is registered yet.
    func check(
        _ signed: UnregisteredProof, on desk: IssuingDesk<SecretKey>, at now: Instant
    ) throws(Failure) {
        do throws(PageRefusal) {
            try desk.checkForPage(signed, by: judge.verifier, at: now)
        } catch {
            switch error {
            case .counterWouldRefuse(let verdict):
                let words = VerdictWords(verdict, .french).headline
                throw Failure(
                    .configuration,
                    "--page: a counter with the lists of \(lists) would say "
                        + "\(verdict.code.rawValue) (\(words)); nothing was issued")
            case .notRegistered:
                throw Failure(
                    .refused,
                    "--page with --unregistered: the page would promise that it can be cancelled")
            }
        }
    }

    func write(_ proof: IssuedProof) throws {
        for (file, format) in targets {
            let page = try printer.page(
                ofText: proof.text, as: format, lists: lists, roots: roots, at: at)
            try FileWriting.write(
                page, to: file, mode: PersonalFile.mode, existing: force ? .replace : .refuse)
        }
    }
}
