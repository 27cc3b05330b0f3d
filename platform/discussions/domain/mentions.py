"""People named with ``@`` in posts.

Nobody can find out by this who has an account: only people whose posts the author may read
already, or who take part in the private talk, are recognised; a name that several of them bear
names nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from accounts.models import User
from discussions import places
from discussions.models import Mention, Participant, Post, PostState, Thread

MOST_MENTIONS = 10
LONGEST_NAME_IN_WORDS = 5
_AT = re.compile(rf"(?<![\w@])@(\S+(?: \S+){{0,{LONGEST_NAME_IN_WORDS - 1}}})")
_TAIL = ".,;:!?)”\"'»"


def names_people(thread: Thread) -> bool:
    """Where pseudonyms rule, nobody is called by name."""
    place = places.find(thread.place) if thread.place else None
    return place is None or not place.uses_pseudonyms(thread.subject)


def remember_mentions(post: Post) -> list[Mention]:
    """Write the mentions of a post's text anew; gives those that were not there before."""
    if not names_people(post.thread):
        return []
    before = set(post.mentions.values_list("user", flat=True))
    found = _found(post)
    post.mentions.exclude(user__in=found).delete()
    fresh = [
        Mention(post=post, user=user, name=name)
        for user, name in found.items()
        if user.pk not in before
    ]
    return Mention.objects.bulk_create(fresh, ignore_conflicts=True)


def _found(post: Post) -> dict[User, str]:
    """Who is named, with how it stands in the text."""
    written: dict[str, list[str]] = {}
    for spellings in _candidates(post.text):
        written.setdefault(spellings[0].casefold(), spellings)
    wanted = {name.casefold(): name for names in written.values() for name in names}
    if not wanted:
        return {}
    people: defaultdict[str, list[User]] = defaultdict(list)
    for user in _who_may_be_named(post.thread, list(wanted)):
        people[user.display_name.casefold()].append(user)
    found: dict[User, str] = {}
    for names in written.values():
        longest = next((name for name in names if len(people[name.casefold()]) == 1), None)
        if longest and len(found) < MOST_MENTIONS:
            found[people[longest.casefold()][0]] = longest
    return found


def _candidates(text: str) -> Iterator[list[str]]:
    """For each ``@`` the names that may follow, the longest first."""
    for match in _AT.finditer(text):
        words = match.group(1).split(" ")
        names = []
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            names += [name, name.rstrip(_TAIL)] if name.rstrip(_TAIL) != name else [name]
        yield [name for name in names if name]


def _who_may_be_named(thread: Thread, names: list[str]) -> Iterator[User]:
    people = (
        User.objects.filter(is_active=True)
        .annotate(name=Lower("display_name"))
        .filter(name__in=[name.lower() for name in names])
    )
    if thread.is_private:
        members = Participant.objects.filter(thread=thread, user=OuterRef("pk"))
        return iter(people.filter(Exists(members)))
    spoken = Post.objects.filter(author=OuterRef("pk"), state=PostState.VISIBLE).filter(
        Q(thread=thread) | Q(thread__category__isnull=False, thread__is_hidden=False)
    )
    return iter(people.filter(Exists(spoken)))
