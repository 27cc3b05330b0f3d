"""Addresses that programs look for at the root."""

from django.urls import path, re_path

from open_data import machine_views, sitemaps
from open_data.public_api import api

urlpatterns = [
    path("api/v1/", api.urls),
    re_path(r"^api/", machine_views.unknown_address),
    path("robots.txt", machine_views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap-section"),
]
