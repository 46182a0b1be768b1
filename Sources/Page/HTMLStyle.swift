/// The style sheet of the HTML page and the policy that admits it and nothing else.
enum HTMLStyle {
    /// Nothing is loaded, run, framed or sent.
    ///
    /// The one style sheet is named by its hash, which a test compares with `sheet`. A logo is
    /// inside of the page.
    static func policy(withLogo: Bool) -> String {
        "default-src 'none'; \(withLogo ? "img-src data:; " : "")style-src 'sha256-\(hash)'; "
            + "base-uri 'none'; form-action 'none'"
    }

    private static let hash = "cNLTVrZElwrwB2JX/faR+lK7gJStv8PZZUD5uW2+JVY="

    static let sheet = """

        html { background: #fff; color: #000; color-scheme: only light; }
        html { font: 100%/1.5 "DejaVu Sans", Verdana, sans-serif; }
        body { margin: 0 auto; max-width: 48rem; padding: 1.5rem; overflow-wrap: anywhere; }
        header p { margin: 0; }
        .issuer { font-weight: bold; }
        .logo { float: right; height: auto; margin: 0 0 0.5rem 1rem; max-width: 33%; }
        h1 { clear: both; }
        h1 { font-size: 1.8rem; line-height: 1.25; margin: 1.25rem 0 0.75rem; }
        h2 { font-size: 1.1rem; line-height: 1.3; margin: 1.5rem 0 0.25rem; }
        p, ul, dl { margin: 0.25rem 0 0.5rem; }
        ul { padding-left: 1.25rem; }
        .statement { font-size: 1.2rem; }
        figure {
          border: 1px solid #000; float: right; margin: 1.5rem 0 1rem 2rem; padding: 0.5rem;
        }
        figcaption { font-weight: bold; text-align: center; }
        svg { display: block; margin: 0 auto; max-width: 100%; }
        dl div { margin: 0 0 0.5rem; }
        dt { font-size: 0.95rem; }
        dd { font-size: 1.15rem; font-weight: bold; margin: 0; }
        .large dd { font-size: 1.5rem; line-height: 1.3; }
        .validity {
          border: 2px solid #000; clear: both; font-size: 1.15rem; padding: 0.5rem 0.75rem;
        }
        .validity strong { display: block; }
        details { border-top: 1px solid #000; margin-top: 2rem; padding-top: 0.5rem; }
        .token { font-size: 0.75rem; word-break: break-all; }
        .slip { border-top: 2px dashed #000; margin-top: 2rem; padding-top: 0.25rem; }
        .reference { font-size: 1.5rem; font-weight: bold; }
        @media screen and (max-width: 38rem) {
          body { padding: 1rem; }
          figure { border-width: 1px 0; float: none; margin: 1rem -1rem; padding: 0.5rem 0; }
          svg { height: auto; width: 100%; }
        }
        @media print {
          @page { margin: 12mm 15mm; size: A4; }
          html { font-size: 8.5pt; line-height: 1.35; }
          body { max-width: none; padding: 0; }
          h1 { margin: 0.75rem 0 0.5rem; }
          h2 { margin-top: 0.9rem; }
          details:not([open]) { display: none; }
          .slip { margin-top: 1rem; }
          figure, .validity, .slip, dl div, li { break-inside: avoid; }
          h2 { break-after: avoid; }
        }

        """
}
