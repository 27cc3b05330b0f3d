"""Correcting a version unit by unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.acts.tree import UnitKind
from consultations.domain import act_editing
from consultations.domain.act_editing import Target
from consultations.domain.act_tree import StoredUnit, stored_unit
from consultations.domain.errors import ConsultationError, UnitChangedMeanwhile
from consultations.models import ActEdit, DraftVersion, Provision
from consultations.web.access import find_consultation
from consultations.web.version_access import find_correctable
from consultations.web.version_forms import AddUnitForm, FrontForm, SplitForm, UnitForm
from pages.requests import PortalRequest

# Steps that need nothing but the unit.
_STEPS: dict[str, Callable[[Target], ActEdit]] = {
    "polacz": act_editing.merge_unit,
    "wyzej": act_editing.raise_unit,
    "nizej": act_editing.lower_unit,
    "usun": act_editing.remove_unit,
    "ponumeruj": act_editing.renumber_units,
}
_FORMS: dict[str, str] = {"popraw": "unit_form", "podziel": "split_form", "dodaj": "add_form"}


@login_required
@require_http_methods(["GET", "POST"])
def unit(request: PortalRequest, slug: str, number: int, key: int) -> HttpResponse:
    """The unit with all that can be done to it; the button pressed says what."""
    consultation = find_consultation(request, slug)
    version = find_correctable(request, consultation, number)
    provision = get_object_or_404(version.provisions, pk=key)
    stored = stored_unit(provision)
    bound = _forms(request, stored)
    status = 200
    if request.method == "POST":
        refused = _do(request, version, provision, bound)
        if refused is None:
            return _back(version, key)
        messages.error(request, refused)
        status = 409
    template = "_unit_editor.html" if request.htmx else "unit_editor.html"
    return render(
        request,
        f"consultations/{template}",
        {"consultation": consultation, "version": version, "provision": provision} | bound,
        status=status,
    )


@login_required
@require_http_methods(["GET", "POST"])
def front(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Title, preface and kind of the document."""
    consultation = find_consultation(request, slug)
    version = find_correctable(request, consultation, number)
    initial = {"kind": version.kind, "title": version.title, "preface": version.preface}
    form = FrontForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        act_editing.change_front(version=version, actor=request.user, **form.values)
        messages.success(request, _("Zmiany zapisane."))
        return redirect("consultations:check_version", slug, number)
    return render(
        request,
        "consultations/correct_front.html",
        {"consultation": consultation, "version": version, "form": form},
    )


@login_required
@require_POST
def undo(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take back the last correction."""
    consultation = find_consultation(request, slug)
    version = find_correctable(request, consultation, number)
    edit = act_editing.undo_last_edit(version=version, actor=request.user)
    if edit is None:
        messages.info(request, _("Nie ma już czego cofać."))
    else:
        messages.success(request, _("Cofnięto: %(what)s.") % {"what": edit})
    return redirect("consultations:check_version", slug, number)


def _forms(request: HttpRequest, stored: StoredUnit) -> dict[str, forms.Form]:
    """All forms of the page; what was typed stays in the one that was sent."""
    sent = request.POST.get("krok", "")
    seen = {"seen": act_editing.fingerprint(stored)}
    data = {name: request.POST if sent == step else None for step, name in _FORMS.items()}
    new = {"kind": _kind_of_next(stored)}
    return {
        "unit_form": UnitForm(data["unit_form"], unit=stored, initial=seen),
        "split_form": SplitForm(
            data["split_form"], unit=stored, initial=seen, auto_id="podzial_%s"
        ),
        "add_form": AddUnitForm(data["add_form"], initial=seen | new, auto_id="nowa_%s"),
    }


def _kind_of_next(stored: StoredUnit) -> str:
    return UnitKind.TEXT.value if stored.kind is UnitKind.TABLE else stored.kind.value


def _do(
    request: HttpRequest,
    version: DraftVersion,
    provision: Provision,
    bound: dict[str, forms.Form],
) -> str | None:
    """Make the step that was asked for; returns why it was refused, or None."""
    step = request.POST.get("krok", "")
    target = Target(version, provision.pk, request.POST.get("seen", ""), request.user)
    try:
        if step in _STEPS:
            edit = _STEPS[step](target)
        else:
            form = bound[_FORMS.get(step, "unit_form")]
            if not form.is_valid():
                return _("Popraw zaznaczone pola.")
            edit = _submit(form, target)
    except UnitChangedMeanwhile as refused:
        _show_present_fingerprint(bound, provision)
        return str(refused)
    except ConsultationError as refused:
        return str(refused)
    messages.success(request, _("Zapisano: %(what)s.") % {"what": edit})
    return None


def _submit(form: forms.Form, target: Target) -> ActEdit:
    if isinstance(form, SplitForm):
        return act_editing.split_unit(target, form.cleaned_data["marked"])
    if isinstance(form, AddUnitForm):
        below = form.cleaned_data["where"] == "below"
        return act_editing.add_unit(target, form.content, below=below)
    return act_editing.rewrite_unit(target, cast(UnitForm, form).content)


def _show_present_fingerprint(bound: dict[str, forms.Form], provision: Provision) -> None:
    """The next save knowingly replaces what is shown beside the form."""
    seen = act_editing.fingerprint(stored_unit(provision))
    for form in bound.values():
        if form.is_bound:
            form.data = {**form.data.dict(), "seen": seen}  # type: ignore[attr-defined] # QueryDict


def _back(version: DraftVersion, key: int) -> HttpResponseRedirectBase:
    """To the unit that was corrected, or to where it was."""
    page = reverse("consultations:check_version", args=[version.consultation.slug, version.number])
    return redirect(f"{page}#j{key}")
