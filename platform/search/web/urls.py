"""Addresses of the search."""

from django.urls import path

from search.web import following, views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("obserwuj/", following.follow, name="follow"),
]
