"""What was read from a file, kept for checking the units against it."""

from __future__ import annotations

from pathlib import PurePath

from consultations.acts.completeness import compare_words
from consultations.acts.source import Block, Source
from consultations.domain.act_tree import tree_of
from consultations.domain.page_images import count_pages
from consultations.models import DraftVersion, SourceReading
from documents.models import StoredFile
from documents.uploads import KINDS

PDF = KINDS["pdf"].content_type


def keep_reading(file: StoredFile, source: Source) -> SourceReading:
    """Store what the reader saw in ``file``; a repeated reading replaces the earlier one."""
    reading, _created = SourceReading.objects.update_or_create(
        file=file,
        defaults={
            "lines": [_line(block) for block in source.blocks],
            "raw_text": source.raw_text,
            "removed": source.removed,
            "page_count": count_pages(file) if file.content_type == PDF else 0,
        },
    )
    return reading


def check_completeness(version: DraftVersion) -> None:
    """Compare all words of the source with all words of the units, and note the difference.

    ``version`` is changed but not saved. A version read before readings were kept has nothing
    to compare with and keeps what its reader found.
    """
    reading = SourceReading.objects.filter(file=version.source_id).first()
    if reading is None:
        return
    document = tree_of(version)
    if document.title == PurePath(version.source.original_name).stem:
        document.title = ""  # lent by the file's name, not read from it
    compare_words(Source([], reading.raw_text, list(reading.removed)), document)
    version.missing_words = document.missing_words
    version.added_words = document.added_words


def _line(block: Block) -> dict[str, object]:
    """A paragraph or table as the checking page shows it."""
    line: dict[str, object] = {"text": block.full_text}
    if block.heading_level or block.is_title:
        line["heading"] = True
    if block.rows:
        line["rows"] = block.rows
    if block.footnote:
        line["text"] = f"{block.footnote} {block.text}"
    if block.quoted:
        line["quoted"] = [quoted.full_text for quoted in block.quoted]
    return line
