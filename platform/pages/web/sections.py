"""The two sections of what institutions publish, which share their pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.models import Call, News
from pages.web.forms import CallForm, NewsForm, PublicationForm


@dataclass(frozen=True, slots=True)
class Section:
    """What differs between news and calls."""

    path: str
    model: type[News] | type[Call]
    form: type[PublicationForm]
    title: str | Promise
    new_title: str | Promise
    list_name: str
    template: str


SECTIONS = {
    section.path: section
    for section in (
        Section(
            path="aktualnosci",
            model=News,
            form=NewsForm,
            title=_("Aktualności"),
            new_title=_("Nowa aktualność"),
            list_name="pages:news",
            template="pages/news_item.html",
        ),
        Section(
            path="nabory",
            model=Call,
            form=CallForm,
            title=_("Nabory"),
            new_title=_("Nowy nabór"),
            list_name="pages:calls",
            template="pages/call.html",
        ),
    )
}
