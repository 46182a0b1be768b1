internal import Explaining
package import Files
internal import JSONFields
package import LocalSockets
internal import Siblings
internal import SigningMessages
package import SpoolFiles
internal import Synchronization
internal import Threads
package import Wire

/// Takes connections, asks who connects, and answers one request each (Spec/signing.md 2).
package final class SigningServer<Key: Signing & Sendable>: Sendable {
    private let listener: LocalListener
    private let peers: Set<UInt32>
    private let desk: RequestDesk<Key>
    private let log: SigningLog
    private let steadyMilliseconds: @Sendable () -> Int64
    private let transferSeconds: Int

    private let bell: Bell
    private let threads = BlockingThreads(limit: SigningLimits.requestsAtOnce)
    private let begun = Mutex(0)

    /// A server that the accounts with the uids `peers` may ask.
    ///
    /// `steadyMilliseconds` reads a clock that nobody sets back. Throws `FileFault` if the system
    /// has no descriptor left.
    package init(
        _ listener: LocalListener, peers: Set<UInt32>, _ desk: RequestDesk<Key>, _ log: SigningLog,
        steadyMilliseconds: @escaping @Sendable () -> Int64,
        transferSeconds: Int = SigningLimits.transferSeconds
    ) throws(FileFault) {
        self.listener = listener
        self.peers = peers
        self.desk = desk
        self.log = log
        self.steadyMilliseconds = steadyMilliseconds
        self.transferSeconds = transferSeconds
        bell = try Bell()
    }

    /// Serves until a signal asks it to stop and what was begun is answered.
    package func run(heeding signals: borrowing SignalSource) {
        run(signals.number) { signals.requests().contains(.stop) }
    }

    /// `isAsked` is asked whether to stop after each wait, which ends when `number` can be read.
    func run(_ number: Int32, _ isAsked: () -> Bool) {
        log.started()
        var isStopped = false
        while !isStopped {
            Waiting.untilReadable(
                [number, bell.number, hasRoom ? listener.number : -1], milliseconds: nil)
            bell.silence()
            isStopped = isAsked()
            while !isStopped, hasRoom, let socket = listener.accept() { begin(socket) }
        }
        log.stopping()
        while begun.withLock({ $0 }) > 0 {
            Waiting.untilReadable([bell.number], milliseconds: nil)
            bell.silence()
        }
    }

    private var hasRoom: Bool { begun.withLock { $0 } < SigningLimits.requestsAtOnce }

    private func begin(_ socket: LocalSocket) {
        begun.withLock { $0 += 1 }
        threads.add { [self] in
            serve(socket)
            begun.withLock { $0 -= 1 }
            bell.ring()
        }
    }

    private func serve(_ socket: LocalSocket) {
        guard let peer = socket.peer, peers.contains(peer) else {
            log.refused(peer: socket.peer)
            send(.refused(SigningRefusal(ServiceRefusal.peerNotAllowed)), nil, socket)
            return
        }
        let start = steadyMilliseconds()
        var ask: String?
        var answer: SigningAnswer
        do throws(ServiceRefusal) {
            let request = try request(from: socket)
            ask = request.ask
            answer = desk.answer(request)
        } catch {
            answer = .refused(SigningRefusal(error))
        }
        log.answered(ask, answer.code, milliseconds: steadyMilliseconds() - start)
        send(answer, ask, socket)
    }

    private func request(from socket: LocalSocket) throws(ServiceRefusal) -> SigningRequest {
        let bytes: [UInt8]
        do throws(LocalSocketFault) {
            bytes = try socket.readAll(
                limit: JSONValue.byteLimit,
                before: Deadline(seconds: transferSeconds))
        } catch {
            throw error == .timedOut ? .requestTooSlow : .badRequest(error.explanation.words)
        }
        do throws(JSONFault) { return try SigningRequest(parsing: bytes) } catch {
            throw .badRequest(error.explanation.words)
        }
    }

    private func send(_ answer: SigningAnswer, _ ask: String?, _ socket: LocalSocket) {
        do throws(LocalSocketFault) {
            try socket.write(
                answer.json.lineBytes(), before: Deadline(seconds: transferSeconds))
        } catch {
            log.lost(ask)
        }
    }
}

/// What the exchange is limited to (Spec/signing.md 2).
package enum SigningLimits {
    package static let requestsAtOnce = 8
    /// For a request to be there, and for an answer to be taken.
    package static let transferSeconds = 5
}
