"""The portal's addresses and the two yardsticks that every figure is held against."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal.urls import (
    handler400,
    handler403,
    handler404,
    handler500,
)
from portal.urls import (
    urlpatterns as portal_patterns,
)

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def empty(request: HttpRequest) -> HttpResponse:
    """What the middleware alone costs."""
    return HttpResponse("ok")


def one_row(request: HttpRequest) -> HttpResponse:
    """The cheapest page that asks the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM territory_area WHERE teryt = %s", ["1661"])
        return HttpResponse(cursor.fetchone()[0])


urlpatterns = [path("bench/empty/", empty), path("bench/row/", one_row), *portal_patterns]
