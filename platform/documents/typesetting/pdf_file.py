"""Writing a PDF file object by object, without ever holding all of them.

Small objects are packed together and compressed (object streams), as PDF 1.5 allows; of each
only the place in the file is remembered.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import BinaryIO

import pikepdf

Reference = Callable[[int], int]
Value = pikepdf.Object | int | Decimal | None
_OBJECTS_PER_STREAM = 200


class PdfFile:
    """A PDF file that is being written from front to back."""

    def __init__(self, stream: BinaryIO, first_free_number: int) -> None:
        self._stream = stream
        self._position = 0
        self._next_number = first_free_number
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._packed: list[tuple[int, bytes]] = []
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def new_number(self) -> int:
        """A number for an object that comes from none of the parts."""
        self._next_number += 1
        return self._next_number - 1

    def add(self, number: int, body: bytes) -> None:
        """Add an object that is no stream."""
        self._packed.append((number, body))
        if len(self._packed) == _OBJECTS_PER_STREAM:
            self._write_packed()

    def add_stream(self, number: int, head: bytes, data: bytes) -> None:
        """Add a stream; ``head`` is its dictionary with the right length."""
        self._places[number] = (1, self._position, 0)
        self._put(b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, head, data))

    def finish(self, *, catalog: int, information: int | None, identifier: bytes) -> None:
        """Write the index of all objects; nothing can be added afterwards."""
        self._write_packed()
        number = self.new_number()
        start = self._position
        self._places[number] = (1, start, 0)
        size = self._next_number
        free = (0, 0, 0)
        rows = (self._places.get(place, free) for place in range(size))
        data = zlib.compress(b"".join(struct.pack(">BIH", *row) for row in rows))
        info = b"/Info %d 0 R" % information if information is not None else b""
        head = (
            b"<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R%s/ID[%s %s]/Filter/FlateDecode/Length %d>>"
            % (size, catalog, info, identifier, identifier, len(data))
        )
        self.add_stream(number, head, data)
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write_packed(self) -> None:
        if not self._packed:
            return
        number = self.new_number()
        index, bodies, offset = [], [], 0
        for position, (packed_number, body) in enumerate(self._packed):
            self._places[packed_number] = (2, number, position)
            index.append(b"%d %d" % (packed_number, offset))
            bodies.append(body)
            offset += len(body) + 1
        first = b" ".join(index) + b" "
        data = zlib.compress(first + b" ".join(bodies))
        head = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (
            len(self._packed),
            len(first),
            len(data),
        )
        self._packed = []
        self.add_stream(number, head, data)

    def _put(self, data: bytes) -> None:
        self._stream.write(data)
        self._position += len(data)


def serialised(value: Value, reference: Reference) -> bytes:
    """``value`` in PDF syntax, with the numbers of objects it refers to translated."""
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        return b"%d 0 R" % reference(value.objgen[0])
    return body(value, reference)


def body(value: Value, reference: Reference) -> bytes:
    """The content of an object itself, even if it is one that others refer to."""
    if isinstance(value, pikepdf.Dictionary):
        return entries({key: serialised(item, reference) for key, item in value.items()})
    if isinstance(value, pikepdf.Array):
        return b"[%s]" % b" ".join(serialised(item, reference) for item in value)
    if isinstance(value, pikepdf.Object):
        return value.unparse()
    if value is None or isinstance(value, bool):
        return {None: b"null", True: b"true", False: b"false"}[value]
    return format(value, "f" if isinstance(value, Decimal) else "d").encode()


def entries(items: dict[str, bytes]) -> bytes:
    """A dictionary of parts that are in PDF syntax already; keys begin with a slash."""
    return b"<<%s>>" % b"".join(_key(key) + b" " + item for key, item in items.items())


@lru_cache(maxsize=500)
def _key(key: str) -> bytes:
    return pikepdf.Name(key).unparse()
