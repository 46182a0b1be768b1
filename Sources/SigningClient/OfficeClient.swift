internal import JSONFields
internal import LocalSockets
package import Proofs
internal import Siblings
package import SigningMessages
internal import Threads

/// Asks the signing service, one connection a request (Spec/signing.md 2).
///
/// Waits on threads of its own, never on those of Swift's concurrency. Cancelling the task that
/// asks does not cut a request short: the time limit does.
package struct OfficeClient: Sendable {
    private let path: String
    private let seconds: Int
    private let threads: BlockingThreads

    /// A client of the service at the socket `path`.
    ///
    /// A request takes at most `timeLimit`, in whole seconds, its wait for one of 16 threads
    /// included.
    package init(socket path: String, timeLimit: Duration = .seconds(10)) {
        self.path = path
        seconds = Int(clamping: timeLimit.components.seconds)
        threads = BlockingThreads(limit: 16)
    }

    /// What would be readable; nothing is signed.
    package func preview(_ wish: ProofWish) async throws(OfficeFault) -> ReadableProof {
        guard case .readable(let readable) = try await answer(.preview(wish)) else {
            throw .badAnswer
        }
        return readable
    }

    /// Has a justificatif signed and registered.
    ///
    /// After `timedOut` or `unreachable` ask again with the same key: nothing is signed twice.
    package func issue(
        _ wish: ProofWish, for holder: Holder, key: RequestKey
    ) async throws(OfficeFault) -> DeliveredProof {
        guard case .issued(let proof) = try await answer(.issue(wish, for: holder, key: key))
        else { throw .badAnswer }
        return proof
    }

    /// The justificatifs of a holder that are not past their last day, cancelled ones too.
    package func proofs(of holder: Holder) async throws(OfficeFault) -> [HolderProof] {
        try await proofs(.proofs(of: holder))
    }

    /// Cancels one; throws `refused` with `holder-unknown-proof` if it is not the holder's.
    package func cancel(
        _ reference: Reference, of holder: Holder
    ) async throws(OfficeFault) -> HolderProof {
        let proofs = try await proofs(.cancel(reference, of: holder))
        guard let proof = proofs.first, proof.reference == reference else { throw .badAnswer }
        return proof
    }

    /// Cancels every one that is good, and returns those; none is no error.
    package func cancelAll(of holder: Holder) async throws(OfficeFault) -> [HolderProof] {
        try await proofs(.cancelAll(of: holder))
    }

    private func proofs(_ request: SigningRequest) async throws(OfficeFault) -> [HolderProof] {
        guard case .proofs(let proofs) = try await answer(request) else { throw .badAnswer }
        return proofs
    }

    private func answer(_ request: SigningRequest) async throws(OfficeFault) -> SigningAnswer {
        let (path, deadline) = (path, Deadline(seconds: seconds))
        let answer = try await threads.run { () throws(OfficeFault) in
            try OfficeClient.exchange(request, path, before: deadline)
        }
        if case .refused(let refusal) = answer { throw .refused(refusal) }
        return answer
    }

    private static func exchange(
        _ request: SigningRequest, _ path: String, before deadline: Deadline
    ) throws(OfficeFault) -> SigningAnswer {
        let bytes: [UInt8]
        do throws(LocalSocketFault) {
            let socket = try LocalSocket(to: path, before: deadline)
            try? socket.write(request.json.lineBytes(), before: deadline)
            socket.endWriting()
            // Also if it was not taken whole: the service may have said why.
            bytes = try socket.readAll(limit: JSONValue.byteLimit, before: deadline)
        } catch {
            throw error == .timedOut ? .timedOut : .unreachable(error)
        }
        do throws(JSONFault) { return try SigningAnswer(parsing: bytes) } catch {
            throw .badAnswer
        }
    }
}
