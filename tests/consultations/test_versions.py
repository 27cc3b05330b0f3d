"""After the opening a text changes only as a new version, and remarks stay with their unit."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import notifications
from consultations.domain import drafts, lineage, queries, version_changes, versions
from consultations.domain.errors import DraftEditRefused, StageNotAllowed, VersionNotReady
from consultations.domain.version_queries import compare
from consultations.models import ChangeStatus, DraftState, DraftVersion, Stage
from notifications import kinds
from notifications.domain.expansion import expand_due_events
from notifications.models import Delivery, OutboxEvent
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations import versions as new

pytestmark = pytest.mark.django_db
NEWS_OF_VERSIONS = ("consultations.new_version", "consultations.remark_text_changed")


def test_a_new_file_waits_beside_the_text_in_force() -> None:
    consultation = make.open_consultation()
    in_force = consultation.current_version

    version = new.uploaded_version(consultation)

    consultation.refresh_from_db()
    assert consultation.current_version == in_force
    assert (version.number, version.state, version.base) == (2, DraftState.READY, in_force)
    assert version.published_at is None


def test_units_are_matched_by_address_and_text_and_the_rest_is_told_apart() -> None:
    version = new.uploaded_version(make.open_consultation())

    assert new.statuses(version) == [
        ("§ 2 ust. 1 pkt 1", ChangeStatus.REMOVED),
        ("§ 2 ust. 1 pkt 1", ChangeStatus.RENUMBERED),
        ("§ 3", ChangeStatus.ADDED),
        ("§ 4", ChangeStatus.RENUMBERED),
        ("§ 5", ChangeStatus.RENUMBERED),
    ]
    moved = version.provisions.get(eid="par_4")
    assert moved.lineage == version.base.provisions.get(eid="par_3").lineage
    assert version.provisions.get(eid="par_1").lineage == (
        version.base.provisions.get(eid="par_1").lineage
    )


def test_units_below_a_renumbered_one_are_no_changes_of_their_own() -> None:
    version = new.uploaded_version(make.open_consultation())

    letters = version.provisions.filter(kind="letter")

    assert letters.count() == 2
    assert not version.changes.filter(new__in=letters).exists()


def test_corrections_start_from_a_copy_of_the_text_in_force() -> None:
    consultation = make.open_consultation()

    version = versions.start_corrections(consultation=consultation, actor=make.official())

    in_force = consultation.current_version
    assert list(version.provisions.values_list("eid", "text", "lineage", "parent__eid")) == list(
        in_force.provisions.values_list("eid", "text", "lineage", "parent__eid")
    )
    assert version.is_corrected_by_hand
    assert not version.changes.exists()


def test_starting_corrections_again_continues_those_begun() -> None:
    consultation = make.open_consultation()
    first = new.corrected_version(consultation, par_1="Nowa treść.")

    again = versions.start_corrections(consultation=consultation, actor=None)

    assert again == first
    assert again.provisions.get(eid="par_1").text == "Nowa treść."


def test_corrections_of_a_new_version_leave_the_text_in_force_alone() -> None:
    consultation = make.open_consultation()
    before = consultation.current_version.provisions.get(eid="par_1").text

    version = new.corrected_version(consultation, par_1="Nowa treść.")

    assert consultation.current_version.provisions.get(eid="par_1").text == before
    assert new.statuses(version) == [("§ 1", ChangeStatus.CHANGED)]


def test_only_until_a_consultation_is_over_may_the_office_prepare_versions() -> None:
    for stage in (Stage.ARCHIVED, Stage.CANCELLED):
        consultation = make.in_stage(stage)
        with pytest.raises(StageNotAllowed):
            versions.start_corrections(consultation=consultation, actor=None)
        with pytest.raises(StageNotAllowed):
            drafts.upload_draft(consultation=consultation, source=make.stored_draft(), actor=None)

    analysis = make.in_stage(Stage.ANALYSIS)
    assert new.publish(new.corrected_version(analysis, par_1="Po konsultacjach.")).pk == analysis.pk


def test_an_official_pairs_units_that_matching_has_not_recognised() -> None:
    version = new.uploaded_version(make.open_consultation())
    removed = version.changes.get(status=ChangeStatus.REMOVED).old
    added = version.changes.get(status=ChangeStatus.ADDED).new

    versions.pair_units(version=version, old=removed, new=added)

    added.refresh_from_db()
    assert added.lineage == removed.lineage
    assert ("§ 3", ChangeStatus.MOVED) in new.statuses(version)
    assert not version.changes.filter(status=ChangeStatus.REMOVED).exists()


def test_an_official_parts_units_that_were_matched_by_mistake() -> None:
    version = new.uploaded_version(make.open_consultation())

    versions.unpair_unit(version=version, new=version.provisions.get(eid="par_5"))

    assert ("§ 5", ChangeStatus.ADDED) in new.statuses(version)
    assert ("§ 4", ChangeStatus.REMOVED) in new.statuses(version)


def test_matching_anew_brings_back_what_corrections_of_matches_have_spoilt() -> None:
    version = new.uploaded_version(make.open_consultation())
    proposed = new.statuses(version)
    versions.unpair_unit(version=version, new=version.provisions.get(eid="par_5"))

    versions.match_again(version=version)

    assert new.statuses(version) == proposed


def test_units_of_other_versions_cannot_be_paired() -> None:
    version = new.uploaded_version(make.open_consultation())
    stranger = make.open_consultation().current_version.provisions.first()

    with pytest.raises(DraftEditRefused):
        versions.pair_units(version=version, old=stranger, new=version.provisions.first())


def test_a_reason_stays_with_its_unit_through_later_corrections_and_pairings() -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, "par_1")
    version = new.uploaded_version(consultation)
    versions.explain_change(
        change=version.changes.get(status=ChangeStatus.REMOVED), reason="Nie dotyczy.", remarks=[]
    )
    versions.explain_change(
        change=new.change_of(version, "par_3"), reason="Prosiły organizacje.", remarks=[remark]
    )
    new.reword(version, "par_1", "Uchwala się program na lata 2027–2029.")
    removed = version.changes.get(status=ChangeStatus.REMOVED).old
    assert new.change_of(version, "par_3").reason == "Prosiły organizacje."

    versions.pair_units(version=version, old=removed, new=version.provisions.get(eid="par_3"))

    change = new.change_of(version, "par_3")
    assert sorted(change.reason.split("\n\n")) == ["Nie dotyczy.", "Prosiły organizacje."]
    assert list(change.remarks.all()) == [remark]


def test_publishing_switches_the_text_and_keeps_every_remark_with_its_unit() -> None:
    consultation = make.open_consultation()
    stays = make.remark_on(consultation, "par_3")
    removed = make.remark_on(consultation, "par_2__ust_1__pkt_1")
    whole = make.remark_on(consultation)

    new.publish(new.uploaded_version(consultation))
    consultation.refresh_from_db()

    assert consultation.current_version.number == 2
    now = {r.pk: r.current_eid for r in queries.remarks_for_reading(consultation, UserFactory())}
    assert now == {stays.pk: "par_4", removed.pk: None, whole.pk: None}
    counts = {
        unit.provision.eid: unit.remark_count
        for unit in queries.flat(queries.reader_tree(consultation.current_version))
    }
    assert (counts["par_4"], counts["par_3"]) == (1, 0)
    gone = lineage.on_removed_text(consultation.remarks.all(), consultation)
    assert list(gone) == [removed]
    order = [remark.pk for remark in queries.remarks_for_report(consultation)]
    assert order == [whole.pk, removed.pk, stays.pk]


def test_new_remarks_go_to_the_new_text() -> None:
    consultation = make.open_consultation()
    new.publish(new.uploaded_version(consultation))
    consultation.refresh_from_db()

    remark = make.remark_on(consultation, "par_3")

    assert remark.version.number == 2
    assert remark.provision.text.startswith("Sprawozdanie")


def test_what_was_changed_since_the_official_looked_is_not_published() -> None:
    consultation = make.open_consultation()
    version = new.corrected_version(consultation, par_1="Nowa treść.")
    seen = version.revision
    new.reword(version, "par_1", "Inna treść.")

    with pytest.raises(VersionNotReady):
        versions.publish_version(version=version, note="", revision=seen, actor=None)

    consultation.refresh_from_db()
    assert consultation.current_version.number == 1


def test_a_published_version_is_published_once_and_never_given_up() -> None:
    version = new.corrected_version(make.open_consultation(), par_1="Nowa treść.")
    new.publish(version)

    with pytest.raises(StageNotAllowed):
        new.publish(version)
    with pytest.raises(StageNotAllowed):
        versions.discard_version(version=version)
    assert DraftVersion.objects.filter(pk=version.pk).exists()


def test_a_version_can_be_given_up_before_anybody_has_seen_it() -> None:
    consultation = make.open_consultation()
    version = new.corrected_version(consultation, par_1="Nowa treść.")

    versions.discard_version(version=version)

    assert list(consultation.versions.all()) == [consultation.current_version]
    assert new.corrected_version(consultation).number == 2


def test_a_better_file_takes_the_place_of_the_version_being_prepared() -> None:
    consultation = make.open_consultation()
    new.uploaded_version(consultation)

    better = new.uploaded_version(consultation, make.DRAFT_TEXT.replace("2027", "2028"))

    assert list(consultation.versions.values_list("number", flat=True)) == [1, 2]
    assert new.statuses(better) == [("§ 1", ChangeStatus.CHANGED)]


def test_the_opening_publishes_the_first_version() -> None:
    assert make.in_stage(Stage.ANNOUNCED).current_version.published_at is None
    assert make.in_stage(Stage.OPEN).current_version.published_at is not None


def test_any_two_versions_can_be_compared_by_their_lineage() -> None:
    consultation = make.open_consultation()
    first = consultation.current_version
    new.publish(new.corrected_version(consultation, par_1="Druga treść."))
    consultation.refresh_from_db()
    third = new.corrected_version(consultation, par_3="Trzecia treść.")

    with CaptureQueriesContext(connection) as cost:
        compared = compare(first, third, only_changes=True)

    assert [(unit.unit.eid, unit.status) for unit in compared] == [
        ("par_1", ChangeStatus.CHANGED),
        ("par_3", ChangeStatus.CHANGED),
    ]
    assert len(cost) == 2
    whole = compare(first, third, only_changes=False)
    assert len(whole) == first.provisions.count()
    joined = "".join(word.text for word in compared[0].old_words)
    assert joined == "Uchwala się program współpracy na rok 2027."


def test_a_changed_table_is_noticed() -> None:
    consultation = make.open_consultation()
    version = versions.start_corrections(consultation=consultation, actor=None)
    row = version.provisions.get(eid="par_1")
    row.rows = [["zadanie", "kwota"], ["kultura", "100"]]
    row.save()

    version_changes.refresh_changes(version, version.base)

    assert new.statuses(version) == [("§ 1", ChangeStatus.CHANGED)]


def test_followers_hear_of_the_version_and_authors_of_their_own_remark() -> None:
    consultation = make.open_consultation()
    follower = UserFactory()
    notifications.follow(follower, consultation)
    touched = make.remark_on(consultation, "par_1")
    untouched = make.remark_on(consultation, "par_2__ust_2")
    cause = make.remark_on(consultation)
    version = new.corrected_version(consultation, par_1="Nowa treść.")
    versions.explain_change(change=version.changes.get(), reason="Słusznie.", remarks=[cause])

    new.publish(version)
    expand_due_events()

    letters = {
        (delivery.recipient, delivery.event.kind)
        for delivery in Delivery.objects.select_related("recipient", "event")
        if delivery.event.kind in NEWS_OF_VERSIONS
    }
    assert letters == {
        (follower, "consultations.new_version"),
        (untouched.author, "consultations.new_version"),
        (touched.author, "consultations.remark_text_changed"),
        (cause.author, "consultations.remark_text_changed"),
    }
    told = {
        delivery.recipient: kinds.get(delivery.event.kind).body_for(delivery.event.context)
        for delivery in Delivery.objects.select_related("recipient", "event")
        if delivery.event.kind in NEWS_OF_VERSIONS
    }
    assert told[follower] == "Wersja 2 zmienia 1 jednostkę tekstu.\n\nSkutek uwag."
    assert told[touched.author] == "§ 1 w wersji 2: zmieniona treść."
    assert told[cause.author] == "Twoja uwaga doprowadziła do zmiany projektu."


def test_a_version_in_preparation_is_told_to_nobody() -> None:
    consultation = make.open_consultation()
    notifications.follow(UserFactory(), consultation)

    new.corrected_version(consultation, par_1="Nowa treść.")

    assert not OutboxEvent.objects.filter(kind__in=NEWS_OF_VERSIONS).exists()
