"""Officials correct how a draft was read: every step keeps the words and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.acts.completeness import document_words
from consultations.acts.parser.assembly import parse
from consultations.acts.reading import read_source, read_with_source
from consultations.acts.tree import DocumentKind, ParsedDocument, UnitKind
from consultations.domain import act_editing, act_surgery, drafts
from consultations.domain.act_editing import Target
from consultations.domain.act_rows import rows_from
from consultations.domain.act_surgery import UnitContent
from consultations.domain.act_tree import StoredUnit, stored_unit, tree_of
from consultations.domain.errors import (
    DraftEditRefused,
    StageNotAllowed,
    UnitChangedMeanwhile,
)
from consultations.models import DraftVersion, EditKind, Stage
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> DraftVersion:
    return make.with_draft(make.new_consultation())


def target(version: DraftVersion, eid: str, actor: Any = None) -> Target:
    row = version.provisions.get(eid=eid)
    return Target(version, row.pk, act_editing.fingerprint(stored_unit(row)), actor)


def outline(version: DraftVersion) -> list[tuple[int, str, str]]:
    rows = version.provisions.order_by("position")
    return [(row.depth, row.eid, f"{row.label} {row.text}".strip()) for row in rows]


def eids(version: DraftVersion) -> list[str]:
    return [eid for _depth, eid, _text in outline(version)]


def content_of(version: DraftVersion, eid: str, **changes: Any) -> UnitContent:
    row = version.provisions.get(eid=eid)
    values = {
        "kind": UnitKind(row.kind),
        "number": row.number,
        "label": row.label,
        "heading": row.heading,
        "text": row.text,
    }
    return UnitContent(**(values | changes))


def test_the_tree_comes_back_from_the_rows_as_it_was_read() -> None:
    consultation = make.new_consultation()
    source = make.stored_draft()
    version = drafts.upload_draft(consultation=consultation, source=source, actor=None)
    with source.file.open("rb") as file:
        parsed = read_with_source(file, source.original_name)[1]

    drafts.read_draft_version(version.pk)
    version.refresh_from_db()

    assert tree_of(version) == parsed


def test_designations_too_long_for_their_columns_lose_no_word() -> None:
    label = "Artykuł pierwszy i jedyny " * 12
    unit = StoredUnit(UnitKind.ARTICLE, number="1" * 60, label=label, text="Treść.", eid="a" * 300)
    other = StoredUnit(UnitKind.ARTICLE, label="b", eid="a" * 301)
    act = ParsedDocument(DocumentKind.STATUTE, "", [unit, other])
    words = document_words(act)

    version = make.with_draft(make.new_consultation())
    rows = rows_from(version, act.units)

    assert document_words(act) == words
    assert [len(row.label) <= 200 and len(row.number) <= 40 for row in rows] == [True, True]
    assert len({row.eid for row in rows}) == 2
    assert max(len(row.eid) for row in rows) <= 200


def test_a_rewritten_unit_gets_the_address_and_citation_of_its_new_number(
    version: DraftVersion,
) -> None:
    act_editing.rewrite_unit(
        target(version, "par_3"),
        content_of(version, "par_3", number="2a", label="§ 2a.", text="Wykonuje zarząd."),
    )

    unit = version.provisions.get(eid="par_2a")
    assert (unit.citation, unit.label, unit.text) == ("§ 2a", "§ 2a.", "Wykonuje zarząd.")
    assert not version.provisions.filter(eid="par_3").exists()


def test_two_units_may_exchange_their_numbers(version: DraftVersion) -> None:
    third = target(version, "par_3")
    act_editing.rewrite_unit(
        target(version, "par_4"), content_of(version, "par_4", number="5", label="§ 5.")
    )
    act_editing.rewrite_unit(third, content_of(version, "par_3", number="4", label="§ 4."))
    act_editing.rewrite_unit(
        target(version, "par_5"), content_of(version, "par_5", number="3", label="§ 3.")
    )

    assert eids(version)[-2:] == ["par_4", "par_3"]


def test_a_unit_is_split_where_it_is_marked_and_the_new_part_reads_its_own_label(
    version: DraftVersion,
) -> None:
    act_editing.rewrite_unit(
        target(version, "par_3"),
        content_of(version, "par_3", text="Wykonuje zarząd. § 3a. Nadzoruje sejmik."),
    )

    act_editing.split_unit(target(version, "par_3"), "Wykonuje zarząd. ||§ 3a. Nadzoruje sejmik.")

    assert outline(version)[-3:] == [
        (0, "par_3", "§ 3. Wykonuje zarząd."),
        (0, "par_3a", "§ 3a. Nadzoruje sejmik."),
        (0, "par_4", "§ 4. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia."),
    ]


def test_what_stood_below_a_split_unit_follows_its_second_part(version: DraftVersion) -> None:
    act_editing.rewrite_unit(
        target(version, "par_2__ust_1"),
        content_of(version, "par_2__ust_1", text="Program jest roczny. 1a. Obejmuje zadania:"),
    )

    act_editing.split_unit(
        target(version, "par_2__ust_1"), "Program jest roczny.\n|| 1a. Obejmuje zadania:"
    )

    assert "par_2__ust_1a__pkt_2__lit_b" in eids(version)
    assert "par_2__ust_1__pkt_1" not in eids(version)


def test_a_part_of_higher_rank_leaves_the_list_in_which_it_was_hidden(
    version: DraftVersion,
) -> None:
    letter = "par_2__ust_1__pkt_2__lit_b"
    act_editing.rewrite_unit(
        target(version, letter),
        content_of(version, letter, text="osób starszych. § 2a. Zadania są jawne."),
    )

    act_editing.split_unit(target(version, letter), "osób starszych. || § 2a. Zadania są jawne.")

    assert outline(version)[-4:] == [
        (0, "par_2a", "§ 2a. Zadania są jawne."),
        (1, "par_2a__ust_2", "2. Zadania zleca się w drodze otwartego konkursu ofert."),
        (0, "par_3", "§ 3. Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego."),
        (0, "par_4", "§ 4. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia."),
    ]


@pytest.mark.parametrize("marked", ["bez znaku", "||", "Wykonanie || zmienione", "a || b || c"])
def test_a_split_that_is_not_one_or_would_change_words_is_refused(
    version: DraftVersion, marked: str
) -> None:
    before = outline(version)

    with pytest.raises(DraftEditRefused):
        act_editing.split_unit(target(version, "par_3"), marked)

    assert outline(version) == before


def test_a_merged_unit_ends_the_one_before_it_label_and_all(version: DraftVersion) -> None:
    act_editing.merge_unit(target(version, "par_2__ust_2"))

    merged = version.provisions.get(eid="par_2__ust_1__pkt_2__lit_b")
    assert merged.text == (
        "osób starszych. 2. Zadania zleca się w drodze otwartego konkursu ofert."
    )


def test_merging_a_first_item_brings_it_back_into_the_sentence_above(
    version: DraftVersion,
) -> None:
    act_editing.merge_unit(target(version, "par_2__ust_1__pkt_2"))
    act_editing.merge_unit(target(version, "par_2__ust_1__pkt_1"))

    paragraph = version.provisions.get(eid="par_2__ust_1")
    assert paragraph.text == "Program obejmuje zadania: 1) z zakresu kultury; 2) z zakresu sportu:"
    assert "par_2__ust_1__lit_a" in eids(version)


def test_the_first_unit_of_all_has_nothing_to_merge_with(version: DraftVersion) -> None:
    first = version.provisions.earliest("position")

    with pytest.raises(DraftEditRefused):
        act_editing.merge_unit(target(version, first.eid))


def test_raising_a_unit_takes_the_later_siblings_below_it(version: DraftVersion) -> None:
    act_editing.raise_unit(target(version, "par_2__ust_1__pkt_1"))

    assert [(depth, eid) for depth, eid, _text in outline(version)][1:6] == [
        (0, "par_2"),
        (1, "par_2__ust_1"),
        (1, "par_2__pkt_1"),
        (2, "par_2__pkt_1__pkt_2"),
        (3, "par_2__pkt_1__pkt_2__lit_a"),
    ]


def test_lowering_a_unit_puts_it_below_the_one_before(version: DraftVersion) -> None:
    act_editing.lower_unit(target(version, "par_4"))

    assert outline(version)[-1][:2] == (1, "par_3__par_4")
    parent = version.provisions.get(eid="par_3__par_4").parent
    assert parent is not None
    assert parent.eid == "par_3"


def test_a_removed_unit_goes_with_all_below_it_and_its_words_are_reported_missing(
    version: DraftVersion,
) -> None:
    act_editing.remove_unit(target(version, "par_2__ust_1"))

    assert eids(version) == ["par_1", "par_2", "par_2__ust_2", "par_3", "par_4"]
    version.refresh_from_db()
    assert {"kultury", "sportu", "młodzieży", "starszych"} <= set(version.missing_words)


def test_a_unit_is_added_after_another_or_below_it(version: DraftVersion) -> None:
    new = UnitContent(UnitKind.SECTION, number="2a", label="§ 2a.", text="Nowy paragraf.")
    act_editing.add_unit(target(version, "par_2"), new, below=False)
    point = UnitContent(UnitKind.POINT, number="1", label="1)", text="nowy punkt.")
    act_editing.add_unit(target(version, "par_2a"), point, below=True)

    assert eids(version)[-4:] == ["par_2a", "par_2a__pkt_1", "par_3", "par_4"]
    version.refresh_from_db()
    assert sorted(version.added_words) == ["1", "2a", "Nowy", "nowy", "paragraf", "punkt"]


def test_units_that_follow_are_numbered_on(version: DraftVersion) -> None:
    act_editing.rewrite_unit(
        target(version, "par_2"), content_of(version, "par_2", number="5", label="§ 5.")
    )

    act_editing.renumber_units(target(version, "par_5"))

    assert [eid for eid in eids(version) if "__" not in eid] == ["par_1", "par_5", "par_6", "par_7"]
    assert version.provisions.get(eid="par_6").label == "§ 6."


def test_numbering_on_from_a_number_without_a_certain_next_one_is_refused(
    version: DraftVersion,
) -> None:
    act_editing.rewrite_unit(
        target(version, "par_1"), content_of(version, "par_1", number="1a", label="§ 1a.")
    )

    with pytest.raises(DraftEditRefused):
        act_editing.renumber_units(target(version, "par_1a"))


def test_corrections_are_taken_back_one_by_one_to_the_text_as_read(
    version: DraftVersion,
) -> None:
    official = make.official()
    before = list(version.provisions.order_by("position").values())
    act_editing.remove_unit(target(version, "par_2__ust_1__pkt_1", official))
    act_editing.raise_unit(target(version, "par_2__ust_1__pkt_2", official))
    act_editing.merge_unit(target(version, "par_4", official))
    act_editing.change_front(
        version=version, kind=DocumentKind.PLAN, title="Plan", preface="", actor=official
    )
    title = DraftVersion.objects.get(pk=version.pk).title

    undone = [act_editing.undo_last_edit(version=version, actor=official) for _ in range(5)]

    assert title == "Plan"
    assert [edit and edit.kind for edit in undone] == [
        EditKind.FRONT, EditKind.MERGE, EditKind.RAISE, EditKind.REMOVE, None,
    ]  # fmt: skip
    assert list(version.provisions.order_by("position").values()) == before
    restored = DraftVersion.objects.get(pk=version.pk)
    assert (restored.title, restored.preface) == (version.title, version.preface)
    assert restored.missing_words == []
    assert version.edits.filter(undone_at__isnull=True).count() == 0
    assert version.edits.count() == 4


def test_history_says_who_changed_which_unit_from_what_to_what(version: DraftVersion) -> None:
    official = make.official()
    act_editing.rewrite_unit(
        target(version, "par_1", official), content_of(version, "par_1", text="Nowa treść.")
    )

    edit = version.edits.get()

    assert (edit.unit, edit.actor) == ("§ 1", official)
    (before,), (after,) = edit.before.values(), edit.after.values()
    assert before == {"text": "Uchwala się program współpracy na rok 2027."}
    assert after == {"text": "Nowa treść."}


def test_the_second_of_two_officials_is_told_that_the_unit_has_changed(
    version: DraftVersion,
) -> None:
    mine, theirs = target(version, "par_1"), target(version, "par_1")
    act_editing.rewrite_unit(theirs, content_of(version, "par_1", text="Ich treść."))

    with pytest.raises(UnitChangedMeanwhile):
        act_editing.rewrite_unit(mine, content_of(version, "par_1", text="Moja treść."))
    assert version.provisions.get(eid="par_1").text == "Ich treść."


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED, Stage.CANCELLED])
def test_a_text_that_people_have_read_is_never_corrected_in_place(stage: str) -> None:
    consultation = make.in_stage(stage)
    version = consultation.current_version

    with pytest.raises(StageNotAllowed):
        act_editing.rewrite_unit(
            target(version, "par_1"), content_of(version, "par_1", text="Po cichu.")
        )


def test_an_edit_that_changes_nothing_leaves_no_trace(version: DraftVersion) -> None:
    with pytest.raises(DraftEditRefused):
        act_editing.rewrite_unit(target(version, "par_1"), content_of(version, "par_1"))

    assert not version.edits.exists()


STEPS = ("split", "merge", "raise", "lower")


@settings(max_examples=60, deadline=None)
@given(moves=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 30)), max_size=12))
def test_no_sequence_of_steps_loses_or_shuffles_a_word(moves: list[tuple[str, int]]) -> None:
    roots = stored(read_source(make.DRAFT_TEXT.encode(), "projekt.txt"))
    words = words_in_order(roots)

    for step, choice in moves:
        units = [unit for root in roots for unit in root.walk()]
        place = act_surgery.find(roots, units[choice % len(units)].pk)  # type: ignore[attr-defined]
        assert place is not None
        try:
            do(step, roots, place)
        except DraftEditRefused:
            continue
        number_anew(roots)

    assert words_in_order(roots) == words


def do(step: str, roots: list[StoredUnit], place: act_surgery.Place) -> None:
    if step == "split":
        text = act_surgery.splittable_text(place.unit).split()
        middle = len(text) // 2
        act_surgery.split(roots, place, " ".join([*text[:middle], "||", *text[middle:]]))
    elif step == "merge":
        act_surgery.merge_with_previous(place)
    elif step == "raise":
        act_surgery.raise_level(roots, place)
    else:
        act_surgery.lower_level(place)


def stored(source: Any) -> list[StoredUnit]:
    def copy(unit: Any) -> StoredUnit:
        children = [copy(child) for child in unit.children]
        return StoredUnit(unit.kind, unit.number, unit.label, unit.heading, unit.text, "", children)

    roots = [copy(unit) for unit in parse(source).units]
    number_anew(roots)
    return roots


def number_anew(roots: list[StoredUnit]) -> None:
    for key, unit in enumerate((unit for root in roots for unit in root.walk()), start=1):
        unit.pk = key  # type: ignore[attr-defined]


def words_in_order(roots: list[StoredUnit]) -> list[str]:
    units = [unit for root in roots for unit in root.walk()]
    return " ".join(f"{unit.label} {unit.heading} {unit.text}" for unit in units).split()
