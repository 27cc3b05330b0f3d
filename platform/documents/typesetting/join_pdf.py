"""Run as a process: join tagged PDF files, keeping all their tags.

Tools that join PDF files lose the structure that makes them readable aloud. The parts here
come from one typesetter, so their trees can be joined: pages, structure elements, the index
from pages to elements, the index of identifiers, roles and bookmarks. Objects are copied one
by one with shifted numbers; only one part is open at a time.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, Stream, String

from documents.typesetting.pdf_file import PdfFile, Reference, body, entries, serialised


@dataclass(slots=True)
class Span:
    """What must be known of a part before the parts around it can be written."""

    path: str
    base: int
    """Object n of the part becomes object base + n of the whole."""
    first_bookmark: int | None
    last_bookmark: int | None


@dataclass(slots=True)
class Whole:
    """The nodes that parts share, as numbers, and what is gathered for them."""

    pages: int
    tree: int
    document: int
    bookmarks: int
    page_nodes: list[bytes] = field(default_factory=list)
    page_count: int = 0
    elements: list[bytes] = field(default_factory=list)
    page_index: list[bytes] = field(default_factory=list)
    next_key: int = 0
    identifiers: dict[bytes, bytes] = field(default_factory=dict)
    roles: dict[str, bytes] = field(default_factory=dict)
    bookmark_count: int = 0


def main(order_path: str) -> None:
    """Do the order (a JSON file) and write its output file."""
    order = json.loads(Path(order_path).read_text(encoding="utf-8"))
    spans, free = _survey(order["parts"])
    with Path(order["output"]).open("wb") as stream:
        file = PdfFile(stream, free)
        whole = Whole(
            pages=file.new_number(),
            tree=file.new_number(),
            document=file.new_number(),
            bookmarks=file.new_number(),
        )
        for number in range(len(spans)):
            with pikepdf.open(spans[number].path) as part:
                _copy(part, file, whole, spans, number)
        with pikepdf.open(spans[0].path) as first:
            _finish(first, file, whole, spans)


def _survey(paths: list[str]) -> tuple[list[Span], int]:
    spans, base = [], 0
    for path in paths:
        with pikepdf.open(path) as part:
            outlines = part.Root.get(Name.Outlines, Dictionary())
            ends = [
                outlines[key].objgen[0] if key in outlines else None
                for key in (Name.First, Name.Last)
            ]
            spans.append(Span(path, base, ends[0], ends[1]))
            base += int(part.trailer.Size)
    return spans, base + 1


def _copy(part: Pdf, file: PdfFile, whole: Whole, spans: list[Span], number: int) -> None:
    span = spans[number]
    prefix = f"p{number + 1}-" if number else ""
    _renumber(part, whole.next_key, prefix)
    tree = part.Root.StructTreeRoot
    document = _document(tree)
    replaced = {tree.objgen[0]: whole.tree, document.objgen[0]: whole.document}
    if Name.Outlines in part.Root:
        replaced[part.Root.Outlines.objgen[0]] = whole.bookmarks

    def reference(old: int) -> int:
        return replaced.get(old, span.base + old)

    _gather(part, whole, reference, prefix)
    links = _links(part, whole, spans, number)
    skipped = {*replaced, part.Root.objgen[0]}
    for found in part.objects:
        old = found.objgen[0]
        if old not in skipped and found is not None:
            _add(file, span.base + old, found, reference, links.get(old, {}))


def _renumber(part: Pdf, first_key: int, prefix: str) -> None:
    """Make page keys and identifiers of elements unlike those of earlier parts."""
    for found in part.objects:
        if not isinstance(found, Stream | Dictionary):
            continue
        for key in (Name.StructParents, Name.StructParent):
            if key in found:
                found[key] = int(found[key]) + first_key
        if prefix and isinstance(found, Dictionary) and found.get(Name.Type) == Name.StructElem:
            _rename(found, prefix)


def _rename(element: Object, prefix: str) -> None:
    if Name.ID in element:
        element.ID = String(prefix + str(element.ID))
    attributes = element.get(Name.A, Array())
    for attribute in attributes if isinstance(attributes, Array) else [attributes]:
        headers = attribute.get(Name.Headers)
        if headers is not None:
            attribute.Headers = Array([String(prefix + str(header)) for header in headers])


def _document(tree: Object) -> Object:
    """The one element under which Typst puts all others."""
    roots = list(tree.K) if isinstance(tree.K, Array) else [tree.K]
    (document,) = roots
    return document


def _gather(part: Pdf, whole: Whole, reference: Reference, prefix: str) -> None:
    tree = part.Root.StructTreeRoot
    whole.page_nodes.append(serialised(part.Root.Pages, reference))
    whole.page_count += int(part.Root.Pages.Count)
    whole.elements += [serialised(element, reference) for element in _document(tree).K]
    for key, elements in NumberTree(tree.ParentTree).items():
        whole.page_index.append(b"%d %s" % (key + whole.next_key, serialised(elements, reference)))
    whole.next_key += int(tree.ParentTreeNextKey)
    if Name.IDTree in tree:
        for identifier, element in NameTree(tree.IDTree).items():
            name = String(prefix + str(identifier)).unparse()
            whole.identifiers[name] = serialised(element, reference)
    for role, meaning in tree.get(Name.RoleMap, Dictionary()).items():
        whole.roles[role] = serialised(meaning, reference)
    whole.bookmark_count += int(part.Root.get(Name.Outlines, Dictionary()).get(Name.Count, 0))


def _links(part: Pdf, whole: Whole, spans: list[Span], number: int) -> dict[int, dict[str, bytes]]:
    """Entries that lead out of the part: up to the pages, on to a neighbour's bookmark."""
    links = {part.Root.Pages.objgen[0]: {"/Parent": b"%d 0 R" % whole.pages}}
    before = [span for span in spans[:number] if span.last_bookmark is not None]
    after = [span for span in spans[number + 1 :] if span.first_bookmark is not None]
    span = spans[number]
    if span.first_bookmark is None or span.last_bookmark is None:
        return links
    if before:
        target = before[-1].base + (before[-1].last_bookmark or 0)
        links.setdefault(span.first_bookmark, {})["/Prev"] = b"%d 0 R" % target
    if after:
        target = after[0].base + (after[0].first_bookmark or 0)
        links.setdefault(span.last_bookmark, {})["/Next"] = b"%d 0 R" % target
    return links


