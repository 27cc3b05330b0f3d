"""What pages with the editor of rich text load."""

from __future__ import annotations

import json

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from pages.editor_libraries import EDITOR_LIBRARIES

register = template.Library()


@register.simple_tag
def editor_import_map() -> SafeString:
    """Where the browser finds the editor's libraries, for ``<script type="importmap">``."""
    found = {name: static(f"vendor/{name}/index.js") for name in EDITOR_LIBRARIES}
    return mark_safe(json.dumps({"imports": found}))  # noqa: S308 (addresses of our own files)
