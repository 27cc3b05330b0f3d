"""Tells a person how it went."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from accounts.refusals import Refusal


class Told:
    """Turns what the domain refuses into words: ``with Told(request, success, form): …``.

    With a ``form`` the refusal is a mistake of it: the view returns its redirect inside the block,
    and what follows shows the page again with everything that was typed. Without one it is a
    message on the page that comes next.
    """

    def __init__(
        self, request: HttpRequest, success: Any = "", form: BaseForm | None = None
    ) -> None:
        self.request = request
        self.success = success
        self.form = form
        self.refused = False

    def __enter__(self) -> Told:
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> bool:
        if isinstance(error, Refusal):
            self.refused = True
            if self.form is None:
                messages.error(self.request, str(error))
            else:
                self.form.add_error(None, str(error))
            return True
        if error is None and self.success:
            messages.success(self.request, str(self.success))
        return False
