"""Consents as evidence: word for word, by version, withdrawn as easily as given."""

from __future__ import annotations

import pytest

from accounts.domain import consents
from accounts.domain.consents import ConsentIsRequired, ConsentText, give_consent, has_consented
from accounts.models import Consent, ConsentPurpose
from tests.accounts.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_giving_twice_keeps_one_row() -> None:
    user = UserFactory()

    first = give_consent(user, ConsentPurpose.NEWS)

    assert give_consent(user, ConsentPurpose.NEWS) == first
    assert Consent.objects.count() == 1


def test_withdrawing_keeps_the_evidence_and_ends_the_consent() -> None:
    user = UserFactory()
    give_consent(user, ConsentPurpose.NEWS)

    assert consents.withdraw_consent(user, ConsentPurpose.NEWS)

    assert not has_consented(user, ConsentPurpose.NEWS)
    assert Consent.objects.get().withdrawn_at is not None
    assert not consents.withdraw_consent(user, ConsentPurpose.NEWS)


def test_the_terms_are_not_withdrawn_by_a_click() -> None:
    user = UserFactory()
    give_consent(user, ConsentPurpose.TERMS)

    with pytest.raises(ConsentIsRequired):
        consents.withdraw_consent(user, ConsentPurpose.TERMS)

    assert has_consented(user, ConsentPurpose.TERMS)


def test_new_words_need_a_new_consent(monkeypatch: pytest.MonkeyPatch) -> None:
    user = UserFactory()
    old = give_consent(user, ConsentPurpose.NEWS)
    new_text = ConsentText(ConsentPurpose.NEWS, "2", "Nowe słowa")
    monkeypatch.setitem(consents.CURRENT_TEXTS, ConsentPurpose.NEWS, new_text)
    assert not has_consented(user, ConsentPurpose.NEWS)

    give_consent(user, ConsentPurpose.NEWS)

    old.refresh_from_db()
    assert old.withdrawn_at is not None
    valid = Consent.objects.valid().get()
    assert (valid.text_version, valid.statement) == ("2", "Nowe słowa")
