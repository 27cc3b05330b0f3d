"""Categories and threads, made the way the portal makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from discussions.domain import posting
from discussions.models import Category, Post, Readers, Thread
from pages import proof_of_work
from tests.accounts.factories import UserFactory


def category(name: str = "Pieniądze", **fields: Any) -> Category:
    """A room that everybody reads."""
    return Category.objects.create(name=name, slug=fields.pop("slug", "pieniadze"), **fields)


def members_room() -> Category:
    """A room for people with accounts."""
    return category("Pokój", slug="pokoj", readers=Readers.MEMBERS)


def old_hand(**fields: Any) -> User:
    """Somebody whose account is not new."""
    return UserFactory(date_joined=timezone.now() - timedelta(days=30), **fields)


def thread(room: Category | None = None, *, author: User | None = None, **fields: Any) -> Thread:
    """A thread with its first post."""
    return posting.start_thread(
        category=room or Category.objects.first() or category(),
        author=author or old_hand(),
        title=fields.pop("title", "Jak rozliczyć grant?"),
        text=fields.pop("text", "Pierwszy raz to robimy."),
        **fields,
    )


def reply(to: Thread, text: str = "U nas było tak samo.", *, author: User | None = None) -> Post:
    """One more post."""
    return posting.reply(thread=to, author=author or old_hand(), text=text)


def many_replies(to: Thread, count: int) -> None:
    """Posts in bulk, for long threads."""
    author = old_hand()
    first = to.last_number + 1
    Post.objects.bulk_create(
        [
            Post(thread=to, number=number, author=author, text=f"Wpis {number}")
            for number in range(first, first + count)
        ]
    )
    Thread.objects.filter(pk=to.pk).update(last_number=first + count - 1)
    to.refresh_from_db()


def private_talk(author: User | None = None, other: User | None = None) -> Thread:
    """A talk of two people."""
    return posting.start_private_talk(
        author=author or old_hand(),
        others=[other or old_hand()],
        title="Między nami",
        text="Treść poufna",
    )


def proven(**fields: Any) -> dict[str, Any]:
    """What a browser with JavaScript sends."""
    key = proof_of_work.new_key()
    return {"submission_key": key, "proof": proof_of_work.solve(key)} | fields
