"""Forms render one way: label, help, error and control belong together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from pages.forms import DateInput, DateTimeInput, validate_year
from tests.events import factories as events


class RemarkForm(forms.Form):
    title = forms.CharField(label="Tytuł", help_text="Krótko.")
    note = forms.CharField(label="Notatka", required=False)
    side = forms.ChoiceField(
        label="Strona", choices=[("a", "Urząd"), ("b", "NGO")], widget=forms.RadioSelect
    )
    consent = forms.BooleanField(label="Zgoda")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def rendered(form: forms.BaseForm) -> BeautifulSoup:
    return BeautifulSoup(str(form), "html.parser")


def test_a_control_is_described_by_its_help_and_its_error() -> None:
    page = rendered(RemarkForm({"side": "a", "consent": "on"}))

    control = page.find(id="id_title")

    described = [
        page.find(id=name).get_text(" ", strip=True) for name in control["aria-describedby"].split()
    ]
    assert described == ["Krótko.", "Błąd: To pole jest wymagane."]
    assert control["aria-invalid"] == "true"
    assert page.find("label", attrs={"for": "id_title"}).get_text(" ", strip=True) == "Tytuł *"


def test_a_list_without_a_choice_yet_asks_for_one() -> None:
    class KindForm(forms.Form):
        kind = forms.ChoiceField(
            label="Rodzaj", choices=[*BLANK_CHOICE_DASH, ("act", "Projekt uchwały")]
        )

    options = rendered(KindForm()).select("select option")

    assert [(option["value"], option.get_text()) for option in options] == [
        ("", "wybierz"),
        ("act", "Projekt uchwały"),
    ]


def test_mistakes_are_listed_at_the_top_and_lead_to_their_fields() -> None:
    page = rendered(RemarkForm({"title": "A"}))

    summary = page.find(attrs={"data-error-summary": True})

    links = [(link["href"], link.get_text()) for link in summary.find_all("a")]
    assert links == [
        ("#id_side", "Strona: To pole jest wymagane."),
        ("#id_consent", "Zgoda: To pole jest wymagane."),
    ]
    assert all(page.find(id=href.removeprefix("#")) for href, _ in links)


def test_mistakes_of_the_whole_form_and_of_hidden_fields_are_not_lost() -> None:
    form = RemarkForm({"title": "A", "side": "a", "consent": "on"})
    form.add_error(None, "Konsultacje właśnie się skończyły.")
    form.add_error("token", "Odśwież stronę.")

    summary = rendered(form).find(attrs={"data-error-summary": True}).get_text()

    assert "Konsultacje właśnie się skończyły." in summary
    assert "Token: Odśwież stronę." in summary


def test_choices_stand_in_a_named_group() -> None:
    group = rendered(RemarkForm()).find("fieldset")

    assert group.legend.get_text(" ", strip=True) == "Strona *"
    assert len(group.find_all("input", {"type": "radio"})) == 2


def test_stars_are_explained_only_where_there_are_any() -> None:
    class Search(forms.Form):
        q = forms.CharField(required=False)

    assert rendered(RemarkForm()).find(class_="form__note") is not None
    assert rendered(Search()).find(class_="form__note") is None


def test_what_was_typed_cannot_become_markup() -> None:
    page = rendered(RemarkForm({"title": '"><script>alert(1)</script>'}))

    assert page.find("script") is None


def test_formsets_and_single_fields_use_the_same_field() -> None:
    formset = forms.formset_factory(RemarkForm, extra=2)()

    assert len(BeautifulSoup(str(formset), "html.parser").select(".field")) == 8
    assert 'class="field field--text"' in RemarkForm()["title"].as_field_group()


@pytest.mark.parametrize(
    ("widget", "value", "shown"),
    [
        (DateInput(), "2025-11-05", "2025-11-05"),
        (DateTimeInput(), "2025-11-05T14:30", "2025-11-05T14:30"),
    ],
)
@pytest.mark.parametrize("language", ["pl", "en", "de"])
def test_the_browser_understands_dates_in_every_language(
    widget: forms.DateTimeBaseInput, value: str, shown: str, language: str, settings
) -> None:
    settings.LANGUAGE_CODE = language
    field = forms.DateTimeField() if isinstance(widget, DateTimeInput) else forms.DateField()

    html = widget.render("day", field.to_python(value), {})

    assert f'value="{shown}"' in html


def test_a_confirm_dialog_carries_the_csrf_token() -> None:
    html = render_to_string(
        "components/confirm_dialog.html",
        {
            "dialog_id": "x",
            "title": "Na pewno?",
            "confirm": "Tak",
            "action": "/",
            "csrf_token": "t",
        },
    )

    assert BeautifulSoup(html, "html.parser").find("input", {"value": "t"}) is not None


@pytest.mark.parametrize("field", [forms.DateField(), forms.DateTimeField()], ids=["day", "moment"])
def test_a_year_that_slipped_from_the_keyboard_is_refused(field: forms.Field) -> None:
    with pytest.raises(ValidationError, match="Sprawdź rok: powinien być od 1800 do 2200"):
        field.clean("0026-11-30")

    assert field.clean("2026-11-30").year == 2026


@pytest.mark.django_db
def test_the_year_one_spoils_no_event(as_user: Callable[[Any], Client]) -> None:
    """Midnight of its first day in Warsaw is no moment that Python could read back."""
    event = events.announced()
    client = as_user(events.official())
    address = reverse("events:edit", args=[event.slug])
    form = client.get(address).context["form"]
    typed = {name: bound.value() or "" for name in form.fields if (bound := form[name])}

    answer = client.post(address, typed | {"registration_opens_at": "0001-01-01"})

    assert "Sprawdź rok" in answer.content.decode()
    assert 'value="0001-01-01"' in answer.content.decode()
    assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_a_full_text_of_many_lines_is_as_long_as_browsers_count_it(client: Client) -> None:
    """``maxlength`` counts the end of a line once, and forms are sent with two characters."""
    lines = ("wers\r\n" * 2_000).strip() + "!"
    assert len(lines.replace("\r\n", "\n")) == 10_000 < len(lines)
    form = client.get(reverse("pages:contact")).context["form"]

    bound = type(form)({"text": lines})

    assert "text" not in bound.errors
    assert bound.cleaned_data["text"] == lines.replace("\r\n", "\n")


def test_days_of_all_forms_are_held_to_sensible_years() -> None:
    assert reverse("pages:home")  # all views, and with them all forms, are loaded
    waiting, careless = [forms.BaseForm], set()
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        careless |= {
            f"{form.__module__}.{form.__name__}.{name}"
            for name, field in getattr(form, "base_fields", {}).items()
            if isinstance(field, forms.DateField | forms.DateTimeField)
            and validate_year not in field.validators
        }

    assert careless == set()
