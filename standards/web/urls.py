"""Addresses of standards: Polish paths, English names."""

from django.urls import path

from standards.web import group_urls, lists, managing, standards, trainings

app_name = "standards"

urlpatterns = [
    path("", lists.standard_list, name="list"),
    path("rozpocznij/", managing.create, name="create"),
    *group_urls.urlpatterns,
    path("szkolenia/", trainings.training_list, name="trainings"),
    path("szkolenia/zapisz/", trainings.record, name="record_training"),
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
