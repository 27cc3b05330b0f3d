"""One of everything, and the address of every page about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from standards.models import Member, Stage, Standard, WorkingGroup
from standards.web.urls import urlpatterns
from tests.standards import factories as make


@dataclass
class Places:
    """What the pages of the matrix are about."""

    group: WorkingGroup
    standard: Standard
    member: Member

    @classmethod
    def made(cls) -> Places:
        """An adopted standard of a working group."""
        group = make.new_group()
        member = make.seat(group)
        standard = make.at_stage(Stage.ADOPTED, group=group)
        return cls(group, standard, member)

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
        ]


def address_of(name: str, places: Places) -> str:
    """The address ``standards:name`` about those things."""
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    route = str(pattern.pattern)
    values = {
        "slug": places.group.slug if route.startswith("grupy/") else places.standard.slug,
        "key": _key(name, places),
        "target": Stage.PUBLISHED,
        "eid": "par_1",
        "format": "pdf",
    }
    wanted = pattern.pattern.regex.groupindex
    return reverse(f"standards:{name}", kwargs={key: values[key] for key in wanted})


def _key(name: str, places: Places) -> int:
    if name == "end_seat":
        return places.member.pk
    return places.standard.evidence.get(kind="resolution").pk
