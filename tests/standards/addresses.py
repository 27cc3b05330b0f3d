"""One of everything, and the address of every page about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from documents.storing import store_bytes
from standards.domain import councils, elections, library, meetings, workspace
from standards.models import (
    ActionPoint,
    Collection,
    Material,
    Member,
    Opinion,
    Practice,
    Project,
    Stage,
    Standard,
    WorkingGroup,
)
from standards.web.urls import urlpatterns
from tests.standards import factories as make
from tests.standards.elections import announced, candidate
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
        group = make.new_group(kind="council")
        member = make.seat(group)
        standard = make.at_stage(Stage.ADOPTED, group=group)
        keys = _things_of(group, member) | _things_about(standard)
        return cls(group, standard, member, keys)

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
            list(self.group.elections.values_list("state", "title", "candidates__state")),
            list(self.standard.adoptions.values_list("state")),
            list(Material.objects.values_list("state", "versions__number")),
            list(Practice.objects.values_list("state", "questions__answer")),
            Collection.objects.count(),
            list(self.group.calls.values_list("applications__state")),
            ActionPoint.objects.filter(meeting__group=self.group, done_on=None).count(),
        ]


def address_of(name: str, places: Places) -> str:
    """The address ``standards:name`` about those things."""
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    route = str(pattern.pattern)
    values = {
        "slug": _slug(route, places),
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


def _slug(route: str, places: Places) -> str:
    if route.startswith("wybory/"):
        return places.group.elections.get().slug
    for start, model in _MODELS.items():
        if route.startswith(start):
            return model.objects.get().slug
    return places.group.slug if route.startswith("grupy/") else places.standard.slug


def _key(route: str, name: str, places: Places) -> int:
    if name == "end_seat":
        return places.member.pk
    for part, key in _PARTS.items():
        if part in route:
            return places.keys[key]
    return places.standard.evidence.get(kind="resolution").pk


_MODELS: dict[str, Any] = {
    "projekty/": Project,
    "biblioteka/": Material,
    "kolekcje/": Collection,
    "praktyki/": Practice,
}
_PARTS = {
    "spotkania/": "meeting",
    "przestrzen/": "document",
    "glosowania/": "vote",
    "terminy/": "poll",
    "nabory/": "call",
    "opinie/": "opinion",
    "kandydaci/": "candidate",
    "skargi/": "complaint",
    "przyjecie/": "adoption",
    "odpowiedz/": "question",
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
    election = announced(council=group)
    opinion = councils.give_opinion(
        opinion=Opinion(
            council=group, number="1", dated_on="2026-01-01", subject="S", verdict="positive"
        ),
        file=make.paper(),
        actor=None,
    )
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
        "opinion": opinion.pk,
        "candidate": candidate(election).pk,
        "complaint": elections.complain(election=election, text="Skarga", user=member.user).pk,
        "application": application.pk,
    }


def _things_about(standard: Standard) -> dict[str, int]:
    """An adoption, a material in a collection, a practice with a question, a project."""
    declared = make.declared(standard)
    material = make.new_material()
    shown = store_bytes(b"\x89PNG\r\n", name="podglad.png", kind="png", is_public=True)
    material.versions.update(preview=shown)
    collection = library.create_collection(collection=Collection(title="Pakiet"))
    collection.materials.add(material)
    practice = make.new_practice(standard)
    make.new_project()
    return {
        "adoption": declared.pk,
        "question": library.ask(practice=practice, text="Jak?", actor=None).pk,
    }
