import Counter
import Explaining
import Files
import GuichetService
import Issuing
import JSONFields
import Lists
import LocalSockets
import Office
import Page
import PostgreSQL
import Proofs
import QRImage
import Register
import ScanReading
import Siblings
import Signers
import SigningClient
import SigningMessages
import SigningService
import Sodium
import Space
import SpoolFiles
import Spooling
import Storage
import Verification
import WebRules
import WebServing
import Wire

/// Every case of every error type, once.
enum EveryError {
    static let all: [any Explained] =
        lists + proofs + issuing + register + machine + signers + signing + programs + web + portal

    private static let damage = DecodeError(.truncated, at: 9)
    private static let kid = KeyIdentifier([UInt8](repeating: 7, count: 8))
    private static let day = Day(number: 20_000)
    private static let instant = Instant(seconds: 1_790_000_000)

    private static let lists: [any Explained] =
        [
            RootChainRefusal.malformed(damage), RootChainRefusal.gap(known: 1, next: 3),
            RootChainRefusal.fork(version: 2),
            RootChainRefusal.notSignedEnough(version: 3, by: 2, good: 1, needed: 4),
            TrustListRefusal.malformed(damage),
            TrustListRefusal.notSignedEnough(good: 1, needed: 2),
            TrustListRefusal.rootRole,
            RevocationListRefusal.malformed(damage), RevocationListRefusal.wrongList("cpam"),
            RevocationListRefusal.unknownIdentifier("caf"),
            RevocationListRefusal.wrongEpoch(1, wanted: 2),
            RevocationDraftFault.identifierForm, RevocationDraftFault.dateOrder,
            RevocationDraftFault.dayOrder, RevocationDraftFault.tooManyDays,
            RevocationDraftFault.tooManyRevoked, RevocationDraftFault.tooLarge,
            RevocationDraftFault.revokedNotIssued(day), RevocationDraftFault.noSeed(day),
            AdoptionRefusal.notAList, AdoptionRefusal.tooLarge(limit: 4_096),
            AdoptionRefusal.rootChain(.fork(version: 2)),
            AdoptionRefusal.rootsWithoutTrustList(version: 2), AdoptionRefusal.trustList(.rootRole),
            AdoptionRefusal.revocationList(.wrongList("cpam")), AdoptionRefusal.noTrustList,
            AdoptionRefusal.lower(sequence: 6, epoch: 1, had: 7, hadEpoch: 2),
            AdoptionRefusal.otherContent(sequence: 7),
            AdoptionRefusal.trustListTooOld(has: 7, needed: 8),
            AdoptionRefusal.issuedInTheFuture(issued: instant, now: instant),
            AdoptionRefusal.forgetsRevocations(.init(of: day, held: 3, found: 1)),
            AdoptionRefusal.notWitnessed(sha256: "e3b0c442"),
            WitnessFault.line(2), WitnessFault.empty,
        ] + (kid.map { [RevocationListRefusal.wrongKey($0)] } ?? [])

    private static let proofs: [any Explained] = [
        NameFault.empty, NameFault.tooLong(limit: 256), NameFault.spaces, NameFault.noLetter,
        NameFault.character("\u{202E}"),
        ReferenceFault.length(5), ReferenceFault.character("%"), ReferenceFault.check,
    ]

    private static let issuing: [any Explained] = [
        ScaleFault.identifier, ScaleFault.empty, ScaleFault.tooMany("qf_at_most"),
        ScaleFault.outOfRange("qf_at_most"), ScaleFault.notAscending("qf_at_most"),
        IssuingFault.sense(.noIdentity), IssuingFault.noFact, IssuingFault.dataAge,
        IssuingFault.tooLarge(bytes: 612, heaviest: ["usage_name"]),
        IssuingFault.selfCheck("signature"),
        IssuingRefusal.answerTooOld, IssuingRefusal.answerFromFuture,
        IssuingRefusal.answerMalformed(Wording("qf: n’est pas", "qf: is not")),
        IssuingRefusal.answerIsAnError(status: 404, code: "37003"),
        IssuingRefusal.answerFormUnknown(.quotientFamilial), IssuingRefusal.zeroNotConfirmed,
        IssuingRefusal.answerWithoutPerson, IssuingRefusal.identityIncomplete,
        IssuingRefusal.identityMismatch([.birthDate]), IssuingRefusal.identityWithout(.sex),
        IssuingRefusal.labelUnknown("q", nearest: "qf"),
        IssuingRefusal.labelNotOffered(.rfr, .health), IssuingRefusal.labelTwice(.qf),
        IssuingRefusal.labelsExclude(.qf, .qfAtMost), IssuingRefusal.boundNotTaken(.qf),
        IssuingRefusal.boundMalformed(.qfAtMost), IssuingRefusal.factMissing(.qf),
        IssuingRefusal.factInFuture(.qfMonth), IssuingRefusal.scaleMissing(.qfAtMost),
        IssuingRefusal.notInScale(.qfAtMost, [400, 800]), IssuingRefusal.predicateFalse(.qfAtMost),
        IssuingRefusal.dayAfterAnswer(.registeredOn), IssuingRefusal.alreadyOver,
    ]

