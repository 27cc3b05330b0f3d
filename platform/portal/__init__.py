"""The Django project: composition of all parts. The only place that knows every app."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
