package import Explaining
internal import JSONFields

/// An error as the body of an answer: one line of JSON, or a page for who came by a browser.
package struct ErrorText: Equatable, Sendable {
    package let type: String
    package let body: String

    /// `accept` is the field of the request; a browser that opens a page asks for HTML.
    package init(_ explanation: Explanation, accept: String?, _ language: Language) {
        let words = explanation.words(language)
        if accept?.contains("text/html") ?? false {
            type = "text/html; charset=utf-8"
            body = ErrorText.page(words, code: explanation.code, language)
        } else {
            type = "application/json"
            let error: JSONObject = [
                "code": .string(explanation.code), "message": .string(words),
            ]
            body = JSONValue.object(["error": .object(error)]).line() + "\n"
        }
    }

    private static func page(_ words: String, code: String, _ language: Language) -> String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <meta charset="utf-8">
        <title>\(code)</title>
        <p>\(escaped(words))</p>

        """
    }

    /// Neither element nor attribute can begin in the result.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;")
    }
}
