"""Fictional people, and what data bodies say of each."""

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


def today() -> datetime.date:
    return datetime.datetime.now(datetime.timezone.utc).date()


def days(number: int) -> str:
    """The day so many days from today."""
    return (today() + datetime.timedelta(days=number)).isoformat()


def held_person(person: dict) -> dict:
    """A person as the CAF knows them."""
    return {
        "nom_naissance": person["family_name"], "nom_usage": None,
        "prenoms": person["given_name"].upper(), "date_naissance": person["birthdate"],
        "sexe": "M" if person["gender"] == "male" else "F",
    }


def cover(person: dict, **changes) -> dict:
    """The Complémentaire santé solidaire of a person."""
    return {"est_beneficiaire": True, "avec_participation": False,
            "date_debut_droit": days(-100), **changes}


def student(person: dict, **changes) -> dict:
    """The enrolment of a person, and an admission that came to nothing."""
    school = {
        "regime_formation": {"code": "RF1", "libelle": "formation initiale"},
        "code_cog_insee_commune": "59350",
        "etablissement_etudes": {"uai": "0590000A", "nom": "UNIVERSITE DU MARQUEUR"},
    }
    return {"admissions": [
        {"date_debut": days(-60), "date_fin": days(300), "est_inscrit": True, **school},
        {"date_debut": days(-60), "date_fin": days(600), "est_inscrit": False, **school},
    ], **changes}


def grant(person: dict, **changes) -> dict:
    """The grant of a person, for ten months since three months ago."""
    start = today() - datetime.timedelta(days=90)
    return {
        "est_boursier": True,
        "periode_versement_bourse": {"date_rentree": start.isoformat(), "duree": 10},
        "etablissement_etudes": {"nom_commune": "Lille", "nom_etablissement": "Marqueur"},
        "echelon_bourse": {"echelon": "5", "echelon_bourse_regionale_provisoire": False},
        "email": "marqueur@example.org", **changes,
    }


def family(person: dict, value: int | None = 612, second: dict | None = None, **quotient) -> dict:
    """The quotient familial of a person and a child, for this month."""
    this = today()
    return {
        "allocataires": [held_person(person)] + ([second] if second else []),
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
            "fournisseur": "CNAF", "valeur": value, "annee": this.year, "mois": this.month,
            "annee_calcul": this.year, "mois_calcul": this.month, **quotient,
        },
    }


def household(person: dict, second: dict | None = None, **changes) -> dict:
    """The tax household of a person, who may be its second declarant."""
    declared = {}
    for number, declarant in ((1, second or person), (2, person if second else None)):
        year, month, day = declarant["birthdate"].split("-") if declarant else ("", "", "")
        declared |= {
            f"nmNaiDec{number}": declarant["family_name"] if declarant else "",
            f"nmUsaDec{number}": "",
            f"prnmDec{number}": declarant["given_name"].upper() if declarant else "",
            f"dateNaisDec{number}": {"jour": day, "mois": month, "annee": year},
        }
    return {
        "rfr": 31_842, "nbPart": 2.5, "sitFam": "M", "pac": {"nbPac": 1}, **declared,
        "aft": "1 RUE DU MARQUEUR 69001 LYON", "revenuBrutGlobal": 35_380, "revImposable": 31_842,
        "annRevenu": today().year - 1, **changes,
    }


def registration(person: dict, **changes) -> dict:
    """A person as France Travail knows them, whose given name it cuts at 13 characters."""
    return {
        "etatCivil": {
            "civilite": "MME", "nom": person["family_name"], "nomUsage": "",
            "prenom": person["given_name_array"][0].upper()[:13], "sexe": "Féminin",
            "dateNaissance": person["birthdate"], "codeCertificationCNAV": "VC",
        },
        "adresse": {"ligneNom": person["family_name"], "ligneVoie": "1 RUE DU MARQUEUR",
                    "codePostal": "59000", "localite": "59000 LILLE", "inseecommune": "59350"},
        "situationInscription": {
            "dateInscription": days(-80), "dateCessationInscription": None,
            "categorieInscription": "1", "libellecategorieInscription": "SANS EMPLOI", **changes,
        },
    }


def kept_registration(person: dict, **changes) -> dict:
    """The same by the identifier a person chose there, as API Particulier gives it."""
    return {
        "identifiant": person["given_name_array"][0].lower(),
        "identite": {
            "civilite": "MME", "nom_naissance": person["family_name"], "nom_usage": None,
            "prenom": person["given_name_array"][0].upper()[:13], "sexe": "Féminin",
            "date_naissance": person["birthdate"],
        },
        "contact": {"email": "marqueur@example.org", "telephone": "0300000000",
                    "telephone2": None},
        "adresse": {
            "code_cog_insee_commune": "59350", "code_postal": "59000", "localite": "59000 LILLE",
            "ligne_complement_adresse": None, "ligne_complement_destinataire": None,
            "ligne_complement_distribution": None, "ligne_nom": person["family_name"],
            "ligne_voie": "1 RUE DU MARQUEUR",
        },
        "inscription": {
            "date_debut": days(-80), "date_fin": None, "code_certification_cnav": "VC",
            "categorie": {
                "code": 1,
                "libelle": "PERSONNE SANS EMPLOI DISPONIBLE DUREE INDETERMINEE PLEIN TPS"},
            **changes,
        },
    }


def beneficiary(person: dict, **changes) -> dict:
    """A person as the Assurance maladie knows them, with a NIR that is none."""
    return {
        "nir": "2910475000001", "nom_famille": person["family_name"], "nom_usage": None,
        "prenom": person["given_name_array"][0], "date_naissance": person["birthdate"],
        "rang_naissance": 1, "qualite": "assure", **changes,
    }


def contracts(person: dict, nature: str = "AMO") -> list:
    """The contracts of a person, with base rights of a year."""
    period = {"date_debut": days(-200), "date_fin": days(165)}
    return [{"nature_assurance": nature, **period, "periodes_droits": [period]}]
