"""Uploading the draft and checking how it was read."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from consultations.domain import drafts, permissions, queries
from consultations.models import Consultation, DraftState
from consultations.web.access import find_consultation, require
from consultations.web.forms import DraftForm
from consultations.web.reading_errors import sentence_for
from consultations.web.reading_steps import steps_of
from documents.storing import store_upload


@login_required
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Upload; then the text as it was read, beside what the reader was not sure of."""
    consultation = find_consultation(request, slug)
    require(permissions.can_edit_draft(request.user, consultation))
    form = DraftForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        source = store_upload(form.cleaned_data["source"], uploaded_by=request.user)
        drafts.upload_draft(consultation=consultation, source=source, actor=request.user)
        return redirect("consultations:draft", consultation.slug)
    return render(request, "consultations/draft.html", _context(consultation) | {"form": form})


@login_required
@require_safe
def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """The part of the page that is asked for again while the draft is being read."""
    consultation = find_consultation(request, slug)
    require(permissions.can_edit_draft(request.user, consultation))
    context = _context(consultation) | {"progress_url": request.path}
    response = render(request, "consultations/_draft_progress.html", context)
    if not context["reading"]:
        response["HX-Refresh"] = "true"
    return response


def _context(consultation: Consultation) -> dict[str, object]:
    version = consultation.versions.select_related("source").order_by("-number").first()
    is_ready = version is not None and version.state == DraftState.READY
    tree = queries.reader_tree(version) if version and is_ready else []
    return {
        "consultation": consultation,
        "version": version,
        "reading": version is not None and version.is_reading,
        "failure": sentence_for(version.failure_code) if version else "",
        "steps": steps_of(version) if version else [],
        "units": queries.flat(tree),
    }
