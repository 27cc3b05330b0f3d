"""Sharing the work: who answers what, and notes among colleagues."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.posted_from import posted_from
from accounts.typed_numbers import typed_number
from consultations.domain import groups as domain
from consultations.domain import permissions
from consultations.domain import workbench as desk
from consultations.web.access import find_consultation, find_remark, require
from consultations.web.answering import note_page
from consultations.web.chosen import back_to_workbench, chosen_numbers
from consultations.web.work_forms import NoteForm


@login_required
@require_POST
def assign(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the ticked remarks to a colleague, or to nobody."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    key = request.POST.get("komu", "")
    assignee = None
    if key:
        people = desk.officials_of(consultation)
        assignee = get_object_or_404(people, pk=typed_number(key))
    count = domain.assign_remarks(
        consultation=consultation,
        numbers=chosen_numbers(request),
        assignee=assignee,
        actor=request.user,
    )
    messages.success(
        request,
        ngettext("Przydzielono %(count)d uwagę.", "Przydzielono %(count)d uwag.", count)
        % {"count": count},
    )
    return back_to_workbench(request, consultation)


@login_required
@posted_from("consultations:answer")
def note(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Add an internal note to a remark."""
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    remark = find_remark(consultation, number)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return note_page(request, remark, form)
    domain.add_note(remark=remark, author=request.user, text=form.cleaned_data["text"])
    messages.success(request, _("Notatka zapisana. Widzą ją tylko osoby z urzędu."))
    return redirect("consultations:answer", consultation.slug, remark.number)
