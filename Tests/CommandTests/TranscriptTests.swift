import TestSupport
import Testing

/// The files of Tests/Transcripts, played again.
struct TranscriptTests {
    @Test(arguments: Transcript.all)
    func theProgramsPrintWhatIsWritten(transcript: Transcript) throws {
        #expect(!transcript.steps.isEmpty)
        for (written, played) in zip(transcript.steps, try transcript.played()) {
            #expect(written == played, "now it is:\n\(played.text)")
        }
    }

    @Test func takesWhatFollowsACommandUpToItsStatus() {
        let text = "For the reader.\n\n$ echo a; echo\na\n\n=> 0\n\nMore.\n$ false\n=> 1\n"
        let steps = [
            Transcript.Step(command: "echo a; echo", lines: ["a", "", "=> 0"]),
            Transcript.Step(command: "false", lines: ["=> 1"]),
        ]
        #expect(Transcript(name: "sample", text: text).steps == steps)
    }

    @Test func playsBothStreamsAndTheStatus() throws {
        let sample = Transcript(name: "sample", text: "$ echo a; echo b >&2; exit 3\n=> 0\n")
        #expect(try sample.played().map(\.lines) == [["a", "b", "=> 3"]])
    }
}
