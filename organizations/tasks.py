"""Work of the directory in the background."""

from __future__ import annotations

from smtplib import SMTPException

from celery import shared_task
from django.core.mail import send_mail
from django.template.loader import render_to_string


@shared_task(
    autoretry_for=(SMTPException, OSError), retry_backoff=30, retry_jitter=True, max_retries=8
)
def send_letter(name: str, address: str, context: dict[str, str]) -> None:
    """Send ``organizations/letters/<name>``; its first line is the subject."""
    text = render_to_string(f"organizations/letters/{name}.txt", context)
    subject, _blank, body = text.strip().partition("\n")
    send_mail(subject, body.strip(), None, [address])
