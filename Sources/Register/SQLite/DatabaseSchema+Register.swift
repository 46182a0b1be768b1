internal import Storage

extension DatabaseSchema {
    /// The tables of a register (Spec/register.md 1); "JReg" in the header of the file.
    ///
    /// No row number in `proof`: it would keep the order of issue, of which the day is all that
    /// a justificatif itself tells.
    static let register = DatabaseSchema(
        application: 0x4A52_6567, version: 1,
        tables: """
            CREATE TABLE proof (
                cti BLOB NOT NULL PRIMARY KEY CHECK (length(cti) = 16),
                fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16),
                reference INTEGER NOT NULL,
                issued INTEGER NOT NULL,
                revoked INTEGER,
                reason TEXT,
                announced INTEGER NOT NULL DEFAULT 0 CHECK (announced IN (0, 1)),
                CHECK ((revoked IS NULL) = (reason IS NULL)),
                CHECK (announced = 0 OR revoked IS NOT NULL)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX proof_by_day ON proof (issued, fingerprint);
            CREATE INDEX proof_by_reference ON proof (reference);
            CREATE INDEX proof_revoked ON proof (issued, fingerprint, announced)
                WHERE revoked IS NOT NULL;
            CREATE TABLE publication (
                only INTEGER PRIMARY KEY CHECK (only = 1),
                list TEXT NOT NULL,
                epoch INTEGER NOT NULL,
                sequence INTEGER NOT NULL,
                issued INTEGER NOT NULL,
                closed_through INTEGER NOT NULL,
                digest BLOB CHECK (length(digest) = 32)
            ) STRICT;
            """)
}
