"""News and calls of an invented autumn for ``make run``."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from pages.domain import publishing, static_pages
from pages.domain.publishers import Publisher, portal_publisher
from pages.domain.static_pages import Writing
from pages.models import Call, CallKind, News, NewsCategory, PublicationState

CATEGORIES = [
    ("Współpraca", "wspolpraca"),
    ("Z organizacji", "z-organizacji"),
    ("Portal", "portal"),
]
NEWS = [
    (
        "portal",
        "portal",
        "Rozmowy, nabory i kalendarz już na portalu",
        "Pytaj na forum, sprawdzaj otwarte konkursy ofert i dodaj terminy do swojego kalendarza.",
        "Portal rośnie razem z Wami.\n\nCo nowego:\n- forum z kategoriami i rozmowy pod uwagami,\n"
        "- otwarte konkursy ofert z przypomnieniami,\n- jeden kalendarz wszystkich terminów.",
        4,
    ),
    (
        "office",
        "wspolpraca",
        "Program współpracy na 2027 rok: zbieramy uwagi",
        "Do końca konsultacji każda organizacja może zaproponować zmiany w projekcie programu.",
        "Projekt podzieliliśmy na jednostki, do każdej można zgłosić osobną uwagę. Na wszystkie "
        "odpowiemy publicznie.\n\nZapraszamy szczególnie organizacje z powiatów, które dotąd "
        "rzadko zabierały głos.",
        2,
    ),
    (
        "ngo",
        "z-organizacji",
        "Dwieście godzin wolontariatu w jeden weekend",
        "Sąsiedzi z trzech osiedli odnowili świetlicę i posadzili ogród.",
        "Dziękujemy wszystkim, którzy przyszli z grabiami, farbą i ciastem.\n\n"
        "> Nie wiedziałam, że mam tylu sąsiadów.\n\nNastępne spotkanie w pierwszą sobotę wiosny.",
        1,
    ),
]
CALLS = [
    (
        CallKind.COMPETITION,
        "Otwarty konkurs ofert: kultura i tradycja regionu w 2027 roku",
        "Na zadania, które pokażą dziedzictwo Opolszczyzny i zaangażują mieszkańców.",
        18,
        "400000.00",
        "40000.00",
    ),
    (
        CallKind.SMALL_GRANT,
        "Małe granty na inicjatywy sąsiedzkie",
        "Uproszczona oferta, do 10 tysięcy złotych, realizacja do 90 dni.",
        6,
        "60000.00",
        "10000.00",
    ),
]


PAGE = {
    "pl": Writing(
        "Zasady rozmowy",
        "Jak rozmawiamy na portalu i co robimy, gdy ktoś się zapomni.",
        "<h2>Piszemy do ludzi</h2><p>Po drugiej stronie jest <strong>osoba</strong>, która też "
        "chce dobrze dla swojej okolicy. Pytamy, zanim ocenimy.</p><h2>Trzymamy się sprawy</h2>"
        "<ul><li><p>Uwagę zgłaszamy do konkretnego przepisu.</p></li><li><p>Podajemy powód i, "
        "jeśli się da, własne brzmienie.</p></li></ul><p>Gdy coś jest nie tak, "
        '<a href="/kontakt/">napisz do nas</a>.</p>',
    ),
    "en": Writing(
        "Rules of conversation",
        "How we talk on this portal and what we do when someone forgets themselves.",
        "<h2>We write to people</h2><p>On the other side is a <strong>person</strong> who wants "
        "the best for their area too. We ask before we judge.</p>",
    ),
}


@transaction.atomic
def seed_publications(
    *, administrator: User, official: tuple[User, models.Model], ngo: tuple[User, models.Model]
) -> None:
    """Create categories, news and calls once; a second run changes nothing."""
    for position, (name, slug) in enumerate(CATEGORIES):
        NewsCategory.objects.get_or_create(
            slug=slug, defaults={"name": name, "position": position * 10}
        )
    if News.objects.exists():
        return
    page = static_pages.create_page(slug="zasady-rozmowy", writings=PAGE, author=administrator)
    static_pages.show_version(page.versions.get(), actor=administrator)
    voices: dict[str, tuple[User, Publisher]] = {
        "portal": (administrator, portal_publisher()),
        "office": (official[0], _of(official[1], is_official=True)),
        "ngo": (ngo[0], _of(ngo[1])),
    }
    for who, category, title, summary, text, days in NEWS:
        author, publisher = voices[who]
        news = News(title=title, summary=summary, text=text)
        news.category = NewsCategory.objects.get(slug=category)
        _publish(news, author, publisher, administrator, days=days)
    for kind, title, summary, left, budget, grant in CALLS:
        author, publisher = voices["office"]
        call = Call(
            kind=kind,
            title=title,
            summary=summary,
            text="Ofertę składa się na portalu witkac.pl albo papierowo w kancelarii urzędu.\n\n"
            "Ocenimy:\n- pomysł i jego zgodność z celem (0–40 punktów),\n"
            "- doświadczenie i partnerów (0–30),\n- budżet (0–30).",
            opens_on=timezone.localdate() - timedelta(days=4),
            closes_on=timezone.localdate() + timedelta(days=left),
            budget=Decimal(budget),
            largest_grant=Decimal(grant),
            contact="Biuro Dialogu, tel. 77 000 00 00, dialog@example.org",
        )
        _publish(call, author, publisher, administrator, days=3)
    waiting = News(
        title="Szukamy lokalu na bank żywności",
        summary="Wystarczy sto metrów z rampą, od stycznia.",
        text="Mamy darczyńców i wolontariuszy, brakuje miejsca.",
    )
    publishing.create(waiting, author=ngo[0], publisher=voices["ngo"][1])
    publishing.change_state(waiting, PublicationState.PROPOSED, actor=ngo[0])


def _publish(
    row: Any, author: User, publisher: Publisher, administrator: User, *, days: int
) -> None:
    publishing.create(row, author=author, publisher=publisher)
    publishing.change_state(row, PublicationState.PUBLISHED, actor=administrator)
    moment = timezone.now() - timedelta(days=days)
    type(row).objects.filter(pk=row.pk).update(publish_at=moment, announced_at=moment)


def _of(institution: models.Model, *, is_official: bool = False) -> Publisher:
    key = f"{institution._meta.label_lower}:{institution.pk}"
    return Publisher(key, str(institution), institution, is_official)
