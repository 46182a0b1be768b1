import Lists
import TestSupport
import Testing

/// What became of the files, told apart and compared.
@Suite struct AdoptionReportTests {
    typealias Post = AdoptionTests.Post

    static func offers(_ files: [UInt8]...) -> [ListOffer] {
        files.enumerated().map { ListOffer(name: "\($0).cose", bytes: $1) }
    }

    static func report(
        of offers: [ListOffer], to edition: ListsEdition = ListsEdition(pinned: Post.roots)
    ) -> AdoptionReport {
        var adoption = Adoption(to: edition, at: Post.now, Practice.crypto)
        adoption.consider(offers)
        return adoption.report
    }

    @Test func saysWhetherAnythingWasAdoptedAndAnythingRefused() throws {
        let good = AdoptionReportTests.report(of: AdoptionReportTests.offers(Post.trust()))
        #expect(good.hasAdopted && !good.hasRefused)
        let bad = AdoptionReportTests.report(of: AdoptionReportTests.offers([0x00]))
        #expect(!bad.hasAdopted && bad.hasRefused)
        let both = AdoptionReportTests.report(
            of: AdoptionReportTests.offers(Post.trust(), [0x00]))
        #expect(both.hasAdopted && both.hasRefused)
        let none = AdoptionReportTests.report(of: [])
        #expect(!none.hasAdopted && !none.hasRefused)
    }

    @Test func whatIsInForceAlreadyIsNeitherAdoptedNorRefused() {
        var adoption = Adoption(
            to: ListsEdition(pinned: Post.roots), at: Post.now, Practice.crypto)
        adoption.consider(AdoptionReportTests.offers(Post.trust()))
        let again = AdoptionReportTests.report(
            of: AdoptionReportTests.offers(Post.trust()), to: adoption.edition)
        #expect(!again.hasAdopted && !again.hasRefused)
        #expect(
            again.outcomes.map(\.outcome)
                == [.inForce(.trust(sequence: 7, issued: TrustBuilder().issued))])
    }

    @Test func namesWhatWasAdoptedByItsNumbers() throws {
        let report = AdoptionReportTests.report(
            of: try AdoptionReportTests.offers(Post.caf(), Post.trust()))
        #expect(report.outcomes.map(\.name) == ["1.cose", "0.cose"])
        #expect(
            report.outcomes.map(\.outcome) == [
                .adopted(.trust(sequence: 7, issued: TrustBuilder().issued)),
                .adopted(
                    .revocations(
                        identifier: "caf", epoch: 1, sequence: 40,
                        issued: RevocationBuilder().issued)),
            ])
    }

    @Test func theSameFilesGiveTheSameReport() throws {
        let offers = try AdoptionReportTests.offers(Post.trust(), Post.caf(), [0x00])
        let report = AdoptionReportTests.report(of: offers)
        #expect(AdoptionReportTests.report(of: offers) == report)
        #expect(AdoptionReportTests.report(of: offers.dropLast()) != report)
        let renamed = offers.map { ListOffer(name: "other-\($0.name)", bytes: $0.bytes) }
        #expect(AdoptionReportTests.report(of: renamed) != report)
    }

    /// Two reports differ that differ in nothing but what was put out of force.
    @Test func countsWhatWasPutOutOfForce() throws {
        var adoption = Adoption(
            to: ListsEdition(pinned: Post.roots), at: Post.now, Practice.crypto)
        adoption.consider(try AdoptionReportTests.offers(Post.trust(), Post.caf()))
        let next = AdoptionReportTests.offers(Post.trust(8, epoch: 2))
        let dropping = AdoptionReportTests.report(of: next, to: adoption.edition)
        let fresh = AdoptionReportTests.report(of: next)
        #expect(dropping.dropped.map(\.identifier) == ["caf"])
        #expect(dropping.outcomes.map(\.outcome) == fresh.outcomes.map(\.outcome))
        #expect(dropping != fresh)
        #expect(dropping == AdoptionReportTests.report(of: next, to: adoption.edition))
    }
}
