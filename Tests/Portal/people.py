"""Fictional people, and what the CAF says of each."""

import datetime

PEOPLE = {
    "ines": {
        "family_name": "MOREL", "given_name": "Inès Camille Rose",
        "given_name_array": ["Inès", "Camille", "Rose"], "birthdate": "1991-04-16",
        "gender": "female", "birthplace": "75111", "birthcountry": "99100",
    },
    "pierre": {
        "family_name": "LEGRAND", "given_name": "Pierre", "given_name_array": ["Pierre"],
        "preferred_username": "DUVAL", "birthdate": "1969-03-17", "gender": "male",
        "birthplace": "95277", "birthcountry": "99100",
    },
    "zoe": {
        "family_name": "L’HÉRITIER", "given_name": "Zoé", "given_name_array": ["Zoé"],
        "birthdate": "1988-12-01", "gender": "female", "birthplace": "29019",
        "birthcountry": "99100",
    },
}


def answer(person: dict, value: int | None = 612, **quotient) -> dict:
    """What API Particulier says of a person and a child, for this month."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    return {
        "data": {
            "allocataires": [{
                "nom_naissance": person["family_name"], "nom_usage": None,
                "prenoms": person["given_name"].upper(), "date_naissance": person["birthdate"],
                "sexe": "M" if person["gender"] == "male" else "F",
            }],
            "enfants": [{
                "nom_naissance": person["family_name"], "nom_usage": None, "prenoms": "LÉO",
                "date_naissance": "2016-02-03", "sexe": "M",
            }],
            "adresse": {
                "destinataire": "Madame " + person["family_name"],
                "complement_information": None, "complement_information_geographique": None,
                "numero_libelle_voie": "1 RUE DU MARQUEUR", "lieu_dit": None,
                "code_postal_ville": "59000 LILLE", "pays": "FRANCE",
            },
            "quotient_familial": {
                "fournisseur": "CNAF", "valeur": value, "annee": today.year, "mois": today.month,
                "annee_calcul": today.year, "mois_calcul": today.month, **quotient,
            },
        },
        "links": {}, "meta": {},
    }
