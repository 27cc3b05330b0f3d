"""Messages about a nomination, written below its pages."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.told import Told
from awards.domain import checking
from awards.models import Nomination, NominationNote
from awards.web.forms import NoteForm


def send_note(
    request: HttpRequest,
    nomination: Nomination,
    room: NominationNote.Room,
    *,
    is_from_office: bool = False,
) -> NoteForm | None:
    """Write what was typed; the form with its mistakes when it was refused."""
    form = NoteForm(request.POST)
    if form.is_valid():
        with Told(request, _("Wiadomość wysłana."), form):
            checking.write_note(
                nomination=nomination,
                author=request.user,
                text=form.cleaned_data["text"],
                room=room,
                is_from_office=is_from_office,
            )
            return None
    return form
