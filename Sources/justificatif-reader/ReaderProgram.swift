import Confinement
import Glibc
import ScanReading
import Siblings

/// One picture on standard input, its texts on standard output, then the end of the process.
///
/// It ends with a `SiblingStatus`: `done` with an answer, also about a picture that it refuses.
@main
struct ReaderProgram {
    static func main() {
        if CommandLine.arguments.dropFirst() == ["--help"] {
            StandardStreams.write(Array((help + "\n").utf8))
            return
        }
        if CommandLine.arguments.dropFirst() == ["--pages"] { PDFPagesReader.main() }
        if CommandLine.arguments.dropFirst() == ["--pages-of-tiff"] { TIFFPagesReader.main() }
        if CommandLine.arguments.dropFirst() == ["--pages-of-pdf"] { ConverterProgram.main() }
        guard CommandLine.arguments.count == 1 else { end(.refused) }
        do throws(ConfinementFault) {
            // Before the first byte of the picture, and after everything is loaded.
            try Confinement.enterReader()
        } catch { end(.notConfined) }
        guard let picture = StandardStreams.input(upTo: ScanLimits.fileBytes + 1) else { end(.io) }
        StandardStreams.write(answer(forPicture: picture))
    }

    /// How texts begin that end the search in a picture; others are given too when they are met.
    static let soughtPrefix = "JF"

    private static let help = """
        justificatif-reader < IMAGE | ... : lit les codes QR d'une seule image, PNG, JPEG ou WebP.
        justificatif-reader < PICTURE | ... : reads the QR codes of one picture, PNG, JPEG or WebP.
        justificatif-reader --pages-of-pdf < PDF | justificatif-reader --pages | ... : PDF.
        justificatif-reader --pages-of-tiff < TIFF | ... : TIFF.
        """

    private static func answer(forPicture picture: [UInt8]) -> [UInt8] {
        do throws(PictureRefusal) {
            return answerBytes(texts: try texts(inPicture: picture, seeking: soughtPrefix))
        } catch {
            return answerBytes(refusal: error)
        }
    }
}

/// Ends this process at once: nothing waits to be written, and what others hang on the end of a
/// process, such as the profile of a build that measures, would open a file.
func end(_ status: SiblingStatus) -> Never { _exit(status.rawValue) }
