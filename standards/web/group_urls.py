"""Addresses of bodies: their pages, meetings, workspace, votes and calls."""

from django.urls import path

from standards.web import calls, deciding, groups, meetings, statistics, workspace

_GROUP = "grupy/<slug:slug>/"
_MEETING = f"{_GROUP}spotkania/<int:key>/"
_DOCUMENT = f"{_GROUP}przestrzen/<int:key>/"
_CALL = f"{_GROUP}nabory/<int:key>/"

urlpatterns = [
    path("grupy/", groups.group_list, name="groups"),
    path("grupy/nowa/", groups.create, name="create_group"),
    path(_GROUP, groups.group_page, name="group"),
    path(f"{_GROUP}ustawienia/", groups.edit, name="edit_group"),
    path(f"{_GROUP}akt/", groups.appointment, name="appointment"),
    path(f"{_GROUP}osoby/dodaj/", groups.give_seat, name="give_seat"),
    path(f"{_GROUP}osoby/<int:key>/koniec/", groups.end_seat, name="end_seat"),
    path(f"{_GROUP}kalendarz.ics", meetings.group_calendar, name="group_calendar"),
    path(f"{_GROUP}statystyka/", statistics.page, name="statistics"),
    path(f"{_GROUP}statystyka.<str:format>", statistics.download, name="statistics_file"),
    path(f"{_GROUP}spotkania/", meetings.meeting_list, name="meetings"),
    path(f"{_GROUP}spotkania/nowe/", meetings.plan, name="plan_meeting"),
    path(_MEETING, meetings.meeting_page, name="meeting"),
    path(f"{_MEETING}zmien/", meetings.edit, name="edit_meeting"),
    path(f"{_MEETING}zaproszenie/", meetings.invite, name="invite"),
    path(f"{_MEETING}odwolaj/", meetings.cancel, name="cancel_meeting"),
    path(f"{_MEETING}obecnosc/", meetings.attendance, name="attendance"),
    path(f"{_MEETING}ustalenia/", meetings.add_decision, name="add_decision"),
    path(f"{_MEETING}zadania/", meetings.add_action, name="add_action"),
    path(f"{_MEETING}zadania/<int:action>/", meetings.finish_action, name="finish_action"),
    path(f"{_MEETING}pliki/", meetings.add_file, name="add_meeting_file"),
    path(f"{_MEETING}pliki/<int:file>/", meetings.meeting_file, name="meeting_file"),
    path(f"{_MEETING}protokol/", meetings.begin_minutes, name="begin_minutes"),
    path(f"{_MEETING}protokol.<str:format>", meetings.minutes_file, name="minutes_file"),
    path(f"{_MEETING}protokol/zatwierdz/", meetings.approve_minutes, name="approve_minutes"),
    path(f"{_MEETING}termin.ics", meetings.meeting_calendar, name="meeting_calendar"),
    path(f"{_GROUP}przestrzen/", workspace.room, name="workspace"),
    path(f"{_GROUP}przestrzen/nowy/", workspace.new_document, name="new_document"),
    path(_DOCUMENT, workspace.document, name="document"),
    path(f"{_DOCUMENT}edytuj/", workspace.edit_document, name="edit_document"),
    path(f"{_DOCUMENT}porownaj/", workspace.compare, name="compare_document"),
    path(f"{_DOCUMENT}komentarz/", workspace.add_comment, name="add_comment"),
    path(f"{_DOCUMENT}komentarz/<int:comment>/", workspace.settle_comment, name="settle_comment"),
    path(f"{_DOCUMENT}wersja/<int:number>/", workspace.version_file, name="version_file"),
    path(f"{_GROUP}glosowania/nowe/", deciding.new_vote, name="new_vote"),
    path(f"{_GROUP}glosowania/<int:key>/", deciding.vote, name="vote"),
    path(f"{_GROUP}terminy/nowy/", deciding.new_poll, name="new_poll"),
    path(f"{_GROUP}terminy/<int:key>/", deciding.poll, name="poll"),
    path(f"{_GROUP}terminy/<int:key>/<int:option>/", deciding.choose_date, name="choose_date"),
    path(f"{_GROUP}nabory/nowy/", calls.new_call, name="new_call"),
    path(_CALL, calls.call, name="call"),
    path(f"{_CALL}zglos/", calls.apply, name="apply"),
    path(f"{_CALL}wycofaj/", calls.withdraw, name="withdraw"),
    path(f"{_CALL}zgloszenia/<int:application>/", calls.decide, name="decide_application"),
]
