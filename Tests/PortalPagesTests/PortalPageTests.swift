import Explaining
import OpenIDConnect
import PortalPages
import PortalRules
import Testing

@Suite struct PortalPageTests {
    private let body = PortalBody(name: "Caisse <b>", contact: "03 00 00 00 00")

    @Test func escapesEveryTextThatIsPutIntoAPage() {
        let name = "<b>\"A\" & 'B'</b>"
        let piece: HTML = "<p title=\"\(name)\">\(name)</p>"
        let safe = "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"
        #expect(piece.text == "<p title=\"\(safe)\">\(safe)</p>")
        let outer: HTML = "<div>\(piece)</div>"
        #expect(outer.text == "<div>\(piece.text)</div>")
    }

    @Test func hasOneTitleALanguageAndAWayToTheContent() {
        let document = PortalPage.home([], token: "t").document(of: body)
        #expect(document.hasPrefix("<!doctype html>\n<html lang=\"fr\">"))
        #expect(document.components(of: "<h1>") == 1)
        #expect(document.contains("<a class=\"skip\" href=\"#contenu\">"))
        #expect(document.contains("Caisse &lt;b&gt;"))
        #expect(!document.contains("<script"))
        #expect(!document.contains("style="))
    }

    @Test func endsEveryFailureWithThePaperRoad() {
        let failures: [PortalFailure] = [
            .noSession, .wrongForm, .tooMany, .unavailable("call-timeout"), .login(.abandoned),
            .login(.stateUnknown), .login(.nonceWrong),
        ]
        for failure in failures {
            let page = PortalPage.failure(failure, body).document(of: body)
            #expect(page.contains("sur papier"), "\(failure.code)")
            #expect(page.contains(failure.code))
        }
        let states: [DatumState] = [
            .absent, .notIdentified, .notTransmitted, .loginOver, .retry(seconds: 60),
        ]
        for state in states {
            let page = PortalPage.withoutDatum(state, body, token: "t").document(of: body)
            #expect(page.contains("sur papier"), "\(state)")
        }
    }

    @Test func takesAPersonWhoWentBackForNoError() {
        #expect(PortalFailure.login(.abandoned).status == 200)
        #expect(PortalFailure.login(.stateUnknown).status == 400)
        #expect(PortalFailure.login(.tokenSignature).status == 502)
    }

    @Test func offersOnlyTheValueWithoutAScale() {
        let page = PortalPage.choosing(nil, token: "t").document(of: body)
        #expect(page.components(of: "type=\"radio\"") == 1)
        #expect(page.contains("value=\"t\""))
    }
}

extension String {
    /// How often a text is in this one.
    fileprivate func components(of text: String) -> Int { split(separator: text).count - 1 }
}
