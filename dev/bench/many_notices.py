"""A million deliveries, and an inbox of a hundred thousand entries: how long, and how much memory.

    set -a; . var/services.env; set +a
    PEOPLE=500000 .venv/bin/python -m dev.bench.many_notices

Makes a database of its own beside the one of DATABASE_URL and drops it at the end. Everybody
follows one thing and hears of it by inbox and e-mail, so there are twice as many deliveries as
people.
"""

import os
import sys
import time
from typing import Any

from dev.bench.scratch import peak_mb, run_sql, say, scratch_database, set_up_portal

PEOPLE = int(os.environ.get("PEOPLE", "500000"))
ENTRIES = int(os.environ.get("ENTRIES", "100000"))
READER = 1

MAKE_PEOPLE = """
    insert into accounts_user (email, display_name, language, phone, is_active, is_staff,
                               is_superuser, password, date_joined)
    select 'n' || i || '@example.org', 'Osoba ' || i, 'pl', '', true, false, false, '!', now()
    from generate_series(1, %s) i
"""
FOLLOW = """
    insert into notifications_subscription (user_id, target_type_id, target_id, created_at)
    select id, %s, %s, now() from accounts_user
"""
FILL_INBOX = """
    insert into notifications_delivery (event_id, recipient_id, channel, state, priority, due_at,
        attempts, last_error, created_at, done_at, has_slot)
    select e.id, %s, 'inbox', 'done', 5, now(), 0, '', now(), now(), false
    from notifications_outboxevent e where e.kind = 'bench.entry'
"""
MAKE_EVENTS = """
    insert into notifications_outboxevent (kind, subject_type_id, subject_id, context, state,
        priority, due_at, attempts, last_error, created_at)
    select 'bench.entry', %s, %s, '{"title": "Wpis"}', 'done', 5, now(), 0, '', now()
    from generate_series(1, %s)
"""


def main() -> None:
    """Measure in a scratch database."""
    with scratch_database() as url:
        set_up_portal(url)
        say("people", lambda: run_sql(MAKE_PEOPLE, [PEOPLE]))
        measure_expansion()
        measure_inbox()


def measure_expansion() -> None:
    """From one event to everybody's deliveries, in one process as a worker does it."""
    from django.db import transaction

    import notifications
    from accounts.models import User
    from notifications.domain.expansion import expand_due_events
    from notifications.models import Delivery

    subject = register_kinds()
    say("subscriptions", lambda: run_sql(FOLLOW, [type_of(subject), str(subject.pk)]))
    with transaction.atomic():
        notifications.publish("bench.news", subject, context={"title": "Nowość"})
    before = peak_mb()
    seconds = say("expansion", expand_due_events)
    count = Delivery.objects.count()
    line = (
        f"{count:,} deliveries for {User.objects.count():,} people: {count / seconds:,.0f} a second"
    )
    sys.stdout.write(f"{line}; peak memory {before:.0f} MB before, {peak_mb():.0f} MB after\n")


def measure_inbox() -> None:
    """Pages of a full inbox, as a browser asks for them."""
    from django.db import connection
    from django.test import Client

    from accounts.models import User

    reader = User.objects.order_by("pk")[READER]
    run_sql(MAKE_EVENTS, [type_of(reader), str(reader.pk), ENTRIES])
    run_sql(FILL_INBOX, [reader.pk])
    with connection.cursor() as cursor:
        cursor.execute("analyze notifications_delivery")
    client = Client()
    client.force_login(reader)
    places = {"first page": "", "unread": "?pokaz=nieprzeczytane", **deep_places(reader)}
    for name, query in places.items():
        client.get(f"/powiadomienia/{query}")
        started = time.perf_counter()
        status = client.get(f"/powiadomienia/{query}").status_code
        milliseconds = (time.perf_counter() - started) * 1000
        sys.stdout.write(f"inbox of {ENTRIES:,}, {name}: {milliseconds:.0f} ms ({status})\n")
    say("marking all as read", lambda: client.post("/powiadomienia/przeczytane/"))


def deep_places(reader: Any) -> dict[str, str]:
    """An address in the middle of the inbox and one near its end."""
    from notifications.models import Delivery

    rows = Delivery.objects.inbox_of(reader.pk).values_list("pk", flat=True)
    return {
        "middle": f"?przed={rows[ENTRIES // 2]}",
        "end": f"?przed={rows[ENTRIES - 30]}",
    }


def register_kinds() -> Any:
    """The kinds of this measurement, and the thing that they are about."""
    from accounts.models import User
    from notifications import kinds
    from notifications.kinds import Kind

    for key in ("bench.news", "bench.entry"):
        kinds.register(Kind(key=key, label=key, title="%(title)s", url=lambda event: "/"))
    return User.objects.order_by("pk")[0]


def type_of(subject: Any) -> int:
    """The number by which subscriptions and events name its model."""
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(subject).pk


if __name__ == "__main__":
    main()
