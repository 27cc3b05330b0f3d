"""The portal as it is deployed, with the yardsticks added."""

from django.conf import settings

from portal.wsgi import application

settings.ROOT_URLCONF = "dev.bench.urls"

__all__ = ["application"]
