"""The team's own room."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.typed_numbers import typed_number
from documents.redline import diff_words
from documents.serving import file_response
from standards.domain import permissions, queries, workspace
from standards.domain.errors import StandardsError
from standards.models import DocumentVersion, WorkDocument, WorkingGroup
from standards.web.access import find_group, require
from standards.web.groups import frame, group_form
from standards.web.meeting_forms import CommentForm, DocumentForm, NewFileForm, TextForm
from standards.web.uploads import stored

PAGE_SIZE = 30


@login_required
@require_safe
def room(request: HttpRequest, slug: str) -> HttpResponse:
    """Documents, votes and polls of the team."""
    group = _group(request, slug)
    documents = Paginator(queries.documents_of(group), PAGE_SIZE)
    return render(
        request,
        "standards/workspace.html",
        frame(request, group, "workspace")
        | {
            "page": documents.get_page(request.GET.get("page")),
            "votes": group.circular_votes.all()[:PAGE_SIZE],
            "polls": group.polls.select_related("meeting")[:PAGE_SIZE],
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def new_document(request: HttpRequest, slug: str) -> HttpResponse:
    """A text to write together, or a file."""
    group = _group(request, slug)
    form = DocumentForm(request.POST or None, request.FILES or None, group=group)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with stored(data["upload"], request.user) as file:
            document = workspace.create_document(
                group=group,
                title=data["title"],
                text=data["text"].replace("\r\n", "\n").rstrip(),
                file=file,
                standard=data["standard"],
                actor=request.user,
            )
        return redirect(document)
    return group_form(
        request, form, group, title=_("Nowy dokument zespołu"), submit=_("Zapisz"), multipart=True
    )


@login_required
@require_safe
def document(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The current version, those before it, and what members said."""
    group, found = _document(request, slug, key)
    versions = list(found.versions.select_related("author", "file").order_by("-number"))
    return render(
        request,
        "standards/document.html",
        frame(request, group, "workspace")
        | {
            "document": found,
            "current": next((v for v in versions if not v.is_aside), None),
            "versions": versions,
            "comments": queries.comments_on(found),
            "form": CommentForm(),
            "is_approved": _is_approved(found),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def edit_document(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Write the next version; when two save at once, both texts are shown and both are kept."""
    group, found = _document(request, slug, key)
    current = workspace.current_version(found)
    if current is not None and current.file is not None:
        return _next_file(request, group, found)
    if _is_approved(found):
        messages.error(request, _("Protokół jest zatwierdzony i nie można go już zmienić."))
        return redirect(found)
    start = {"text": current.text, "seen": current.number} if current else {"seen": 0}
    form = TextForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            saved = workspace.save_text(document=found, actor=request.user, **form.cleaned_data)
        except StandardsError as refused:
            form.add_error(None, str(refused))
        else:
            if saved.conflict is None:
                messages.success(request, _("Zapisano wersję %(n)s.") % {"n": saved.version.number})
                return redirect(found)
            return _conflict(request, group, found, saved)
    return _text_form(request, group, found, form)


@login_required
@require_safe
def compare(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Two versions (``?od=1&do=2``) in one text."""
    group, found = _document(request, slug, key)
    old, new = _asked(request, found, "od"), _asked(request, found, "do")
    return render(
        request,
        "standards/compare_document.html",
        frame(request, group, "workspace")
        | {"document": found, "old": old, "new": new, "words": diff_words(old.text, new.text)},
    )


@login_required
@require_POST
def add_comment(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Say something about the current version."""
    _team, found = _document(request, slug, key)
    version = workspace.current_version(found)
    form = CommentForm(request.POST)
    if version is not None and form.is_valid():
        workspace.comment(version=version, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Komentarz dodany."))
        return redirect(found)
    return group_form(
        request, form, found.group, title=_("Komentarz"), submit=_("Dodaj komentarz"),
        back=found.get_absolute_url(),
    )  # fmt: skip


@login_required
@require_POST
def settle_comment(request: HttpRequest, slug: str, key: int, comment: int) -> HttpResponse:
    """Mark a comment as dealt with."""
    _team, found = _document(request, slug, key)
    workspace.settle(
        remark=get_object_or_404(queries.comments_on(found), pk=comment), actor=request.user
    )
    return redirect(found)


@login_required
@require_safe
def version_file(request: HttpRequest, slug: str, key: int, number: int) -> HttpResponseBase:
    """A version as a file."""
    _team, found = _document(request, slug, key)
    version = get_object_or_404(found.versions.select_related("file"), number=number)
    if version.file is not None:
        return file_response(version.file, request=request, as_attachment=True)
    response = HttpResponse(version.text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="wersja-{number}.txt"'
    return response


def _next_file(request: HttpRequest, group: WorkingGroup, found: WorkDocument) -> HttpResponse:
    form = NewFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with stored(form.cleaned_data["upload"], request.user) as file:
            if file is not None:
                workspace.add_file(
                    document=found, file=file, actor=request.user, note=form.cleaned_data["note"]
                )
        return redirect(found)
    return group_form(
        request, form, group, title=_("Nowa wersja pliku"), lead=found.title,
        submit=_("Zapisz"), back=found.get_absolute_url(), multipart=True,
    )  # fmt: skip


def _text_form(
    request: HttpRequest, group: WorkingGroup, found: WorkDocument, form: Any, **more: Any
) -> HttpResponse:
    return group_form(
        request, form, group, title=found.title, submit=_("Zapisz"),
        back=found.get_absolute_url(), **more,
    )  # fmt: skip


def _conflict(
    request: HttpRequest, group: WorkingGroup, found: WorkDocument, saved: workspace.Saved
) -> HttpResponse:
    """Both texts: the person's own to go on with, and what the other one changed."""
    theirs, mine = saved.conflict, saved.version
    if theirs is None:
        raise Http404
    form = TextForm(initial={"text": mine.text, "note": mine.note, "seen": theirs.number})
    return _text_form(
        request,
        group,
        found,
        form,
        status=409,
        above="standards/_conflict.html",
        theirs=theirs,
        mine=mine,
        words=diff_words(mine.text, theirs.text),
    )


def _asked(request: HttpRequest, found: WorkDocument, name: str) -> DocumentVersion:
    number = typed_number(request.GET.get(name))
    version: DocumentVersion = get_object_or_404(found.versions, number=number)
    return version


def _is_approved(found: WorkDocument) -> bool:
    meeting = getattr(found, "meeting", None)
    return meeting is not None and meeting.approved_minutes_id is not None


def _group(request: HttpRequest, slug: str) -> WorkingGroup:
    group = find_group(request, slug)
    require(permissions.can_use_workspace(request.user, group))
    return group


def _document(request: HttpRequest, slug: str, key: int) -> tuple[WorkingGroup, WorkDocument]:
    group = _group(request, slug)
    found: WorkDocument = get_object_or_404(
        group.documents.select_related("meeting", "standard"), pk=key
    )
    found.group = group
    return group, found
