"""Addresses of the directory, under /organizacje/."""

from django.urls import path

from organizations.web import directory, exporting, profiles, public_bodies

app_name = "organizations"

urlpatterns = [
    path("", directory.organization_list, name="list"),
    path("urzedy/", public_bodies.public_body_list, name="public_bodies"),
    path("urzedy/<slug:slug>/", public_bodies.public_body_detail, name="public_body"),
    path("eksport/<slug:format_key>/", exporting.export_list, name="export"),
    path("<slug:slug>/wizytowka.vcf", exporting.visiting_card, name="vcard"),
    path("<slug:slug>/", profiles.organization_detail, name="detail"),
]
