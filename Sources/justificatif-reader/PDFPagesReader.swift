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

/// Turns a PDF on standard input into the pages that `PDFPagesReader` reads, on standard output, by
/// the system's pdftoppm in this process.
///
/// Ends with `toolMissing` when it is not installed, with `notConfined` when the system does not
/// let this process confine itself.
enum ConverterProgram {
    /// Never by PATH: the environment could then choose the texts.
    private static let converter = "/usr/bin/pdftoppm"

    static func main() -> Never {
        guard unsafe access(converter, X_OK) == 0 else { end(.toolMissing) }
        // One page more than is read, so that the reader knows of it. Whatever size a page says it
        // has, its longer side gets these pixels: 300 dots an inch on A4.
        let arguments = [
            "-gray", "-scale-to", "3508", "-l", String(ScanLimits.pages + 1), "-",
        ]
        _ = try? Confinement.becomeConverter(converter, arguments: arguments)
        end(.notConfined)
    }
}
