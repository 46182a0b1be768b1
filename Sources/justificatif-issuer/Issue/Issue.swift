internal import ArgumentParser
internal import Console
internal import Proofs
internal import Sodium

struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a justificatif from claims or from the answer of a data body.",
        discussion: """
            From claims written by hand:
              justificatif-issuer issue --key caf.key --unregistered --claims claims.json \
            --out proof.png

            From the answer of a data body and the FranceConnect identity of the citizen, who \
            must be the same person:
              justificatif-issuer issue --key caf.key --unregistered --kind quotient-familial \
            --answer qf.json --identity identity.json --disclose qf_at_most=800 \
            --scale cantine.json --out proof.png

            Many at once, one claims object a line:
              justificatif-issuer issue --key caf.key --unregistered --batch claims.jsonl \
            --out-dir proofs

            --dry-run shows, in French, exactly what will be readable, and signs nothing.
            """)

    @OptionGroup(title: "What is stated") var source: ClaimsSource
    @OptionGroup(title: "How long and for whom") var terms: Terms
    @OptionGroup(title: "Where it goes") var output: ProofOutput
    @OptionGroup(title: "Who signs") var signer: SignerOptions

    @Flag(help: "Show in French what will be readable; sign and write nothing.")
    var dryRun = false

    func validate() throws {
        if dryRun, source.batch != nil { throw ValidationError("--dry-run goes without --batch") }
    }

    func run() throws {
        let crypto = try SodiumCrypto()
        let now = try Moment.parse(terms.at)
        if let batch = source.batch {
            try output.checkBatch()
            let desk = try signer.desk(crypto)
            throw try Batch(desk: desk, terms: terms, output: output, now: now).run(batch)
        }
        let request = try source.request(terms, now: now)
        if dryRun {
            try DryRun.show(request, crypto)
            return
        }
        try output.check()
        let proof = try signer.desk(crypto).issue(request)
        try output.write(proof)
        output.tell(proof)
    }
}
