"""How a person learns that something was refused."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory

from accounts.refusals import Refusal
from accounts.told import Told


class Letter(forms.Form):
    text = forms.CharField()


@pytest.fixture
def request_(rf: RequestFactory) -> Any:
    request: Any = rf.post("/")
    request._messages = CookieStorage(request)
    return request


def said(request: Any) -> list[str]:
    return [str(message) for message in get_messages(request)]


def test_success_is_said(request_: Any) -> None:
    with Told(request_, "Zapisano."):
        pass

    assert said(request_) == ["Zapisano."]


def test_a_refusal_without_a_form_is_said(request_: Any) -> None:
    with Told(request_, "Zapisano.") as told:
        raise Refusal("Za późno.")

    assert told.refused
    assert said(request_) == ["Za późno."]


def test_a_refusal_of_a_form_is_its_mistake(request_: Any) -> None:
    form = Letter({"text": "Pisane długo"})
    assert form.is_valid()

    with Told(request_, "Zapisano.", form):
        raise Refusal("Za późno.")

    assert form.non_field_errors() == ["Za późno."]
    assert form["text"].value() == "Pisane długo"
    assert said(request_) == []


def test_what_is_no_refusal_goes_on(request_: Any) -> None:
    with pytest.raises(ZeroDivisionError), Told(request_, "Zapisano."):
        _ = 1 / 0

    assert said(request_) == []
