"""Every role × every address of discussions: nobody reads or does what is not theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from discussions.domain import moderation
from discussions.models import AbuseReason, Post, Thread
from discussions.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory
from tests.discussions import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

ROLES = ["nobody", "member", "author", "participant", "moderator", "administrator"]
EVERYBODY = set(ROLES)
SIGNED_IN = EVERYBODY - {"nobody"}
KEEPERS = {"moderator", "administrator"}
# Who gets the page itself (200, or for links that only lead on, 302 to elsewhere than sign-in).
PUBLIC = {
    "index": EVERYBODY,
    "atom": EVERYBODY,
    "category": EVERYBODY,
    "category_atom": EVERYBODY,
    "start_thread": SIGNED_IN,
    "thread": EVERYBODY,
    "unread": EVERYBODY,
    "reply": SIGNED_IN,
    "moderate_thread": KEEPERS,
    "post": EVERYBODY,
    "edit_post": {"author"},
    "delete_post": {"author"},
    "post_history": EVERYBODY,
    "report_abuse": SIGNED_IN - {"author"},
    "start_private": SIGNED_IN - {"author"},
    "decide_moderation": KEEPERS,
    "moderation": KEEPERS,
    "private": SIGNED_IN,
    "appeal": set(),
}
MEMBERS = {
    name: roles & SIGNED_IN
    for name, roles in PUBLIC.items()
    if name not in ("index", "atom", "category_atom")
}
# Of a private talk only those who take part see anything, administrators not even its title.
PRIVATE = {
    "thread": {"author", "participant"},
    "unread": {"author", "participant"},
    "reply": {"author", "participant"},
    "post": {"author", "participant"},
    "edit_post": {"author"},
    "delete_post": {"author"},
    "post_history": {"author", "participant"},
    "report_abuse": {"participant"},
    "start_private": set(),
    "decide_moderation": set(),
    "moderate_thread": set(),
}
# Sent by POST alone, or shown elsewhere in the tests.
NOT_PAGES = {"save_draft", "drop_draft", "leave", "solve", "attachment", "decide_appeal"}
NOT_PAGES |= {"write_about"}


def people(room: Any) -> tuple[Thread, dict[str, Any]]:
    author, participant = make.old_hand(), make.old_hand()
    moderator = make.old_hand()
    moderator.user_permissions.add(Permission.objects.get(codename="moderate_forum"))
    if room is None:
        thread = make.private_talk(author, participant)
    else:
        thread = make.thread(room, author=author)
    return thread, {
        "nobody": None,
        "member": make.old_hand(),
        "author": author,
        "participant": participant,
        "moderator": moderator,
        "administrator": AdministratorFactory(),
    }


def address(name: str, thread: Thread) -> str:
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    about_post = {"edit_post", "delete_post", "post_history", "report_abuse", "start_private"}
    about_post |= {"post", "decide_moderation", "appeal"}
    post = Post.objects.get(thread=thread, number=1)
    values = {
        "pk": post.pk if name in about_post else thread.pk,
        "slug": thread.category.slug if thread.category else "",
        "action": "ukryj",
    }
    wanted = pattern.pattern.regex.groupindex
    return reverse(f"discussions:{name}", kwargs={key: values[key] for key in wanted})


def gets_in(client: Client, url: str) -> bool:
    response = client.get(url)
    assert response.status_code < 500
    if response.status_code == 302:
        return "/konto/login/" not in response.url
    return response.status_code == 200


def test_every_address_is_judged() -> None:
    assert {pattern.name for pattern in urlpatterns} - NOT_PAGES == set(PUBLIC)


@pytest.mark.parametrize(
    ("room", "rules"), [("public", PUBLIC), ("members", MEMBERS), ("private", PRIVATE)]
)
def test_who_gets_where(as_user: SignIn, room: str, rules: dict[str, set[str]]) -> None:
    rooms = {"public": make.category, "members": make.members_room, "private": lambda: None}
    thread, persons = people(rooms[room]())

    clients = {role: as_user(persons[role]) for role in ROLES}

    for name, roles in rules.items():
        url = address(name, thread)
        let_in = {role for role in ROLES if gets_in(clients[role], url)}
        assert let_in == roles, (room, name)


@pytest.mark.parametrize("role", ROLES)
def test_who_changes_a_thread_by_sending(as_user: SignIn, role: str) -> None:
    thread, persons = people(make.category())
    post = make.reply(thread, author=persons["participant"])
    client = as_user(persons[role])

    client.post(address("moderate_thread", thread), {"lock-reason": "Spór"})
    client.post(reverse("discussions:solve", args=[post.pk]))
    client.post(address("decide_moderation", thread), {"reason": "Reklama"})
    client.post(reverse("discussions:delete_post", args=[post.pk]))

    thread.refresh_from_db()
    post.refresh_from_db()
    assert thread.is_locked == (role in KEEPERS)
    assert thread.is_hidden == (role in KEEPERS)
    assert (thread.solution_id == post.pk) == (role in KEEPERS | {"author"})
    assert (post.state == "deleted") == (role == "participant")


def test_a_reported_private_post_is_shown_to_administrators_alone(as_user: SignIn) -> None:
    thread, persons = people(None)
    post = thread.posts.get()
    moderation.report_abuse(
        post=post, reporter=persons["participant"], reason=AbuseReason.OFFENSIVE
    )
    url = address("decide_moderation", thread)

    let_in = {role for role in ROLES if gets_in(as_user(persons[role]), url)}

    assert let_in == {"administrator"}
    assert "Treść poufna" in as_user(persons["administrator"]).get(url).content.decode()
    assert not gets_in(as_user(persons["administrator"]), thread.get_absolute_url())


def test_hidden_posts_keep_their_words_from_others(as_user: SignIn) -> None:
    thread, persons = people(make.category())
    post = make.reply(thread, "Treść, która znika", author=persons["participant"])
    moderation.hide_post(post=post, actor=persons["moderator"], reason="Cudze dane.")
    url = thread.get_absolute_url()

    seen = {
        role
        for role in ROLES
        if "Treść, która znika" in as_user(persons[role]).get(url).content.decode()
    }

    assert seen == {"participant"} | KEEPERS
    appeal = address("appeal", thread).replace(str(thread.posts.get(number=1).pk), str(post.pk))
    assert {role for role in ROLES if gets_in(as_user(persons[role]), appeal)} == {"participant"}
