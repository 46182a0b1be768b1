package import Explaining
internal import Glibc

/// Why a file could not be read or written, said so that the person knows what to do.
package struct FileFault: Explained, Equatable {
    /// What kept a file from being read or written; stable, for scripts.
    package enum Code: String, Sendable {
        case notFound = "not-found"
        case notAFile = "not-a-file"
        case tooLarge = "too-large"
        case notAllowed = "not-allowed"
        case readableByAll = "readable-by-all"
        case exists = "exists"
        case io = "io"
    }

    package let code: Code
    private let words: Wording

    /// A fault of what `place` names, a path most often.
    package init(_ code: Code, _ place: String, _ french: String, _ english: String) {
        let place = PathText.shown(place)
        self.init(code, Wording(place, place), french, english)
    }

    private init(_ code: Code, _ place: Wording, _ french: String, _ english: String) {
        self.code = code
        words = Wording(french, english).about(place)
    }

    /// From the C library's error number of a call that failed on `path`.
    package init(errno number: Int32, _ path: String) {
        let path = PathText.shown(path)
        self.init(errno: number, Wording(path, path))
    }

    /// The same of a stream, which has a name in each language.
    package init(errno number: Int32, _ path: Wording) {
        switch number {
        case ENOENT, ENOTDIR:
            self.init(.notFound, path, "ce fichier n’existe pas", "no such file")
        case EACCES, EPERM: self.init(.notAllowed, path, "accès refusé", "permission denied")
        case EISDIR:
            self.init(
                .notAFile, path, "est un dossier, pas un fichier", "is a folder, not a file")
        case EEXIST:
            self.init(
                .exists, path, "existe déjà et n’est pas remplacé",
                "exists already and is not overwritten")
        default:
            self.init(
                .io, path, FileFault.french(number), unsafe String(cString: strerror(number)))
        }
    }

    package var explanation: Explanation { Explanation(code.rawValue, .files, words) }

    /// The C library has words for error numbers in the language of the machine only.
    private static func french(_ number: Int32) -> String {
        switch number {
        case ENOSPC, EDQUOT: "il n’y a plus de place sur le disque"
        case EROFS: "le disque est en lecture seule"
        case EIO: "le disque a une erreur de lecture ou d’écriture"
        case EMFILE, ENFILE: "trop de fichiers sont ouverts"
        case ENOMEM: "il n’y a plus de mémoire"
        case ELOOP: "est un lien, ou un lien de trop"
        case EBUSY, ETXTBSY: "un autre programme s’en sert"
        case EPIPE: "le lecteur est parti"
        case ENAMETOOLONG: "ce nom est trop long pour un fichier"
        default: "le système a refusé (erreur n° \(number))"
        }
    }
}

extension FileFault {
    /// `limit` is in bytes.
    package static func tooLarge(_ place: String, limit: Int) -> FileFault {
        FileFault(.tooLarge, place, "plus de \(limit) octets", "larger than \(limit) bytes")
    }

    /// A folder where a file was expected.
    package static func isAFolder(_ path: String) -> FileFault {
        FileFault(
            .notAFile, path, "est un dossier, pas un fichier", "is a folder, not a file")
    }

    /// From a call that just failed on something whose own name is not to be repeated.
    package init(ofCall call: String, _ place: String) {
        self.init(errno: errno, "\(place): \(call)")
    }
}
