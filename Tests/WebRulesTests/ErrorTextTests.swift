import Explaining
import Testing
import WebRules

@Suite struct ErrorTextTests {
    private let row = Explanation(
        "sample", .data, Wording("<b>\"a\" & b", "<b>\"a\" & b"))

    @Test(arguments: [nil, "*/*", "application/json"])
    func isOneLineOfJSONForPrograms(accept: String?) {
        let text = ErrorText(row, accept: accept, .french)
        #expect(text.type == "application/json")
        #expect(text.body == #"{"error":{"code":"sample","message":"<b>\"a\" & b"}}"# + "\n")
    }

    @Test func isAPageForABrowserAndNothingInItIsMarkup() {
        let text = ErrorText(row, accept: "text/html,application/xhtml+xml", .english)
        #expect(text.type == "text/html; charset=utf-8")
        #expect(text.body.contains("<p>&lt;b>&quot;a&quot; &amp; b</p>"))
        #expect(text.body.contains("lang=\"en\""))
        #expect(!text.body.contains("<b>"))
    }

    @Test func givesEachRefusalAStatusOfItsOwn() {
        let all: [WebRefusal] = [
            .misdirected, .foreignOrigin, .noToken, .noSuchPage, .wrongMethod, .tooLarge(limit: 1),
            .wrongType(known: "text/plain"), .malformed("lang"), .tooMany, .unavailable,
            .unforeseen,
        ]
        #expect(
            all.map(\.status) == [421, 403, 401, 404, 405, 413, 415, 400, 429, 503, 500])
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(
            [404, 405, 400, 418, 500, 502].map(WebRefusal.init(status:)) == [
                .noSuchPage, .wrongMethod, .malformed("request"), .malformed("request"),
                .unforeseen, .unforeseen,
            ])
    }

    @Test func letsNoAnswerBeFramedStoredOrTakenForAnotherType() {
        let fields = Dictionary(AnswerFields.all.map { ($0.name, $0.value) }) { first, _ in first }
        #expect(fields.count == AnswerFields.all.count)
        #expect(fields["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
        #expect(fields["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
        #expect(fields["x-content-type-options"] == "nosniff")
        #expect(fields["cache-control"] == "no-store")
        #expect(fields["referrer-policy"] == "no-referrer")
    }
}
