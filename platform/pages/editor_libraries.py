"""The libraries of the editor of rich text, as npm lays them down: small ES modules.

They import one another by name. The browser finds them by the import map of the editor's pages,
so that nothing has to be bundled.
"""

from __future__ import annotations

# The package's name, and the folder of the package in which ``index.js`` is.
EDITOR_LIBRARIES = {
    "prosemirror-commands": "dist",
    "prosemirror-history": "dist",
    "prosemirror-inputrules": "dist",
    "prosemirror-keymap": "dist",
    "prosemirror-model": "dist",
    "prosemirror-schema-list": "dist",
    "prosemirror-state": "dist",
    "prosemirror-transform": "dist",
    "prosemirror-view": "dist",
    "orderedmap": "dist",
    "rope-sequence": "dist",
    "w3c-keyname": "",
}
