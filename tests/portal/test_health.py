"""Load balancers and containers learn whether a process can do its work."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from dev.ports import free_port

pytestmark = pytest.mark.django_db


def test_a_working_portal_says_so(client: Client) -> None:
    response = client.get(reverse("health"))

    assert response.status_code == 200
    assert response.json() == {"problems": []}
    assert "no-store" in response["Cache-Control"]


def test_a_lost_redis_is_named(client: Client, settings: object) -> None:
    settings.CACHES = settings.CACHES | {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": f"redis://127.0.0.1:{free_port()}",
        }
    }

    response = client.get(reverse("health"))

    assert response.status_code == 503
    assert response.json() == {"problems": ["redis"]}


def test_a_web_process_that_does_not_answer_is_not_healthy() -> None:
    with pytest.raises(CommandError):
        call_command("check_health", "web", "--port", str(free_port()))


def test_beat_is_healthy_while_it_writes_its_schedule(tmp_path, settings) -> None:
    settings.CELERY_BEAT_SCHEDULE_FILENAME = str(tmp_path / "schedule")
    with pytest.raises(CommandError, match="schedule"):
        call_command("check_health", "beat")

    (tmp_path / "schedule.db").write_text("now")

    call_command("check_health", "beat")
