"""The pages of the canteen form, in French and in English, which work without script."""

import html
import re
import urllib.parse

STATUSES = {
    "accepted": ("Acceptée : votre justificatif est authentique.",
                 "Accepted: your justificatif is authentic."),
    "received": ("Reçue : un agent doit regarder votre justificatif.",
                 "Received: a member of staff has to look at your justificatif."),
    "missing": ("Il manque un justificatif : sans lui, le tarif le plus haut s’applique.",
                "A justificatif is missing: without one, the highest price applies."),
}
# What the verifier says is for a clerk at a counter; here the citizen reads, who holds the proof.
# By its code, else by its family (Spec/verdicts.md 2).
ANOTHER = ("Demandez-en un autre.", "Ask for another one.")
VERDICTS = {
    "green": (("Justificatif authentique", "Authentic justificatif"),
              ("Nous avons rempli le formulaire d’après lui. Relisez, complétez et envoyez.",
               "We filled in the form from it. Check it, complete it and send it.")),
    "wrong-recipient": (("Ce justificatif est fait pour une autre administration",
                         "This justificatif was made for another public body"),
                        ("Demandez-en un pour la Ville de Lille.",
                         "Ask for one made for Ville de Lille.")),
    "expired": (("Ce justificatif a dépassé son dernier jour",
                 "This justificatif is past its last day"), ANOTHER),
    "revoked": (("Ce justificatif a été annulé", "This justificatif was cancelled"), ANOTHER),
    "amber": (("Ce justificatif ne peut pas servir aujourd’hui",
               "This justificatif cannot be used today"),
              ("Demandez-en un autre, ou envoyez quand même : un agent le regardera.",
               "Ask for another one, or send it anyway: a member of staff will look at it.")),
    "red": (("Ce justificatif n’est pas accepté", "This justificatif is not accepted"),
            ("Demandez-en un autre à l’administration qui l’a fait.",
             "Ask for another one from the body that made it.")),
    "grey": (("Aucun justificatif n’a été lu", "No justificatif was read"),
             ("Donnez le fichier que vous avez reçu, ou tout le texte du code, de « JF1: » à la "
              "fin.",
              "Give the file that you received, or the whole text of the code, from “JF1:” to the "
              "end.")),
    "nothing": (("Vous n’avez rien donné", "You did not give anything"),
                ("Choisissez un fichier ou collez le texte du code, puis vérifiez.",
                 "Choose a file or paste the text of the code, then check it.")),
}
FAILURES = {
    "no-page": (("Page inconnue", "Unknown page"),
                ("Cette adresse ne mène à rien.", "This address leads nowhere.")),
    "no-form": (("Demande refusée", "Request refused"),
                ("Elle ne peut pas être lue.", "It cannot be read.")),
    "no-state": (("Ce retour n’appartient à aucun formulaire", "This belongs to no form"),
                 ("Il est trop ancien ou incomplet.", "It is too old or incomplete.")),
    "old-form": (("Ce formulaire n’est plus valable", "This form is no longer valid"),
                 ("Reprenez-le au début.", "Start it again.")),
    "no-name": (("Il manque une réponse", "An answer is missing"),
                ("Donnez le nom et la date de naissance du parent, et le nom de l’enfant.",
                 "Give the name and date of birth of the parent, and the name of the child.")),
}
MONTHS = (("janvier", "January"), ("février", "February"), ("mars", "March"), ("avril", "April"),
          ("mai", "May"), ("juin", "June"), ("juillet", "July"), ("août", "August"),
          ("septembre", "September"), ("octobre", "October"), ("novembre", "November"),
          ("décembre", "December"))
STYLE = """
body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: #161616;
  background: #fff; font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.25rem; }
input[type=file] { width: 100%; }
label { display: block; margin-top: 1rem; }
input:not([type=file]), textarea { width: 100%; box-sizing: border-box; font: inherit;
  padding: .4rem; border: 1px solid #595959; }
button, .button { display: inline-block; margin: 1rem 0; padding: .6rem 1.2rem; font: inherit;
  color: #fff; background: #1b5e20; border: 2px solid #1b5e20; border-radius: .25rem; }
.second { color: #1b5e20; background: #fff; }
fieldset { min-width: 0; margin: 1.5rem 0; border: 1px solid #767676; }
dt { font-weight: bold; } dd { margin: 0 0 .5rem; }
.verdict { padding: .5rem 1rem; border-left: .5rem solid #595959; }
.green { border-color: #1b5e20; } .red { border-color: #a00000; } .amber { border-color: #8a5a00; }
:focus { outline: 3px solid #0a58ca; outline-offset: 2px; }
"""


