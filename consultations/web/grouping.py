"""Groups of equal remarks: making them, answering them at once, and suggestions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.typed_numbers import typed_number
from consultations.domain import groups as domain
from consultations.domain import likeness, permissions, positions
from consultations.domain import workbench as desk
from consultations.domain.errors import ConsultationError, PositionConflict
from consultations.models import Consultation, Position, Remark, RemarkGroup, Verdict
from consultations.web.access import find_consultation, find_remark, require
from consultations.web.chosen import back_to_workbench, chosen_numbers
from consultations.web.frame import frame
from consultations.web.work_forms import GroupPositionForm

MOST_SUGGESTIONS = 50


@login_required
@require_safe
def group_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Groups there are, and remarks that look as if they belonged together."""
    consultation = _for_answers(request, slug)
    suggestions = likeness.likely_groups(consultation)
    return render(
        request,
        "consultations/groups.html",
        frame(request, consultation, "workbench")
        | {
            "groups": desk.groups_with_counts(consultation),
            "suggestions": suggestions[:MOST_SUGGESTIONS],
            "suggestion_count": len(suggestions),
        },
    )


@login_required
@require_POST
def make_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Join the ticked remarks into a new group, or into one that exists."""
    consultation = _for_answers(request, slug)
    numbers = chosen_numbers(request)
    existing = typed_number(request.POST.get("grupa"))
    if existing is not None:
        group = _group(consultation, existing)
        domain.add_to_group(group=group, numbers=numbers)
        return redirect("consultations:group", consultation.slug, group.pk)
    try:
        group = domain.group_remarks(
            consultation=consultation,
            numbers=numbers,
            title=request.POST.get("nazwa", "")[:200],
            actor=request.user,
        )
    except ConsultationError as refused:
        messages.error(request, str(refused))
        return back_to_workbench(request, consultation)
    messages.success(request, _("Uwagi połączone. Teraz możesz odpowiedzieć na nie razem."))
    return redirect("consultations:group", consultation.slug, group.pk)


@login_required
@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The group's remarks and one position for all of them."""
    consultation = _for_answers(request, slug)
    found = _group(consultation, key)
    members = list(desk.members(found))
    form = GroupPositionForm(request.POST or None, initial=_initial(members))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            saved = _save(request, found, form)
        except PositionConflict as conflict:
            form.add_error(None, str(conflict))
            # The next save knowingly replaces what is shown beside each remark.
            form.data = {**request.POST.dict(), "seen": _revisions(members)}
            status = 409
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            messages.success(request, _saved_sentence(len(saved)))
            return redirect("consultations:groups", consultation.slug)
    context = {
        "consultation": consultation,
        "group": found,
        "members": members,
        "form": form,
        "templates": desk.reply_templates(consultation),
        "may_approve": not consultation.approval_by_another,
    }
    return render(request, "consultations/group.html", context, status=status)


@login_required
@require_POST
def dissolve(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Let the remarks of a group stand alone again."""
    consultation = _for_answers(request, slug)
    domain.dissolve_group(group=_group(consultation, key))
    messages.success(request, _("Grupa rozwiązana; stanowiska zostały."))
    return redirect("consultations:groups", consultation.slug)


@login_required
@require_POST
def take_out(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Let one remark stand alone again."""
    consultation = _for_answers(request, slug)
    remark = find_remark(consultation, number)
    key = remark.group_id
    domain.take_out_of_group(remark=remark)
    if key is not None and RemarkGroup.objects.filter(pk=key).exists():
        return redirect("consultations:group", consultation.slug, key)
    return redirect("consultations:groups", consultation.slug)


def _for_answers(request: HttpRequest, slug: str) -> Consultation:
    consultation = find_consultation(request, slug)
    require(permissions.can_answer_remarks(request.user, consultation))
    return consultation


def _group(consultation: Consultation, key: int) -> RemarkGroup:
    return get_object_or_404(consultation.remark_groups, pk=key)


def _initial(members: list[Remark]) -> dict[str, object]:
    """The position that most members have already, and the revisions that the page shows."""
    first = next((p for remark in members if (p := _position(remark))), None)
    return {
        "verdict": first.verdict if first else None,
        "reasons": first.reasons if first else "",
        "seen": _revisions(members),
    }


def _revisions(members: list[Remark]) -> str:
    pairs = ((remark.pk, _position(remark)) for remark in members)
    return " ".join(f"{key}:{position.revision if position else 0}" for key, position in pairs)


def _position(remark: Remark) -> Position | None:
    return getattr(remark, "position", None)


def _save(request: HttpRequest, found: RemarkGroup, form: GroupPositionForm) -> list[Position]:
    return positions.save_group_position(
        group=found,
        verdict=Verdict(form.cleaned_data["verdict"]),
        reasons=form.cleaned_data["reasons"],
        actor=request.user,
        seen=form.cleaned_data["seen"],
        approve="approve" in request.POST,
    )


def _saved_sentence(count: int) -> str:
    return ngettext(
        "Stanowisko zapisane przy %(count)d uwadze.",
        "Stanowisko zapisane przy %(count)d uwagach.",
        count,
    ) % {"count": count}
