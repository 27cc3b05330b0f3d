"""Things are removed when they have been kept long enough, and never before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts import retention
from accounts.domain.retention import apply_retention
from accounts.models import RetentionRun, User
from accounts.retention import RetentionRule
from notifications import publish
from notifications.models import Channel, Delivery, OutboxEvent, WorkState
from tests.accounts.factories import UserFactory
from tests.notifications.kinds import register_test_kinds

pytestmark = pytest.mark.django_db


def removed() -> dict[str, int]:
    """What each rule removes now."""
    return {run.rule: run.removed_count for run in apply_retention()}


def test_accounts_that_nobody_confirmed_go_after_a_month() -> None:
    long_ago = timezone.now() - timedelta(days=31)
    forgotten = UserFactory(verified_address=False, date_joined=long_ago)
    kept = {
        UserFactory(verified_address=False, date_joined=timezone.now() - timedelta(days=29)).pk,
        UserFactory(date_joined=long_ago).pk,
        UserFactory(verified_address=False, date_joined=long_ago, last_login=long_ago).pk,
        UserFactory(verified_address=False, date_joined=long_ago, is_staff=True).pk,
    }

    assert removed()["konta-niepotwierdzone"] == 1

    assert set(User.objects.values_list("pk", flat=True)) == kept
    assert forgotten.pk not in kept


def test_expired_sessions_go_and_running_ones_stay() -> None:
    now = timezone.now()
    Session.objects.create(session_key="a" * 32, session_data="", expire_date=now - timedelta(1))
    Session.objects.create(session_key="b" * 32, session_data="", expire_date=now + timedelta(1))

    assert removed()["sesje"] == 1

    assert Session.objects.get().session_key == "b" * 32


def test_old_notifications_go_with_their_deliveries_unless_they_still_wait() -> None:
    register_test_kinds()
    person = UserFactory()
    events = [publish("tests.news", person) for _ in range(3)]
    for event in events:
        Delivery.objects.create(event=event, recipient=person, channel=Channel.INBOX)
    old = OutboxEvent.objects.filter(pk__in=[events[0].pk, events[1].pk])
    old.update(created_at=timezone.now() - timedelta(days=731), state=WorkState.DONE)
    OutboxEvent.objects.filter(pk=events[1].pk).update(state=WorkState.PENDING)

    removed()

    left = set(Delivery.objects.values_list("event", flat=True))
    assert left == {events[1].pk, events[2].pk}


def test_a_rule_that_fails_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_rules", {})
    for key, remove in (("zła", lambda before: 1 // 0), ("dobra", lambda before: 7)):
        retention.register(RetentionRule(key=key, label=key, kept_for=timedelta(1), remove=remove))

    assert removed() == {"dobra": 7}
    assert str(RetentionRun.objects.get()) == "dobra: 7"


def test_a_key_belongs_to_one_rule() -> None:
    rule = RetentionRule(key="sesje", label="", kept_for=timedelta(1), remove=lambda before: 0)

    with pytest.raises(ValueError, match="sesje"):
        retention.register(rule)
