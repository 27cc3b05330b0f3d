"""All that the portal holds about a person, as one ZIP."""

from __future__ import annotations

import shutil
import zipfile
from typing import IO

from django.core.serializers.json import DjangoJSONEncoder

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows

encoder = DjangoJSONEncoder(ensure_ascii=False, indent=2)


def write_export(user: User, target: IO[bytes]) -> None:
    """Write the archive row by row and file by file: its size costs no memory."""
    with zipfile.ZipFile(target, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for source in privacy.sources():
            _write_rows(archive, f"{source.key}.json", source.export(user))
            _write_files(archive, source, user)


def _write_rows(archive: zipfile.ZipFile, name: str, rows: Rows) -> None:
    with archive.open(name, "w", force_zip64=True) as member:
        member.write(b"[")
        for number, row in enumerate(rows):
            member.write(b",\n" if number else b"\n")
            member.write(encoder.encode(dict(row)).encode())
        member.write(b"\n]\n")


def _write_files(archive: zipfile.ZipFile, source: PersonalData, user: User) -> None:
    for name, file in source.files(user):
        # Slashes in a name could place the file outside of its folder when unpacked.
        path = f"{source.key}/{name.replace('/', '_')}"
        with file.open("rb") as content, archive.open(path, "w", force_zip64=True) as member:
            shutil.copyfileobj(content, member)
