"""Addresses of the open data, under /dane/."""

from django.urls import path

from open_data import views

app_name = "open_data"
urlpatterns = [
    path("", views.catalogue, name="catalogue"),
    path("api/", views.api_documentation, name="api"),
    path("katalog.jsonld", views.dcat, name="dcat"),
    path("katalog.xml", views.harvest, name="harvest"),
    path("katalog.md5", views.harvest_checksum, name="harvest_checksum"),
    path("pliki/<slug:dataset>.<slug:file_format>", views.bulk_file, name="file"),
    path(
        "pliki/<slug:dataset>.<slug:file_format>.sha256", views.bulk_checksum, name="file_checksum"
    ),
]
