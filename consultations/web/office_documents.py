"""Texts of documents that an office keeps as its own."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.typed_numbers import typed_number
from consultations.domain import office_templates as domain
from consultations.domain import permissions
from consultations.domain.office_defaults import DEFAULTS, OfficeText
from consultations.exports.office_document import text_blocks
from consultations.models import Consultation, TemplateKind
from consultations.web.access import find_body, require
from consultations.web.procedure_forms import TemplateForm
from organizations.models import PublicBody


@login_required
@require_safe
def templates(request: HttpRequest, body: str) -> HttpResponse:
    """Which documents there are and which version of each is in force."""
    office = find_body(body)
    require(permissions.can_keep_office_texts(request.user, office))
    rows = [(kind, domain.in_force(office.pk, kind)[1]) for kind in TemplateKind]
    return render(
        request, "consultations/document_templates.html", {"body": office, "templates": rows}
    )


@login_required
@require_http_methods(["GET", "POST"])
def template(request: HttpRequest, body: str, kind: str) -> HttpResponse:
    """Edit a text with a preview; saving makes a new version."""
    office = find_body(body)
    require(permissions.can_keep_office_texts(request.user, office))
    if kind not in TemplateKind.values:
        raise Http404
    wanted = TemplateKind(kind)
    form = TemplateForm(request.POST or None, initial=_starting_text(request, office, wanted))
    shown = None
    if request.method == "POST" and form.is_valid():
        if "preview" not in request.POST:
            domain.save_template(
                body=office,
                kind=wanted,
                text=form.office_text,
                note=form.cleaned_data["note"],
                actor=request.user,
            )
            messages.success(request, _("Wzór zapisany jako nowa wersja."))
            return redirect("consultations:document_template", office.slug, kind)
        shown = _preview(office, form.office_text)
    return render(
        request,
        "consultations/document_template.html",
        {
            "body": office,
            "kind": wanted,
            "form": form,
            "gaps": domain.GAPS.items(),
            "versions": domain.versions(office, kind),
            "preview": shown,
            "preview_blocks": text_blocks(shown.text) if shown else [],
        },
    )


def _starting_text(request: HttpRequest, office: PublicBody, kind: TemplateKind) -> dict[str, str]:
    """The text in force; ``?wersja=`` asks for an earlier one, 0 for the delivered one."""
    wanted = typed_number(request.GET.get("wersja"))
    text, _template = domain.in_force(office.pk, kind)
    if wanted == 0:
        text = DEFAULTS[kind]
    elif wanted is not None:
        earlier = domain.versions(office, kind).filter(number=wanted).first()
        text = OfficeText(earlier.title, earlier.text) if earlier else text
    return {"title": text.title, "text": text.text}


def _preview(office: PublicBody, text: OfficeText) -> OfficeText | None:
    """With the facts of the office's newest consultation; without any there is nothing to show."""
    newest = Consultation.objects.filter(public_body=office).select_related("public_body").first()
    return domain.filled(newest, text) if newest else text
