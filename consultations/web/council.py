"""The council's opinion: asking for it, recording it, showing its file."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.domain import council as domain
from consultations.domain import permissions
from consultations.domain.errors import ConsultationError
from consultations.models import Consultation, CouncilOpinion, CouncilVerdict
from consultations.web.access import find_consultation, require
from consultations.web.procedure_forms import AskCouncilForm, OpinionForm
from documents.serving import file_response
from documents.storing import store_upload


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Put the question, and see what was asked before."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    earlier = list(domain.opinions_of(consultation))
    form = AskCouncilForm(request.POST or None, instance=_question(consultation))
    if request.method == "POST" and form.is_valid():
        try:
            opinion = domain.ask_council(opinion=form.save(commit=False), actor=request.user)
        except ConsultationError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request,
                _("Prośba zapisana. Rada ma czas do %(day)s.")
                % {"day": date_format(opinion.due_on, "SHORT_DATE_FORMAT")},
            )
            return redirect("consultations:course", consultation.slug)
    return render(
        request,
        "consultations/council.html",
        {
            "consultation": consultation,
            "form": form,
            "opinions": earlier,
            "days": domain.term_days(consultation),
            "can_ask": form.is_bound or domain.can_ask(consultation),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Record the opinion."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    opinion = _find(consultation, key)
    form = OpinionForm(request.POST or None, request.FILES or None, initial=_recorded(opinion))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        with transaction.atomic():
            file = values["file"] and store_upload(
                values["file"], uploaded_by=request.user, is_public=True
            )
            domain.record_opinion(
                opinion=opinion,
                verdict=CouncilVerdict(values["verdict"]),
                given_on=values["given_on"],
                content=values["content"],
                resolution_number=values["resolution_number"],
                file=file or None,
                actor=request.user,
            )
        messages.success(request, _("Opinia rady zapisana."))
        return redirect("consultations:course", consultation.slug)
    return render(
        request,
        "consultations/council_opinion.html",
        {"consultation": consultation, "opinion": opinion, "form": form},
    )


@login_required
@require_POST
def remind(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Remind the council before the portal does."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    if domain.remind_council(opinion=_find(consultation, key), actor=request.user):
        messages.success(request, _("Przypomnienie wysłane."))
    else:
        messages.info(request, _("Przypomnienie wysłano już wcześniej albo nie ma adresu rady."))
    return redirect("consultations:ask_council", consultation.slug)


@require_safe
def opinion_file(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """The opinion as the council gave it."""
    opinion = _find(find_consultation(request, slug), key)
    if opinion.file is None:
        raise Http404
    return file_response(opinion.file, request=request, as_attachment=False)


def _find(consultation: Consultation, key: int) -> CouncilOpinion:
    found: CouncilOpinion = get_object_or_404(domain.opinions_of(consultation), pk=key)
    found.consultation = consultation
    return found


def _question(consultation: Consultation) -> CouncilOpinion:
    """The form begins with the council that the office asked last."""
    last = domain.last_asked_by(consultation.public_body)
    return CouncilOpinion(
        consultation=consultation,
        council_name=last.council_name if last else "",
        council_email=last.council_email if last else "",
        delivered_on=timezone.localdate(),
    )


def _recorded(opinion: CouncilOpinion) -> dict[str, object]:
    return {
        "verdict": opinion.verdict,
        "given_on": opinion.given_on or timezone.localdate(),
        "resolution_number": opinion.resolution_number,
        "content": opinion.content,
    }
