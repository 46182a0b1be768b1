internal import Glibc
internal import WebRules

/// What clients that cannot be told apart share: an IPv4 address, or the first 64 bits of an IPv6
/// address, of which one household has as many as it likes.
package struct ClientPrefix: Hashable, Sendable {
    /// 4 or 8 bytes; none for what is no address.
    package let bytes: [UInt8]

    /// The prefix of an address as it is written.
    package init(_ text: String) {
        var (short, long) = (in_addr(), in6_addr())
        if unsafe inet_pton(AF_INET, text, &short) == 1 {
            bytes = unsafe withUnsafeBytes(of: short) { unsafe Array($0) }
        } else if unsafe inet_pton(AF_INET6, text, &long) == 1 {
            let whole = unsafe withUnsafeBytes(of: long) { unsafe Array($0) }
            // An IPv4 address as IPv6 writes it (RFC 4291 2.5.5.2).
            let isShort = whole.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
            bytes = isShort ? Array(whole[12...]) : Array(whole[..<8])
        } else {
            bytes = []
        }
    }
}

/// A bucket for each prefix; those that are full again are forgotten.
struct ClientBuckets {
    /// The most prefixes that are told apart; any more share one bucket.
    static let countLimit = 65_536

    private struct Client {
        var bucket: RateBucket
        var lastAt: Int64
    }

    private let capacity: Int
    private let perSecond: Int
    private var clients: [ClientPrefix: Client] = [:]
    private var sweptAt: Int64 = 0

    init(capacity: Int, perSecond: Int) {
        self.capacity = capacity
        self.perSecond = perSecond
    }

    /// Takes a request of a client out; false if it has none left.
    ///
    /// `now` is in milliseconds of a clock that is not set back.
    mutating func take(_ client: ClientPrefix, at now: Int64) -> Bool {
        sweep(at: now)
        let isTold = clients[client] != nil || clients.count < ClientBuckets.countLimit
        let key = isTold ? client : ClientPrefix("")
        var known =
            clients[key]
            ?? Client(
                bucket: RateBucket(capacity: capacity, perSecond: perSecond, at: now), lastAt: now)
        known.lastAt = now
        let isWithin = known.bucket.take(at: now)
        clients[key] = known
        return isWithin
    }

    /// How many are told apart.
    var count: Int { clients.count }

    /// After so long any bucket is full.
    private var fillTime: Int64 { Int64(capacity) * 1_000 / Int64(perSecond) + 1 }

    private mutating func sweep(at now: Int64) {
        guard now - sweptAt >= fillTime else { return }
        sweptAt = now
        let time = fillTime
        clients = clients.filter { now - $1.lastAt < time }
    }
}
