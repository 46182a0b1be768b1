internal import NIOCore

/// What one client, or all of them together, may ask of a server.
package struct WebLimits: Sendable {
    /// Open at the same time; more wait until one ends.
    package var connections = 256
    /// Fields of a request, in bytes and in number.
    package var fieldBytes = 16_384
    package var fieldCount = 64
    /// From a connection, or from the answer before, to the whole head of a request.
    package var head = Duration.seconds(10)
    /// From the head of a request to the end of its body.
    package var body = Duration.seconds(20)
    /// From the end of a request to the end of its answer, read by the client.
    package var answer = Duration.seconds(100)
    /// Requests at once, and a second in the long run, of all clients.
    package var burst = 400
    package var perSecond = 100
    /// The field by which a server in front names its client; nil if none does.
    ///
    /// Clients of one prefix then share so many requests at once, and a second in the long run.
    package var clientField: String?
    package var clientBurst = 100
    package var clientPerSecond = 10
    /// How long answers may take that are under way when the server is told to stop.
    package var stopping = Duration.seconds(10)

    package init() {}
}
