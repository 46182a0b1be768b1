internal import Explaining
internal import Reporting
internal import Typing

/// What to tell the person who sets up a scanner: what is wrong, and how to put it right.
struct ScannerWords {
    private let isFrench: Bool

    init(_ language: Language) {
        isFrench = language == .french
    }

    var afterWriting: String {
        say(
            "Imprimez ce fichier à 100 %, puis lancez : justificatif scanner-test --check",
            "Print this file at 100 %, then run: justificatif scanner-test --check")
    }

    var beforeScan: String {
        say(
            "scannez le code de test une fois, puis Entrée et Ctrl-D",
            "scan the test code once, then Enter and Ctrl-D")
    }

    func lines(on finding: ScannerFinding) -> [String] {
        switch finding {
        case .nothing:
            [
                say("✗ Rien n’a été tapé.", "✗ Nothing was typed."),
                say(
                    "  Vérifiez que le lecteur est branché et en mode clavier (« USB keyboard »).",
                    "  See that the scanner is plugged in and in keyboard mode (USB keyboard)."),
            ]
        case .unknown:
            [
                say(
                    "✗ Ce n’est pas le code de test, ou ce clavier n’est pas connu.",
                    "✗ This is not the test code, or the keyboard is not known."),
                say(
                    "  Réglez le lecteur sur le pays du clavier de ce poste, "
                        + "ou en port série (USB-COM).",
                    "  Set the scanner to this machine's keyboard country, or to a serial port."),
            ]
        case .incomplete(let count, let expected):
            [
                say(
                    "✗ \(count) caractères sur \(expected) : il s’en perd ou il s’en ajoute.",
                    "✗ \(count) characters of \(expected): some get lost or added."),
                say(
                    "  Augmentez le délai entre caractères du lecteur (« inter-character delay »).",
                    "  Raise the scanner's inter-character delay."),
            ]
        case .surrounded(let fault, let addition):
            [words(addition), fault.map(words)].compactMap(\.self).flatMap(lines)
        case .complete(let fault, let lineEnd):
            complete(fault, lineEnd)
        }
    }

    private func complete(
        _ fault: KeyboardFault?, _ lineEnd: ScannerFinding.LineEnd
    ) -> [String] {
        guard fault != nil || lineEnd != .good else {
            return [say("✓ Le lecteur est bien réglé.", "✓ The scanner is set right.")]
        }
        let faults = [fault.map(words), lineEnd == .good ? nil : words(lineEnd)]
        return faults.compactMap(\.self).flatMap(lines)
    }

    private func lines(_ words: (wrong: String, remedy: String)) -> [String] {
        ["✗ \(words.wrong)", "  \(words.remedy)"]
    }

    func words(_ addition: ScannerFinding.Addition) -> (wrong: String, remedy: String) {
        switch addition {
        case .identifier:
            (
                say(
                    "Le lecteur met devant le code un identifiant de symbologie (« ]Q1 »).",
                    "The scanner puts a symbology identifier before the code (]Q1)."),
                say(
                    "Désactivez « Transmit Code ID » ou « AIM ID » (None) dans le lecteur.",
                    "Set Transmit Code ID (AIM ID) of the scanner to None.")
            )
        case .controlCharacters:
            (
                say(
                    "Le lecteur ajoute des caractères de contrôle (STX, ETX, GS ou NUL).",
                    "The scanner adds control characters (STX, ETX, GS or NUL)."),
                say(
                    "Retirez du lecteur le préfixe et le suffixe, sauf Entrée (CR).",
                    "Remove the scanner's prefix and suffix, except Enter (CR).")
            )
        case .textBefore:
            (
                say(
                    "Le lecteur met un autre texte devant le code.",
                    "The scanner puts another text before the code."),
                say("Retirez le préfixe du lecteur.", "Remove the scanner's prefix.")
            )
        case .textBehind:
            (
                say(
                    "Le lecteur met un autre texte derrière le code.",
                    "The scanner puts another text behind the code."),
                say(
                    "Retirez le suffixe du lecteur, sauf Entrée (CR).",
                    "Remove the scanner's suffix, except Enter (CR).")
            )
        }
    }

    func words(_ fault: KeyboardFault) -> (wrong: String, remedy: String) {
        let country = say(
            "Scannez, dans le manuel du lecteur, le code « Keyboard country: ",
            "Scan the code in the scanner's manual that says: Keyboard country: ")
        let lock = say(
            "Désactivez la touche Verr. Maj de ce poste.", "Turn Caps Lock off on this machine.")
        let end = say(" ».", ".")
        let french = country + "French (AZERTY)" + end
        let american = say(
            "Le lecteur tape comme un clavier américain "
                + "et ce poste est en AZERTY (France ou Belgique).",
            "The scanner types as a US keyboard and this machine is AZERTY (France or Belgium).")
        let locked = say(" Verr. Maj est enfoncée.", " Caps Lock is on.")
        switch fault {
        case .azerty:
            return (american, french)
        case .azertyCapsLock, .azertyShiftLock:
            return (american + locked, "\(lock) \(french)")
        case .qwertz, .qwertzCapsLock:
            let wrong = say(
                "Le lecteur tape comme un clavier américain et ce poste est en QWERTZ (Suisse).",
                "The scanner types as a US keyboard and this machine is QWERTZ (Switzerland).")
            let swiss = country + "Swiss" + end
            return fault == .qwertz ? (wrong, swiss) : (wrong + locked, "\(lock) \(swiss)")
        case .frenchShiftLock, .capsLock:
            return (say("Verr. Maj est enfoncée.", "Caps Lock is on."), lock)
        }
    }

    func words(_ lineEnd: ScannerFinding.LineEnd) -> (wrong: String, remedy: String) {
        let suffix = say(
            "Réglez le suffixe du lecteur sur « Enter (CR) », une seule fois.",
            "Set the scanner's suffix to Enter (CR), once.")
        switch lineEnd {
        case .good, .missing:
            return (say("Il manque Entrée à la fin.", "There is no Enter at the end."), suffix)
        case .doubled:
            return (say("Entrée est tapée deux fois.", "Enter is typed twice."), suffix)
        case .tab:
            return (
                say("Une tabulation remplace Entrée à la fin.", "A tab ends it and not Enter."),
                suffix
            )
        case .inPackets:
            return (
                say("Le texte arrive en plusieurs morceaux.", "The text comes in packets."),
                say(
                    "Désactivez le découpage (« packet mode », 64 caractères) du lecteur.",
                    "Turn off the scanner's packet mode (64 characters).")
            )
        case .typedTwice:
            return (
                say("Le code a été tapé deux fois de suite.", "The code was typed twice."),
                say(
                    "Allongez le délai avant une relecture du même code, "
                        + "et réglez le suffixe sur Entrée.",
                    "Lengthen the delay before the same code is read again, and set the suffix.")
            )
        }
    }

    func say(_ french: String, _ english: String) -> String {
        isFrench ? french : english
    }
}
