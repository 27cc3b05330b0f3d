"""Addresses of the pages that belong to no activity."""

from django.urls import path

from pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("o-projekcie/", views.about, name="about"),
    path("deklaracja-dostepnosci/", views.accessibility, name="accessibility"),
    path("prywatnosc/", views.privacy, name="privacy"),
    path("moderacja/", views.moderation, name="moderation"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
