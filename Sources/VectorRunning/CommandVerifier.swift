internal import Files
internal import Glibc
package import JSONFields
internal import Siblings

/// Any verifier that is a command: one line of JSON in, one out (Vectors/README.md 3).
package struct CommandVerifier: ~Copyable, VectorAnswering {
    private static let byteLimit = 67_108_864
    private static let newline = UInt8(ascii: "\n")

    private var process: SiblingProcess
    private let questions: Descriptor
    private let answers: Descriptor
    private let seconds: Int

    /// Starts `command` by the shell, as the person who gave it would; it has `seconds` for each
    /// answer.
    package init(_ command: String, seconds: Int = 20) throws {
        self.seconds = seconds
        let input = try PipeEnds()
        let output = try PipeEnds()
        for end in [input.writing.number, output.reading.number] {
            guard fcntl(end, F_SETFL, O_NONBLOCK) == 0 else { throw CommandVerifier.fault("fcntl") }
        }
        process = try SiblingProcess(
            "/bin/sh", ["-c", command], input: input.reading.number,
            output: output.writing.number, errors: .shown, environment: .ours)
        questions = input.intoWriting()
        answers = output.intoReading()
    }

    /// Throws `VectorFault` when no answer comes in time, or one that is no line of JSON.
    package mutating func answer(_ question: JSONValue) throws -> JSONValue {
        var unsent = ArraySlice(question.lineBytes())
        var answer: [UInt8] = []
        let deadline = Deadline(seconds: seconds)
        while answer.last != CommandVerifier.newline {
            // Both ways at once: a command may begin to answer while it is still being asked.
            try wait(before: deadline, toWrite: !unsent.isEmpty)
            if !unsent.isEmpty { try send(&unsent) }
            try receive(into: &answer)
        }
        guard unsent.isEmpty, !answer.dropLast().contains(CommandVerifier.newline) else {
            throw VectorFault(
                ofCommand: "n’a pas répondu à une question par une ligne",
                "did not answer one question with one line")
        }
        do throws(JSONFault) {
            return try JSONValue(
                parsing: answer, from: "answer", limit: CommandVerifier.byteLimit)
        } catch {
            throw VectorFault(
                ofCommand: "a donné une réponse qui n’est pas du JSON",
                "gave an answer that is not JSON")
        }
    }

    /// Closes its input and waits for its end, for as long as it has for an answer.
    ///
    /// Throws `VectorFault` when it does not end, or not with status 0, or when it answered more
    /// than it was asked: a surplus line may come too late to be seen with its own question.
    package consuming func finish() throws {
        let deadline = Deadline(seconds: seconds)
        var process = consume process
        _ = consume questions
        do throws(SiblingFault) {
            guard try process.ending(before: deadline) == .done else {
                throw .badAnswer
            }
        } catch .timedOut {
            throw VectorFault(
                ofCommand: "n’a pas fini après la dernière question",
                "did not end after the last question")
        } catch {
            throw VectorFault(
                ofCommand: "n’a pas fini avec le statut 0",
                "did not end with status 0")
        }
        var surplus: UInt8 = 0
        guard unsafe read(answers.number, &surplus, 1) <= 0 else {
            throw VectorFault(
                ofCommand: "a donné plus de réponses qu’il n’y avait de questions",
                "gave more answers than there were questions")
        }
    }

    /// Waits until the command can be written to or read from.
    private func wait(before deadline: Deadline, toWrite: Bool) throws {
        var entries = [
            pollfd(fd: answers.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: toWrite ? questions.number : -1, events: Int16(POLLOUT), revents: 0),
        ]
        let ready = unsafe poll(
            &entries, nfds_t(entries.count), deadline.remainingMilliseconds)
        if ready == 0 {
            throw VectorFault(
                ofCommand: "n’a pas répondu en \(seconds) secondes",
                "gave no answer in \(seconds) seconds")
        }
        guard ready > 0 || errno == EINTR else { throw CommandVerifier.fault("poll") }
    }

    private func send(_ unsent: inout ArraySlice<UInt8>) throws {
        let count = unsafe unsent.withUnsafeBytes { bytes in
            unsafe write(questions.number, bytes.baseAddress, bytes.count)
        }
        if count > 0 { unsent = unsent.dropFirst(count) }
        guard count >= 0 || errno == EAGAIN || errno == EINTR else {
            throw VectorFault(
                ofCommand: "a fini, ou fermé son entrée, avant la dernière question",
                "ended, or closed its input, before the last question")
        }
    }

    private func receive(into answer: inout [UInt8]) throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe read(answers.number, &chunk, chunk.count)
        if count == 0 {
            throw VectorFault(
                ofCommand: "a fini avant la dernière question",
                "ended before the last question")
        }
        guard count > 0 || errno == EAGAIN || errno == EINTR else {
            throw CommandVerifier.fault("read")
        }
        if count > 0 { answer += chunk[..<count] }
        guard answer.count <= CommandVerifier.byteLimit else {
            throw VectorFault(
                ofCommand: "a répondu plus de \(CommandVerifier.byteLimit) octets",
                "answered more than \(CommandVerifier.byteLimit) bytes")
        }
    }

    private static func fault(_ call: String) -> VectorFault {
        VectorFault(call, "erreur n° \(errno)", "errno \(errno)")
    }
}
