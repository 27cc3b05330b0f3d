"""Addresses of the counts."""

from django.urls import path

from insight.web import reports, word

app_name = "insight"
urlpatterns = [
    path("jak-dotrzymujemy-slowa/", word.overview, name="word"),
    path("jak-dotrzymujemy-slowa/plik/<slug:format>/", word.export, name="word_export"),
    path("jak-dotrzymujemy-slowa/urzad/<slug:slug>/", word.office, name="word_office"),
    path("raporty/", reports.overview, name="reports"),
    path("raporty/plik/<slug:format>/", reports.export, name="reports_export"),
]
