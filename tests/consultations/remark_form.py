"""Sending the remark form as a browser with JavaScript does: with its key and its proof."""

from __future__ import annotations

from typing import Any

from django.test import Client

from pages import proof_of_work


def proven(fields: dict[str, Any] | None = None, *, key: str = "") -> dict[str, Any]:
    """``fields`` with the key of a fresh form (or ``key``) and the proof that belongs to it."""
    key = key or proof_of_work.new_key()
    return {"submission_key": key, "proof": proof_of_work.solve(key)} | (fields or {})


def send(client: Client, url: str, fields: dict[str, Any]) -> Any:
    """Fill the form at ``url`` and send it."""
    return client.post(url, proven(fields))
