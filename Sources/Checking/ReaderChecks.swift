internal import Confinement
internal import Explaining
internal import Files
package import Siblings

/// The reader of pictures and documents: there, and able to run confined.
package enum ReaderChecks {
    /// `find` says where the reader is, `expectsPDF` whether it is a fault that no PDF can be read.
    package static func results(
        expectsPDF: Bool, _ find: () throws(SiblingFault) -> PictureReader
    ) -> [CheckResult] {
        do throws(SiblingFault) {
            let reader = try find()
            return [picture(reader), document(reader, isExpected: expectsPDF), landlock]
        } catch {
            return [failed(pictures, error, nil)]
        }
    }

    /// Starts it, lets it lock itself in, and has it refuse what is no picture: one that could not
    /// lock itself in reads nothing and ends with `notConfined`.
    private static func picture(_ reader: PictureReader) -> CheckResult {
        guard let file = try? Descriptor(holding: Array("no picture".utf8)) else {
            return .bad(
                "lecteur d’images : non essayé", "reader of pictures: not tried",
                fix: noMemory)
        }
        do throws(SiblingFault) {
            let answer = try reader.read(descriptor: file.number)
            guard answer == .unreadable(.notAPicture) else { throw .badAnswer }
            return .good(
                "lecteur d’images : démarre et se confine (seccomp)",
                "reader of pictures: starts and confines itself (seccomp)")
        } catch {
            return failed(pictures, error, reader)
        }
    }

    /// The same for the system's converter of documents, with one that has no page.
    private static func document(
        _ reader: PictureReader, isExpected: Bool
    ) -> CheckResult {
        guard let file = try? Descriptor(holding: Array("%PDF-1.4\n%%EOF\n".utf8)) else {
            return .bad(
                "lecteur de PDF : non essayé", "reader of PDF: not tried",
                fix: noMemory)
        }
        do throws(SiblingFault) {
            switch try reader.readPDF(descriptor: file.number) {
            case .unreadable(.pdfDisabled):
                let command = "apt install poppler-utils"
                return isExpected
                    ? .bad(
                        "lecteur de PDF : absent, et la configuration attend des PDF",
                        "reader of PDF: missing, and the configuration expects PDFs",
                        command: command)
                    : .good(
                        "lecteur de PDF : absent, les PDF sont dits illisibles "
                            + "(pour les lire : \(command))",
                        "reader of PDF: missing, PDFs are said to be unreadable "
                            + "(to read them: \(command))")
            case .unreadable(.damaged):
                return .good(
                    "lecteur de PDF : démarre et se confine (seccomp)",
                    "reader of PDF: starts and confines itself (seccomp)")
            case .pages, .unreadable(.notAPicture), .unreadable(.tooLarge),
                .unreadable(.outOfMemory), .unreadable(.tooManyPages):
                throw .badAnswer
            }
        } catch {
            return failed(documents, error, reader)
        }
    }

    private static var landlock: CheckResult {
        let version = Confinement.landlockVersion
        return version > 0
            ? .good(
                "Landlock version \(version) : deuxième barrière du lecteur",
                "Landlock version \(version): a second barrier around the reader")
            : .good(
                "Landlock absent ou fermé par le service : seccomp seul confine le lecteur",
                "Landlock missing or closed by the service: seccomp alone confines the reader")
    }

    private static let pictures = Wording("lecteur d’images", "reader of pictures")
    private static let documents = Wording("lecteur de PDF", "reader of PDF")

    private static func failed(
        _ what: Wording, _ fault: SiblingFault, _ reader: PictureReader?
    ) -> CheckResult {
        let why = words(fault)
        if fault == .ended(.libraryMissing), let reader {
            let libraries = MissingLibraries.names(of: reader.path)
            if !libraries.isEmpty {
                let names = libraries.joined(separator: ", ")
                return .bad(
                    "\(what.french) : \(why.french) (\(names))",
                    "\(what.english): \(why.english) (\(names))",
                    command: MissingLibraries.command(libraries))
            }
        }
        return .bad(
            "\(what.french) : \(why.french)", "\(what.english): \(why.english)", fix: fix(fault))
    }

    private static func words(_ fault: SiblingFault) -> Wording {
        switch fault {
        case .notFound(let path): Wording("absent (\(path))", "missing (\(path))")
        case .couldNotStart(let number):
            Wording(
                "ne démarre pas (erreur système \(number))",
                "does not start (system error \(number))")
        case .timedOut:
            Wording("ne répond pas dans le temps permis", "gives no answer in the time allowed")
        case .ended(.notConfined):
            Wording(
                "ne peut pas se confiner, et ne lit donc rien",
                "cannot confine itself, and so reads nothing")
        case .ended(.libraryMissing):
            Wording(
                "ne démarre pas : une bibliothèque manque", "does not start: a library is missing")
        case .ended(.exit(let code)):
            Wording("s’arrête avec le code \(code)", "ends with status \(code)")
        case .ended(.signal(let number)):
            Wording("arrêté par le signal \(number)", "ended by signal \(number)")
        case .badAnswer:
            Wording(
                "répond autre chose que ce qui est convenu", "answers otherwise than agreed")
        }
    }

    private static func fix(_ fault: SiblingFault) -> Wording {
        switch fault {
        case .notFound, .badAnswer, .ended(.signal):
            reinstall
        case .couldNotStart:
            Wording(
                "relevez les limites de processus et de fichiers du service (TasksMax, "
                    + "LimitNOFILE) : systemctl edit justificatifd",
                "raise the service’s limits of processes and files (TasksMax, LimitNOFILE): "
                    + "systemctl edit justificatifd")
        case .timedOut:
            Wording(
                "réessayez quand la machine est moins chargée (uptime), en relançant ce contrôle",
                "try again when the machine is less busy (uptime), by running this check again")
        case .ended(.libraryMissing):
            Wording(
                "\(reinstall.french) ; ldd justificatif-reader nomme la bibliothèque",
                "\(reinstall.english); ldd justificatif-reader names the library")
        case .ended(.notConfined):
            Wording(
                "il faut un noyau avec seccomp (grep Seccomp /proc/self/status), et un service qui "
                    + "permet prctl et prlimit64 (systemctl cat justificatifd)",
                "a kernel with seccomp is needed (grep Seccomp /proc/self/status), and a service "
                    + "that allows prctl and prlimit64 (systemctl cat justificatifd)")
        case .ended(.exit):
            reinstall
        }
    }

    private static let noMemory = Wording(
        "libérez de la mémoire (free -m), puis relancez ce contrôle",
        "free some memory (free -m), then run this check again")

    private static let reinstall = Wording(
        "réinstallez justificatif-reader, de la même version : apt install --reinstall "
            + "justificatif",
        "install justificatif-reader again, of the same version: apt install --reinstall "
            + "justificatif")
}
