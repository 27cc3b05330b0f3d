"""The form by which results are narrowed; its choices say how much each would show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search import registry
from search.domain.finding import Counts, Order, Question
from territory.reference import county_choices

MOST_WORDS = 200
ORDERS = [
    (Order.RELEVANCE.value, _("od najtrafniejszych")),
    (Order.NEWEST.value, _("od najnowszych")),
    (Order.TITLE.value, _("według tytułu")),
]


class NarrowingForm(forms.Form):
    """Kind, county, field, dates and order; wrong values narrow nothing."""

    q = forms.CharField(required=False, widget=forms.HiddenInput)
    rodzaj = forms.ChoiceField(label=_("Czego szukasz"), required=False)
    powiat = forms.ChoiceField(label=_("Powiat"), required=False)
    temat = forms.ChoiceField(label=_("Dziedzina"), required=False)
    od = forms.DateField(
        label=_("Od dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    do = forms.DateField(
        label=_("Do dnia"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    kolejnosc = forms.ChoiceField(label=_("Kolejność"), required=False, choices=ORDERS)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        kinds = [(kind.key, str(kind.label)) for kind in registry.kinds()]
        topics = [(code, str(label)) for code, label in registry.topic_labels().items()]
        self._choices = {"rodzaj": kinds, "powiat": list(county_choices()), "temat": topics}
        for name, choices in self._choices.items():
            self._offer(name, choices)

    def question(self) -> Question:
        """What the address asks for; what is wrong in it is passed over."""
        self.is_valid()
        chosen: dict[str, Any] = self.cleaned_data
        return Question(
            words=chosen.get("q", "").strip()[:MOST_WORDS],
            kind=chosen.get("rodzaj", ""),
            county=chosen.get("powiat", ""),
            topic=chosen.get("temat", ""),
            since=chosen.get("od"),
            until=chosen.get("do"),
            order=Order(chosen.get("kolejnosc", "")),
        )

    def show_counts(self, facets: Mapping[str, Counts]) -> None:
        """Say beside each choice how much it would show, and leave out the empty ones."""
        for name, facet in (("rodzaj", "kind"), ("powiat", "county"), ("temat", "topic")):
            counts, chosen = facets[facet], self.data.get(name)
            offered = [
                (value, f"{label} ({counts.get(value, 0)})")
                for value, label in self._choices[name]
                if value in counts or value == chosen
            ]
            self._offer(name, offered)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = [("", _("wszystko")), *choices]
