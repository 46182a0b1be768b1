/// The one style sheet of the portal.
package enum Stylesheet {
    package static let text = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 44rem; color: #161616;
          background: #fff; font: 1.125rem/1.6 system-ui, sans-serif; }
        header, footer { border-bottom: 1px solid #767676; margin-bottom: 1.5rem; }
        header p { margin: .25rem 0; }
        .ways { display: flex; justify-content: space-between; gap: 1rem; }
        footer { border: 0; border-top: 1px solid #767676; margin-top: 2rem; font-size: 1rem; }
        .legal { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; }
        h2 { font-size: 1.25rem; margin-top: 2rem; }
        a { color: #003f8a; overflow-wrap: anywhere; }
        a:focus, button:focus, input:focus, main:focus { outline: 3px solid #0a58ca;
          outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { position: static; }
        fieldset { border: 1px solid #767676; padding: .5rem 1rem; margin: 0 0 1.5rem; }
        legend { float: left; width: 100%; padding: .25rem 0; font-weight: bold; }
        legend + * { clear: both; }
        .choice { display: flex; gap: .75rem; align-items: baseline; margin: .75rem 0; }
        .choice input { width: 1.25rem; height: 1.25rem; flex: none; }
        button { font: inherit; padding: .6rem 1.2rem; border: 2px solid #003f8a;
          background: #003f8a; color: #fff; border-radius: .25rem; cursor: pointer; }
        .artwork { position: relative; padding: 0; border: 0; background: none; }
        .artwork img { display: block; max-width: 100%; max-height: 4.5rem; }
        .artwork .hover { position: absolute; inset: 0; opacity: 0; }
        .artwork:hover .hover, .artwork:focus .hover { opacity: 1; }
        .artwork:hover .hover + img, .artwork:focus .hover + img { opacity: 0; }
        a.button { display: inline-block; padding: .6rem 1.2rem; border-radius: .25rem;
          background: #003f8a; color: #fff; }
        dt { font-weight: bold; }
        dd { margin: 0 0 .5rem; }
        button.second { background: #fff; color: #003f8a; }
        form { margin: 1rem 0; }
        .buttons { display: flex; flex-wrap: wrap; gap: 1rem; }
        .buttons form { margin: 0; }
        .field { display: block; width: 100%; max-width: 24rem; font: inherit; padding: .5rem;
          border: 1px solid #767676; border-radius: .25rem; }
        .whole { white-space: nowrap; }
        .proofs { padding: 0; list-style: none; }
        .proofs > li { border-bottom: 1px solid #767676; padding: .5rem 0; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: bold; padding: .5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .5rem;
          border-bottom: 1px solid #767676; overflow-wrap: break-word; }
        th { width: 40%; }
        @media (max-width: 26rem) {
          table { font-size: 1rem; }
          th, td { padding: .5rem .25rem; }
          td { min-width: 6.5rem; overflow-wrap: anywhere; }
        }
        .paper { display: none; }
        @media print {
          header a, form, .skip, .leave, .files, footer { display: none; }
          .paper { display: block; }
        }

        """
}
