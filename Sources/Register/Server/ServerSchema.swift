/// The tables of a register in PostgreSQL (Spec/register.md 7.1).
enum ServerSchema {
    /// What a session is told first, so that no other schema's table or function is taken for ours.
    static let path: StaticString = "SET search_path = justificatif"

    /// Whether the schema has tables, and whether it has that of a register's version.
    static let look: StaticString = """
        SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('justificatif')),
            to_regclass('justificatif.format') IS NOT NULL
        """

    /// Makes the tables, and the schema if an administrator has not.
    ///
    /// A unique index of a partitioned table has to begin with what it is partitioned by.
    /// `identifier` makes an identifier unique over all days, and finds its day.
    static let tables: StaticString = """
        DO $$ BEGIN
            IF to_regnamespace('justificatif') IS NULL THEN CREATE SCHEMA justificatif; END IF;
        END $$;
        CREATE TABLE format (version integer NOT NULL);
        CREATE TABLE identifier (cti uuid PRIMARY KEY, issued integer NOT NULL);
        CREATE TABLE proof (
            cti uuid NOT NULL,
            fingerprint uuid NOT NULL,
            reference bigint NOT NULL,
            issued integer NOT NULL,
            revoked integer,
            reason text,
            announced boolean NOT NULL DEFAULT false,
            PRIMARY KEY (issued, cti),
            CHECK ((revoked IS NULL) = (reason IS NULL)),
            CHECK (NOT announced OR revoked IS NOT NULL)
        ) PARTITION BY LIST (issued);
        CREATE INDEX proof_by_reference ON proof (reference);
        CREATE INDEX proof_revoked ON proof (issued) WHERE revoked IS NOT NULL;
        CREATE INDEX proof_unannounced ON proof (issued)
            WHERE revoked IS NOT NULL AND NOT announced;
        CREATE TABLE publication (
            single integer PRIMARY KEY CHECK (single = 1),
            list text NOT NULL,
            epoch bigint NOT NULL,
            sequence bigint NOT NULL,
            issued bigint NOT NULL,
            closed_through integer NOT NULL,
            digest bytea CHECK (length(digest) = 32)
        );
        CREATE FUNCTION open_day(day integer) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE partition text := 'proof_' || day;
        BEGIN
            IF to_regclass(quote_ident(partition)) IS NOT NULL THEN RETURN; END IF;
            EXECUTE format('CREATE TABLE %I (LIKE proof INCLUDING ALL)', partition);
            EXECUTE format(
                'ALTER TABLE proof ATTACH PARTITION %I FOR VALUES IN (%s)', partition, day);
        END $$;
        CREATE FUNCTION remove_day(day integer) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE removed bigint;
        BEGIN
            DELETE FROM identifier USING proof
                WHERE proof.issued = day AND identifier.cti = proof.cti;
            GET DIAGNOSTICS removed = ROW_COUNT;
            EXECUTE format('DROP TABLE IF EXISTS %I', 'proof_' || day);
            RETURN removed;
        END $$;
        INSERT INTO format VALUES (1)
        """
}
