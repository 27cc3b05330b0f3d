"""An e-mail address that is the same however people type its letters."""

from __future__ import annotations

from typing import Any

from django.db import models


class LowercaseEmailField(models.EmailField):
    """Stored and looked up in lower case, so a plain unique index tells equal addresses."""

    def to_python(self, value: Any) -> Any:
        """The address as forms and fixtures give it."""
        value = super().to_python(value)
        return value.strip().lower() if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """The address as the database sees it, in writing and in lookups."""
        value = super().get_prep_value(value)
        return value.lower() if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Let the object in memory show what was stored."""
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value
