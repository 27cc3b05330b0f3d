"""Writing: new threads, replies, talks about objects, private talks."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone

import notifications
from accounts.models import User
from accounts.refusals import FormTooOld
from discussions import places
from discussions.domain import notices, permissions
from discussions.domain.attachments import attach
from discussions.domain.errors import NotAllowed, ThreadLocked
from discussions.domain.mentions import remember_mentions
from discussions.domain.trust import refuse_many_links
from discussions.models import Category, Participant, Post, ReadMark, Thread
from discussions.models.threads import NEW_POST
from documents.models import StoredFile

PRIVATE_POST = "discussions.private_post"
LONGEST_TITLE = 200
# First keys of advisory locks: for each subject of private talks, and for each form.
TALKS_OF_SUBJECT = 7_310_002
FORMS = 7_310_003


@transaction.atomic
def start_thread(
    *,
    category: Category,
    author: User,
    title: str,
    text: str,
    files: Sequence[StoredFile] = (),
    submission_key: uuid.UUID | None = None,
) -> Thread:
    """Begin a thread in the forum. Repeating a ``submission_key`` gives the thread begun first."""
    if stored := _stored_before(submission_key, author):
        return stored.thread
    open_category = Category.objects.select_for_update(no_key=True).filter(
        pk=category.pk, is_closed=False
    )
    if not open_category.exists():
        raise ThreadLocked
    thread = Thread.objects.create(category=category, author=author, title=title)
    post = _add_post(thread, author, text, files=files, submission_key=submission_key)
    notices.thread_started(thread, post)
    return thread


@transaction.atomic
def reply(
    *,
    thread: Thread,
    author: User,
    text: str,
    files: Sequence[StoredFile] = (),
    reply_to: Post | None = None,
    submission_key: uuid.UUID | None = None,
) -> Post:
    """Add a post to a thread; raises ThreadLocked. Repeating a key gives the post stored first."""
    if stored := _stored_before(submission_key, author):
        return stored
    if thread.category_id is not None and thread.category.is_closed:  # type: ignore[union-attr]
        raise ThreadLocked
    return _add_post(
        thread, author, text, files=files, reply_to=reply_to, submission_key=submission_key
    )


@transaction.atomic
def write_about(
    *,
    place: str,
    subject: models.Model,
    author: User,
    text: str,
    title: str = "",
    is_public: bool = True,
    participants: Iterable[User] = (),
    new_post_kind: str = "",
    files: Sequence[StoredFile] = (),
    reply_to: Post | None = None,
    submission_key: uuid.UUID | None = None,
) -> Post:
    """Add a post to the talk about an object, beginning the talk with the first one.

    The one public talk follows the place's rules: raises NotAllowed. A private talk belongs to
    its ``participants`` (the author is one of them): the same people about the same object go
    on with the same talk; who may begin it is the caller's question.
    """
    if stored := _stored_before(submission_key, author):
        return stored
    if is_public:
        if not permissions.can_write_about(author, place, subject):
            raise NotAllowed
        thread = _public_talk(place, subject, author, title, new_post_kind)
    else:
        thread = _private_talk(
            place=place,
            subject=subject,
            author=author,
            title=title,
            people={author, *participants},
            kind=new_post_kind,
        )
    return _add_post(
        thread, author, text, files=files, reply_to=reply_to, submission_key=submission_key
    )


@transaction.atomic
def start_private_talk(
    *,
    author: User,
    others: Iterable[User],
    title: str,
    text: str,
    files: Sequence[StoredFile] = (),
    submission_key: uuid.UUID | None = None,
) -> Thread:
    """Begin a talk that only those named can read."""
    if stored := _stored_before(submission_key, author):
        return stored.thread
    people = [person for person in others if permissions.can_talk_privately(author, person)]
    if not people:
        raise NotAllowed
    thread = Thread.objects.create(
        author=author, title=title, is_public=False, new_post_kind=PRIVATE_POST
    )
    _let_in(thread, {author, *people})
    _add_post(thread, author, text, files=files, submission_key=submission_key)
    return thread


def _add_post(
    thread: Thread,
    author: User,
    text: str,
    *,
    files: Sequence[StoredFile] = (),
    reply_to: Post | None = None,
    submission_key: uuid.UUID | None = None,
) -> Post:
    refuse_many_links(author, text)
    post = Post(
        thread=thread,
        number=_next_number(thread, author),
        author=author,
        text=text,
        reply_to=reply_to if reply_to and reply_to.thread_id == thread.pk else None,
        submission_key=submission_key,
    )
    post.save(force_insert=True)
    attach(post, files)
    mentions = remember_mentions(post)
    notifications.follow(author, thread)
    ReadMark.objects.update_or_create(
        thread=thread, user=author, defaults={"last_number": post.number}
    )
    notices.post_written(post, mentions)
    return post


def _next_number(thread: Thread, author: User) -> int:
    """Take the next number while the thread is open: one statement decides and numbers."""
    now = timezone.now()
    taken = Thread.objects.filter(
        pk=thread.pk, is_locked=False, is_hidden=False, merged_into=None
    ).update(last_number=F("last_number") + 1, last_post_at=now, last_author=author, updated_at=now)
    if not taken:
        raise ThreadLocked
    thread.refresh_from_db(fields=["last_number", "last_post_at", "last_author", "updated_at"])
    return thread.last_number


def _public_talk(place: str, subject: models.Model, author: User, title: str, kind: str) -> Thread:
    """The object's talk; whoever comes second waits for the first and finds the same row."""
    thread, _created = Thread.objects.get_or_create(
        place=place,
        subject_id=subject.pk,
        is_public=True,
        defaults={
            "subject_type": ContentType.objects.get_for_model(subject),
            "title": title or _title(place, subject),
            "author": author,
            "new_post_kind": kind or NEW_POST,
        },
    )
    return thread


def _private_talk(
    *, place: str, subject: models.Model, author: User, title: str, people: set[User], kind: str
) -> Thread:
    with connection.cursor() as cursor:
        # Two first words at once would otherwise begin two talks of the same people.
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, %s)", [TALKS_OF_SUBJECT, subject.pk % 2**31]
        )
    wanted = {person.pk for person in people}
    talks = Thread.objects.filter(place=place, subject_id=subject.pk, is_public=False)
    for talk in talks.filter(participants__user=author).prefetch_related("participants"):
        if {member.user_id for member in talk.participants.all()} == wanted:
            return talk
    thread = Thread.objects.create(
        place=place,
        subject_id=subject.pk,
        subject_type=ContentType.objects.get_for_model(subject),
        title=title or _title(place, subject),
        author=author,
        is_public=False,
        new_post_kind=kind or PRIVATE_POST,
    )
    _let_in(thread, people)
    return thread


def _let_in(thread: Thread, people: Iterable[User]) -> None:
    Participant.objects.bulk_create([Participant(thread=thread, user=user) for user in people])


def _title(place: str, subject: Any) -> str:
    return places.get(place).title(subject)[:LONGEST_TITLE]


def _stored_before(submission_key: uuid.UUID | None, author: User) -> Post | None:
    """What the same form stored already; a form of somebody else is none of ours."""
    if submission_key is None:
        return None
    with connection.cursor() as cursor:
        # A double click sends the form twice at once: the second waits and finds the first.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [FORMS, submission_key.int % 2**31])
    stored = Post.objects.select_related("thread__category")
    post = stored.filter(submission_key=submission_key).first()
    if post is not None and post.author_id != author.pk:
        raise FormTooOld
    return post
