"""Reading a standard: its page, documents, adopted text."""

from __future__ import annotations

import dataclasses
import tempfile
from typing import BinaryIO, cast

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

import notifications
from accounts.views.signed_in import SignedInRequest
from consultations.domain import act_exports, version_queries
from consultations.domain import queries as acts
from consultations.models import DraftVersion
from documents.exports import FORMATS, write_report
from documents.serving import file_response
from standards.domain import permissions, queries, road
from standards.models import Evidence, EvidenceKind, Standard
from standards.web.access import find_standard, require

SPOOL_BYTES = 5 * 1024 * 1024
TEXT_FORMATS = ("pdf", "docx", "xml")


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What the standard is, in plain words, and its whole road."""
    standard = find_standard(request, slug)
    user = request.user
    can_manage = permissions.can_manage_standard(user, standard)
    return render(
        request,
        "standards/detail.html",
        {
            "standard": standard,
            "steps": queries.timeline(standard),
            "changes": standard.stage_changes.exclude(reason="").select_related("actor"),
            "consultations": standard.consultations.filter(
                consultation__in=acts.consultations_for_list(user)
            ).select_related("consultation"),
            "moves": [
                m for m in road.allowed_moves(standard) if permissions.can_pass(user, standard, m)
            ],
            "can_manage": can_manage,
            "sees_internal": can_manage or permissions.can_see_internal(user, standard),
            "has_draft": can_manage
            and road.valid_evidence(standard, EvidenceKind.DRAFT) is not None,
            "is_following": user.is_authenticated and notifications.is_following(user, standard),
            "text_formats": TEXT_FORMATS,
        },
    )


@login_required
@require_POST
def follow(request: SignedInRequest, slug: str) -> HttpResponse:
    """Follow or stop following."""
    standard = find_standard(request, slug)
    if "stop" in request.POST:
        notifications.unfollow(request.user, standard)
    else:
        notifications.follow(request.user, standard)
    return redirect(standard)


@require_safe
def evidence_file(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """The document of a step; those that are not public for the office and the team."""
    standard = find_standard(request, slug)
    evidence: Evidence = get_object_or_404(
        standard.evidence.select_related("file", "document__file"), pk=key
    )
    if not evidence.is_public:
        require(permissions.can_see_internal(request.user, standard))
    version = evidence.document
    file = evidence.file or (version.file if version else None)
    if file is not None:
        return file_response(file, request=request, as_attachment=False)
    if version is None:
        raise Http404
    response = HttpResponse(version.text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{standard.slug}.txt"'
    return response


@require_safe
def text(request: HttpRequest, slug: str) -> HttpResponse:
    """The adopted text, each unit under a permanent address."""
    standard, version = _adopted(request, slug)
    tree = acts.reader_tree(version)
    return render(
        request,
        "standards/text.html",
        {
            "standard": standard,
            "version": version,
            "units": acts.flat(tree),
            "contents": acts.contents(tree),
            "resolution": road.valid_evidence(standard, EvidenceKind.RESOLUTION),
            "text_formats": TEXT_FORMATS,
            "bare": True,
        },
    )


@require_safe
def unit(request: HttpRequest, slug: str, eid: str) -> HttpResponse:
    """One unit of the adopted text with those below it."""
    standard, version = _adopted(request, slug)
    found = next(
        (node for node in acts.flat(acts.reader_tree(version)) if node.provision.eid == eid), None
    )
    if found is None:
        raise Http404
    return render(
        request,
        "standards/unit.html",
        {
            "standard": standard,
            "version": version,
            "unit": found.provision,
            "units": [found, *acts.flat(found.children)],
            "bare": True,
        },
    )


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """What the board changed in the consulted text."""
    standard, version = _adopted(request, slug)
    base = version.consultation.current_version
    same = base is None or base.pk == version.pk
    return render(
        request,
        "standards/changes.html",
        {
            "standard": standard,
            "version": version,
            "changes": []
            if same or base is None
            else version_queries.compare(base, version, only_changes=True),
        },
    )


@require_safe
def text_file(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The adopted text as PDF, DOCX or Akoma Ntoso."""
    standard, version = _adopted(request, slug)
    if format not in TEXT_FORMATS:
        raise Http404
    if format == "xml":
        url = request.build_absolute_uri(standard.get_absolute_url())
        xml = act_exports.act_as_akoma_ntoso(version.consultation, version, source_url=url)
        response = HttpResponse(xml, content_type="application/akn+xml")
        response["Content-Disposition"] = f'attachment; filename="{standard.slug[:60]}.xml"'
        return response
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    _write_text(standard, version, format, cast(BinaryIO, stream))
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"{standard.slug[:60]}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )


def _write_text(standard: Standard, version: DraftVersion, format: str, stream: BinaryIO) -> None:
    """An act is always in Polish; its subtitle says by what it was adopted."""
    resolution = road.valid_evidence(standard, EvidenceKind.RESOLUTION)
    with override("pl"):
        report = act_exports.describe_act(version.consultation, version)
        if resolution is not None:
            subtitle = _("Przyjęty uchwałą nr %(number)s z dnia %(day)s") % {
                "number": resolution.number,
                "day": resolution.dated_on.strftime("%d.%m.%Y"),
            }
            report = dataclasses.replace(report, subtitle=subtitle)
        write_report(report, format, stream)


def _adopted(request: HttpRequest, slug: str) -> tuple[Standard, DraftVersion]:
    standard = find_standard(request, slug)
    if standard.adopted_text is None:
        raise Http404
    return standard, standard.adopted_text
