internal import HTTPTypes
package import Hummingbird
internal import NIOCore
internal import WebRules

extension Request {
    /// The whole body.
    ///
    /// Throws `WebRefusal.tooLarge` above `limit` bytes, before reading if the request says so
    /// itself. The rest of the body is read and dropped, within the time that a body may take.
    package func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let said = headers[.contentLength].flatMap({ Int($0) }), said > limit {
            throw WebRefusal.tooLarge(limit: limit)
        }
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= limit else {
                throw WebRefusal.tooLarge(limit: limit)
            }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
    }
}
