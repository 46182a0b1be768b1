"""The sections of `Spec/` whose sentences have no number: which tests hold them, or why none can.

Sections that define a rule are held by vectors and are not here.
"""

import re

from .registry import SPEC

PEOPLE = "what people and bodies do, and no program"
SUMMARY = "says again what other pages say"

# Page, section ("" for the whole page): files or folders of tests, or a sentence.
HELD: dict[tuple[str, str], tuple[str, ...] | str] = {
    ("distribution.md", "1"): ("Vectors/test_distribution.py",),
    ("distribution.md", "2"): ("Vectors/test_distribution.py",),
    ("distribution.md", "3"): PEOPLE,
    ("distribution.md", "4"): ("Vectors/test_distribution.py", "Tests/DaemonTests/UnitFileTests.swift"),
    ("distribution.md", "5"): ("Tests/ListFilesTests/ListSourceTests.swift",),
    ("distribution.md", "6"): SUMMARY,
    ("guichet.md", "1"): ("Web/test_screens.py", "Web/test_facts.py"),
    ("guichet.md", "2"): ("Web/test_ways_in.py",),
    ("guichet.md", "3"): ("Web/test_erasure.py",),
    ("guichet.md", "4"): ("Web/test_lists.py", "Tests/CommandTests/PocketCommandTests.swift"),
    ("guichet.md", "4.1"): "a measurement: `Web/measure.py`",
    ("guichet.md", "5"): ("Web/test_practice.py",),
    ("guichet.md", "6"): ("Web/test_guichet_page.py",),
    ("guichet.md", "6.1"): ("Web/test_guichet_api.py",),
    ("guichet.md", "6.2"): ("Web/test_guichet_hostile.py",),
    ("implementing.md", ""): SUMMARY,
    ("issuing.md", "1"): ("Tests/OfficeTests/IssuingDeskTests.swift", "Tests/IssuanceTests"),
    ("issuing.md", "2"): ("Tests/IssuingTests/FreshnessTests.swift",
                          "Tests/DataSourcesTests/AnswerFormTests.swift"),
    ("issuing.md", "3"): ("Tests/IssuingTests/IdentityMatchTests.swift",
                          "Tests/DataSourcesTests/IdentityJSONTests.swift"),
    ("issuing.md", "4"): ("Tests/IssuingTests/DisclosureTests.swift",
                          "Tests/IssuingTests/DayPredicateTests.swift",
                          "Tests/IssuingTests/AmountPredicateTests.swift"),
    ("issuing.md", "5"): ("Tests/IssuingTests/UsualValidityTests.swift",),
    ("issuing.md", "6"): ("Tests/IssuingTests/IssuingRefusalTests.swift",),
    ("issuing.md", "7"): ("Tests/CommandTests/BatchTests.swift",
                          "Tests/OfficeTests/BatchIssuingTests.swift"),
    ("law.md", ""): PEOPLE,
    ("lists.md", "3.5"): ("Tests/OfficeTests/TrustPreparingTests.swift",
                          "Tests/CommandTests/TrustCommandTests.swift"),
    ("lists.md", "3.6"): ("Tests/ListFilesTests/PublicKeyFileTests.swift",),
    ("lists.md", "3.7"): ("Tests/OfficeTests/TrustListSheetTests.swift",),
    ("lists.md", "4.7"): "a measurement: `Tests/Benchmarks/revocations`",
    ("lists.md", "6.1"): ("Tests/ListFilesTests/PinningTests.swift",
                          "Tests/ListFilesTests/AdoptionFolderTests.swift"),
    ("lists.md", "6.2"): ("Vectors/list", "Tests/ListFilesTests/AdoptionFolderTests.swift"),
    ("lists.md", "6.3"): ("Vectors/list", "Tests/CommandTests/KilledInstallTests.swift"),
    ("lists.md", "6.4"): ("Tests/ListFilesTests/ListSourceTests.swift",
                          "Tests/ListsTests/ListKindTests.swift"),
    ("lists.md", "6.5"): ("Tests/CommandTests/ListsCommandTests.swift",),
    ("lists.md", "6.6"): ("Tests/ListsTests/ListWitnessTests.swift",
                          "Tests/CommandTests/ListsCommandTests.swift"),
    ("lists.md", "7"): PEOPLE + "; their commands: `Tests/CommandTests/RootRotateTests.swift`",
    ("page.md", "1"): ("Tests/PageTests/WordsTests.swift", "Tests/OfficeTests/IssuingDeskTests.swift"),
    ("page.md", "2"): ("Tests/PageTests/WordsTests.swift",),
    ("page.md", "3"): ("Tests/CommandTests/CopiedTextTests.swift", "Tests/PageTests/DocumentTests.swift"),
    ("page.md", "4"): ("Tests/PageTests/LayoutTests.swift", "Tests/PageTests/DocumentTests.swift"),
    ("page.md", "5"): ("Tests/PageTests/HTMLTests.swift",),
    ("page.md", "6"): ("Tests/PageTests/DocumentTests.swift", "Tests/PageTests/HTMLTests.swift"),
    ("portal.md", "1"): ("Tests/Portal/test_journey.py",),
    ("portal.md", "2"): ("Tests/Portal/test_journey.py",),
    ("portal.md", "3"): ("Tests/OpenIDConnectTests", "Tests/TokenSignaturesTests",
                         "Tests/Portal/test_security.py"),
    ("portal.md", "3.1"): ("Tests/OpenIDConnectTests/LoginRequestTests.swift",
                           "Tests/OpenIDConnectTests/ProviderMetadataTests.swift"),
    ("portal.md", "3.2"): ("Tests/OpenIDConnectTests/CallbackAnswerTests.swift",),
    ("portal.md", "3.3"): ("Tests/OpenIDConnectTests/AuthenticationTests.swift",
                           "Tests/OpenIDConnectTests/UserInfoTests.swift"),
    ("portal.md", "3.4"): ("Tests/OpenIDConnectTests/KeySetTests.swift",),
    ("portal.md", "3.5"): ("Tests/ExplainingTests/EveryError+Portal.swift",),
    ("portal.md", "4"): ("Tests/VaultTests", "Tests/SpaceTests", "Tests/Portal/test_memory.py"),
    ("portal.md", "5"): ("Tests/PortalRulesTests/DatumStateTests.swift", "Tests/Portal/test_sources.py",
                         "Tests/Portal/test_bodies.py"),
    ("portal.md", "6"): ("Tests/OutgoingCallsTests",),
    ("portal.md", "7"): ("Tests/PortalRulesTests/PortalSettingsTests.swift",),
    ("portal.md", "8"): ("Tests/Portal/test_security.py",),
    ("portal.md", "9"): "what is not done",
    ("portal.md", "10"): ("Tests/PortalRulesTests/PartnerTests.swift",),
    ("portal.md", "10.1"): ("Tests/PortalRulesTests/PartnerTests.swift",
                            "Tests/Portal/test_partners.py"),
    ("portal.md", "10.2"): ("Tests/PortalRulesTests/PartnerTests.swift",
                            "Tests/Portal/test_partners.py"),
    ("portal.md", "10.3"): ("Tests/Portal/test_partners.py",),
    ("personal-data.md", ""): PEOPLE + "; what programs erase: spool.md 5, guichet.md 3",
    ("policy.md", ""): PEOPLE,
    ("reader.md", "1"): ("Tests/SiblingsTests",),
    ("reader.md", "2"): ("Tests/SiblingsTests/HostilePictureTests.swift", "Tests/ScanReadingTests"),
    ("reader.md", "3"): ("Tests/SiblingsTests/TakenOverReaderTests.swift",),
    ("reader.md", "4"): ("Tests/SiblingsTests/DaemonFilterTests.swift",
                         "Tests/CommandTests/TakenOverDaemonTests.swift"),
    ("reader.md", "5"): ("Tests/SiblingsTests/FaultWordsTests.swift",),
    ("reader.md", "6"): ("Tests/SiblingsTests/ConverterFilterTests.swift",
                         "Tests/CommandTests/DocumentTests.swift"),
    ("reading.md", ""): ("Tests/ScanReadingTests", "Tests/Benchmarks/reading"),
    ("register.md", "1"): ("Tests/RegisterTests/AddingTests.swift",
                           "Tests/RegisterTests/OpeningTests.swift"),
    ("register.md", "2"): ("Tests/RegisterTests/PurgingTests.swift",
                           "Tests/RegisterTests/RetentionTests.swift"),
    ("register.md", "3"): ("Tests/RegisterTests/PublicationTests.swift",
                           "Tests/CommandTests/RegisterCrashTests.swift"),
    ("register.md", "4"): ("Tests/OfficeTests/PublishingTests.swift",),
    ("register.md", "5"): ("Tests/OfficeTests/PublishingTests.swift",),
    ("register.md", "6"): ("Tests/DaemonTests/UnitFileTests.swift",),
    ("signing.md", "1"): ("Tests/CommandTests/ServeCommandTests.swift",
                          "Tests/SigningServiceTests/LocalListenerTests.swift"),
    ("signing.md", "2"): ("Tests/SigningMessagesTests", "Tests/SigningServiceTests"),
    ("signing.md", "2.1"): ("Tests/SigningMessagesTests/SigningRequestTests.swift",),
    ("signing.md", "2.2"): ("Tests/SigningMessagesTests/SigningAnswerTests.swift",
                            "Tests/SigningServiceTests/RequestDeskTests.swift"),
    ("signing.md", "3"): ("Tests/CommandTests/ServeCrashTests.swift",),
    ("signing.md", "4"): ("Tests/OfficeTests/HolderIdentifiersTests.swift",
                          "Tests/OfficeTests/HolderRecordsTests.swift"),
    ("signing.md", "5"): ("Tests/SigningServiceTests/RepeatMemoryTests.swift",),
    ("signing.md", "6"): ("Tests/SigningServiceTests/SigningServerTests.swift",),
    ("space.md", "1"): ("Tests/SpaceTests/SealedSpaceTests.swift",),
    ("space.md", "2"): ("Tests/SpaceTests/SealingTests.swift",),
    ("space.md", "3"): ("Tests/SpaceTests/ErasingTests.swift",),
    ("spool.md", "1"): ("Tests/SpoolFilesTests/FolderTests.swift",),
    ("spool.md", "2"): ("Tests/SpoolingTests/NameTests.swift", "Tests/SpoolingTests/ArrivalTests.swift"),
    ("spool.md", "3"): ("Tests/SpoolingTests/CrashPointTests.swift", "Tests/DaemonTests/KillTests.swift"),
    ("spool.md", "4"): ("Tests/DaemonTests/NetworkDiskTests.swift",),
    ("spool.md", "5"): ("Tests/DaemonTests/KeepingTests.swift",
                        "Tests/SpoolFilesTests/JournalRedactionTests.swift"),
    ("spool.md", "6"): ("Tests/SpoolingTests/SweepRangeTests.swift",
                        "Tests/DaemonTests/FullDiskTests.swift"),
    ("spool.md", "7"): PEOPLE,
    ("spool.md", "8"): ("Tests/SpoolServiceTests/EventLogTests.swift",
                        "Tests/SpoolServiceTests/StatusReportTests.swift"),
    ("spool.md", "9"): ("Tests/SpoolServiceTests/DaemonSettingsTests.swift",),
    ("spool.md", "10"): ("Tests/DaemonTests/JournalTests.swift",),
    ("threats.md", ""): SUMMARY,
    ("token.md", "1"): ("Vectors/test_pages.py",),
    ("token.md", "4.1"): ("Vectors/test_pages.py", "Vectors/claims"),
    ("token.md", "4.3"): ("Vectors/claims",),
    ("token.md", "6"): "each limit is a row of the table above",
    ("token.md", "8"): SUMMARY,
    ("verdicts.md", "1"): ("Tests/VerificationTests/VerdictCodeTests.swift", "Vectors/test_pages.py"),
    ("verdicts.md", "3"): ("Tests/CommandTests/SchemaTests.swift", "Vectors/test_pages.py"),
    ("verdicts.md", "4"): ("Tests/ConsoleTests/ExitStatusTests.swift",
                           "Tests/CommandTests/LostOutputTests.swift"),
    ("wallet.md", "1"): PEOPLE,
    ("wallet.md", "2"): ("Vectors/test_wallet.py",),
    ("wallet.md", "3"): "of other formats, which no program here reads",
    ("wallet.md", "4"): PEOPLE,
    ("wallet.md", "5"): ("Vectors/test_wallet.py",),
    ("wedge.md", "2"): ("Vectors/test_pages.py", "Tests/TypingTests/KeyboardFaultTests.swift"),
    ("wedge.md", "3"): ("Vectors/test_pages.py",),
    ("wedge.md", "4"): "what is not done",
    ("wedge.md", "5"): ("Tests/TypingTests/ScannerSelfTestTests.swift",
                        "Tests/CommandTests/ScannerTests.swift"),
    ("wedge.md", "6"): ("Tests/CommandTests/FollowTests.swift",),
}


def pages() -> list[str]:
    return sorted(path.name for path in SPEC.glob("*.md") if path.name != "README.md")


def sections(page: str) -> list[tuple[str, str]]:
    """Number and text of each numbered section of a page, up to the next heading of any depth."""
    text = (SPEC / page).read_text(encoding="utf-8")
    return [(match[1], match[2]) for match in re.finditer(
        r"^#+ ((?:\d+\.)*\d+)\.? [^\n]*\n(.*?)(?=^#+ |\Z)", text, re.S | re.M)]


def table() -> str:
    """One row a page or section, in the order of the pages."""
    rows = []
    for (page, section), held in HELD.items():
        words = held if isinstance(held, str) else ", ".join(f"`{path}`" for path in held)
        rows.append(f"| {page} {section}".rstrip() + f" | {words} |\n")
    return "| section | held by, or why nothing can hold it |\n|---|---|\n" + "".join(rows)
