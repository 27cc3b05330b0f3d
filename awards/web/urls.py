"""Addresses."""

from django.urls import URLPattern, path

from awards.web import (
    checking,
    deciding,
    files,
    judging,
    managing,
    nominating,
    personal,
    public,
    voting,
)

app_name = "awards"
urlpatterns: list[URLPattern] = [
    path("", public.list_competitions, name="list"),
    path("laureaci/", public.laureates, name="laureates"),
    path("laureaci/<int:pk>/", public.laureate, name="laureate"),
    path("laureaci/<int:pk>/zdjecie/", public.laureate_photo, name="laureate_photo"),
    path("kanal/", files.atom, name="atom"),
    path("nowy/", managing.create, name="create"),
    # --- nominators
    path("zgloszenia/", nominating.own, name="own"),
    path("zgloszenia/<uuid:key>/", nominating.detail, name="nomination"),
    path("zgloszenia/<uuid:key>/edycja/", nominating.edit, name="edit_nomination"),
    path("zgloszenia/<uuid:key>/autozapis/", nominating.autosave, name="autosave"),
    path("zgloszenia/<uuid:key>/usun/", nominating.drop, name="drop_nomination"),
    path("zgloszenia/<uuid:key>/wycofaj/", nominating.withdraw, name="withdraw"),
    path("zgloszenia/<uuid:key>/odwolanie/", nominating.appeal, name="appeal"),
    path("zgloszenia/<uuid:key>/popieram/", nominating.join, name="join"),
    path("zgloszenia/<uuid:key>/wiadomosc/", nominating.write_note, name="note"),
    path("zgloszenia/<uuid:key>/rekomendacja/", nominating.ask_recommendation, name="ask"),
    path("zgloszenia/<uuid:key>/wersje/", nominating.versions, name="versions"),
    path("zgloszenia/<uuid:key>/pliki/<int:pk>/", nominating.nomination_file, name="file"),
    path("zgloszenia/<uuid:key>/zdjecie/", public.nominee_photo, name="nominee_photo"),
    # --- personal links
    path("zgoda/<str:key>/", personal.consent, name="consent"),
    path("rekomendacja/<str:key>/", personal.recommend, name="recommend"),
    path("glos/<str:key>/", voting.confirm, name="confirm_vote"),
    # --- the office and one nomination
    path("zgloszenia/<uuid:key>/ocena-formalna/", checking.check, name="check"),
    path("zgloszenia/<uuid:key>/polacz/", checking.merge, name="merge"),
    path("zgloszenia/<uuid:key>/zgoda/", checking.ask_consent, name="ask_consent"),
    path("zgloszenia/<uuid:key>/od-urzedu/", checking.write_note, name="office_note"),
    # --- competitions and editions
    path("<slug:slug>/", public.competition, name="competition"),
    path("<slug:slug>/ustawienia/", managing.edit_competition, name="edit_competition"),
    path("<slug:slug>/nowa-edycja/", managing.new_edition, name="new_edition"),
    path("<slug:slug>/<int:year>/", public.edition, name="edition"),
    path("<slug:slug>/<int:year>/regulamin/<int:number>/", public.regulations, name="regulations"),
    path("<slug:slug>/<int:year>/ustawienia/", managing.settings, name="settings"),
    path("<slug:slug>/<int:year>/regulamin/", managing.add_regulations, name="add_regulations"),
    path("<slug:slug>/<int:year>/etap/<str:target>/", managing.change_stage, name="change_stage"),
    path("<slug:slug>/<int:year>/przeloz-wyniki/", managing.postpone, name="postpone"),
    path("<slug:slug>/<int:year>/kategoria/", managing.edit_category, name="new_category"),
    path("<slug:slug>/<int:year>/praca/", checking.work, name="work"),
    path("<slug:slug>/<int:year>/praca/zbiorczo/", checking.bulk, name="bulk"),
    # --- the jury
    path("<slug:slug>/<int:year>/kapitula/", judging.own_list, name="jury"),
    path("<slug:slug>/<int:year>/kapitula/deklaracja/", judging.sign, name="sign"),
    path("<slug:slug>/<int:year>/kapitula/<int:number>/", judging.judge, name="judge"),
    path(
        "<slug:slug>/<int:year>/kapitula/<int:number>/oswiadczenie/",
        judging.declare,
        name="declare",
    ),
    path("<slug:slug>/<int:year>/kapitula/<int:number>/rozmowa/", judging.talk, name="talk"),
    path("<slug:slug>/<int:year>/kapitula/wnioski/<int:pk>/", judging.ballot, name="ballot"),
    path("<slug:slug>/<int:year>/ranking/", deciding.ranking, name="ranking"),
    # --- the office serves the jury
    path("<slug:slug>/<int:year>/sklad-kapituly/", deciding.seats, name="seats"),
    path("<slug:slug>/<int:year>/sklad-kapituly/przypomnij/", deciding.remind, name="remind"),
    path(
        "<slug:slug>/<int:year>/sklad-kapituly/<int:pk>/", deciding.change_seat, name="change_seat"
    ),
    path("<slug:slug>/<int:year>/obrady/", deciding.verdict, name="verdict"),
    path("<slug:slug>/<int:year>/obrady/posiedzenie/", deciding.meeting, name="new_meeting"),
    path("<slug:slug>/<int:year>/obrady/posiedzenie/<int:pk>/", deciding.meeting, name="meeting"),
    path(
        "<slug:slug>/<int:year>/obrady/posiedzenie/<int:pk>/wniosek/",
        deciding.motion,
        name="motion",
    ),
    path(
        "<slug:slug>/<int:year>/obrady/wnioski/<int:pk>/zamknij/",
        deciding.close_motion,
        name="close_motion",
    ),
    path(
        "<slug:slug>/<int:year>/obrady/nagrody/<int:pk>/usun/",
        deciding.drop_award,
        name="drop_award",
    ),
    path("<slug:slug>/<int:year>/obrady/nagrody/<int:pk>/", deciding.describe, name="describe"),
    path(
        "<slug:slug>/<int:year>/protokol/<str:sort>.<str:format>",
        deciding.protocol,
        name="protocol",
    ),
    # --- the audience, and files
    path("<slug:slug>/<int:year>/glosowanie/", voting.vote, name="vote"),
    path("<slug:slug>/<int:year>/glosy/", voting.votes, name="votes"),
    path("<slug:slug>/<int:year>/statystyki/", voting.statistics, name="statistics"),
    path("<slug:slug>/<int:year>/dyplomy/", files.diplomas, name="diplomas"),
    path("<slug:slug>/<int:year>/dyplomy/<int:pk>/", files.diploma, name="diploma"),
    path("<slug:slug>/<int:year>/podziekowania/", files.certificates, name="certificates"),
    path("<slug:slug>/<int:year>/dla-prasy/", files.press_kit, name="press_kit"),
    path("<slug:slug>/<int:year>/terminy.ics", files.calendar, name="calendar"),
    path("<slug:slug>/<int:year>/<slug:category>/", public.category, name="category"),
    path("<slug:slug>/<int:year>/<slug:category>/zglos/", nominating.start, name="start"),
    path("<slug:slug>/<int:year>/<slug:category>/papier/", checking.enter_paper, name="paper"),
    path(
        "<slug:slug>/<int:year>/<slug:category>/ustawienia/",
        managing.edit_category,
        name="edit_category",
    ),
]
