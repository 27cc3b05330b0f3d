"""Addresses of standards: Polish paths, English names."""

from django.urls import path

from standards.web import (
    adoption,
    election_urls,
    group_urls,
    library,
    lists,
    managing,
    standards,
    trainings,
)

app_name = "standards"

urlpatterns = [
    path("", lists.standard_list, name="list"),
    path("rozpocznij/", managing.create, name="create"),
    *group_urls.urlpatterns,
    *election_urls.urlpatterns,
    path("szkolenia/", trainings.training_list, name="trainings"),
    path("szkolenia/zapisz/", trainings.record, name="record_training"),
    path("wdrozenia/", adoption.register, name="adoptions"),
    path("projekty/nowy/", adoption.create_project, name="create_project"),
    path("projekty/<slug:slug>/", adoption.project, name="project"),
    path("projekty/<slug:slug>/wskazniki/", adoption.edit_project, name="edit_project"),
    path(
        "projekty/<slug:slug>/sprawozdanie.<str:format>",
        adoption.project_file,
        name="project_file",
    ),
    path("biblioteka/", library.materials, name="materials"),
    path("biblioteka/dodaj/", library.share, name="share_material"),
    path("biblioteka/<slug:slug>/", library.material, name="material"),
    path("biblioteka/<slug:slug>/wersja/", library.new_version, name="new_material_version"),
    path("biblioteka/<slug:slug>/plik/<int:number>/", library.download, name="download"),
    path("biblioteka/<slug:slug>/sprawdz/", library.moderate_material, name="moderate_material"),
    path("kolekcje/nowa/", library.new_collection, name="new_collection"),
    path("kolekcje/<slug:slug>/", library.collection, name="collection"),
    path("kolekcje/<slug:slug>/zmien/", library.edit_collection, name="edit_collection"),
    path("praktyki/", library.practices, name="practices"),
    path("praktyki/opisz/", library.share_practice, name="share_practice"),
    path("praktyki/<slug:slug>/", library.practice, name="practice"),
    path("praktyki/<slug:slug>/sprawdz/", library.moderate_practice, name="moderate_practice"),
    path("praktyki/<slug:slug>/zapytaj/", library.ask, name="ask"),
    path("praktyki/<slug:slug>/odpowiedz/<int:key>/", library.answer, name="answer"),
    path("<slug:slug>/przyjecie/", adoption.declare, name="declare"),
    path("<slug:slug>/przyjecie/<int:key>/", adoption.confirm, name="confirm_adoption"),
    path("<slug:slug>/przyjecie/<int:key>/akt/", adoption.act, name="adoption_act"),
    path("<slug:slug>/zaproszenia/", adoption.invite, name="invite_offices"),
    path("<slug:slug>/", standards.detail, name="detail"),
    path("<slug:slug>/ustawienia/", managing.edit, name="edit"),
    path("<slug:slug>/terminy/", managing.plan, name="plan"),
    path("<slug:slug>/krok/<slug:target>/", managing.step, name="step"),
    path("<slug:slug>/konsultacje/", managing.start_consultation, name="start_consultation"),
    path("<slug:slug>/obserwuj/", standards.follow, name="follow"),
    path("<slug:slug>/dokument/<int:key>/", standards.evidence_file, name="evidence_file"),
    path("<slug:slug>/tekst/", standards.text, name="text"),
    path("<slug:slug>/tekst/zmiany/", standards.changes, name="text_changes"),
    path("<slug:slug>/tekst/<str:eid>/", standards.unit, name="unit"),
    path("<slug:slug>/tekst.<str:format>", standards.text_file, name="text_file"),
]
