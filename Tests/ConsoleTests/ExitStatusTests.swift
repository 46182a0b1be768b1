import Console
import Explaining
import Testing

typealias Status = Console.ExitStatus

/// Spec/verdicts.md 4: what a batch exits with.
@Suite struct ExitStatusTests {
    static let worstFirst: [Status] = [
        .fault, .configuration, .io, .refused, .notAccepted, .notConcluded, .notRead, .success,
    ]

    @Test func hasTheNumbersOfTheSpec() {
        #expect(ExitStatusTests.worstFirst.map(\.rawValue) == [70, 78, 74, 64, 1, 3, 4, 0])
    }

    @Test(arguments: worstFirst.indices)
    func theWorstOfABatchDecides(place: Int) {
        let worst = ExitStatusTests.worstFirst[place]
        for other in ExitStatusTests.worstFirst[place...] {
            #expect(Status.worst([worst, other]) == worst)
            #expect(Status.worst([other, worst, other]) == worst)
        }
    }

    @Test(
        arguments: [
            (.unread, 4), (.data, 64), (.program, 70), (.files, 74), (.configuration, 78),
            (.ended(status: 3), 3), (.ended(status: 2), 70),
        ] as [(Cause, Int32)])
    func theCauseOfAnErrorDecides(cause: Cause, status: Int32) {
        #expect(Status(cause).rawValue == status)
    }

    @Test func nothingIsASuccess() {
        #expect(Status.worst([]) == .success)
    }

    @Test func noOtherNumberIsAStatus() {
        let known = Set(ExitStatusTests.worstFirst.map(\.rawValue))
        for number: Int32 in 0...255 {
            #expect((Status(rawValue: number) != nil) == known.contains(number))
        }
    }
}
