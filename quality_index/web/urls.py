"""Addresses."""

from django.urls import URLPattern

app_name = "quality_index"
urlpatterns: list[URLPattern] = []
