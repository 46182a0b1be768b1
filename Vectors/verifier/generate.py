"""Random claims sets as JSON (Spec/token.md 4.3), within the rules and sometimes not."""

import random
import string

from justificatif_verify.claims import BY_NAME, FIRST_FACT, REGISTRY, Row
from justificatif_verify.days import DAY, day_text, instant, month_text

Json = dict[str, object]

BROKEN_VALUE, BROKEN_SET, LATER = 0.02, 0.15, 0.05
NAME_LETTERS = string.ascii_letters + "éèêëàâîïôùûçœæŒÆÉÿßłŞığŉẞỹ"
OTHERS = "&(),./:0123456789"
STRANGE = ["", " ", " A", "A ", "A  B", "-", "'", "A1", "A\n", "A\u0301", "E\u0301lodie", "Ａ",
           "A\u00d7B", "\u00f7", "A\u0000", "A\u200b", "Ж", "é" * 128, "é" * 129, "a" * 256,
           "a" * 257, "a" * 100, "a" * 101, "²", "A&B", "A_B"]


class Maker:
    """Claims sets from one seed; `issued` is the day of issue."""

    def __init__(self, seed: int, issued: int) -> None:
        self.random, self.issued = random.Random(seed), issued

    def claims(self) -> Json:
        """One set: identity, one to four facts, and what they require."""
        found: Json = {}
        facts = [name for name, row in BY_NAME.items() if row.label >= FIRST_FACT]
        asked = self.random.sample(facts, self.random.choice((1, 1, 1, 2, 2, 3, 4)))
        names = self.identity() + asked
        for name in names:
            names += [needed for needed in BY_NAME[name].requires if needed not in names]
        if self.random.random() > BROKEN_SET:
            names = self.sensible(names)
        elif self.random.random() < 0.5:
            names.remove(self.random.choice(names))
        for label in sorted(BY_NAME[name].label for name in set(names)):
            row = REGISTRY[label]
            broken = self.random.random() < BROKEN_VALUE
            found[row.name] = self.strange(row) if broken else self.value(row)
        return found

    def identity(self) -> list[str]:
        usual = ["birth_date", "family_name", "first_given_name"]
        if self.random.random() < BROKEN_SET / 3:
            usual.remove(self.random.choice(usual))
        rare = ["other_given_names", "usage_name", "sex", "birth_place_cog", "birth_country_cog",
                "identity_acr", "recipient", "delegated"]
        return usual + [name for name in rare if self.random.random() < 0.15]

    def sensible(self, names: list[str]) -> list[str]:
        """The same without claims that exclude one another, and without what needed those."""
        kept: list[str] = []
        for name in names:
            if not any(name in BY_NAME[other].excludes for other in kept):
                kept.append(name)
        while True:
            whole = [name for name in kept if set(BY_NAME[name].requires) <= set(kept)]
            if whole == kept:
                return kept
            kept = whole

    def value(self, row: Row) -> object:
        """A value within the rules."""
        pick = self.random
        match row.kind:
            case "name":
                return self.words(NAME_LETTERS, " -'’")
            case "recipient":
                return self.words(NAME_LETTERS + OTHERS, " -'’")[:40].strip(" ") or "A"
            case "code":
                return pick.choice(("75056", "2A004", "00000") if "2" in row.wire
                                   else ("75056", "00000", "99999"))
            case "birth-date":
                whole = day_text(pick.randrange(-43000, self.issued))
                return pick.choice((whole, whole, whole[:8] + "00", whole[:5] + "00-00"))
            case "choice":
                return pick.choice(list(row.choices().values()))
            case "number" | "month":
                number = self.number(*row.range())
                return number if row.kind == "number" else month_text(number)
            case "data-age":
                return day_text(self.issued - self.number(*row.range()))
            case "day":
                return day_text(self.number(*row.range()))
            case "day-or-none":
                return pick.choice(("none", day_text(self.number(1, row.range()[1]))))
            case "flag":
                return pick.random() < 0.5
            case "true-only":
                return True
            case "bracket":
                lower = self.number(0, 99999)
                return [lower, pick.choice((None, self.number(lower + 1, 100000)))]
            case "tariff":
                grid = "".join(pick.choices(string.ascii_lowercase + "0123456789-",
                                            k=pick.randint(1, 32)))
                return [grid, self.number(1, 99)]
        raise AssertionError(row.kind)

    def strange(self, row: Row) -> object:
        """A value that breaks the rules of its kind, or stands just inside them."""
        pick = self.random
        anything = [True, False, 0, -1, 1, 2**63, "", "742", "none", [], [0], {}, "2026-11-31"]
        match row.kind:
            case "name" | "recipient":
                return pick.choice(STRANGE)
            case "code":
                return pick.choice(["", "1", "7505", "750566", "2C004", "2a004", "٧٥٠٥٦", "7505\n"])
            case "birth-date":
                return pick.choice(["1987-00-09", "1987-02-29", "1988-02-29", "1849-12-31",
                                    "1850-00-00", "2149-12-31", "2150-00-00", "1987-13-00",
                                    day_text(self.issued), day_text(self.issued + 1)])
            case "number" | "month":
                least, most = row.range()
                number = pick.choice((least - 1, least, most, most + 1))
                return number if row.kind == "number" else month_text(number)
            case "data-age":
                return day_text(self.issued - pick.choice((-1, 0, 365, 366)))
            case "day" | "day-or-none":
                return pick.choice(["none", *map(day_text, (-1, 0, 1, 65535, 65536))])
            case "bracket":
                return pick.choice([[0, 0], [5, 4], [99999, 100000], [100000, None], [-1, 5],
                                    [0, 100001], [0], [0, 1, 2], [0, 1]])
            case "tariff":
                return pick.choice([["", 1], [".a", 1], ["a.", 99], ["A", 1], ["a", 0], ["a", 100],
                                    ["a" * 33, 1], ["a" * 32, 1], ["a"], ["a", "1"]])
        return pick.choice(anything)

    def number(self, least: int, most: int) -> int:
        """Evenly by size, so that short and long heads come up alike; ends often."""
        if self.random.random() < 0.1:
            return self.random.choice((least, most))
        bits = self.random.randint(1, max(1, (most - least).bit_length()))
        return min(most, least + self.random.getrandbits(bits))

    def words(self, letters: str, between: str) -> str:
        words = ["".join(self.random.choices(letters, k=self.random.randint(1, 9)))
                 for _ in range(self.random.randint(1, 3))]
        found = words[0]
        for word in words[1:]:
            found += self.random.choice(between) + word
        return found if any(one.isalpha() for one in found) else found + "A"


def to_wire(row: Row, value: object, issued: int) -> object:
    """What stands in the container for a value of JSON; a value of another type as it is."""
    try:
        match row.kind:
            case "birth-date":
                return int(value.replace("-", ""))
            case "choice":
                numbers = {name: number for number, name in row.choices().items()}
                return numbers.get(value, 99) if type(value) is str else value
            case "data-age":
                return issued - instant(value) // DAY
            case "day":
                return instant(value) // DAY
            case "day-or-none":
                return 0 if value == "none" else instant(value) // DAY
            case "month":
                year, month = value.split("-")
                return (int(year) - 1970) * 12 + int(month) - 1
    except (AttributeError, TypeError, ValueError):
        pass
    return value
