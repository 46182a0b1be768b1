"""What a crowd, idle or hostile, does to the running portal (make test-long).

6 and 17 of Spec/portal.md 8, and the load that is promised; figures are printed, times not asserted.
"""

import collections
import concurrent.futures
import os
import re
import socket
import statistics
import sys
import threading
import time
import unittest
import unittest.mock

from data_body import DataBody, DataBodyHandler
from franceconnect import FranceConnect, FranceConnectHandler, Key
from people import PEOPLE
from town import Town
from visitor import Visitor, chosen

# Resident memory, in bytes, whatever is done to it (Spec/portal.md 8).
MEMORY_LIMIT = 256 << 20
# The only page that waits for somebody else's service; the rest is ours, down to the page program.
WAITING = "/retour"


def resident(pid: int) -> int:
    with open(f"/proc/{pid}/status") as told:
        return int(re.search(r"VmRSS:\s+(\d+) kB", told.read())[1]) << 10


class Waits:
    """How long the doubles of provider and data body took over each person's requests."""

    def __init__(self):
        self.here = threading.local()
        self.spans: list[tuple[str, float, float]] = []
        self.patches = [
            unittest.mock.patch.object(FranceConnect, "id_token", self.naming(
                FranceConnect.id_token, lambda grant: grant["person"])),
            unittest.mock.patch.object(FranceConnect, "userinfo", self.naming(
                FranceConnect.userinfo, lambda grant: grant["person"])),
            unittest.mock.patch.object(DataBody, "case", self.naming(
                DataBody.case, lambda person, _: person)),
            *(unittest.mock.patch.object(handler, name, self.timing(getattr(handler, name)))
              for handler, name in ((FranceConnectHandler, "do_GET"), (FranceConnectHandler, "do_POST"),
                                    (DataBodyHandler, "do_GET")))]
        for patch in self.patches:
            patch.start()

    def naming(self, work, person):
        def named(double, *arguments):
            self.here.person = person(*arguments)
            return work(double, *arguments)
        return named

    def timing(self, work):
        def timed(handler):
            self.here.person, began = "", time.monotonic()
            work(handler)
            self.spans.append((self.here.person, began, time.monotonic()))
        return timed

    def of(self, person: str, since: float) -> float:
        """In seconds; what went on at the same time counts once."""
        total, end = 0.0, since
        for _, begin, until in sorted(span for span in list(self.spans)
                                      if span[0] == person and span[1] >= since):
            total += max(0.0, until - max(begin, end))
            end = max(end, until)
        return total

    def close(self) -> None:
        for patch in self.patches:
            patch.stop()


