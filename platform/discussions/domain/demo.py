"""Lively threads of an invented region for ``make run``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from discussions.domain import posting, threads
from discussions.models import Category, Post, Readers, Thread, ThreadAction


@dataclass(frozen=True, slots=True)
class DemoSpeakers:
    """Who talks in the demo."""

    official: User
    ngo: User
    foundation: User
    citizen: User
    administrator: User


CATEGORIES = [
    ("Pieniądze i konkursy", "pieniadze", "Otwarte konkursy ofert, rozliczenia, wkład własny."),
    ("Szukam partnera", "partnerzy", "Wspólne projekty organizacji, urzędów i firm."),
    ("Prawo i księgowość", "prawo", "Statuty, sprawozdania, zatrudnianie, ochrona danych."),
    ("Wolontariat", "wolontariat", "Jak znaleźć wolontariuszy i nie stracić ich po miesiącu."),
]
MEMBERS_ONLY = ("Pokój RDPP i zespołów", "zespoly", "Dla osób z zespołów roboczych i rady.")

# Category, title, who begins, posts (who, text); an asterisk marks the answer.
THREADS: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "pieniadze",
        "Czy wkład osobowy wolontariuszy można wycenić w ofercie?",
        [
            (
                "ngo",
                "Składamy ofertę w konkursie powiatowym. Mamy 12 wolontariuszy, nie mamy wkładu "
                "finansowego.\n\nCzy ich praca liczy się jako wkład własny i jak ją wycenić?",
            ),
            (
                "official*",
                "Tak, to wkład osobowy. Ważne są trzy rzeczy:\n- porozumienie z każdym "
                "wolontariuszem,\n- karta czasu pracy,\n- stawka jak dla pracownika, który "
                "robiłby to samo.\n\nStawkę uzasadniacie w ofercie jednym zdaniem.",
            ),
            (
                "foundation",
                "@Urszula Urzędowska:\n> karta czasu pracy\n\nU nas wystarczyła lista z datami "
                "i godzinami podpisana przez koordynatora.",
            ),
            ("ngo", "Dziękuję! Właśnie tego zdania w ofercie nam brakowało."),
        ],
    ),
    (
        "pieniadze",
        "Małe granty: dlaczego sprawozdanie jest dłuższe niż oferta?",
        [
            (
                "foundation",
                "Na 3 000 zł dotacji wypełniliśmy jedenaście stron. Czy inne gminy też tak mają?",
            ),
            (
                "official",
                "Uproszczona oferta ma uproszczone sprawozdanie (art. 19a ustawy). Jeśli gmina "
                "żąda pełnego, proszę o jej nazwę w wiadomości prywatnej – pomogę wyjaśnić.",
            ),
            ("citizen", "To powinno trafić do standardu współpracy."),
        ],
    ),
    (
        "partnerzy",
        "Szukamy gminy do projektu o ogrodach społecznych",
        [
            (
                "ngo",
                "Mamy doświadczenie z dwóch ogrodów w Opolu i 40 chętnych osób. Szukamy gminy, "
                "która użyczy działkę od wiosny. Kto się odważy?",
            ),
            ("official", "Przekazałam ogłoszenie pełnomocnikom w powiatach nyskim i brzeskim."),
            ("foundation", "Dołączymy z warsztatami dla seniorów."),
        ],
    ),
    (
        "prawo",
        "Walne zebranie zdalnie – co musi być w statucie?",
        [
            ("citizen", "Statut milczy. Czy uchwały podjęte na wideokonferencji są ważne?"),
            (
                "foundation*",
                "Od 2020 r. Prawo o stowarzyszeniach (art. 10 ust. 1a–1e) pozwala na to także "
                "bez zapisu w statucie, jeśli zgodzą się wszyscy członkowie albo zdecyduje "
                "zarząd w zawiadomieniu. Zapiszcie w protokole, jak sprawdzono tożsamość.",
            ),
        ],
    ),
    (
        "wolontariat",
        "Jak dziękujecie wolontariuszom po sezonie?",
        [
            (
                "foundation",
                "U nas list z liczbą godzin i jednym zdaniem o tym, co dzięki nim się zmieniło.",
            ),
            ("ngo", "Wspólny wyjazd. Tańszy niż myślicie, a wracają wszyscy."),
            ("citizen", "Jako wolontariusz: najbardziej cieszy pytanie, czy przyjdę znów."),
        ],
    ),
    (
        "zespoly",
        "Uwagi do projektu standardu partnerstw – zbieramy do piątku",
        [
            ("official", "W załącznikach poprzedniego spotkania jest wersja trzecia projektu."),
            ("ngo", "Proponuję dopisać wzór umowy partnerskiej z podziałem ryzyka."),
        ],
    ),
]


@transaction.atomic
def seed_discussions(speakers: DemoSpeakers) -> None:
    """Create categories and threads once; a second run changes nothing."""
    for position, (name, slug, description) in enumerate([*CATEGORIES, MEMBERS_ONLY]):
        members = slug == MEMBERS_ONLY[1]
        Category.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name,
                "description": description,
                "readers": Readers.MEMBERS if members else Readers.EVERYBODY,
                "position": position * 10,
            },
        )
    if Thread.objects.in_forum().exists():
        return
    for age, (slug, title, posts) in enumerate(reversed(THREADS), start=1):
        _thread(Category.objects.get(slug=slug), title, posts, speakers, days=len(THREADS) - age)
    rules = posting.start_thread(
        category=Category.objects.get(slug="pieniadze"),
        author=speakers.administrator,
        title="Zanim napiszesz: jak tu rozmawiamy",
        text="Piszemy o sprawach, nie o osobach. Bez danych osób trzecich i bez reklam.\n\n"
        "Autor pytania może oznaczyć odpowiedź, która pomogła.",
    )
    threads.set_flag(
        thread=rules, action=ThreadAction.PIN, actor=speakers.administrator, reason="Zasady forum"
    )
    threads.set_flag(
        thread=rules, action=ThreadAction.LOCK, actor=speakers.administrator, reason="Zasady forum"
    )


def _thread(
    category: Category,
    title: str,
    posts: list[tuple[str, str]],
    speakers: DemoSpeakers,
    *,
    days: int,
) -> None:
    begins = getattr(speakers, posts[0][0])
    thread = posting.start_thread(category=category, author=begins, title=title, text=posts[0][1])
    for who, text in posts[1:]:
        post = posting.reply(thread=thread, author=getattr(speakers, who.rstrip("*")), text=text)
        if who.endswith("*"):
            threads.choose_solution(thread=thread, post=post, actor=begins)
    _date_back(thread, days)


def _date_back(thread: Thread, days: int) -> None:
    """Spread the talk over the days before, so that lists look as after some weeks."""
    yesterday = timezone.localtime() - timedelta(days=days + 1)
    first = yesterday.replace(hour=9, minute=12 + days)
    for post in thread.posts.all():
        moment = first + timedelta(hours=2, minutes=17) * (post.number - 1)
        Post.objects.filter(pk=post.pk).update(created_at=moment)
        Thread.objects.filter(pk=thread.pk).update(last_post_at=moment)
    Thread.objects.filter(pk=thread.pk).update(created_at=first)
