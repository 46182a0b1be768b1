package import Explaining
package import Verification

/// Both tables of words for an input in which nothing was read (Spec/verdicts.md 2.1).
extension NothingRead {
    /// What is the matter with the input whose name is before it, for an error.
    package var fault: Wording {
        switch self {
        case .noCode: Wording("ne contient aucun code", "holds no code")
        case .empty: Wording("est vide", "is empty")
        case .notAFile: Wording("n’est pas un fichier", "is not a file")
        case .notAPicture:
            Wording(
                "est d’un format qui n’est pas lu ; enregistrez-le en PNG, JPEG ou PDF",
                "has a format that is not read; save it as PNG, JPEG or PDF")
        case .tooLarge:
            Wording(
                "est trop grand ; image : réduisez-la, ou scannez une seule page, à 300 points par "
                    + "pouce ; texte : copiez seulement le code",
                "is too large; picture: make it smaller, or scan one page, at 300 dots an inch; "
                    + "text: copy the code only")
        case .damaged:
            Wording(
                "est abîmé, incomplet ou protégé par un mot de passe ; scannez de nouveau",
                "is damaged, incomplete or locked by a password; scan again")
        case .outOfMemory:
            Wording("demande plus de mémoire qu’il n’y en a", "takes more memory than there is")
        case .tooManyPages:
            Wording(
                "a trop de pages ; scannez seulement le justificatif",
                "has too many pages; scan only the justificatif")
        case .pdfDisabled:
            Wording(
                "est un PDF, et pdftoppm n’est pas installé sur ce poste",
                "is a PDF, and pdftoppm is not installed on this machine")
        }
    }

    /// What to do, for a verdict.
    ///
    /// Only a picture in which there was no code is helped by another picture of the same kind.
    var advice: Wording {
        switch self {
        case .noCode:
            Wording(
                "Approchez, éclairez, mettez à plat, recommencez.",
                "Move closer, give light, lay flat, try again.")
        case .empty:
            Wording(
                "Ce fichier est vide : enregistrez-le de nouveau.",
                "This file is empty: save it again.")
        case .notAFile:
            Wording(
                "Ce n’est pas un fichier : déposez une copie du fichier lui-même.",
                "This is not a file: drop a copy of the file itself.")
        case .notAPicture:
            Wording(
                "Ce format n’est pas lu. Enregistrez-le en PNG, JPEG ou PDF.",
                "This format is not read. Save it as PNG, JPEG or PDF.")
        case .tooLarge:
            Wording(
                "Taille trop grande. Image : réduisez-la, ou scannez une seule page, à 300 points "
                    + "par pouce. Texte : copiez seulement le code.",
                "The file is too large. Picture: make it smaller, or scan one page, at 300 dots "
                    + "an inch. Text: copy the code only.")
        case .damaged:
            Wording(
                "Le fichier est abîmé, incomplet ou protégé par un mot de passe : "
                    + "scannez de nouveau.",
                "The file is damaged, incomplete or locked by a password: scan again.")
        case .outOfMemory:
            Wording(
                "Ce poste manque de mémoire. Le document n’est pas en cause. "
                    + "Prévenez le service informatique.",
                "This machine is short of memory. The document is not at fault. "
                    + "Tell the people who run this machine.")
        case .tooManyPages:
            Wording(
                "Ce document a trop de pages (32 au plus, sans les pages blanches) : "
                    + "scannez seulement le justificatif.",
                "This document has too many pages (32 at most, blank ones aside): "
                    + "scan only the justificatif.")
        case .pdfDisabled:
            Wording(
                "Ce poste ne lit pas les PDF : scannez en image (PNG ou JPEG). "
                    + "Le document n’est pas en cause. Prévenez le service informatique.",
                "This machine reads no PDF: scan to a picture (PNG or JPEG). "
                    + "The document is not at fault. Tell the people who run this machine.")
        }
    }
}