@unittest.skipUnless(os.environ.get("JUSTIFICATIF_TEST_LONG"), "make test-long")
class FloodTests(unittest.TestCase):
    def setUp(self):
        self.town = Town()
        self.addCleanup(self.town.close)
        self.peak = 0
        self.watching = True
        watcher = threading.Thread(target=self.watch, daemon=True)
        watcher.start()
        self.addCleanup(watcher.join)
        self.addCleanup(setattr, self, "watching", False)

    def watch(self) -> None:
        while self.watching and self.town.portal.poll() is None:
            try:
                self.peak = max(self.peak, resident(self.town.portal.pid))
            except (OSError, TypeError):
                return
            time.sleep(0.1)

    def pace(self, began: float, number: int) -> None:
        """25 logins a second, within the rate that all clients share."""
        time.sleep(max(0, began + number * 0.04 - time.monotonic()))

    def note(self, words: str) -> None:
        print(f"\n{words}; resident memory at most {self.peak >> 20} MB", file=sys.stderr)
        self.assertLess(self.peak, MEMORY_LIMIT)
        self.assertIsNone(self.town.portal.poll(), "the portal died")

    def test_17_a_person_is_served_beside_500_connections_that_dawdle(self):
        idle = []
        self.addCleanup(lambda: [one.close() for one in idle])
        for _ in range(500):
            one = socket.create_connection(("127.0.0.1", self.town.port), timeout=30)
            one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1")
            idle.append(one)
        began = time.monotonic()
        text = Visitor(self.town).take(procedure="cantine", fact="tariff_bracket")
        self.assertTrue(text.startswith("JF1:"))
        self.note(f"500 slow connections: a journey took {time.monotonic() - began:.1f} s")
        # And each is ended by itself: a head takes ten seconds at most.
        ended = 0
        for one in idle:
            one.settimeout(20)
            try:
                ended += one.recv(4_096) == b""
            except (ConnectionError, TimeoutError):
                ended += 1
        self.assertEqual(ended, 500)

    def test_17_a_person_is_served_beside_10_000_logins_that_were_begun(self):
        """Eight of each browser, which is as many as it may have. 429 is tried again."""
        done = collections.Counter()

        def patiently(browser: Visitor, *request):
            while True:
                answer = browser.ask(*request)
                done[answer.status] += 1
                if answer.status != 429:
                    return answer
                time.sleep(0.2)

        def begin(count: int) -> None:
            for _ in range(count // 8):
                browser = Visitor(self.town)
                page = patiently(browser, "GET", "/choisir")
                form = {"jeton": page.token, "but": "faire", **chosen("qf")}
                for _ in range(8):
                    self.assertEqual(patiently(browser, "POST", "/connexion", form).status, 303)

        before = self.peak
        with concurrent.futures.ThreadPoolExecutor(4) as crowd:
            began = [crowd.submit(begin, 2_504) for _ in range(4)]
            for one in began:
                one.result()
        self.assertGreaterEqual(done[303], 10_000)
        time.sleep(2)
        text = Visitor(self.town).take(procedure="cantine", fact="tariff_bracket")
        self.assertTrue(text.startswith("JF1:"))
        self.note(f"10,000 logins begun: {before >> 20} MB before, refused in between "
                  f"{done[429]}")

    def test_06_200_logins_while_the_keys_change_all_succeed_with_one_fetch(self):
        provider = self.town.provider
        Visitor(self.town).find("ines")
        fetched, began = provider.calls.count("GET /jwks"), time.monotonic()

        def login(number: int) -> str:
            self.pace(began, number)
            if number == 100:
                # As a provider does: the old one stays published for a while.
                provider.published = [Key("pkcs11:ES256:hsm-2"), *provider.published]
                provider.key = provider.published[0]
            return Visitor(self.town).find("ines").location

        with concurrent.futures.ThreadPoolExecutor(16) as crowd:
            ends = collections.Counter(crowd.map(login, range(200)))
        self.assertEqual(ends, {"/mes-justificatifs": 200})
        fetches = provider.calls.count("GET /jwks") - fetched
        self.assertTrue(1 <= fetches <= 1 + (time.monotonic() - began) // 30, fetches)
        self.note(f"200 logins while the keys changed: {fetches} fetches")

    def test_06_a_thousand_unknown_keys_are_two_fetches_in_half_a_minute(self):
        provider = self.town.provider
        Visitor(self.town).find("ines")
        fetched, began = provider.calls.count("GET /jwks"), time.monotonic()
        provider.lies["id_token"] = {"header": {"kid": "nobody’s"}}

        def login(number: int) -> bool:
            self.pace(began, number)
            answer = Visitor(self.town).find("ines")
            return "key-unknown" in answer.text

        with concurrent.futures.ThreadPoolExecutor(16) as crowd:
            refused = list(crowd.map(login, range(1_000)))
        self.assertTrue(all(refused))
        fetches = provider.calls.count("GET /jwks") - fetched
        self.assertLessEqual(fetches, 1 + (time.monotonic() - began) // 30)
        provider.lies.clear()
        self.assertEqual(Visitor(self.town).find("ines").location, "/mes-justificatifs")
        self.note(f"1,000 unknown keys in {time.monotonic() - began:.0f} s: {fetches} fetches")

    def test_100_journeys_a_minute_and_what_each_page_takes(self):
        """Journeys begin every 0.6 s; nobody waits for the one before."""
        if os.getloadavg()[0] > 2 * os.cpu_count() and os.nice(0) >= 0:
            self.skipTest(f"a load of {os.getloadavg()[0]:.0f}: figures would say nothing")
        waits = Waits()
        self.addCleanup(waits.close)
        # One person gets sixteen justificatifs of a kind and day at most (Spec/signing.md 4).
        self.town.provider.people = {
            f"person {number}": {**PEOPLE["ines"], "birthdate": f"{1900 + number}-05-17"}
            for number in range(100)}
        failures, arrivals = [], []

        def journey(number: int) -> None:
            try:
                visitor, person = Visitor(self.town), f"person {number}"
                callback = visitor.at_provider(
                    visitor.begin(procedure="cantine", fact="tariff_bracket"), person)
                sent = time.monotonic()
                assert visitor.get(callback).location == "/donnees"
                took = time.monotonic() - sent
                arrivals.append((took - waits.of(person, since=sent)) * 1_000)
                visitor.post("/accepter", visitor.get("/donnees").token)
                text = visitor.get("/justificatif.txt").text
                assert text.startswith("JF1:"), text
                assert visitor.get("/justificatif.pdf").status == 200
                visitor.post("/fermer", visitor.get("/justificatif").token)
            except BaseException as fault:  # noqa: BLE001 - told below
                failures.append(repr(fault))

        began = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(64) as crowd:
            for number in range(100):
                crowd.submit(journey, number)
                time.sleep(max(0, began + (number + 1) * 0.6 - time.monotonic()))
        took = time.monotonic() - began
        self.assertEqual(failures, [])
        self.note(f"100 journeys begun in 60 s, the last ended after {took:.0f} s; load of the "
                  f"machine {os.getloadavg()[0]:.1f}")
        self.tell_pages(arrivals)

    def tell_pages(self, arrivals: list[float]) -> None:
        """The 50th and 95th percentile of each route, and of all that is our own share."""
        routes = collections.defaultdict(list)
        for line in self.town.log("portal").splitlines():
            found = re.fullmatch(r"(?:GET|POST|HEAD) (/\S*) \d+ (\d+) ms", line)
            if found:
                routes[found[1]].append(int(found[2]))
        own = [time for route, times in routes.items() if route != WAITING for time in times]
        rows = [*sorted(routes.items()), (f"{WAITING}, our own share", arrivals),
                ("our own share of all", own + arrivals)]
        for route, times in rows:
            parts = statistics.quantiles(times, n=20) if len(times) > 1 else times * 19
            print(f"  {route:24} {len(times):5} answers, p50 {parts[9]:4.0f} ms, "
                  f"p95 {parts[18]:4.0f} ms", file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
