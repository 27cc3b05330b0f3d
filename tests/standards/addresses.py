"""One of everything, and the address of every page about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from standards.domain import meetings, workspace
from standards.models import ActionPoint, Member, Stage, Standard, WorkingGroup
from standards.web.urls import urlpatterns
from tests.standards import factories as make
from tests.standards.test_groups import applied


@dataclass
class Places:
    """What the pages of the matrix are about."""

    group: WorkingGroup
    standard: Standard
    member: Member
    keys: dict[str, int]

    @classmethod
    def made(cls) -> Places:
        """An adopted standard of a working group."""
        group = make.new_group()
        member = make.seat(group)
        standard = make.at_stage(Stage.ADOPTED, group=group)
        return cls(group, standard, member, _things_of(group, member))

    def state(self) -> list[Any]:
        """What only the office or the team may change."""
        self.standard.refresh_from_db()
        self.group.refresh_from_db()
        return [
            self.standard.stage,
            self.standard.title,
            self.standard.evidence.count(),
            self.group.name,
            list(self.group.members.order_by("pk").values_list("pk", "until")),
            list(self.group.meetings.values_list("pk", "state", "approved_minutes", "invited_at")),
            list(self.group.documents.values_list("pk", "last_number", "title")),
            self.group.circular_votes.count(),
            self.group.polls.count(),
            list(self.group.calls.values_list("applications__state")),
            ActionPoint.objects.filter(meeting__group=self.group, done_on=None).count(),
        ]


def address_of(name: str, places: Places) -> str:
    """The address ``standards:name`` about those things."""
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    route = str(pattern.pattern)
    values = {
        "slug": places.group.slug if route.startswith("grupy/") else places.standard.slug,
        "key": _key(route, name, places),
        "number": 1,
        "action": places.keys["action"],
        "file": places.keys["file"],
        "comment": places.keys["comment"],
        "option": places.keys["option"],
        "application": places.keys["application"],
        "target": Stage.PUBLISHED,
        "eid": "par_1",
        "format": "pdf",
    }
    wanted = pattern.pattern.regex.groupindex
    address = reverse(f"standards:{name}", kwargs={key: values[key] for key in wanted})
    return f"{address}?od=1&do=1" if name == "compare_document" else address


def _key(route: str, name: str, places: Places) -> int:
    if name == "end_seat":
        return places.member.pk
    for part, key in _PARTS.items():
        if part in route:
            return places.keys[key]
    return places.standard.evidence.get(kind="resolution").pk


_PARTS = {
    "spotkania/": "meeting",
    "przestrzen/": "document",
    "glosowania/": "vote",
    "terminy/": "poll",
    "nabory/": "call",
}


def _things_of(group: WorkingGroup, member: Member) -> dict[str, int]:
    """A meeting with an action and a file, a document with a comment, and so on."""
    meeting = make.new_meeting(group)
    action = meetings.add_action(
        meeting=meeting, text="Zrobić", owner=member, due_on=timezone.localdate(), actor=None
    )
    file = meetings.add_file(
        meeting=meeting, title="Prezentacja", file=make.paper(), is_public=True
    )
    document = workspace.create_document(group=group, title="Szkic", text="Treść", actor=None)
    comment = workspace.comment(
        version=document.versions.get(), text="Uwaga", quote="", actor=member.user
    )
    poll = make.new_poll(group)
    application = applied(make.new_call(group))
    return {
        "meeting": meeting.pk,
        "action": action.pk,
        "file": file.pk,
        "document": document.pk,
        "comment": comment.pk,
        "vote": make.new_vote(group).pk,
        "poll": poll.pk,
        "option": poll.options.all()[0].pk,
        "call": application.call_id,
        "application": application.pk,
    }
