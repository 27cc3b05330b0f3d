"""What admin pages of all apps share."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from accounts import access_log


class SeesPeople(admin.ModelAdmin):
    """An admin whose pages show personal data: each look is written into the access log.

    ``access_kind`` is a key of ``accounts.access_log``; a list that shows something else has a
    kind of its own, one that shows nobody has the empty ``access_list_kind``.
    ``person_fields`` are the attributes that hold ids of accounts; whoever has no account is
    counted.
    """

    access_kind: str
    access_list_kind: str | None = None
    person_fields: tuple[str, ...] = ()

    def people_of(self, obj: Any) -> list[int | None]:
        """Ids of the accounts whose data a row shows; None for somebody without an account."""
        known = [getattr(obj, name) for name in self.person_fields]
        return [pk for pk in known if pk is not None] or [None]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list; those on the shown page of it are recorded."""
        response = super().changelist_view(request, extra_context)
        shown = (getattr(response, "context_data", None) or {}).get("cl")
        kind = self.access_kind if self.access_list_kind is None else self.access_list_kind
        if shown is not None and kind:
            people = [pk for obj in shown.result_list for pk in self.people_of(obj)]
            access_log.record(request, kind, people, about=self.opts.verbose_name_plural)
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """One row's page."""
        obj = kwargs.get("obj")
        if obj is not None and obj.pk:
            access_log.record(
                request, self.access_kind, self.people_of(obj), about=self.opts.verbose_name
            )
        return super().render_change_form(request, context, *args, **kwargs)
