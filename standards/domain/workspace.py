"""Writing together: nobody's words are lost, whoever saves last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from documents.models import StoredFile
from standards.domain.errors import MinutesApproved, StandardsError
from standards.models import (
    DocumentComment,
    DocumentVersion,
    Meeting,
    Standard,
    WorkDocument,
    WorkingGroup,
)


@dataclass(frozen=True)
class Saved:
    """The version kept, and the one that somebody else saved before it, if any.

    With ``conflict`` the version is kept aside: the document still shows the other one.
    """

    version: DocumentVersion
    conflict: DocumentVersion | None = None


@transaction.atomic
def create_document(
    *,
    group: WorkingGroup,
    title: str,
    actor: Any,
    text: str = "",
    file: StoredFile | None = None,
    standard: Standard | None = None,
) -> WorkDocument:
    """A new document with its first version."""
    document = WorkDocument.objects.create(
        group=group, title=title, standard=standard, created_by=actor
    )
    _add(document, actor, text=text, file=file, note="")
    return document


@transaction.atomic
def save_text(*, document: WorkDocument, text: str, seen: int, actor: Any, note: str = "") -> Saved:
    """Save ``text`` as the next version, if version ``seen`` is still the current one.

    The lock on the document makes two who save at once take turns. The second one's text is
    kept aside as a version of its own, and both are shown; saving again, having seen the
    other's, makes it current. Raises MinutesApproved.
    """
    locked = WorkDocument.objects.select_for_update(no_key=True).get(pk=document.pk)
    _require_open(locked)
    current = current_version(locked)
    if current is not None and current.text == text:
        return Saved(current)
    if current is not None and current.number != seen:
        aside = _add(locked, actor, text=text, file=None, note=note, is_aside=True)
        return Saved(aside, conflict=current)
    return Saved(_add(locked, actor, text=text, file=None, note=note))


@transaction.atomic
def add_file(*, document: WorkDocument, file: StoredFile, actor: Any, note: str = "") -> Saved:
    """The next version from a file; earlier versions stay."""
    locked = WorkDocument.objects.select_for_update(no_key=True).get(pk=document.pk)
    _require_open(locked)
    return Saved(_add(locked, actor, text="", file=file, note=note))


def current_version(document: WorkDocument) -> DocumentVersion | None:
    """The newest version that is not aside."""
    return document.versions.filter(is_aside=False).order_by("-number").first()


@transaction.atomic
def comment(*, version: DocumentVersion, text: str, quote: str, actor: Any) -> DocumentComment:
    """Say something about a version."""
    return DocumentComment.objects.create(version=version, text=text, quote=quote, author=actor)


def settle(*, remark: DocumentComment, actor: Any) -> None:
    """Mark a comment as dealt with; a second time changes nothing."""
    DocumentComment.objects.filter(pk=remark.pk, settled_at__isnull=True).update(
        settled_at=timezone.now(), settled_by=actor
    )


@transaction.atomic
def begin_minutes(*, meeting: Meeting, actor: Any) -> WorkDocument:
    """The minutes of a meeting; the first to open them gets a prepared text."""
    locked = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    if locked.minutes is None:
        locked.minutes = create_document(
            group=locked.group,
            title=_("Protokół: %(meeting)s") % {"meeting": locked.title},
            text=_prepared(locked),
            actor=actor,
        )
        locked.save(update_fields=["minutes", "updated_at"])
    return locked.minutes


@transaction.atomic
def approve_minutes(*, meeting: Meeting, number: int, actor: Any) -> Meeting:
    """Approve version ``number``, which the person has read; from then on it stays.

    Raises StandardsError when a newer version has been saved meanwhile.
    """
    locked = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    if locked.approved_minutes_id or locked.minutes is None:
        raise MinutesApproved
    minutes = WorkDocument.objects.select_for_update(no_key=True).get(pk=locked.minutes.pk)
    current = current_version(minutes)
    if current is None or current.number != number:
        raise StandardsError(_("Ktoś zapisał nowszą wersję protokołu. Przeczytaj ją najpierw."))
    locked.approved_minutes = current
    locked.approved_at, locked.approved_by = timezone.now(), actor
    locked.save(update_fields=["approved_minutes", "approved_at", "approved_by", "updated_at"])
    return locked


def _add(
    document: WorkDocument,
    actor: Any,
    *,
    text: str,
    file: StoredFile | None,
    note: str,
    is_aside: bool = False,
) -> DocumentVersion:
    document.last_number += 1
    try:
        with transaction.atomic():
            version = DocumentVersion.objects.create(
                document=document,
                number=document.last_number,
                text=text,
                file=file,
                note=note,
                is_aside=is_aside,
                author=actor,
            )
    except IntegrityError as error:
        raise StandardsError(_("Wpisz treść albo dodaj plik, jedno z dwóch.")) from error
    document.save(update_fields=["last_number", "updated_at"])
    return version


def _require_open(document: WorkDocument) -> None:
    if Meeting.objects.filter(minutes=document, approved_minutes__isnull=False).exists():
        raise MinutesApproved


def _prepared(meeting: Meeting) -> str:
    """What the record already knows of the meeting."""
    present = [row for row in meeting.attendance.all() if row.presence == "present"]
    day = timezone.localtime(meeting.starts_at)
    lines = [
        _("Protokół ze spotkania nr %(number)s") % {"number": meeting.number},
        meeting.title,
        f"{date_format(day, 'DATETIME_FORMAT')}, {meeting.place}".rstrip(", "),
        "",
        _("Obecni:"),
        *(f"- {row.name} ({row.get_side_display()})" for row in present),
        "",
        _("Porządek obrad i przebieg:"),
        *(f"{number}. {item}" for number, item in enumerate(meeting.agenda_items, 1)),
    ]
    return "\n".join(str(line) for line in lines)
