"""The address of the public register of processing."""

from django.urls import path

from accounts.views import processing

app_name = "processing"
urlpatterns = [path("", processing.register, name="register")]
