package import Explaining

/// Why a PostgreSQL server did not do what it was asked (Spec/register.md 7).
package enum ServerFault: Explained, Equatable {
    /// Debian's libpq is not installed.
    case noLibrary
    case badAddress
    /// Every user of the machine can read a command line.
    case passwordInAddress
    /// There is no connection, for a reason that the library has in words of its own.
    case notConnected(String)
    /// It went away while a change was made: nobody knows whether that was done.
    case lost
    /// Others held what was asked for, or the server took too long.
    case busy
    /// It answers before a change is on its disk.
    case notDurable
    /// It has something that this program did not write.
    case unreadable
    /// It refused, with an SQLSTATE and in words of its own.
    case refused(state: String, words: String)

    package var explanation: Explanation {
        switch self {
        case .noLibrary:
            Explanation(
                "postgresql-library", .configuration,
                "il manque libpq.so.5 ; installez le paquet libpq5",
                "libpq.so.5 is missing; install the package libpq5")
        case .badAddress:
            Explanation(
                "postgresql-address", .data,
                "n’est pas une adresse de PostgreSQL ; donnez postgresql://COMPTE@HÔTE:PORT/BASE",
                "is not an address of PostgreSQL; give postgresql://USER@HOST:PORT/DATABASE")
        case .passwordInAddress:
            Explanation(
                "postgresql-password", .configuration,
                "tout compte de ce poste peut lire une ligne de commande : n’y mettez pas de mot "
                    + "de passe, changez celui-ci, et écrivez le nouveau dans un fichier "
                    + "(~/.pgpass, PGPASSFILE, passfile= ou service=)",
                "every account of this machine can read a command line: give no password there, "
                    + "change this one, and write the new one to a file (~/.pgpass, PGPASSFILE, "
                    + "passfile= or service=)")
        case .notConnected(let words):
            Explanation(
                "postgresql-unreachable", .files, "pas de connexion au serveur (\(words))",
                "no connection to the server (\(words))")
        case .lost:
            Explanation(
                "postgresql-lost", .files,
                "la connexion au serveur a été coupée ; rien n’a été délivré, réessayez",
                "the connection to the server was lost; nothing was released, try again")
        case .busy:
            Explanation(
                "postgresql-busy", .files,
                "un autre programme le tient, ou le serveur est trop lent ; réessayez",
                "another process is holding it, or the server is too slow; try again")
        case .notDurable:
            Explanation(
                "postgresql-not-durable", .configuration,
                "le serveur n’attend pas son disque (fsync = off) et n’est pas utilisé",
                "the server does not wait for its disk (fsync = off) and is not used")
        case .unreadable:
            Explanation(
                "postgresql-unreadable", .files,
                "une ligne n’est pas lisible ; remettez la dernière sauvegarde",
                "a row cannot be read; put the last backup back")
        case .refused(let state, let words):
            Explanation(
                "postgresql-refused", .files, "le serveur a refusé (\(state) : \(words))",
                "the server refused (\(state): \(words))")
        }
    }
}
