"""Finding the version of a page and asking whether the person may be there."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from accounts.typed_numbers import typed_number
from consultations.domain import version_permissions as permissions
from consultations.models import Consultation, DraftVersion
from consultations.web.access import require


def find_version(consultation: Consultation, number: int) -> DraftVersion:
    """A version of ``consultation`` by its number, or 404."""
    version: DraftVersion = get_object_or_404(
        consultation.versions.select_related("source", "base"), number=number
    )
    version.consultation = consultation
    return version


def find_readable(request: HttpRequest, consultation: Consultation, number: int) -> DraftVersion:
    """A version that the person may read, or 404: what is being prepared does not show itself."""
    version = find_version(consultation, number)
    if not permissions.can_read_version(request.user, consultation, version):
        raise Http404
    return version


def version_asked_for(
    request: HttpRequest, consultation: Consultation, parameter: str = "wersja"
) -> DraftVersion:
    """The version named in the address (``?wersja=2``), by default the text in force."""
    if value := request.GET.get(parameter):
        number = typed_number(value)
        if number is None:
            raise Http404
        return find_readable(request, consultation, number)
    if consultation.current_version is None:
        raise Http404
    return find_readable(request, consultation, consultation.current_version.number)


def find_correctable(request: HttpRequest, consultation: Consultation, number: int) -> DraftVersion:
    """A version that the person may correct: 403 for others, 404 when there is none."""
    version = find_version(consultation, number)
    require(permissions.can_correct_version(request.user, consultation, version))
    return version
