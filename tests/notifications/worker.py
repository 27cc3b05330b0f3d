"""The portal's Celery worker with the kinds that tests publish: ``celery -A`` of a subprocess."""

from celery.signals import worker_init

from portal.celery import app

__all__ = ["app"]


@worker_init.connect
def know_test_kinds(**kwargs: object) -> None:
    """Models are ready by now, which they are not while this module is imported."""
    from tests.notifications.kinds import register_test_kinds

    register_test_kinds()
