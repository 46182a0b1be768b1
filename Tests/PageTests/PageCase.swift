import Lists
import Proofs
import TestSupport
import Testing

/// A proof whose page is looked at from all sides.
struct PageCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let claims: Claims
    var name = "Caisse d’exemple"
    var notice = ""
    var contact = ""
    var revocationList: String?
    var letterhead = Letterhead()

    init(_ description: String, _ claims: Claims) {
        testDescription = description
        self.claims = claims
    }

    var proof: Proof {
        Proof(
            claims: claims, name: name, notice: notice, contact: contact,
            revocationList: revocationList, letterhead: letterhead)
    }

    static let all: [PageCase] = facts + people + issuers + [cancellable, withLetterhead]

    static let withLetterhead: PageCase = {
        var page = PageCase("letterhead", Sample.claims)
        page.name = widest(90)
        page.letterhead = Letterhead(
            address: "1 rue du Port\n59000 Lille\n" + widest(100), logo: Sample.logo)
        return page
    }()

    /// Of an issuer that can cancel what it issued: with a slip.
    static let cancellable: PageCase = {
        var page = PageCase("cancellable", Sample.claims)
        page.revocationList = "caf"
        page.contact = "03 00 00 00 00"
        return page
    }()

    /// Every label that states a fact, each with what it requires, and all kinds at once.
    static let facts: [PageCase] =
        ClaimLabel.allCases.filter { $0.block != nil }.map {
            PageCase(ClaimRegistry.row(of: $0).name, Sample.claims(around: $0))
        } + [
            PageCase("open bracket", claims(.qfBracket, .bracket(lower: 1_200, upper: nil))),
            PageCase("no end known", claims(.registrationEnded, .noDay)),
            PageCase("every kind", everyKind),
            PageCase("every label that may be together", everyLabel),
        ]

    private static func claims(_ label: ClaimLabel, _ value: ClaimValue) -> Claims {
        var claims = Sample.claims(around: label)
        claims[label] = value
        return claims
    }

    static let everyKind: Claims = {
        var claims = Sample.claims
        for label in [ClaimLabel.rfrAtMost, .incomeYear, .registeredOn, .baseRightsOpenOn] {
            claims[label] = Sample.value(of: label)
        }
        return claims
    }()

    private static let everyLabel: Claims = {
        var claims = Sample.identity
        for label in ClaimLabel.allCases
        where ClaimRegistry.row(of: label).excludes.allSatisfy({ claims[$0] == nil }) {
            claims[label] = claims[label] ?? Sample.value(of: label)
        }
        return claims
    }()
}

extension PageCase {
    /// Names, dates and recipients at their limits.
    static let people: [PageCase] = [
        person("longest name, wide letters, no space", [.familyName: widest(256)]),
        person(
            "two longest names", [.familyName: widest(256), .firstGivenName: widest(150)]),
        person("longest name of words", [.familyName: String(repeating: "Wallon Wolf", count: 23)]),
        person("letters with two marks", [.familyName: String(repeating: "Ằ", count: 85)]),
        person("one letter", [.familyName: "Ÿ", .firstGivenName: "J"]),
        birth("day unknown", 1992_11_00), birth("day and month unknown", 1992_00_00),
        birth("first of a month", 1962_08_01),
        context("longest recipient", .recipient, Sample.recipient(widest(100))),
        context(
            "recipient with signs", .recipient, Sample.recipient("L'Été & Cie (St-Malo), 1/2 : B.")),
        context("delegated", .delegated, .flag(true)),
        person(
            "every name",
            [
                .otherGivenNames: "Léa Zoé Anaïs", .usageName: "d’Aubigné-L'Hôpital",
                .firstGivenName: "Marie-Noëlle",
            ]),
    ]

    /// What an issuer's entry may hold at most.
    static let issuers: [PageCase] = [
        issuer("longest notice", notice: String(repeating: "Mot et phrase. ", count: 133)),
        issuer("notice of many lines", notice: String(repeating: "x\n\n", count: 500)),
        issuer("notice of one word", notice: String(repeating: "W", count: 2_000)),
        issuer("longest contact and name", name: widest(200), contact: widest(200)),
        issuer("markup", name: hostile, notice: hostile + "\n" + hostile, contact: hostile),
    ]

    static let hostile = #"<script>alert('1')</script> & "q" </style></p><!-- ]]> %s \u003c"#

    private static func widest(_ bytes: Int) -> String { String(repeating: "W", count: bytes) }

    private static func person(_ what: String, _ names: [ClaimLabel: String]) -> PageCase {
        var claims = Sample.claims
        for (label, name) in names { claims[label] = Sample.name(name) }
        return PageCase(what, claims)
    }

    private static func birth(_ what: String, _ date: UInt64) -> PageCase {
        context(what, .birthDate, Sample.birthDate(date))
    }

    private static func context(
        _ what: String, _ label: ClaimLabel, _ value: ClaimValue
    ) -> PageCase {
        var claims = Sample.claims
        claims[label] = value
        return PageCase(what, claims)
    }

    private static func issuer(
        _ what: String, name: String = "Caisse d’exemple", notice: String = "",
        contact: String = ""
    ) -> PageCase {
        var page = PageCase(what, Sample.claims)
        page.name = name
        page.notice = notice
        page.contact = contact
        return page
    }
}
