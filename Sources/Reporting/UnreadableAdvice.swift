internal import Explaining

/// What to do where no code was read, by the reason (Spec/verdicts.md 2.1).
///
/// Only a picture in which there was no code is helped by another picture of the same kind.
enum UnreadableAdvice {
    static func words(_ reason: String?, _ language: Language) -> String {
        switch reason {
        case "pdf-disabled":
            language(
                "Ce poste ne lit pas les PDF : scannez en image (PNG ou JPEG). "
                    + "Le document n’est pas en cause. Prévenez le service informatique.",
                "This machine reads no PDF: scan to a picture (PNG or JPEG). "
                    + "The document is not at fault. Tell the people who run this machine.")
        case "too-many-pages":
            language(
                "Ce document a trop de pages (32 au plus, sans les pages blanches) : "
                    + "scannez seulement le justificatif.",
                "This document has too many pages (32 at most, blank ones aside): "
                    + "scan only the justificatif.")
        case "empty":
            language(
                "Ce fichier est vide : enregistrez-le de nouveau.",
                "This file is empty: save it again.")
        case "not-a-picture":
            language(
                "Ce format n’est pas lu. Enregistrez-le en PNG, JPEG ou PDF.",
                "This format is not read. Save it as PNG, JPEG or PDF.")
        case "too-large":
            language(
                "Taille trop grande. Image : réduisez-la, ou scannez une seule page, à 300 points "
                    + "par pouce. Texte : copiez seulement le code.",
                "The file is too large. Picture: make it smaller, or scan one page, at 300 dots "
                    + "an inch. Text: copy the code only.")
        case "damaged":
            language(
                "Le fichier est abîmé, incomplet ou protégé par un mot de passe : "
                    + "scannez de nouveau.",
                "The file is damaged, incomplete or locked by a password: scan again.")
        case "out-of-memory":
            language(
                "Ce poste manque de mémoire. Le document n’est pas en cause. "
                    + "Prévenez le service informatique.",
                "This machine is short of memory. The document is not at fault. "
                    + "Tell the people who run this machine.")
        case "not-a-file":
            language(
                "Ce n’est pas un fichier : déposez une copie du fichier lui-même.",
                "This is not a file: drop a copy of the file itself.")
        default:
            language(
                "Approchez, éclairez, mettez à plat, recommencez.",
                "Move closer, give light, lay flat, try again.")
        }
    }
}
