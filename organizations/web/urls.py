"""Addresses of the directory, under /organizacje/."""

from django.urls import path

from organizations.web import directory, profiles, public_bodies

app_name = "organizations"

urlpatterns = [
    path("", directory.organization_list, name="list"),
    path("urzedy/", public_bodies.public_body_list, name="public_bodies"),
    path("urzedy/<slug:slug>/", public_bodies.public_body_detail, name="public_body"),
    path("<slug:slug>/", profiles.organization_detail, name="detail"),
]
