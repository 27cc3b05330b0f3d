"""Recording a remark that did not come through the portal."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.typed_numbers import typed_number
from consultations.domain import permissions
from consultations.domain import remarks as remarks_domain
from consultations.domain.errors import ConsultationError
from consultations.models import Channel, Consultation
from consultations.web.access import find_consultation, require
from consultations.web.forms import EnterRemarkForm


@login_required
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """A remark that did not come through the portal."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    form = EnterRemarkForm(
        request.POST or None,
        consultation=consultation,
        initial=_starting(request, consultation),
    )
    if request.method == "POST" and form.is_valid():
        eid = form.cleaned_data["provision"]
        try:
            remark = remarks_domain.enter_remark(
                consultation=consultation,
                entered_by=request.user,
                content=form.content,
                channel=Channel(form.cleaned_data["channel"]),
                received_on=form.cleaned_data["received_on"],
                submitter_name=form.cleaned_data["submitter_name"],
                provision=consultation.units().filter(eid=eid).first() if eid else None,
                meeting=form.cleaned_data.get("meeting"),
            )
        except ConsultationError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("Uwaga nr %(number)s zapisana.") % {"number": remark.number}
            )
            return redirect("consultations:workbench", consultation.slug)
    return render(
        request, "consultations/enter_remark.html", {"consultation": consultation, "form": form}
    )


def _starting(request: HttpRequest, consultation: Consultation) -> dict[str, object]:
    """Today's letter; or, from the page of a meeting (``?spotkanie=``), what was said there."""
    key = typed_number(request.GET.get("spotkanie"))
    meeting = consultation.meetings.filter(pk=key).first() if key else None
    if meeting is not None:
        day = timezone.localdate(meeting.starts_at)
        return {"received_on": day, "channel": Channel.MEETING, "meeting": meeting.pk}
    return {"received_on": timezone.localdate()}
