"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from surveys.domain import inviting, permissions
from surveys.models import PersonalLink, Questionnaire, Survey


def find_survey(request: HttpRequest, pk: int) -> Survey:
    """A survey that the person may see, or 404."""
    visible = Survey.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("version__questionnaire"), pk=pk)


def find_kept_survey(request: HttpRequest, pk: int) -> Survey:
    """A survey that the person runs: 404 when it cannot be seen, 403 when it is others'."""
    survey = find_survey(request, pk)
    require(permissions.can_manage_survey(request.user, survey))
    return survey


def find_link(token: str) -> PersonalLink:
    """The personal link of an invitation, or 404."""
    link = inviting.link_of(token)
    if link is None:
        raise Http404
    return link


def find_questionnaire(request: HttpRequest, key: str) -> Questionnaire:
    """A questionnaire that the person keeps."""
    questionnaire = get_object_or_404(Questionnaire, key=key)
    require(permissions.can_edit_questionnaire(request.user, questionnaire))
    return questionnaire


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back here afterwards."""
    return redirect_to_login(request.get_full_path())
