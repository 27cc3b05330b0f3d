"""Long parts of pages that are the same for many readers, made once for each language."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from pages.forgiving_cache import recall, remember

FRAGMENT_SECONDS = 600


def remembered(name: str, facts: object, make: Callable[[], str]) -> SafeString:
    """The part ``name`` as ``make`` renders it, anew whenever ``facts`` differ.

    ``facts`` must name everything that the part shows: whatever is missing there would be shown
    to people for whom it is not meant.
    """
    if settings.DEBUG:  # people edit templates and want to see them
        return mark_safe(make())  # noqa: S308 (rendered by a template, which escaped it)
    surroundings = (get_language(), getattr(staticfiles_storage, "manifest_hash", ""))
    digest = hashlib.sha256(repr((facts, surroundings)).encode()).hexdigest()
    key = f"fragment:{name}:{digest}"
    text = recall(key)
    if text is None:
        text = make()
        remember({key: str(text)}, FRAGMENT_SECONDS)
    return mark_safe(text)  # noqa: S308 (rendered by a template, which escaped it)