    private static let register: [any Explained] =
        [
            RegisterFault.notFound(path: "caf.db"), RegisterFault.exists(path: "caf.db"),
            RegisterFault.notARegister(path: "caf.db"),
            RegisterFault.newer(path: "caf.db", version: 9),
            RegisterFault.busy(path: "caf.db"),
            RegisterFault.unusable(path: "caf.db", problem: Wording("disque plein", "disk full")),
            RegisterFault.dayClosed(day, through: day), RegisterFault.dayInFuture(day, today: day),
            RegisterFault.clockFarAhead(instant, publication: instant),
            RegisterFault.identifierTaken,
            RegisterFault.newerThanBackup(
                path: "caf.db", rows: 3, cancellations: 1, publication: 7),
            RegisterFault.server(
                path: "postgresql://caf@db:5432/caf", ServerFault.noLibrary.explanation),
            RegisterFault.onServer(path: "postgresql://caf@db:5432/caf"),
            RegisterFault.otherContent(path: "caf.db"),
            ServerFault.noLibrary, ServerFault.badAddress, ServerFault.passwordInAddress,
            ServerFault.notConnected("timeout"), ServerFault.lost, ServerFault.busy,
            ServerFault.notDurable, ServerFault.unreadable,
            ServerFault.refused(state: "53100", words: "disk full"),
            PublicationRefusal.otherList("caf"), PublicationRefusal.earlierEpoch(2),
            PublicationRefusal.earlierInstant(instant), PublicationRefusal.sequenceUsed(next: 4),
            PublicationRefusal.overtaken, PublishingFault.selfCheck, DeskRefusal.noLists,
            DeskRefusal.notRegistered,
            DeskRefusal.counterWouldRefuse(
                Verdict(unreadable: .noCode, at: instant), lists: "listes"),
            TrustProposalRefusal.notATrustList("trust.cose", damage),
            TrustProposalRefusal.unloadable(.rootRole), TrustProposalRefusal.noneInForce("lists"),
            RegisterLookupRefusal.notAReference("4HZ", .length(3)),
            OfficeKeyFault.file("caf.key", .notAKeyFile),
            OfficeKeyFault.role("caf.pub", .root, wanted: .issuer),
            ReleasedListRefusal.notAList("caf.cose", damage),
            ReleasedListRefusal.notSignedBy("rev.pub", "caf.cose"),
            RootsRefusal.thresholdMissing(keys: 3), RootsRefusal.threshold(4, keys: 3),
            RootsRefusal.predecessorUnknown(version: 2), RootsRefusal.foreignSigner,
            RootsRefusal.noKeys, RootsRefusal.nothingToSign,
            RootsRefusal.chain("roots.cose", .gap(known: 1, next: 3)),
            OutputRefusal.nowhere, OutputRefusal.sharedOutput, OutputRefusal.pictureToTerminal,
            OutputRefusal.pictureEnding("a.gif"), OutputRefusal.pageEnding("a.doc"),
            OutputRefusal.pageFormats,
            RotationRefusal.tooEarly(day),
            PreviousListRefusal("caf.cose", .otherContent(4)),
            RegisterBehindRefusal(list: "caf", released: 4, known: 3),
            BatchRefusal.notAReport("r.csv"), BatchRefusal.noJournal("r.csv.journal"),
            BatchRefusal.otherJournal("r.csv.journal"), BatchRefusal.lineChanged,
        ]
        + (Reference(number: 7).map {
            [
                BatchRefusal.otherTerms($0), BatchRefusal.cancelled($0),
                RegisterLookupRefusal.notRegistered($0),
            ]
        } ?? [])

    private static let machine: [any Explained] = [
        FileFault(.tooLarge, "a.json", "plus de 9 octets", "larger than 9 bytes"),
        JSONFault("a.json: qf", "doit être un nombre", "must be a number"),
        SodiumFault.unavailable, SodiumFault.outOfMemory, SodiumFault.notAKeyFile,
        SodiumFault.notASecret(.office), SodiumFault.notASecret(.space),
        SodiumFault.passphraseNeeded, SodiumFault.wrongPassphrase, SodiumFault.emptyPassphrase,
        SpoolFault(step: "commit", error: "ENOSPC"), SpoolFormatFault(spool: "/var/spool/j"),
        ScanRefusal.notAFile(.link), ScanRefusal.notAllowed, ScanRefusal.notNow("EMFILE"),
    ]

