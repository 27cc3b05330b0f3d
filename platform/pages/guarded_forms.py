"""Forms that robots pay for; see ``pages.proof_of_work``."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import QueryDict

from accounts.refusals import Refusal
from pages import proof_of_work


class GuardedForm(forms.BaseForm):
    """Mixed into a form: a signed key, and the proof that the browser found for it.

    ``cleaned_data["key"]`` is unique for each form, so that sending it twice can be noticed.
    The template writes ``data-proof-bits="{{ form.proof_bits }}"`` on its ``<form>``.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("submission_key", "proof"):
            self.fields[name] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.initial.setdefault("submission_key", proof_of_work.new_key())

    def clean(self) -> dict[str, Any]:
        """A form without our signature, or sent faster than people type, comes back."""
        cleaned = super().clean() or self.cleaned_data
        key = cleaned.get("submission_key", "")
        try:
            cleaned["key"] = proof_of_work.open_key(key)
            if not self.is_proven:
                proof_of_work.require_patience(key)
        except Refusal as refused:
            self.add_error(None, str(refused))
            self._renew_key()
        return cleaned

    @property
    def proof_bits(self) -> int:
        """The price, for the template."""
        return proof_of_work.bits()

    @property
    def is_proven(self) -> bool:
        """Whether the browser paid the price of the form."""
        return proof_of_work.is_proven(
            self.cleaned_data.get("submission_key", ""), self.cleaned_data.get("proof", "")
        )

    def _renew_key(self) -> None:
        """Let the same text be sent again under a fresh key when the old one is no good."""
        try:
            proof_of_work.open_key(self.data.get("submission_key", ""))
        except Refusal:
            data = cast(QueryDict, self.data).copy()
            data["submission_key"] = proof_of_work.new_key()
            self.data = data
