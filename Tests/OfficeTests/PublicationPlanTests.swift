import Explaining
import Office
import Proofs
import TestSupport
import Testing

/// What a publisher may ask for.
@Suite struct PublicationPlanTests {
    private static func plan(at instant: Instant) -> PublicationPlan {
        PublicationPlan(
            list: "caf", epoch: nil, sequence: nil, trustMinimum: 0, warnDays: 10, refuseDays: 45,
            instant: instant)
    }

    @Test(arguments: [
        (1, 2, true), (10, 45, true), (365, 366, true), (0, 45, false), (45, 45, false),
        (46, 45, false), (10, 367, false), (-1, 0, false),
    ])
    func aListIsWarnedOfBeforeItIsRefused(warn: Int, refuse: Int, isGood: Bool) {
        #expect(PublicationPlan.areDays(warn: warn, refuse: refuse) == isGood)
    }

    @Test(arguments: [
        ("caf", true, true), ("caf-75", true, true), ("caf.75", true, false),
        ("roots", false, false), ("trust", false, false), ("CAF", false, false),
        ("", false, false), (String(repeating: "a", count: 32), true, true),
        (String(repeating: "a", count: 33), false, false), ("a/b", false, false),
    ])
    func aNameOfAListMayHaveADotAndOneOfAUnitNone(name: String, isList: Bool, isUnit: Bool) {
        #expect(PublicationPlan.isListName(name) == isList)
        #expect(PublicationPlan.isUnitName(name) == isUnit)
    }

    @Test func warnsOfAnInstantThatVerifiersRefuseUntilThen() {
        let now = Sample.now
        #expect(Self.plan(at: now).warning(at: now, .english) == nil)
        #expect(Self.plan(at: now.adding(hours: 24)).warning(at: now, .english) == nil)
        let words = Self.plan(at: now.adding(hours: 25)).warning(at: now, .english)
        #expect(words?.contains("is in the future") == true)
    }
}
