internal import Glibc
internal import Spooling

/// How many lines of a journal say something of a person still, and since when.
package struct JournalSurvey: Sendable {
    package private(set) var lines = SpoolSurvey.Count()
    /// It was read to its end.
    package private(set) var isWhole = false

    /// A journal that was collected, or is not there yet, has no line.
    package init(_ path: String) {
        let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard number >= 0 else {
            isWhole = errno == ENOENT
            return
        }
        defer { close(number) }
        var rest = JournalLines(reading: number)
        do throws(SpoolFault) {
            while let line = try rest.next() {
                guard let arrival = Journal.arrival(in: line), !Journal.isRedacted(line) else {
                    continue
                }
                lines.add(arrival.milliseconds)
            }
            isWhole = true
        } catch { isWhole = false }
    }
}
