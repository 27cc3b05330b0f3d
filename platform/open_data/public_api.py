"""The public API, version 1: read-only, the same answer for everybody.

It answers as to a reader who has not signed in, whoever asks: what is not public cannot leak
through somebody's session, and every answer may be kept by any cache.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Router, Schema
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema

# Ask ``visible_to`` and permission functions with this reader only.
EVERYBODY = AnonymousUser()

DESCRIPTION = gettext_noop(
    "Publiczne dane portalu: organizacje, urzędy, obszary i konsultacje. Tylko do odczytu, bez "
    "kluczy. W wersji 1 dodajemy pola, adresy i filtry, ale ich nie usuwamy, nie przemianowujemy "
    "i nie zmieniamy ich znaczenia. Gdy powstanie wersja 2, wersja 1 będzie działać jeszcze co "
    "najmniej 12 miesięcy i powie o tym w nagłówkach Deprecation i Sunset."
)


class PortalAPI(NinjaAPI):
    """Describes itself in the reader's language."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """The OpenAPI 3.1 document."""
        schema = super().get_openapi_schema(**kwargs)
        schema["info"]["description"] = gettext(self.description)
        for operations in schema["paths"].values():
            for operation in operations.values():
                operation["summary"] = gettext(operation["summary"])
                if "description" in operation:
                    operation["description"] = gettext(operation["description"])
                for parameter in operation["parameters"]:
                    parameter["description"] = gettext(parameter.get("description") or "")
        return schema


api = PortalAPI(
    title=f"{settings.SITE_NAME} – API",
    version="1.0",
    description=DESCRIPTION,
    urls_namespace="api-v1",
    docs_url=None,  # its pages load scripts from elsewhere; ours is plain HTML
    openapi_url="/openapi.json",
)


class Problem(Schema):
    """What every refusal looks like."""

    detail: str
    errors: dict[str, list[str]] = {}


class InvalidQuery(Exception):
    """Parameters that mean nothing; ``errors`` by parameter."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__(errors)
        self.errors = errors


def register_router(prefix: str, router: Router, tag: str) -> None:
    """Answer under /api/v1 + ``prefix`` with the operations of ``router``."""
    api.add_router(prefix, router, tags=[tag])


def refusal(
    request: HttpRequest, detail: str, status: int, errors: dict[str, list[str]] | None = None
) -> HttpResponse:
    """A refusal in the shape of ``Problem``."""
    return api.create_response(request, {"detail": detail, "errors": errors or {}}, status=status)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return refusal(request, _("Nie ma tu niczego publicznego pod tym adresem."), 404)


@api.exception_handler(InvalidQuery)
def _invalid(request: HttpRequest, error: InvalidQuery) -> HttpResponse:
    return refusal(request, _("Niepoprawne parametry zapytania."), 422, error.errors)


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for problem in error.errors:
        errors.setdefault(str(problem["loc"][-1]), []).append(_sentence(problem))
    return refusal(request, _("Niepoprawne parametry zapytania."), 422, errors)


def _sentence(problem: dict[str, Any]) -> str:
    limits = problem.get("ctx", {})
    if problem["type"] == "greater_than_equal":
        return _("Najmniejsza dozwolona wartość to %(limit)s.") % {"limit": limits["ge"]}
    if problem["type"] == "less_than_equal":
        return _("Największa dozwolona wartość to %(limit)s.") % {"limit": limits["le"]}
    if problem["type"].startswith("int_"):
        return _("Wpisz liczbę całkowitą.")
    return _("Niepoprawna wartość.")
