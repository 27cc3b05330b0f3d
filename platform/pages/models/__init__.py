"""News, calls for offers, letters of readers, static pages and what leads to them."""

from pages.models.calls import Call, CallDocument, CallKind, CallReminder
from pages.models.letters import ReaderLetter
from pages.models.news import News, NewsCategory
from pages.models.partners import Partner, PartnerRole
from pages.models.publications import (
    TRANSITIONS,
    Publication,
    PublicationChange,
    PublicationQuerySet,
    PublicationState,
)
from pages.models.signposts import (
    Banner,
    BannerAudience,
    BannerLevel,
    MenuEntry,
    MenuPlace,
    Redirect,
)
from pages.models.static_pages import (
    LONGEST_BODY,
    PAGE_TRANSITIONS,
    PageChange,
    PageState,
    PageText,
    PageVersion,
    StaticPage,
    StaticPageQuerySet,
)

__all__ = [
    "LONGEST_BODY",
    "PAGE_TRANSITIONS",
    "TRANSITIONS",
    "Banner",
    "BannerAudience",
    "BannerLevel",
    "Call",
    "CallDocument",
    "CallKind",
    "CallReminder",
    "MenuEntry",
    "MenuPlace",
    "News",
    "NewsCategory",
    "PageChange",
    "PageState",
    "PageText",
    "PageVersion",
    "Partner",
    "PartnerRole",
    "Publication",
    "PublicationChange",
    "PublicationQuerySet",
    "PublicationState",
    "ReaderLetter",
    "Redirect",
    "StaticPage",
    "StaticPageQuerySet",
]
