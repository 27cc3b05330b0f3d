"""Letters to those who registered; they need no account, the link in each is theirs alone."""

from __future__ import annotations

from datetime import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import Context, Kind, Text
from notifications.models import OutboxEvent

GROUP = _("Wydarzenia")
YOU_REGISTERED = _("Dostajesz tę wiadomość, bo ten adres podano przy zapisie na wydarzenie.")
OWN_PAGE = _("Twoje zgłoszenie i bilet")


def register_letter_kinds() -> None:
    """Make the letters known to the platform."""
    for kind in (*_about_places(), *_about_changes(), *_from_organisers()):
        kinds.register(kind)


def _about_places() -> list[Kind]:
    return [
        _letter(
            "events.registration_confirmed",
            label=_("Potwierdzenie miejsca"),
            title=_("Masz miejsce: %(title)s"),
            body=_place_is_yours,
        ),
        _letter(
            "events.registration_pending",
            label=_("Zapis czeka na zatwierdzenie"),
            title=_("Zgłoszenie czeka na zatwierdzenie: %(title)s"),
            body=_("Organizator odpowie na Twoje zgłoszenie. O decyzji napiszemy."),
        ),
        _letter(
            "events.registration_waiting",
            label=_("Zapis na listę rezerwową"),
            title=_("Jesteś na liście rezerwowej: %(title)s"),
            body=_(
                "Teraz nie ma wolnego miejsca. Gdy się zwolni, dostanie je pierwsza osoba z "
                "listy; napiszemy i poczekamy na potwierdzenie."
            ),
        ),
        _letter(
            "events.registration_offered",
            label=_("Zwolniło się miejsce"),
            title=_("Zwolniło się miejsce: %(title)s"),
            body=_offer,
            link_text=_("Potwierdź miejsce albo zrezygnuj"),
        ),
        _letter(
            "events.registration_lapsed",
            label=_("Miejsca nie potwierdzono"),
            title=_("Miejsce dostała następna osoba: %(title)s"),
            body=_("Nie potwierdzono go w terminie. Możesz wrócić na koniec listy rezerwowej."),
        ),
        _letter(
            "events.registration_cancelled",
            label=_("Rezygnacja z miejsca"),
            title=_("Rezygnacja przyjęta: %(title)s"),
            body=_("Dziękujemy za wiadomość, miejsce dostanie ktoś inny."),
        ),
        _letter(
            "events.registration_rejected",
            label=_("Odmowa miejsca"),
            title=_("Nie możemy przyjąć zgłoszenia: %(title)s"),
            body=_("%(reason)s"),
        ),
    ]


def _about_changes() -> list[Kind]:
    return [
        _letter(
            "events.cancelled_letter",
            label=_("Odwołano wydarzenie"),
            title=_("Odwołano: %(title)s"),
            body=_("%(reason)s"),
        ),
        _letter(
            "events.moved_letter",
            label=_("Zmiana terminu lub miejsca"),
            title=_("Zmiana terminu lub miejsca: %(title)s"),
            body=when_and_where,
        ),
        _letter(
            "events.session_changed_letter",
            label=_("Zmiana sesji, na którą jest zapis"),
            title=_("Zmiana w programie: %(session)s"),
            body=session_sentence,
        ),
        _letter(
            "events.session_place_letter",
            label=_("Miejsce na sesji"),
            title=_("Masz miejsce na sesji: %(session)s"),
            body=_("Zwolniło się miejsce i jest Twoje. Jeżeli nie przyjdziesz, zrezygnuj."),
        ),
        _letter(
            "events.reminder_letter",
            label=_("Przypomnienie o wydarzeniu"),
            title=_("Przypominamy: %(title)s"),
            body=_reminder,
        ),
    ]


def _from_organisers() -> list[Kind]:
    return [
        _letter(
            "events.mailing_letter",
            label=_("List organizatora"),
            title=_("%(subject)s"),
            body=_("%(text)s"),
        ),
        _letter(
            "events.thanks_letter",
            label=_("Podziękowanie po wydarzeniu"),
            title=_("Dziękujemy za udział: %(title)s"),
            body=_(
                "Na stronie Twojego zgłoszenia są materiały, ankieta i, jeśli je przyznano, "
                "zaświadczenie. Kilka minut na ankietę pomoże nam przygotować następne spotkanie."
            ),
            link_text=_("Materiały, ankieta, zaświadczenie"),
        ),
    ]


def when_and_where(context: Context) -> str:
    """The term and the place in one paragraph."""
    line = moment(context["starts"])
    return f"{line}\n{context['place']}".strip()


def session_sentence(context: Context) -> str:
    """What became of a session."""
    if context["what"] == "removed":
        return _now("Tej sesji nie ma już w programie: %(title)s.") % {"title": context["title"]}
    place = f", {context['room']}" if context["room"] else ""
    return _now("Teraz: %(when)s%(place)s. %(title)s.") % {
        "when": moment(context["session_starts"]),
        "place": place,
        "title": context["title"],
    }


def moment(text: str) -> str:
    """A moment as people read it."""
    if not text:
        return ""
    local = timezone.localtime(datetime.fromisoformat(text))
    return str(formats.date_format(local, "DATETIME_FORMAT"))


def _place_is_yours(context: Context) -> str:
    return "\n\n".join(
        [
            when_and_where(context),
            _now(
                "Pod odnośnikiem jest bilet z kodem QR. Tam też zmienisz dane, zapiszesz się na "
                "sesje albo zrezygnujesz, aby miejsce dostał ktoś inny."
            ),
        ]
    )


def _offer(context: Context) -> str:
    sentence = _now("Potwierdź je do: %(until)s. Potem dostanie je następna osoba z listy.") % {
        "until": moment(context["until"])
    }
    return f"{sentence}\n\n{when_and_where(context)}"


def _reminder(context: Context) -> str:
    sentence = _now("Jeżeli nie przyjdziesz, zrezygnuj: miejsce dostanie ktoś z listy.")
    return f"{when_and_where(context)}\n\n{sentence}"


def _letter(
    key: str,
    *,
    label: Text,
    title: Text,
    body: object,
    link_text: Text = OWN_PAGE,
) -> Kind:
    return Kind(
        key=key,
        label=label,
        title=title,
        body=body,  # type: ignore[arg-type]
        link_text=link_text,
        group=GROUP,
        reason=YOU_REGISTERED,
        url=_personal_link,
        is_for_addresses=True,
    )


def _personal_link(event: OutboxEvent) -> str:
    return str(event.context["link"])
