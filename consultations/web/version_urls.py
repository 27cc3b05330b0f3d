"""Addresses of versions: reading, comparing, checking, correcting, publishing."""

from django.urls import path

from consultations.web import acts, checking, correcting, matching, preparing, versions

_VERSION = "<slug:slug>/wersje/<int:number>/"

urlpatterns = [
    path("<slug:slug>/akt.<str:format>", acts.export, name="act"),
    path("<slug:slug>/wersje/", versions.version_list, name="versions"),
    path("<slug:slug>/wersje/nowa/", preparing.new_version, name="new_version"),
    path("<slug:slug>/wersje/porownaj/", versions.compare, name="compare"),
    path("<slug:slug>/zmiany/", versions.changes, name="changes"),
    path("<slug:slug>/uwagi/usuniety-tekst/", versions.removed_text, name="removed_text"),
    path(_VERSION, versions.version, name="version"),
    path(f"{_VERSION}stan/", preparing.progress, name="version_progress"),
    path(f"{_VERSION}sprawdz/", checking.check, name="check_version"),
    path(f"{_VERSION}strona-<int:page>.png", checking.page_image, name="page_image"),
    path(f"{_VERSION}poprawki/", checking.history, name="corrections"),
    path(f"{_VERSION}jednostki/<int:key>/", correcting.unit, name="correct_unit"),
    path(f"{_VERSION}poczatek/", correcting.front, name="correct_front"),
    path(f"{_VERSION}cofnij/", correcting.undo, name="undo_correction"),
    path(f"{_VERSION}dopasowanie/", matching.matches, name="matches"),
    path(f"{_VERSION}dopasowanie/polacz/", matching.pair, name="pair_units"),
    path(f"{_VERSION}dopasowanie/rozlacz/", matching.unpair, name="unpair_unit"),
    path(f"{_VERSION}dopasowanie/<int:key>/", matching.explain, name="explain_change"),
    path(f"{_VERSION}opublikuj/", preparing.publish, name="publish_version"),
    path(f"{_VERSION}porzuc/", preparing.discard, name="discard_version"),
]