def _add(
    file: PdfFile, number: int, found: Object, reference: Reference, links: dict[str, bytes]
) -> None:
    if isinstance(found, Stream):
        data = found.read_raw_bytes()
        head = {key: serialised(item, reference) for key, item in found.items()}
        head["/Length"] = b"%d" % len(data)
        file.add_stream(number, entries(head), data)
    elif links:
        items = {key: serialised(item, reference) for key, item in found.items()}
        file.add(number, entries({**items, **links}))
    else:
        file.add(number, body(found, reference))


def _finish(first: Pdf, file: PdfFile, whole: Whole, spans: list[Span]) -> None:
    """Write the shared nodes, then the catalog of the first part that points to them."""
    _add_shared_nodes(file, whole)
    catalog = {
        key: serialised(item, lambda old: old)
        for key, item in first.Root.items()
        if key != "/Outlines"
    }
    catalog["/Pages"] = b"%d 0 R" % whole.pages
    catalog["/StructTreeRoot"] = b"%d 0 R" % whole.tree
    ends = [span for span in spans if span.first_bookmark is not None]
    if ends:
        catalog["/Outlines"] = b"%d 0 R" % whole.bookmarks
        head, tail = ends[0], ends[-1]
        file.add(
            whole.bookmarks,
            b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            % (
                head.base + (head.first_bookmark or 0),
                tail.base + (tail.last_bookmark or 0),
                whole.bookmark_count,
            ),
        )
    number = file.new_number()
    file.add(number, entries(catalog))
    information = first.trailer.get(Name.Info)
    file.finish(
        catalog=number,
        information=information.objgen[0] if information is not None else None,
        identifier=first.trailer.ID[0].unparse(),
    )


def _add_shared_nodes(file: PdfFile, whole: Whole) -> None:
    file.add(
        whole.pages,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (whole.page_count, b" ".join(whole.page_nodes)),
    )
    file.add(
        whole.document,
        b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (whole.tree, b" ".join(whole.elements)),
    )
    identifiers = b" ".join(
        name + b" " + element for name, element in sorted(whole.identifiers.items())
    )
    file.add(
        whole.tree,
        b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d"
        b"/IDTree<</Names[%s]>>/RoleMap%s>>"
        % (
            whole.document,
            b" ".join(whole.page_index),
            whole.next_key,
            identifiers,
            entries(whole.roles),
        ),
    )


if __name__ == "__main__":
    main(sys.argv[1])
