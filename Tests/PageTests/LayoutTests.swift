import QRImage
import Reporting
import Testing

@testable import Page

/// Nothing is clipped and nothing covers anything else, measured with the font that is printed.
struct LayoutTests {
    private func pages(_ page: PageCase) throws -> [LaidPage] {
        let content = try page.proof.content()
        let canvas = try PDFCanvas(title: content.title, created: content.created)
        return PageLayout(content, try content.code(), canvas).pages
    }

    @Test(arguments: PageCase.all)
    func everythingIsInsideTheMargins(_ page: PageCase) throws {
        let paper = Box(
            x: A4.side - 0.01, y: A4.millimetres(8), width: A4.text.width + 0.02,
            height: A4.text.bottom - A4.millimetres(8) + 0.01)
        for laid in try pages(page) {
            let outside = laid.blocks.flatMap(\.boxes).filter { !$0.isInside(paper) }
            #expect(outside.isEmpty)
        }
    }

    @Test(arguments: PageCase.all)
    func noTwoTextsOverlap(_ page: PageCase) throws {
        for laid in try pages(page) {
            let lines = laid.blocks.flatMap(\.lines)
            let pairs = lines.indices.flatMap { first in
                lines[(first + 1)...].map { (lines[first], $0) }
            }
            let faults = pairs.filter { $0.box.shrunk.overlaps($1.box.shrunk) }
            #expect(faults.isEmpty)
        }
    }

    @Test(arguments: PageCase.all)
    func textKeepsClearOfCodeAndFrames(_ page: PageCase) throws {
        for laid in try pages(page) {
            let lines = laid.blocks.flatMap(\.lines).map(\.box.shrunk)
            for shape in laid.blocks.compactMap(\.shape) {
                switch shape {
                case .code(let box, _), .cut(let box):
                    #expect(!lines.contains { $0.overlaps(box) })
                case .frame(let box):
                    #expect(lines.allSatisfy { !$0.overlaps(box) || $0.isInside(box) })
                case .logo(let box):
                    #expect(!lines.contains { $0.overlaps(box) })
                }
            }
        }
    }

    @Test(arguments: PageCase.all)
    func theCodeIsAtLeast40MillimetresAndOnTheDotsOfThePrinter(_ page: PageCase) throws {
        let content = try page.proof.content()
        let code = try content.code()
        let first = try #require(try pages(page).first)
        let shapes = first.blocks.compactMap(\.shape)
        guard case .code(let box, let dots) = shapes.first(where: \.isCode) else {
            Issue.record("no code on the first page")
            return
        }
        let module = Double(dots) * 25.4 / 300
        #expect(module >= 0.5079)
        #expect(module * Double(code.side) >= 40)
        for place in [box.x, box.y] {
            #expect((place / A4.dot - (place / A4.dot).rounded()).magnitude < 1e-6)
        }
    }

    @Test(arguments: PageCase.all)
    func everyWordOfTheContentIsPrinted(_ page: PageCase) throws {
        let content = try page.proof.content()
        let printed = reading(try pages(page)).flatMap(\.lines).map(\.text).joined()
        let letters = { (text: String) in text.filter { !$0.isWhitespace } }
        let wanted =
            content.address
            + [content.issuer, content.title, content.statement, content.issued, content.lastDay]
            + [content.reference]
            + content.facts + content.values.flatMap { [$0.title, $0.value] }
            + content.person.flatMap { [$0.title, $0.value] }
            + content.details.flatMap { [$0.title, $0.value] }
            + content.sections.flatMap { [$0.heading] + $0.paragraphs }
            + [content.recipient ?? "", content.accessibility, content.token]
            + (content.slip.map { [$0.heading, $0.reference, $0.advice] + $0.subject } ?? [])
        for text in wanted {
            #expect(letters(printed).contains(letters(text)) || text.isEmpty, "\(text)")
        }
    }

    /// The blocks without page numbers, and with the slip, which ends the first page, at the end.
    private func reading(_ pages: [LaidPage]) -> [LaidBlock] {
        let pages = pages.map { page in
            page.blocks.filter { block in !block.lines.contains { $0.text.contains(/page \d+ sur/) }
            }
        }
        let first = pages[0]
        let cut = first.firstIndex { $0.shape?.isCut == true } ?? first.endIndex
        return Array(first[..<cut]) + pages[1...].joined() + first[cut...]
    }

    @Test func aUsualProofFitsOnOneSheet() throws {
        for label in ["qf", "qf_at_most", "rfr", "registered_on", "base_rights_open_on"] {
            var page = try #require(PageCase.facts.first { $0.testDescription == label })
            #expect(try pages(page).count == 1, "\(label)")
            page.revocationList = "caf"
            #expect(try pages(page).count == 1, "\(label), with a slip")
        }
    }

    /// A document in which something is not in a tag is not read out whole.
    @Test(arguments: PageCase.all)
    func everythingIsTagged(_ page: PageCase) throws {
        #expect(try pages(page).flatMap(\.blocks).allSatisfy { !$0.tags.isEmpty })
    }

    @Test func theCodeTextIsNeverCutByTheEndOfAPage() throws {
        for page in PageCase.all {
            let token = try page.proof.content().token
            let texts = try pages(page).map {
                $0.blocks.flatMap(\.lines).map(\.text).joined()
            }
            #expect(texts.contains { $0.contains(token) }, "\(page.testDescription)")
        }
    }
}

extension LaidBlock {
    fileprivate var boxes: [Box] { lines.map(\.box) + (shape.map { [$0.box] } ?? []) }
}

extension LaidBlock.Shape {
    fileprivate var isCode: Bool { if case .code = self { true } else { false } }
    fileprivate var isCut: Bool { if case .cut = self { true } else { false } }
}

extension Box {
    /// Less what floating point may add.
    fileprivate var shrunk: Box {
        Box(x: x + 0.01, y: y + 0.01, width: width - 0.02, height: height - 0.02)
    }

    /// Whether more than an edge is shared.
    fileprivate func overlaps(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    fileprivate func isInside(_ other: Box) -> Bool {
        x >= other.x && right <= other.right && y >= other.y && bottom <= other.bottom
    }
}
