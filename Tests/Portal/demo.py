"""`make portail`: the portal with its neighbours on loopback, until Ctrl-C.

    demo.py [PORT] [--lemonldap]

With --lemonldap a real identity provider of Debian takes the place of the double.
"""

import argparse
import signal

from franceconnect import FranceConnect
from lemonldap import PASSWORD, LemonLDAP, is_installed
from people import PEOPLE
from town import Town

WORDS = """
La ville entière, sur cette machine et avec des personnes imaginaires (Ctrl-C arrête tout) :

  Portail        {town.origin}/
  Cantine        {town.canteen}/    (la ville ; elle mène au portail)
  Guichet        {town.counter}
  Identité       {town.provider.issuer}    {people}
  API Particulier (doublure)    {town.data.address}
"""


def stop(*_) -> None:
    raise KeyboardInterrupt


# What data bodies answer about some people, so that every state can be seen (Spec/portal.md 5).
CASES = """
Inès Morel        tout est obtenu
Pierre Legrand    second déclarant de son foyer fiscal ; quotient familial non transmis ; C2S lente
Zoé L’Héritier    quotient familial inexistant ; C2S : non identifiée ; bourse à redemander (429) ;
                  France Travail en panne (503) ; naissance inconnue d’un second déclarant
"""


def answer_as_told(town: Town) -> None:
    """Has the stand-ins answer as `CASES` says."""
    data = town.data.cases
    town.taxes.cases["pierre"] = [{"data": {"second": "ines"}}]
    data["pierre", "quotient_familial"] = [{"masked": ["allocataires"]}]
    data["pierre", "complementaire_sante_solidaire"] = [{"delay": 3}]
    data["zoe", "quotient_familial"] = [{"status": 404, "code": "37003"}]
    data["zoe", "complementaire_sante_solidaire"] = [{"status": 422, "code": "00366"}]
    data["zoe", "etudiant_boursier"] = [
        {"status": 429, "code": "00429", "headers": {"Retry_After": "40"}}]
    town.employment.cases["zoe"] = [{"status": 503, "code": "503"}]
    unknown = {"nmNaiDec2": "INCONNU", "prnmDec2": "ALI",
               "dateNaisDec2": {"jour": "00", "mois": "00", "annee": "0000"}}
    town.taxes.cases["zoe"] = [{"data": unknown}]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int, nargs="?", default=8400)
    parser.add_argument("--lemonldap", action="store_true")
    options = parser.parse_args()
    if options.lemonldap and not is_installed():
        parser.error("LemonLDAP::NG manque : scripts/install-dependencies long")
    signal.signal(signal.SIGTERM, stop)
    people = "(un bouton par personne)"
    if options.lemonldap:
        people = f"({', '.join(PEOPLE)} ; mot de passe {PASSWORD})"
    town = None
    try:
        town = Town(options.port, provider=LemonLDAP if options.lemonldap else FranceConnect,
                    with_canteen=True, with_counter=True)
        answer_as_told(town)
        print(WORDS.format(town=town, people=people) + CASES, flush=True)
        while True:
            signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        # One Ctrl-C is enough: a second one would leave programs behind.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        if town:
            town.close()


if __name__ == "__main__":
    main()
