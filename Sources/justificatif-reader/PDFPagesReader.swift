import Confinement
import Glibc
import ScanReading
import Siblings

/// Pages on standard input, one after the other; their answers on standard output, one after the
/// other, each written when the page is read.
///
/// Ends as `ReaderProgram` does; a page that is refused is the last.
enum PDFPagesReader {
    static func main() -> Never {
        do throws(ConfinementFault) { try Confinement.enterReader() } catch {
            end(.notConfined)
        }
        var input = InputStream()
        var search = PageSearch(seeking: ReaderProgram.soughtPrefix)
        do throws(PictureRefusal) {
            while let header = try PageHeader(from: { input.next() }) {
                let pixels = input.bytes(count: header.width * header.height)
                let texts = try search.texts(onPage: pixels, header)
                guard !search.hasTooManyPages else {
                    StandardStreams.finish(with: answerTooManyPages)
                }
                StandardStreams.write(answerBytes(texts: texts))
            }
        } catch { StandardStreams.finish(with: answerBytes(refusal: error)) }
        end(.done)
    }
}
