"""Opinions of councils."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.serving import file_response
from standards.domain import councils, permissions
from standards.models import Opinion, WorkingGroup
from standards.web.access import find_group, require
from standards.web.election_forms import OpinionForm
from standards.web.groups import frame, group_form
from standards.web.uploads import stored

PAGE_SIZE = 30


@require_safe
def opinions(request: HttpRequest, slug: str) -> HttpResponse:
    """What the council said, the latest first, and its elections."""
    council = _council(request, slug)
    page = Paginator(
        council.opinions.select_related("consultation", "standard"), PAGE_SIZE
    ).get_page(request.GET.get("page"))
    context = frame(request, council, "opinions")
    elections = council.elections.all() if context["can_manage"] else council.elections.public()
    return render(
        request, "standards/opinions.html", context | {"page": page, "elections": elections}
    )


@login_required
@require_http_methods(["GET", "POST"])
def new_opinion(request: HttpRequest, slug: str) -> HttpResponse:
    """Record an opinion."""
    council = _council(request, slug)
    require(permissions.can_lead_group(request.user, council))
    form = OpinionForm(
        request.POST or None,
        request.FILES or None,
        instance=Opinion(council=council),
        council=council,
        user=request.user,
    )
    if request.method == "POST" and form.is_valid():
        with stored(form.cleaned_data["upload"], request.user, is_public=True) as file:
            opinion = councils.give_opinion(
                opinion=form.save(commit=False), file=file, actor=request.user
            )
        return redirect(opinion)
    return group_form(
        request, form, council, title=_("Nowa opinia rady"), submit=_("Zapisz opinię"),
        multipart=True,
    )  # fmt: skip


@require_safe
def opinion(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """One opinion."""
    council = _council(request, slug)
    found = get_object_or_404(council.opinions.select_related("consultation", "standard"), pk=key)
    return render(
        request, "standards/opinion.html", frame(request, council, "opinions") | {"opinion": found}
    )


@require_safe
def opinion_file(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """The document of an opinion."""
    council = _council(request, slug)
    found = get_object_or_404(council.opinions.select_related("file"), pk=key)
    if found.file is None:
        raise Http404
    return file_response(found.file, request=request, as_attachment=False)


def _council(request: HttpRequest, slug: str) -> WorkingGroup:
    group = find_group(request, slug)
    if not group.is_council:
        raise Http404
    return group
