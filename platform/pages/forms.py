"""How every form looks (one renderer, set as FORM_RENDERER), and how it reads days and lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

YEARS = range(1800, 2201)


class PortalFormRenderer(TemplatesSetting):
    """Makes ``{{ form }}``, ``{{ field.as_field_group }}`` and ``{{ formset }}`` our components."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    formset_template_name = "components/formset.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Adds whether a form has required fields, so that the note about stars makes sense."""
        if template_name == self.form_template_name:
            context = {**context, "has_required": _has_required(context["form"])}
        return super().render(template_name, context, request)


def _has_required(form: forms.BaseForm) -> bool:
    return any(bound.field.required for bound in form.visible_fields())


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # The browser understands this format only, whatever the language.
        super().__init__(attrs, format="%Y-%m-%d")


class DateTimeInput(forms.DateTimeInput):
    """The browser's own calendar and clock."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


def with_short_line_ends(to_python: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """A field's reading that takes the end of a line as one character, not as two.

    So ``maxlength`` counts in browsers, and so it is shown to people; but forms are sent with two
    (HTML, "constructing the entry list"), and a full text of many lines would be refused. A text
    that nobody touched also stays equal to the one that was shown.
    """

    @wraps(to_python)
    def read(field: Any, value: Any) -> Any:
        text = to_python(field, value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text

    return read


def validate_year(value: date) -> None:
    """Refuse what is a slip of the keyboard, such as 0026 for 2026.

    The year 1 would do harm: midnight in Warsaw is still the year before in UTC, which the
    database keeps and Python cannot read, so that nobody could open the row again.
    """
    if value.year not in YEARS:
        raise ValidationError(
            _("Sprawdź rok: powinien być od %(first)d do %(last)d."),
            code="year",
            params={"first": YEARS[0], "last": YEARS[-1]},
        )
