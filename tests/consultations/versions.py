"""A consultation under way whose text the office changes."""

from __future__ import annotations

from typing import Any

from consultations.acts.tree import UnitKind
from consultations.domain import act_editing, drafts, versions
from consultations.domain.act_editing import Target
from consultations.domain.act_surgery import UnitContent
from consultations.domain.act_tree import stored_unit
from consultations.models import Consultation, DraftVersion, ProvisionChange
from tests.consultations import factories as make

# § 2 sec. 1 point 1 goes, a section comes, two are numbered on, the period grows.
SECOND_TEXT = make.DRAFT_TEXT.replace(
    "1) z zakresu kultury;\n2) z zakresu sportu:", ("1) z zakresu sportu:")
).replace(
    "§ 3. Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego.\n"
    "§ 4. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.",
    "§ 3. Sprawozdanie z programu publikuje się w Biuletynie Informacji Publicznej.\n"
    "§ 4. Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego.\n"
    "§ 5. Uchwała wchodzi w życie po upływie 30 dni od dnia ogłoszenia.",
)


def target(version: DraftVersion, eid: str, actor: Any = None) -> Target:
    """The unit as an official sees it now."""
    row = version.provisions.get(eid=eid)
    return Target(version, row.pk, act_editing.fingerprint(stored_unit(row)), actor)


def content_of(version: DraftVersion, eid: str, **changes: Any) -> UnitContent:
    """What the unit says, with ``changes``."""
    row = version.provisions.get(eid=eid)
    values = {
        "kind": UnitKind(row.kind),
        "number": row.number,
        "label": row.label,
        "heading": row.heading,
        "text": row.text,
    }
    return UnitContent(**(values | changes))


def reword(version: DraftVersion, eid: str, text: str) -> None:
    """Correct the text of one unit."""
    act_editing.rewrite_unit(target(version, eid), content_of(version, eid, text=text))


def uploaded_version(consultation: Consultation, text: str = SECOND_TEXT) -> DraftVersion:
    """A new version from a file, read but not published."""
    version = drafts.upload_draft(
        consultation=consultation, source=make.stored_draft(text), actor=None
    )
    read = drafts.read_draft_version(version.pk)
    assert read is not None
    return read


def corrected_version(consultation: Consultation, **texts: str) -> DraftVersion:
    """A new version made by corrections: ``corrected_version(c, par_1="Nowa treść.")``."""
    version = versions.start_corrections(consultation=consultation, actor=None)
    for eid, text in texts.items():
        reword(version, eid, text)
    version.refresh_from_db()
    return version


def publish(version: DraftVersion, note: str = "Skutek uwag.", actor: Any = None) -> Consultation:
    """Make a prepared version the text in force."""
    version.refresh_from_db()
    return versions.publish_version(
        version=version, note=note, revision=version.revision, actor=actor
    )


def change_of(version: DraftVersion, eid: str) -> ProvisionChange:
    """The change of the unit that now has the address ``eid``."""
    return version.changes.get(new__eid=eid)


def statuses(version: DraftVersion) -> list[tuple[str, str]]:
    """What became of which unit, in order."""
    return [
        (change.unit.citation, str(change.status))
        for change in version.changes.select_related("old", "new")
    ]