    private static let signers: [any Explained] =
        [
            SignerNameFault.neither, SignerNameFault.relativePath, SignerNameFault.uri("token"),
            SignerNameFault.pinInURI,
            ModuleFault.notFound("/m.so"), ModuleFault.notAModule("/m.so"),
            ModuleFault.notStarted("/m.so"),
            PINFault.wrong(.unsaid), PINFault.wrong(.fewer), PINFault.wrong(.last),
            PINFault.wrong(.none), PINFault.locked, PINFault.notSet, PINFault.lastTry,
            PINFault.needed,
            DeviceFault.noToken("pkcs11:"), DeviceFault.severalTokens("pkcs11:"),
            DeviceFault.noKey("pkcs11:"), DeviceFault.severalKeys("pkcs11:"),
            DeviceFault.noPublicKey("pkcs11:"), DeviceFault.otherKind, DeviceFault.gone,
            DeviceFault.failed(call: "C_Sign", answer: 5),
            ProgramFault(.notFound(path: "/s"), of: "/s", seconds: 60),
            ProgramFault(.couldNotStart(errno: 13), of: "/s", seconds: 60),
            ProgramFault(.timedOut, of: "/s", seconds: 60),
            ProgramFault(.badAnswer, of: "/s", seconds: 60),
            ProgramFault(.ended(.exit(code: 3)), of: "/s", seconds: 60),
            ProgramFault(.ended(.signal(number: 9)), of: "/s", seconds: 60),
        ]
        + (kid.map {
            [
                DeviceFault.otherKey($0, wanted: $0), BadSignatureFault(kid: $0),
                RotationRefusal.noSuchKey($0), RotationRefusal.keyIsThere($0),
            ]
        } ?? [])

    private static let signing: [any Explained] = [
        LocalSocketFault.pathTooLong("/run/s"), LocalSocketFault.alreadyServed("/run/s"),
        LocalSocketFault.system(FileFault(.notFound, "/run/s", "n’existe pas", "is not there")),
        LocalSocketFault.notHandedOver, LocalSocketFault.timedOut,
        LocalSocketFault.tooLarge(limit: 9),
        ServiceRefusal.peerNotAllowed, ServiceRefusal.requestTooSlow,
        ServiceRefusal.badRequest(Wording("request: ask: manque", "request: ask: missing")),
        ServiceRefusal.noOfficeSecret, ServiceRefusal.unknownProof, ServiceRefusal.tooManyToday,
        ServiceRefusal.requestKeyUsed, ServiceRefusal.busy,
        SpaceFault.notASpace(path: "space.db"), SpaceFault.newer(path: "space.db", version: 9),
        SpaceFault.busy(path: "space.db"), SpaceFault.noLockedMemory,
        SpaceFault.unusable(path: "space.db", problem: Wording("disque plein", "disk full")),
        StorageFault.otherDisk, StorageFault.otherKind, StorageFault.laterVersion(9),
        StorageFault.busy, StorageFault.unusable(Wording("disque plein", "disk full")),
        SpaceFault.entryTooLarge(limit: 9), SpaceFault.tooManyEntries(.journal, limit: 9),
        SpaceFault.lastDay(day, latest: day),
        OfficeFault.refused(
            SigningRefusal(
                code: "too-many-today", citizen: Wording("revenez demain", "come back tomorrow"),
                operatorWords: Wording("trop aujourd’hui", "too many today"))),
        OfficeFault.unreachable(.notHandedOver), OfficeFault.timedOut, OfficeFault.badAnswer,
    ]

    private static let programs: [any Explained] =
        [
            PictureRefusal.notAPicture, PictureRefusal.tooLarge, PictureRefusal.damaged,
            PictureRefusal.outOfMemory,
            QRImageFault.emptyText, QRImageFault.notAlphanumeric(offset: 3), QRImageFault.tooLong,
            QRImageFault.pixelsPerModuleOutOfRange, QRImageFault.outOfMemory,
            PageFault.fontMissing("/usr/share/fonts"), PageFault.letterMissing("\u{1E9E}"),
            PageFault.drawing("out of memory"), PageFault.code,
            InputFault.unreadable("a.png", .damaged),
            InputFault.reader("a.png", .timedOut), InputFault.noJustificatif("a.png"),
            InputFault.severalJustificatifs("a.png", count: 2),
            InputFault.damaged("-", DecodeError(.textLength, at: 5)),
            InputFault.file(
                FileFault(.notFound, "a.png", "ce fichier n’existe pas", "no such file")),
        ] + siblings.map { NamedSiblingFault($0, of: .page) }

    private static let web: [any Explained] = [
        TokenFault.notOne("token"), PairingFault.notPrivate("devices"),
        PairingFault.notADevice("devices/0123456789abcdef"), PairingFault.unknown,
        PairingFault.badName,
        ListeningFault.portTaken(8_391), ListeningFault.portNotAllowed(80),
        ListeningFault.notLoopback,
        ListeningFault.refused(errno: 24),
        WebRefusal.misdirected, WebRefusal.foreignOrigin, WebRefusal.noToken,
        WebRefusal.wrongCode,
        WebRefusal.noSuchPage, WebRefusal.wrongMethod, WebRefusal.tooLarge(limit: 4_096),
        WebRefusal.wrongType(known: "text/plain"), WebRefusal.malformed("lang"),
        WebRefusal.tooMany, WebRefusal.unavailable, WebRefusal.unforeseen,
    ]

    static let siblings: [SiblingFault] = [
        .notFound(path: "/usr/bin/justificatif-page"), .couldNotStart(errno: 11), .timedOut,
        .ended(.exit(code: 3)), .ended(.signal(number: 9)), .ended(.libraryMissing), .badAnswer,
    ]
}
