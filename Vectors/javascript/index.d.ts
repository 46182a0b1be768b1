/** Instants are whole seconds since 1970-01-01T00:00:00Z. Codes and reasons are those of Spec/. */

/** Roots, lists in force and high-water marks. Its fields are its own. */
export interface Lists {
    /** Observed time (lists.md 5). */
    observed: number | null;
}

export interface Outcome {
    verdict: string;
    reason?: string;
}

/** The object of verdicts.md 3, without `input`, `headline` and `advice`. */
export interface Verdict {
    format: "justificatif-verdict/1";
    verdict: string;
    family: "green" | "red" | "amber" | "grey";
    checked_at: string;
    reason?: string;
    lists?: Record<string, string | number>;
    issuer?: string;
    issued?: string;
    expires?: string;
    last_day?: string;
    claims?: Record<string, unknown>;
    reference?: string;
}

/** Lists of a verifier born with this `roots.pub`, or null where it is refused. */
export function newLists(rootsPub: Uint8Array): Lists | null;
/** Offers chains, trust lists and revocation lists together; a code for each (lists.md 6.3). */
export function install(lists: Lists, files: Uint8Array[], now: number): Promise<string[]>;
/** What a file of lists is (lists.md 6.4). */
export function kindOfList(bytes: Uint8Array): "chain" | "trust" | "revocations" | null;
/** What is kept, marks included (Vectors/README.md 2.2). */
export function stateOf(lists: Lists): Record<string, unknown>;

/** Judges one text (V2 to V16). */
export function judge(
    text: string, lists: Lists, now: number, recipients?: string[]): Promise<Outcome>;
export function verdictObject(outcome: Outcome, lists: Lists, now: number): Verdict;

/** What a file is; a picture or a document is not read here. */
export function kindOfFile(bytes: Uint8Array): "picture" | "document" | "text" | "empty" | "unknown";
/** The one justificatif in a text file, or the verdict without one (verdicts.md 2.1). */
export function textOfFile(bytes: Uint8Array): { text: string } | Outcome;
/** A1 to A5, for texts read from a picture. */
export function oneText(texts: string[]): { text: string } | Outcome;
/** The texts of what a scanner typed (wedge.md). */
export function typedTexts(input: string): string[];
/** X1 of token.md. */
export function trimmed(text: string): string;

/** The form in which names are compared (token.md 4.2). */
export function folded(text: string): string;
/** The reference somebody typed, as it is written, or null (token.md 4.6). */
export function readReference(typed: string): string | null;

/** O2: notes the time. */
export function observe(lists: Lists, now: number): void;
/** O3, for all lists in force. */
export function isSuspect(lists: Lists, now: number): boolean;
/** The clock was looked at and is right. */
export function acceptClock(lists: Lists, now: number): void;
