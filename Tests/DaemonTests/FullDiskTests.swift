import Foundation
import TestSupport
import Testing

/// A disk that is full: the daemon waits, says so, and goes on.
struct FullDiskTests {
    private static let hasNamespaces: Bool =
        (try? Programs.run("/usr/bin/unshare", ["-Ur", "-m", "true"]).status) == 0

    @Test(.enabled(if: hasNamespaces))
    func waitsAndResumesWhenThereIsRoomAgain() throws {
        let desk = try DaemonDesk()
        desk.write(desk.text, as: "text")
        desk.write("{\"free_mib\": 1}", as: "config.json")
        let script = """
            set -e
            cd '\(desk.file(""))'
            mount -t tmpfs -o size=4m tmpfs spool
            '\(Programs.path(of: "justificatifd"))' run --config config.json --spool spool \
                --lists lists >/dev/null 2>log &
            daemon=$!
            trap 'kill $daemon 2>/dev/null || true' EXIT
            wait_for() { for i in $(seq 600); do if eval "$1"; then return 0; fi; sleep 0.1; done; return 1; }
            count() { ls spool/verdicts 2>/dev/null | wc -l; }
            wait_for 'test -d spool/quarantine'
            drop() { cp text "spool/in/.$1"; mv "spool/in/.$1" "spool/in/$1"; }
            for i in 1 2 3; do drop "before-$i"; done
            wait_for '[ $(count) = 3 ]'
            head -c 3500000 /dev/zero > spool/filler
            sleep 1
            for i in 1 2 3; do drop "during-$i"; done
            wait_for 'grep -q spool-full log'
            sleep 1
            echo "during $(count)"
            '\(Programs.path(of: "justificatifd"))' status --spool spool --lists lists || true
            rm spool/filler
            wait_for '[ $(count) = 6 ]'
            echo "after $(count)"
            kill $daemon
            wait $daemon
            grep -c spool-resumed log
            """
        let outcome = try Programs.run("/usr/bin/unshare", ["-Ur", "-m", "sh", "-c", script])
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(outcome.text.contains("during 3\n"))
        #expect(outcome.text.contains("disque plein"))
        #expect(outcome.text.contains("after 6\n1\n"))
    }
}
