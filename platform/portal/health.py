"""Whether this process can do its work: asked by load balancers and containers."""

from __future__ import annotations

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database and Redis answer, 503 with the name of what does not."""
    problems = [name for name, works in (("database", _database), ("redis", _redis)) if not works()]
    return JsonResponse({"problems": problems}, status=503 if problems else 200)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    except Exception:
        return False


def _redis() -> bool:
    try:
        cache.set("health", "1", timeout=10)
        return bool(cache.get("health") == "1")
    except Exception:
        return False
