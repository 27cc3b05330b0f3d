"""Starting, publishing and giving up a new version."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.domain import drafts, notices_of_versions, version_queries, versions
from consultations.domain import version_permissions as permissions
from consultations.domain.errors import ConsultationError
from consultations.web.access import find_consultation, require
from consultations.web.forms import DraftForm
from consultations.web.reading_errors import sentence_for
from consultations.web.reading_steps import steps_of
from consultations.web.version_access import find_correctable, find_version
from consultations.web.version_forms import PublishVersionForm
from documents.storing import store_upload


@login_required
@require_http_methods(["GET", "POST"])
def new_version(request: HttpRequest, slug: str) -> HttpResponse:
    """A new version from a file, or as a copy of the text in force to be corrected."""
    consultation = find_consultation(request, slug)
    require(permissions.can_prepare_version(request.user, consultation))
    if request.method == "POST" and "popraw" in request.POST:
        started = versions.start_corrections(consultation=consultation, actor=request.user)
        return redirect("consultations:check_version", consultation.slug, started.number)
    form = DraftForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        source = store_upload(form.cleaned_data["source"], uploaded_by=request.user)
        drafts.upload_draft(consultation=consultation, source=source, actor=request.user)
        return redirect("consultations:new_version", consultation.slug)
    prepared = version_queries.version_being_prepared(consultation)
    return render(
        request,
        "consultations/new_version.html",
        {
            "consultation": consultation,
            "form": form,
            "version": prepared,
            "reading": prepared is not None and prepared.is_reading,
            "failure": sentence_for(prepared.failure_code) if prepared else "",
            "steps": steps_of(prepared) if prepared else [],
        },
    )


@login_required
@require_safe
def progress(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The part of the page that is asked for again while the file is being read."""
    consultation = find_consultation(request, slug)
    require(permissions.can_check_version(request.user, consultation))
    version = find_version(consultation, number)
    response = render(
        request,
        "consultations/_draft_progress.html",
        {
            "consultation": consultation,
            "version": version,
            "reading": version.is_reading,
            "steps": steps_of(version),
            "progress_url": request.path,
        },
    )
    if not version.is_reading:
        response["HX-Refresh"] = "true"
    return response


@login_required
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Says what will happen and to whom it will be told, then makes it the text in force."""
    consultation = find_consultation(request, slug)
    require(permissions.can_prepare_version(request.user, consultation))
    version = find_correctable(request, consultation, number)
    form = PublishVersionForm(request.POST or None, initial={"revision": version.revision})
    if request.method == "POST" and form.is_valid():
        try:
            versions.publish_version(
                version=version,
                note=form.cleaned_data["note"],
                revision=form.cleaned_data["revision"],
                actor=request.user,
            )
        except ConsultationError as refused:
            form.add_error(None, str(refused))
            form.data = {**request.POST.dict(), "revision": version.revision}
        else:
            messages.success(
                request, _("Nowa wersja jest opublikowana, uczestnicy dostaną wiadomość.")
            )
            return redirect("consultations:changes", consultation.slug)
    changes = list(version_queries.changes_with_reasons(version))
    return render(
        request,
        "consultations/publish_version.html",
        {
            "consultation": consultation,
            "version": version,
            "form": form,
            "change_count": len(changes),
            "unexplained": sum(not change.reason for change in changes),
            "remark_count": notices_of_versions.remarks_touched_by(version).count(),
        },
        status=409 if form.non_field_errors() else 200,
    )


@login_required
@require_POST
def discard(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give up a version that is being prepared."""
    consultation = find_consultation(request, slug)
    require(permissions.can_prepare_version(request.user, consultation))
    version = find_version(consultation, number)
    try:
        versions.discard_version(version=version)
    except ConsultationError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Wersja została porzucona."))
    return redirect("consultations:versions", consultation.slug)
