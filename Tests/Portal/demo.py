"""`make portail`: the portal with its neighbours on loopback, until Ctrl-C."""

import signal
import sys

from town import Town


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
    town = Town(port=int(sys.argv[1]) if len(sys.argv) > 1 else 8400)
    answer_as_told(town)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"Portail : {town.origin}/  (personnes imaginaires ; Ctrl-C arrête tout)")
    print(CASES, flush=True)
    try:
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        town.close()


if __name__ == "__main__":
    main()
