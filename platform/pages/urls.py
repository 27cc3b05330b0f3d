"""Addresses of the pages that belong to no activity."""

from django.urls import path

from pages import calendar_views, views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("o-projekcie/", views.about, name="about"),
    path("deklaracja-dostepnosci/", views.accessibility, name="accessibility"),
    path("prywatnosc/", views.privacy, name="privacy"),
    path("kalendarz/", calendar_views.month, name="calendar"),
    path("kalendarz/lista/", calendar_views.listed, name="calendar_list"),
    path("kalendarz/kalendarz.ics", calendar_views.subscribed, name="calendar_file"),
    path("moderacja/", views.moderation, name="moderation"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
