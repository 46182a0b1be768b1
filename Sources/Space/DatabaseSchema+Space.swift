internal import Storage

extension DatabaseSchema {
    /// The tables of a space (Spec/space.md 1); "JSpc" in the header of the file.
    ///
    /// No row number: it would keep the order in which entries were made.
    static let space = DatabaseSchema(
        application: 0x4A53_7063, version: 1,
        tables: """
            CREATE TABLE entry (
                holder BLOB NOT NULL CHECK (length(holder) = 32),
                id BLOB NOT NULL CHECK (length(id) = 16),
                kind TEXT NOT NULL,
                last_day INTEGER NOT NULL,
                sealed BLOB NOT NULL,
                PRIMARY KEY (holder, id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entry_by_day ON entry (last_day);
            """)
}
