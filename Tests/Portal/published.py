"""Members of the answers of DGFIP, France Travail and the Assurance maladie, as they have published them.

What was read and what was not: Spec/decisions/0020-what-data-bodies-publish.md. A member maps to its
type; `REQUIRED` are those that an answer always has.
"""

import datetime

DATE = datetime.date.fromisoformat
DECLARANT = {"nmNai": str, "nmUsa": str, "prnm": str,
             "dateNais": {"jour": str, "mois": str, "annee": str}}
# API Impôt particulier 1.0, the latest assessment.
INCOME = {
    "annRevenu": int, "rfr": int, "sitFam": str, "nbPart": float, "pac": {"nbPac": int},
    "aft": str, "revenuBrutGlobal": int, "revImposable": int,
    **{f"{name}Dec{number}": kind for name, kind in DECLARANT.items() for number in (1, 2)},
}
# Statut augmenté v1.
REGISTRATION = {
    "etatCivil": {"civilite": str, "nom": str, "nomUsage": str, "prenom": str, "sexe": str,
                  "dateNaissance": DATE, "codeCertificationCNAV": str},
    "modalitesContact": {"telephone": str, "telephone2": str, "email": str,
                         "codeValiditeEmail": str},
    "adresse": {"ligneNom": str, "ligneComplementDestinataire": str, "ligneComplementAdresse": str,
                "ligneVoie": str, "ligneComplementDistribution": str, "codePostal": str,
                "localite": str, "inseecommune": str},
    "situationInscription": {"dateInscription": DATE, "dateCessationInscription": DATE,
                             "categorieInscription": str, "libellecategorieInscription": str},
}
REQUIRED = {
    "etatCivil": set(REGISTRATION["etatCivil"]),
    "adresse": {"ligneNom", "codePostal", "localite", "inseecommune"},
    "situationInscription": set(REGISTRATION["situationInscription"]),
}
# API des droits v1: who, and their contracts.
BENEFICIARY = {
    "nir": str, "nom_famille": str, "nom_usage": str, "prenom": str, "date_naissance": DATE,
    "rang_naissance": int, "qualite": {"assure", "conjoint", "enfant", "autre"},
}
PERIOD = {"date_debut": DATE, "date_fin": DATE}
CONTRACTS = [{**PERIOD, "nature_assurance": {"AMO", "AMC"}, "periodes_droits": [PERIOD]}]


def faults(value, shape, place: str = "answer") -> list[str]:
    """What of a value has another form; that something may be null is published by nobody."""
    if value is None:
        return []
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{place}: no object"]
        unknown = [f"{place}: {name} is not published" for name in value if name not in shape]
        return unknown + [fault for name in value if name in shape
                          for fault in faults(value[name], shape[name], f"{place}.{name}")]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{place}: no list"]
        return [fault for item in value for fault in faults(item, shape[0], place)]
    if isinstance(shape, set):
        return [] if value in shape else [f"{place}: {value}"]
    if shape is DATE:
        try:
            DATE(value)
            return []
        except (TypeError, ValueError):
            return [f"{place}: no date"]
    kinds = (int, float) if shape is float else shape
    return [] if isinstance(value, kinds) and not isinstance(value, bool) else [f"{place}: type"]


def missing(value: dict) -> list[str]:
    """What a registration always has and this one has not."""
    return [f"{part}.{name}" for part, names in REQUIRED.items()
            for name in names if name not in value.get(part, {})]
