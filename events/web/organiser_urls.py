"""Addresses of the organiser's pages."""

from django.urls import path

from events.web import door, helping, judging, organising, participants, rows, scheduling

urlpatterns = [
    path("<slug:slug>/organizacja/", organising.backstage, name="backstage"),
    path("<slug:slug>/organizacja/ustawienia/", organising.edit, name="edit"),
    path("<slug:slug>/organizacja/kopia/", organising.copy, name="copy"),
    path(
        "<slug:slug>/organizacja/etap/<slug:target>/",
        organising.change_stage,
        name="change_stage",
    ),
    path("<slug:slug>/organizacja/program/", scheduling.editor, name="editor"),
    path("<slug:slug>/organizacja/program/<int:pk>/", scheduling.place, name="place"),
    path("<slug:slug>/organizacja/program/oglos/", scheduling.publish, name="publish"),
    path("<slug:slug>/organizacja/program/wersje/", scheduling.versions, name="versions"),
    path(
        "<slug:slug>/organizacja/program/wczytaj/",
        scheduling.import_schedule,
        name="import_schedule",
    ),
    path("<slug:slug>/organizacja/lista/<slug:kind>/", rows.row_list, name="rows"),
    path("<slug:slug>/organizacja/lista/<slug:kind>/dodaj/", rows.add_row, name="add_row"),
    path("<slug:slug>/organizacja/lista/<slug:kind>/<int:pk>/", rows.edit_row, name="edit_row"),
    path(
        "<slug:slug>/organizacja/lista/<slug:kind>/<int:pk>/usun/",
        rows.delete_row,
        name="delete_row",
    ),
    # participants
    path("<slug:slug>/organizacja/uczestnicy/", participants.table, name="participants"),
    path(
        "<slug:slug>/organizacja/uczestnicy/<int:pk>/",
        participants.participant,
        name="participant",
    ),
    path(
        "<slug:slug>/organizacja/uczestnicy/<int:pk>/zatwierdz/",
        participants.approve,
        name="approve",
    ),
    path("<slug:slug>/organizacja/uczestnicy/<int:pk>/odmow/", participants.reject, name="reject"),
    path(
        "<slug:slug>/organizacja/uczestnicy/<int:pk>/wypisz/",
        participants.cancel,
        name="cancel_participant",
    ),
    path("<slug:slug>/organizacja/uczestnicy/<int:pk>/cofnij/", door.undo, name="undo_entry"),
    path(
        "<slug:slug>/organizacja/uczestnicy.<str:format>",
        participants.export,
        name="participants_file",
    ),
    path("<slug:slug>/organizacja/potrzeby.<str:format>", participants.needs, name="needs_file"),
    path(
        "<slug:slug>/organizacja/obecnosc.<str:format>",
        participants.attendance,
        name="attendance_file",
    ),
    path("<slug:slug>/organizacja/identyfikatory.pdf", participants.badges, name="badges"),
    path("<slug:slug>/organizacja/zaswiadczenia/", participants.certificates, name="certificates"),
    # the door
    path("<slug:slug>/organizacja/wejscie/", door.door, name="door"),
    path("<slug:slug>/organizacja/wejscie/skaner/", door.scanner, name="scanner"),
    path("<slug:slug>/organizacja/wejscie/wpusc/", door.check_in, name="check_in"),
    path("<slug:slug>/organizacja/wejscie/dane.json", door.door_data, name="door_data"),
    path("<slug:slug>/organizacja/wejscie/synchronizuj/", door.sync, name="sync"),
    path("<slug:slug>/organizacja/wejscie/bez-zapisu/", door.walk_in, name="walk_in"),
    # the organiser's office
    path("<slug:slug>/organizacja/zespol/", helping.team, name="team"),
    path(
        "<slug:slug>/organizacja/zespol/<int:pk>/usun/",
        helping.remove_member,
        name="remove_member",
    ),
    path("<slug:slug>/organizacja/zadania/<int:pk>/", helping.finish_task, name="finish_task"),
    path("<slug:slug>/organizacja/listy/", helping.mailings, name="mailings"),
    path(
        "<slug:slug>/organizacja/listy/<int:pk>/cofnij/",
        helping.call_off_mailing,
        name="call_off_mailing",
    ),
    path("<slug:slug>/organizacja/raport/", helping.report, name="report"),
    path("<slug:slug>/organizacja/raport.<str:format>", helping.report_file, name="report_file"),
    path(
        "<slug:slug>/organizacja/ankieta.<str:format>",
        helping.evaluation_file,
        name="evaluation_file",
    ),
    # applications
    path("<slug:slug>/organizacja/wystawcy/", judging.exhibitors, name="exhibitors"),
    path("<slug:slug>/organizacja/wystawcy/<int:pk>/", judging.exhibitor, name="exhibitor"),
    path("<slug:slug>/organizacja/plan/", judging.edit_plan, name="edit_plan"),
    path("<slug:slug>/organizacja/propozycje/", judging.proposals, name="proposals"),
    path("<slug:slug>/organizacja/propozycje/<int:pk>/", judging.proposal, name="proposal"),
]
