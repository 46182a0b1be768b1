"""The pages of the canteen form, which work without script."""

import html
import urllib.parse

STATUSES = {
    "accepted": "Acceptée : votre justificatif est authentique.",
    "received": "Reçue : un agent doit regarder votre justificatif.",
    "missing": "Il manque un justificatif : sans lui, le tarif le plus haut s’applique.",
}
# What the verifier says is for a clerk at a counter; here the citizen reads, who holds the proof.
# By its code, else by its family (Spec/verdicts.md 2).
VERDICTS = {
    "green": ("Justificatif authentique",
              "Nous avons rempli le formulaire d’après lui. Relisez, complétez et envoyez."),
    "wrong-recipient": ("Ce justificatif est fait pour une autre administration",
                        "Demandez-en un pour la Ville de Lille."),
    "expired": ("Ce justificatif a dépassé son dernier jour", "Demandez-en un autre."),
    "revoked": ("Ce justificatif a été annulé", "Demandez-en un autre."),
    "amber": ("Ce justificatif ne peut pas servir aujourd’hui",
              "Demandez-en un autre, ou envoyez quand même : un agent le regardera."),
    "red": ("Ce justificatif n’est pas accepté",
            "Demandez-en un autre à l’administration qui l’a fait."),
    "grey": ("Aucun justificatif n’a été lu",
             "Donnez le fichier que vous avez reçu, ou tout le texte du code, de « JF1: » à la fin."),
    "nothing": ("Vous n’avez rien donné",
                "Choisissez un fichier ou collez le texte du code, puis vérifiez."),
}
STYLE = """
body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: #161616;
  background: #fff; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; }
input[type=file] { width: 100%; }
label { display: block; margin-top: 1rem; }
input:not([type=file]), textarea { width: 100%; box-sizing: border-box; font: inherit;
  padding: .4rem; border: 1px solid #595959; }
button, .button { display: inline-block; margin: 1rem 0; padding: .6rem 1.2rem; font: inherit;
  color: #fff; background: #1b5e20; border: 2px solid #1b5e20; border-radius: .25rem; }
fieldset { min-width: 0; margin: 1.5rem 0; border: 1px solid #767676; }
.verdict { padding: .5rem 1rem; border-left: .5rem solid #595959; }
.green { border-color: #1b5e20; } .red { border-color: #a00000; } .amber { border-color: #8a5a00; }
:focus { outline: 3px solid #0a58ca; outline-offset: 2px; }
"""


def page(title: str, content: str) -> bytes:
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)} - Ville de Lille (démonstration)</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p>Ville de Lille (démonstration, données imaginaires)</p></header>
<main><h1>{html.escape(title)}</h1>
{content}
</main>
</body>
</html>
""".encode()


def form(file, portal: str, procedure: str) -> bytes:
    """The form of one file; what a good proof says is filled in."""
    link = f"{portal}/choisir?" + urllib.parse.urlencode(
        {"demarche": procedure, "etat": file.state})
    verdict = file.verdict
    told, filled, tariff = "", "", "le plus haut, sans justificatif"
    if verdict:
        headline, advice = VERDICTS.get(verdict.code) or VERDICTS[verdict.family]
        told = (f'<div class="verdict {verdict.family}" role="status">'
                f"<p><strong>{headline}</strong></p><p>{advice}</p></div>")
    if verdict and verdict.is_valid:
        filled, tariff = html.escape(verdict.holder), html.escape(verdict.tariff) or tariff
    return page("Inscrire un enfant à la cantine", f"""{told}
<fieldset><legend>Votre quotient familial</legend>
<p><a class="button" href="{html.escape(link)}">Le demander à ma caisse</a></p>
<p>Vous verrez ce qui sera transmis avant de l’envoyer. Vous pouvez aussi donner un justificatif
que vous avez déjà, ou une attestation sur papier à l’accueil.</p>
<form method="post" action="/fichier" enctype="multipart/form-data">
<input type="hidden" name="etat" value="{html.escape(file.state)}">
<label for="fichier">Image ou PDF du justificatif</label>
<input type="file" id="fichier" name="fichier" accept="image/*,application/pdf,.txt">
<label for="texte">ou le texte de son code</label>
<textarea id="texte" name="texte" rows="3"></textarea>
<button>Vérifier ce justificatif</button>
</form>
</fieldset>
<form method="post" action="/inscription">
<input type="hidden" name="etat" value="{html.escape(file.state)}">
<label for="parent">Parent (prénoms et nom)</label>
<input id="parent" name="parent" maxlength="200" autocomplete="name" required value="{filled}">
<label for="enfant">Enfant (prénoms et nom)</label>
<input id="enfant" name="enfant" maxlength="200" required>
<p>Tarif : <strong>{tariff}</strong></p>
<button>Envoyer l’inscription</button>
</form>""")


def receipt(number: str, status: str, reference: str, portal: str, line: str) -> bytes:
    """What was taken; `line` is that answer, signed, which the browser may bring to the portal."""
    back = f"""<form method="post" action="{html.escape(portal)}/suivi">
<input type="hidden" name="ligne" value="{html.escape(line)}">
<button>Garder cette réponse avec mes justificatifs</button>
</form>""" if line else ""
    proof = f"<p>Justificatif : {html.escape(reference)}</p>" if reference else ""
    return page("Votre inscription est enregistrée", f"""<p>Numéro : <strong>{number}</strong></p>
<p>État de la demande : <strong>{STATUSES[status]}</strong></p>
{proof}
{back}
<p>Code de l’état : <code>{status}</code></p>
<p><a href="/">Une autre inscription</a></p>""")


def failure(title: str, words: str) -> bytes:
    return page(title, f"""<p>{html.escape(words)}</p>
<p>Rien n’est perdu : vous pouvez joindre votre justificatif au formulaire, ou l’apporter à
l’accueil.</p>
<p><a href="/">Revenir au formulaire</a></p>""")
