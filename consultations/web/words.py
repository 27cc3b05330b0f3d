"""What stages and moves are called on buttons and pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consultations.models import Stage, Verdict

MOVE_LABELS = {
    (Stage.DRAFT, Stage.ANNOUNCED): _("Ogłoś konsultacje"),
    (Stage.ANNOUNCED, Stage.DRAFT): _("Cofnij ogłoszenie"),
    (Stage.ANNOUNCED, Stage.CANCELLED): _("Odwołaj konsultacje"),
    (Stage.OPEN, Stage.CANCELLED): _("Odwołaj konsultacje"),
    (Stage.ANALYSIS, Stage.CANCELLED): _("Odwołaj konsultacje"),
    (Stage.ANALYSIS, Stage.PUBLISHED): _("Ogłoś wyniki"),
    (Stage.PUBLISHED, Stage.ARCHIVED): _("Zakończ"),
    (Stage.ANNOUNCED, Stage.ANALYSIS): _("Wycofaj kolejną turę"),
    (Stage.ANNOUNCED, Stage.PUBLISHED): _("Wycofaj kolejną turę"),
    (Stage.ANNOUNCED, Stage.OPEN): _("Otwórz"),
    (Stage.OPEN, Stage.ANALYSIS): _("Zamknij zbieranie uwag"),
}

MOVE_CONSEQUENCES = {
    Stage.ANNOUNCED: _(
        "Konsultacje zobaczą wszyscy. Gdy nadejdzie dzień początku (albo już nadszedł), otworzą "
        "się same. Od otwarcia tekst projektu można zmienić tylko jako nową wersję."
    ),
    Stage.DRAFT: _("Konsultacje znikną ze strony i wrócą do przygotowania."),
    Stage.CANCELLED: _("Konsultacje zostaną odwołane. Zgłoszone uwagi pozostaną w aktach."),
    Stage.PUBLISHED: _(
        "Stanowiska i raport zobaczą wszyscy, a każda osoba, która zgłosiła uwagę, dostanie "
        "wiadomość, co się z nią stało."
    ),
    Stage.ARCHIVED: _("Konsultacje trafią do zakończonych. Wszystko pozostanie dostępne."),
    Stage.OPEN: _("Od tej chwili można zgłaszać uwagi."),
    Stage.ANALYSIS: _("Od tej chwili uwag już nie można zgłaszać."),
}

ROUND_WITHDRAWN = _(
    "Zapowiedziana tura się nie odbędzie; uwagi i wyniki wcześniejszych tur pozostaną bez zmian."
)

STAGE_BADGES = {
    Stage.DRAFT: "neutral",
    Stage.ANNOUNCED: "info",
    Stage.OPEN: "success",
    Stage.ANALYSIS: "warning",
    Stage.PUBLISHED: "info",
    Stage.ARCHIVED: "neutral",
    Stage.CANCELLED: "danger",
}

VERDICT_BADGES = {
    Verdict.ACCEPTED: "success",
    Verdict.PARTLY: "warning",
    Verdict.REJECTED: "danger",
    Verdict.EXPLAINED: "info",
    Verdict.OUT_OF_SCOPE: "neutral",
}

NOTICES = {
    "tracked_changes": _("Śledzone zmiany przyjęto jako zaakceptowane (%(detail)s)."),
    "comments": _("Komentarze w dokumencie pominięto (%(detail)s)."),
    "pictures": _("Obrazy pominięto, bo nie da się ich przeczytać jako tekstu (%(detail)s)."),
    "table_of_contents": _("Spis treści pominięto, bo powtarza nagłówki."),
    "page_headers": _("Nagłówki i stopki stron pominięto (%(detail)s)."),
    "running_lines_removed": _("Powtarzające się nagłówki i numery stron pominięto (%(detail)s)."),
}
UNKNOWN_NOTICE = _("Uwaga z odczytu: %(detail)s")
