import Testing
import WebRules

@testable import WebServing

@Suite struct ClientBucketsTests {
    @Test func takesTheFirstHalfOfAnIPv6AddressAndAWholeIPv4Address() {
        #expect(ClientPrefix("2001:db8:1:2::1") == ClientPrefix("2001:DB8:1:2:ffff::9"))
        #expect(ClientPrefix("2001:db8:1:2::1") != ClientPrefix("2001:db8:1:3::1"))
        #expect(ClientPrefix("192.0.2.7") != ClientPrefix("192.0.2.8"))
        #expect(ClientPrefix("::ffff:192.0.2.7") == ClientPrefix("192.0.2.7"))
    }

    @Test(arguments: ["", "192.0.2", "2001:db8", "a name", "192.0.2.7, 192.0.2.8"])
    func takesWhatIsNoAddressAsOneClient(text: String) {
        #expect(ClientPrefix(text) == ClientPrefix("neither"))
    }

    @Test func emptiesTheBucketOfOneClientAndNoOther() {
        var buckets = ClientBuckets(capacity: 3, perSecond: 1)
        let (one, other) = (ClientPrefix("192.0.2.7"), ClientPrefix("192.0.2.8"))
        let taken = [
            (one, 0), (one, 0), (one, 0), (one, 0), (other, 0), (one, 1_000), (one, 1_000),
        ].map { client, now in buckets.take(client, at: Int64(now)) }
        #expect(taken == [true, true, true, false, true, true, false])
    }

    @Test func forgetsWhoseBucketIsFullAgain() {
        var buckets = ClientBuckets(capacity: 3, perSecond: 1)
        for number in 0..<100 { _ = buckets.take(ClientPrefix("192.0.2.\(number)"), at: 5_000) }
        #expect(buckets.count == 100)
        _ = buckets.take(ClientPrefix("198.51.100.1"), at: 8_001)
        #expect(buckets.count == 1)
    }

    @Test func tellsSoManyApartAndGivesTheRestOneBucket() {
        var buckets = ClientBuckets(capacity: 1, perSecond: 1)
        for high in 0..<256 {
            for low in 0..<256 { _ = buckets.take(ClientPrefix("10.0.\(high).\(low)"), at: 0) }
        }
        #expect(buckets.count == ClientBuckets.countLimit)
        let rest = ["192.0.2.7", "192.0.2.8"].map { buckets.take(ClientPrefix($0), at: 0) }
        #expect(rest == [true, false])
        #expect(buckets.count == ClientBuckets.countLimit + 1)
    }
}
