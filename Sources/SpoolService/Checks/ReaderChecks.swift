internal import Confinement
internal import Files
internal import Siblings

/// The reader of pictures and documents: there, and able to run confined.
enum ReaderChecks {
    /// `find` says where the reader is.
    static func results(
        _ find: () throws(SiblingFault) -> PictureReader
    ) -> [CheckResult] {
        do throws(SiblingFault) {
            let reader = try find()
            return [picture(reader), document(reader), landlock]
        } catch {
            return [.bad("lecteur d’images : \(what(error))", fix: fix(error))]
        }
    }

    /// Starts it, lets it lock itself in, and has it refuse what is no picture: one that could not
    /// lock itself in reads nothing and ends with `notConfined`.
    private static func picture(_ reader: PictureReader) -> CheckResult {
        guard let file = try? Descriptor(holding: Array("no picture".utf8)) else {
            return .bad("lecteur d’images : non essayé", fix: "libérez de la mémoire")
        }
        do throws(SiblingFault) {
            let answer = try reader.read(descriptor: file.number)
            guard answer == .unreadable(.notAPicture) else { throw .badAnswer }
            return .good("lecteur d’images : démarre et se confine (seccomp)")
        } catch {
            return .bad("lecteur d’images : \(what(error))", fix: fix(error))
        }
    }

    /// The same for the system's converter of documents, with one that has no page.
    private static func document(_ reader: PictureReader) -> CheckResult {
        guard let file = try? Descriptor(holding: Array("%PDF-1.4\n%%EOF\n".utf8)) else {
            return .bad("lecteur de PDF : non essayé", fix: "libérez de la mémoire")
        }
        do throws(SiblingFault) {
            switch try reader.readDocument(descriptor: file.number) {
            case .unreadable(.pdfDisabled):
                return .good(
                    "lecteur de PDF : absent, les PDF sont dits illisibles "
                        + "(pour les lire : apt install poppler-utils)")
            case .unreadable(.damaged):
                return .good("lecteur de PDF : démarre et se confine (seccomp)")
            case .pages, .unreadable(.notAPicture), .unreadable(.tooLarge),
                .unreadable(.outOfMemory), .unreadable(.tooManyPages):
                throw .badAnswer
            }
        } catch {
            return .bad("lecteur de PDF : \(what(error))", fix: fix(error))
        }
    }

    private static var landlock: CheckResult {
        let version = Confinement.landlockVersion
        return .good(
            version > 0
                ? "Landlock version \(version) : deuxième barrière du lecteur"
                : "Landlock absent ou fermé par le service : seccomp seul confine le lecteur")
    }

    private static func what(_ failure: SiblingFault) -> String {
        switch failure {
        case .notFound(let path): "absent (\(path))"
        case .couldNotStart(let number): "ne démarre pas (erreur système \(number))"
        case .timedOut: "ne répond pas dans le temps permis"
        case .ended(.notConfined): "ne peut pas se confiner, et ne lit donc rien"
        case .ended(.libraryMissing): "ne démarre pas : une bibliothèque manque"
        case .ended(.exit(let code)): "s’arrête avec le code \(code)"
        case .ended(.signal(let number)): "arrêté par le signal \(number)"
        case .badAnswer: "répond autre chose que ce qui est convenu"
        }
    }

    private static func fix(_ failure: SiblingFault) -> String {
        switch failure {
        case .notFound, .badAnswer, .ended(.signal):
            "réinstallez justificatif-reader, de la même version, à côté de justificatifd"
        case .couldNotStart:
            "relevez les limites de processus et de fichiers du service (TasksMax, LimitNOFILE)"
        case .timedOut: "réessayez quand la machine est moins chargée"
        case .ended(.libraryMissing):
            "installez les paquets dont dépend justificatif-reader (ldd les nomme)"
        case .ended(.notConfined):
            "il faut un noyau avec seccomp, et un service qui permet prctl et prlimit64"
        case .ended(.exit):
            "réinstallez justificatif-reader, de la même version, à côté de justificatifd"
        }
    }
}
