"""Run as a script in a process of its own: join tagged PDF files, keeping all their tags.

Tools that join PDF files lose the structure that makes them readable aloud. The parts here
come from one typesetter, so their trees can be joined: pages, structure elements, the index
from pages to elements, the index of identifiers, roles and bookmarks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, String


def main(order_path: str) -> None:
    """Do the order (a JSON file) and write its output file."""
    order = json.loads(Path(order_path).read_text(encoding="utf-8"))
    whole = pikepdf.open(order["parts"][0])
    # Pages are copied lazily: the sources stay open until all is saved.
    sources = [pikepdf.open(path) for path in order["parts"][1:]]
    for number, source in enumerate(sources, 2):
        _append(whole, source, number)
    whole.save(order["output"], object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _append(whole: Pdf, source: Pdf, number: int) -> None:
    tree = whole.Root.StructTreeRoot
    first_key = int(tree.ParentTreeNextKey)
    _renumber(source, first_key, f"p{number}-")
    whole.pages.extend(source.pages)
    added = whole.copy_foreign(_indirect(source, source.Root.StructTreeRoot))
    _adopt_elements(tree, added)
    _merge_page_index(tree, added, first_key)
    _merge_identifiers(tree, added, f"p{number}-")
    for role, meaning in added.get(Name.RoleMap, Dictionary()).items():
        tree.RoleMap[role] = meaning
    if Name.Outlines in source.Root:
        _append_bookmarks(whole, whole.copy_foreign(_indirect(source, source.Root.Outlines)))


def _indirect(pdf: Pdf, value: Object) -> Object:
    return value if value.is_indirect else pdf.make_indirect(value)


def _renumber(source: Pdf, first_key: int, prefix: str) -> None:
    """Make the part's page keys and element identifiers unlike those of earlier parts."""
    for found in source.objects:
        if isinstance(found, pikepdf.Stream | Dictionary):
            for key in (Name.StructParents, Name.StructParent):
                if key in found:
                    found[key] = int(found[key]) + first_key
            if isinstance(found, Dictionary) and found.get(Name.Type) == Name.StructElem:
                _rename(found, prefix)


def _rename(element: Dictionary, prefix: str) -> None:
    if Name.ID in element:
        element.ID = String(prefix + str(element.ID))
    attributes = element.get(Name.A, Array())
    for attribute in attributes if isinstance(attributes, Array) else [attributes]:
        headers = attribute.get(Name.Headers)
        if headers is not None:
            attribute.Headers = Array([String(prefix + str(header)) for header in headers])


def _adopt_elements(tree: Object, added: Object) -> None:
    """Put the part's elements after those that are there, under the same parent."""
    parent = _document(tree)
    for element in _children(_document(added)):
        element.P = parent
        parent.K.append(element)


def _document(tree: Object) -> Object:
    (document,) = _children(tree)
    return document


def _children(element: Object) -> Iterator[Object]:
    children = element.K
    return iter(list(children) if isinstance(children, Array) else [children])


def _merge_page_index(tree: Object, added: Object, first_key: int) -> None:
    index = NumberTree(tree.ParentTree)
    for key, elements in NumberTree(added.ParentTree).items():
        index[key + first_key] = elements
    tree.ParentTreeNextKey = first_key + int(added.ParentTreeNextKey)


def _merge_identifiers(tree: Object, added: Object, prefix: str) -> None:
    if Name.IDTree not in added:
        return
    index = NameTree(tree.IDTree) if Name.IDTree in tree else None
    if index is None:
        raise ValueError("The first part has no index of identifiers to add to.")
    for identifier, element in NameTree(added.IDTree).items():
        index[prefix + str(identifier)] = element


def _append_bookmarks(whole: Pdf, added: Object) -> None:
    if Name.First not in added:
        return
    if Name.Outlines not in whole.Root or Name.First not in whole.Root.Outlines:
        whole.Root.Outlines = added
        return
    mine = whole.Root.Outlines
    item = added.First
    while item is not None:
        item.Parent = mine
        item = item.get(Name.Next)
    mine.Last.Next, added.First.Prev = added.First, mine.Last
    mine.Last = added.Last
    mine.Count = int(mine.get(Name.Count, 0)) + int(added.get(Name.Count, 0))


if __name__ == "__main__":
    main(sys.argv[1])
