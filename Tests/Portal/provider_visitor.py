"""A person at a provider that is not ours: follows its pages and fills in its forms."""

import html
import re
import urllib.parse

from visitor import Visitor

PAGES = 12


class ProviderVisitor(Visitor):
    def typed(self, page: str, person: str) -> dict[str, str]:
        """What the person writes into the form of a page."""
        raise NotImplementedError

    def at_provider(self, answer, person: str) -> str:
        target = urllib.parse.urlsplit(answer.location)
        path, cookies, form = f"{target.path}?{target.query}", {}, None
        for _ in range(PAGES):
            sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())}
            page = self.ask("POST" if form else "GET", path, form, port=target.port, **sent)
            for field in page.all("Set-Cookie"):
                name, _, value = field.partition(";")[0].partition("=")
                cookies[name] = value
            if page.location.startswith(self.town.origin):
                back = urllib.parse.urlsplit(page.location)
                return f"{back.path}?{back.query}"
            if page.location:
                there = urllib.parse.urlsplit(page.location)
                path, form = there.path + (f"?{there.query}" if there.query else ""), None
            else:
                form = hidden(page.text) | self.typed(page.text, person)
        raise AssertionError(page.text)


def hidden(page: str) -> dict[str, str]:
    """The fields of a page that nobody sees."""
    form = {}
    for tag in re.findall("<input[^>]*>", page):
        name, value = (re.search(f'{part}="([^"]*)"', tag) for part in ("name", "value"))
        if name and 'type="hidden"' in tag:
            form[name[1]] = html.unescape(value[1]) if value else ""
    return form
