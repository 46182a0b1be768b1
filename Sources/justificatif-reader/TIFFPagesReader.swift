import Confinement
import Glibc
import ScanReading
import Siblings

/// A TIFF file on standard input; the answers of its pages on standard output, one after the other.
///
/// Confined as a reader of pictures is; ends as `ReaderProgram` does. A page that is refused is the
/// last.
enum TIFFPagesReader {
    static func main() -> Never {
        TIFFPages.prepare()
        do throws(ConfinementFault) { try Confinement.enterReader() } catch {
            end(.notConfined)
        }
        guard let bytes = StandardStreams.input(upTo: ScanLimits.fileBytes + 1) else { end(.io) }
        var search = PageSearch(seeking: ReaderProgram.soughtPrefix)
        do throws(PictureRefusal) {
            var pages = try TIFFPages(of: bytes)
            while let texts = try search.texts(onNextOf: &pages) {
                guard !search.hasTooManyPages else {
                    StandardStreams.finish(with: answerTooManyPages)
                }
                StandardStreams.write(answerBytes(texts: texts))
            }
        } catch { StandardStreams.finish(with: answerBytes(refusal: error)) }
        end(.done)
    }
}
