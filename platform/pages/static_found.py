"""Static pages in the portal's search."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from pages import rich_text
from pages.domain import static_pages
from pages.models import PageVersion, StaticPage
from search import registry
from search.registry import Entry, Indexed


def register_pages() -> None:
    """Make static pages findable in every language they are written in."""
    registry.register(
        Indexed(
            key="strony",
            label=_("Strony"),
            model=StaticPage,
            public_rows=static_pages.live_pages,
            entry=_entry,
            order=80,
            parts={PageVersion: lambda version: [version.page_id]},
        )
    )


def _entry(page: StaticPage) -> Entry:
    shown = next(row for row in page.versions.all() if row.pk == page.shown_version_id)  # type: ignore[attr-defined]
    main = static_pages.text_in(shown, None)
    others = [text for text in shown.texts.all() if text.pk != main.pk]
    return Entry(
        title=main.title,
        url=page.get_absolute_url(),
        summary=main.summary,
        names=tuple(text.title for text in others),
        texts=tuple(" ".join(rich_text.lines(text.body)) for text in (main, *others)),
    )
