"""Where map pictures come from, for the page's content security policy."""

from __future__ import annotations

from urllib.parse import urlsplit


def tile_sources(template: str) -> list[str]:
    """The origin of a tile address such as ``https://{s}.tiles.example.org/{z}/{x}/{y}.png``.

    ``{s}`` stands for any subdomain; an address of this portal or none needs nothing more.
    """
    parts = urlsplit(template)
    if not parts.netloc:
        return []
    return [f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"]