def spaced(page: str) -> str:
    """With no-break spaces where French has them, outside of tags."""
    return re.sub("<[^>]*>|[^<]+", lambda part: part[0] if part[0][0] == "<" else re.sub(
        " (?=[:;?!»€])|(?<=«) ", "\u00a0", part[0]), page)


class Pages:
    """Those of one language, `fr` or `en`."""

    def __init__(self, language: str):
        self.language = language

    def say(self, french, english):
        return english if self.language == "en" else french

    def day(self, text: str) -> str:
        year, month, day = map(int, text.split("-"))
        number = "1er" if day == 1 and self.language == "fr" else str(day)
        return f"{number}\u00a0{self.say(*MONTHS[month - 1])} {year}"

    def page(self, title: str, content: str, has_other: bool = True) -> bytes:
        say = self.say
        other, name = say("en", "fr"), say("English", "Français")
        way = f'<a href="/?langue={other}" lang="{other}" hreflang="{other}">{name}</a>'
        text = f"""<!doctype html>
<html lang="{self.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)} - Ville de Lille</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p>Ville de Lille {say("(démonstration, données imaginaires)",
                               "(demonstration, imaginary data)")}</p>
{f"<p>{way}</p>" if has_other else ""}</header>
<main><h1>{html.escape(title)}</h1>
{content}
</main>
</body>
</html>
"""
        return say(spaced(text), text).encode()

    def facts(self, verdict) -> str:
        """Whom a proof names, what the price depends on, and until when it can be used."""
        say = self.say
        rows = [(say("Titulaire", "Holder"), verdict.holder),
                (say("Date de naissance", "Date of birth"), verdict.birth),
                (say("Tarif", "Price"), say(*verdict.tariff)),
                (say("Utilisable jusqu’au", "Can be used until"),
                 self.day(verdict.last_day) + say(" inclus", " included")
                 if verdict.last_day else ""),
                (say("Référence", "Reference"), verdict.reference)]
        return "<dl>" + "".join(f"<dt>{title}</dt><dd>{html.escape(value)}</dd>"
                                for title, value in rows if value) + "</dl>"

    def form(self, file, portal: str, procedure: str) -> bytes:
        """The form of one file; what a good proof says is filled in."""
        say, verdict = self.say, file.verdict
        link = f"{portal}/choisir?" + urllib.parse.urlencode(
            {"demarche": procedure, "etat": file.state, **say({}, {"langue": "en"})})
        told, parent, birth = "", "", ""
        tariff = say("le plus haut, sans justificatif", "the highest, without a justificatif")
        if verdict:
            headline, advice = VERDICTS.get(verdict.code) or VERDICTS[verdict.family]
            told = (f'<div class="verdict {verdict.family}" role="status">'
                    f"<p><strong>{say(*headline)}</strong></p><p>{say(*advice)}</p>"
                    f"{self.facts(verdict) if verdict.is_valid else ''}</div>")
        if verdict and verdict.is_valid:
            parent, birth = html.escape(verdict.holder), verdict.birth
            tariff = html.escape(say(*verdict.tariff)) or tariff
        state = f'<input type="hidden" name="etat" value="{html.escape(file.state)}">'
        return self.page(say("Inscrire un enfant à la cantine", "Enrol a child for school meals"),
                         f"""{told}
<fieldset><legend>{say("Votre quotient familial", "Your quotient familial")}</legend>
<p><a class="button{" second" if parent else ""}" href="{html.escape(link)}">{
    say("Le demander à ma caisse", "Request it from the CAF or MSA")}</a></p>
<p>{say("Vous verrez ce qui sera transmis avant de l’envoyer. Vous pouvez aussi donner un "
        "justificatif que vous avez déjà, ou une attestation sur papier à l’accueil.",
        "You will see what will be shared before you send it. You can also give a justificatif "
        "that you already have, or a statement on paper at our desk.")}</p>
<form method="post" action="/fichier" enctype="multipart/form-data">
{state}
<label for="fichier">{say("Image ou PDF du justificatif",
                          "Picture or PDF of the justificatif")}</label>
<input type="file" id="fichier" name="fichier" accept="image/*,application/pdf,.txt">
<label for="texte">{say("ou le texte de son code", "or the text of its code")}</label>
<textarea id="texte" name="texte" rows="3"></textarea>
<button class="second">{say("Vérifier ce justificatif", "Check this justificatif")}</button>
</form>
</fieldset>
<form method="post" action="/inscription">
{state}
<label for="parent">{say("Parent (prénoms et nom)", "Parent (given names and family name)")}</label>
<input id="parent" name="parent" maxlength="200" autocomplete="name" required value="{parent}">
<label for="naissance">{say("Date de naissance du parent (jj/mm/aaaa)",
                            "Date of birth of the parent (dd/mm/yyyy)")}</label>
<input id="naissance" name="naissance" maxlength="10" autocomplete="bday" required \
value="{birth}">
<label for="enfant">{say("Enfant (prénoms et nom)", "Child (given names and family name)")}</label>
<input id="enfant" name="enfant" maxlength="200" required>
<p>{say("Tarif : ", "Price: ")}<strong>{tariff}</strong></p>
<button{"" if parent else ' class="second"'}>{
    say("Envoyer l’inscription", "Send the enrolment")}</button>
</form>""")

    def receipt(self, number: str, status: str, file, request, portal: str, line: str) -> bytes:
        """What was taken; `line` is that answer, signed, for the browser to bring to the portal."""
        say, verdict = self.say, file.verdict
        # The portal's cookie does not go with a form of ours, so its language does not either.
        address = html.escape(portal) + "/suivi" + say("", "?langue=en")
        back = f"""<form method="post" action="{address}">
<input type="hidden" name="ligne" value="{html.escape(line)}">
<button>{say("Garder cette réponse avec mes justificatifs",
             "Keep this answer with my justificatifs")}</button>
</form>""" if line else ""
        proof = (f"<h2>{say('Ce que dit votre justificatif', 'What your justificatif says')}</h2>"
                 f"{self.facts(verdict)}") if verdict and verdict.is_valid else ""
        return self.page(say("Votre inscription est enregistrée", "Your enrolment is recorded"),
                         f"""<p>{say("Numéro : ", "Number: ")}<strong>{number}</strong></p>
<p data-status="{status}">{say("État de la demande : ", "Status of the request: ")}\
<strong>{say(*STATUSES[status])}</strong></p>
<p>{say("Parent : ", "Parent: ")}{html.escape(request.parent)}, {html.escape(request.birth)}<br>
{say("Enfant : ", "Child: ")}{html.escape(request.child)}</p>
{self.differing(verdict, request)}
{proof}
{back}
<p><a href="/">{say("Une autre inscription", "Another enrolment")}</a></p>""", has_other=False)

    def differing(self, verdict, request) -> str:
        """What of the form is not what the proof says: a member of staff decides."""
        say = self.say
        words = {"name": say("le nom du parent", "the name of the parent"),
                 "birth": say("la date de naissance du parent", "the date of birth of the parent")}
        found = say(" et ", " and ").join(words[one] for one in request.differences)
        return f"""<p class="verdict amber">{say(
            f"Le justificatif et le formulaire ne disent pas la même chose : {found}. Un agent "
            "décidera.",
            f"The justificatif and the form do not say the same: {found}. A member of staff will "
            "decide.")}</p>""" if found else ""

    def failure(self, code: str) -> bytes:
        say = self.say
        title, words = FAILURES[code]
        return self.page(say(*title), f"""<p>{say(*words)}</p>
<p>{say("Rien n’est perdu : vous pouvez joindre votre justificatif au formulaire, ou l’apporter à "
        "l’accueil.",
        "Nothing is lost: you can attach your justificatif to the form, or bring it to our "
        "desk.")}</p>
<p><a href="/">{say("Revenir au formulaire", "Back to the form")}</a></p>""", has_other=False)
