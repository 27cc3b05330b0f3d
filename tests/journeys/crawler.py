"""Follows every link of the portal with Django's client and groups addresses by page."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve, reverse
from lxml import html

from accounts.models import User
from portal.demo import PASSWORD

START = "/"
FORBIDDEN = ("account_logout",)
# What robots and broken links put into filters: a digit that is no number, a number too large for
# columns, a day of no calendar.
NONSENSE = ("²", "9" * 30, "2026-02-30")
FILTERS = "//form[not(@method) or translate(@method, 'GET', 'get') = 'get']"
HOST = "testserver"


@dataclass(frozen=True, slots=True)
class Enough:
    """Filters, pages and orders of one list make thousands of addresses; how many to follow."""

    of_a_kind: int  # the same page with the same parameters
    of_a_page: int  # the same page with whatever parameters


@dataclass(slots=True)
class Crawl:
    """What following the links found."""

    pages: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    broken: dict[str, str] = field(default_factory=dict)
    filters: dict[str, tuple[str, set[str]]] = field(default_factory=dict)
    languages: set[str] = field(default_factory=set)


def signed_in(email: str | None) -> Client:
    """A client of the person, who has typed the password just now; None is nobody."""
    client = Client()
    if email is None:
        return client
    client.force_login(User.objects.get(email=email))
    # Pages of second factors and of erasing ask again when the password is not fresh.
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def crawl(client: Client, enough: Enough) -> Crawl:
    """Ask for everything that links lead to from the home page on; nothing is followed twice."""
    found = Crawl()
    waiting = deque([(START, "")])
    seen = {START}
    known: dict[tuple[str, ...], int] = defaultdict(int)
    while waiting:
        address, source = waiting.popleft()
        kind = kind_of(address)
        page = kind[:1]
        if known[kind] >= enough.of_a_kind or known[page] >= enough.of_a_page:
            continue
        for counted in {kind, page}:
            known[counted] += 1
        for link in _ask(client, address, source, found):
            if link not in seen and is_followed(link):
                seen.add(link)
                waiting.append((link, address))
    return found


def fill_filters_with_nonsense(client: Client, found: Crawl, besides: set[str]) -> dict[str, str]:
    """What breaks when all fields of a page's filters hold nonsense, but for the pages BESIDES."""
    client.raise_request_exception = False
    broken = {}
    asked = [found.filters[name] for name in found.filters.keys() - besides]
    for (path, fields), value in product(asked, NONSENSE):
        response = client.get(path, dict.fromkeys(fields, value))
        b"".join(response)
        if response.status_code >= 500:
            broken[path] = f"{response.status_code} with {value!r} in {sorted(fields)}"
    return broken


def kind_of(address: str) -> tuple[str, ...]:
    """The page's name and the names of its parameters."""
    parts = urlsplit(address)
    return (page_name(address), *sorted(parse_qs(parts.query, keep_blank_values=True)))


def page_name(address: str) -> str:
    """The name of the address's page, or the address itself when nothing answers there."""
    path = urlsplit(address).path
    try:
        return resolve(path).view_name
    except Resolver404:
        return path


def is_followed(address: str) -> bool:
    """Leave out the way out and what lies inside the admin."""
    path = urlsplit(address).path
    inside_admin = path.startswith("/admin/") and path != "/admin/"
    return not inside_admin and page_name(address) not in FORBIDDEN


def _ask(client: Client, address: str, source: str, found: Crawl) -> list[str]:
    response = client.get(address)
    # A file may break in the middle of its stream.
    body = b"".join(response)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    if response.status_code >= 400:
        found.broken[address] = f"{response.status_code}, linked from {source}"
    elif response.status_code >= 300:
        return list(_inside([response.headers["Location"]], address))
    elif is_page:
        page = html.document_fromstring(body)
        found.pages[page_name(address)].append(address)
        found.languages.add(page.get("lang", ""))
        _note_filters(page, address, found)
        return list(_inside(page.xpath("//a/@href"), address))
    return []


def _note_filters(page: html.HtmlElement, address: str, found: Crawl) -> None:
    for form in page.xpath(FILTERS):
        path = urlsplit(urljoin(address, form.get("action") or "")).path
        _path, fields = found.filters.setdefault(page_name(path), (path, set()))
        fields.update(form.xpath(".//*[@name]/@name"))


def _inside(links: list[str], address: str) -> Iterator[str]:
    for link in links:
        whole = urlsplit(urldefrag(urljoin(f"http://{HOST}{address}", link)).url)
        if whole.scheme == "http" and whole.netloc == HOST:
            yield f"{whole.path}?{whole.query}" if whole.query else whole.path
