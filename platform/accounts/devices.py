"""What a browser calls itself, in words that its owner knows."""

from __future__ import annotations

# The mark in the User-Agent header and the name; the first that fits, since most programs also
# call themselves Chrome and Safari.
_PROGRAMS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """The browser and its system, “Firefox, Windows”; what is not known stays as it came."""
    names = [_first(user_agent, _PROGRAMS), _first(user_agent, _SYSTEMS)]
    return ", ".join(filter(None, names)) or user_agent


def _first(user_agent: str, marks: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in marks if mark in user_agent), "")
