"""The counties and fields that people follow, and which events touch them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from notifications.models import OutboxEvent
from notifications.topics import TopicGroup, register_group, register_topics_of
from organizations.models import PublicBenefitField, PublicBody
from territory.models import Area


def register() -> None:
    """Make them known to notifications."""
    register_group(
        TopicGroup(
            key="powiaty",
            label=_("Powiaty"),
            rows=Area.objects.counties,
            url=lambda area: f"{reverse('organizations:list')}?powiat={area.pk}",
        )
    )
    register_group(
        TopicGroup(
            key="dziedziny",
            label=_("Dziedziny pożytku publicznego"),
            rows=PublicBenefitField.objects.all,
            url=lambda field: f"{reverse('organizations:list')}?sfera={field.pk}",
        )
    )
    for kind in ("consultations.announced", "consultations.opened", "standards.stage_changed"):
        register_topics_of(kind, lambda event: _county_of(subject_of(event).public_body))
    register_topics_of("quality_index.published", lambda event: _county_of(subject_of(event).body))
    register_topics_of("events.announced", _county_of_event)
    register_topics_of("pages.call_published", _topics_of_call)
    register_topics_of("organizations.partners_sought", _topics_of_partnership_call)


def subject_of(event: OutboxEvent) -> Any:
    """What the event is about: of the model that its kind is published for."""
    return event.subject


def _county_of(office: PublicBody) -> Iterable[models.Model]:
    """The office's county; the marshal's office has none, its matters concern all of them."""
    return Area.objects.counties().filter(pk=office.county_id) if office.county_id else []


def _county_of_event(event: OutboxEvent) -> Iterable[models.Model]:
    county = subject_of(event).county
    return [county] if county else []


def _topics_of_call(event: OutboxEvent) -> Iterable[models.Model]:
    call = subject_of(event)
    return [*call.counties.all(), *PublicBenefitField.objects.filter(pk__in=call.topics)]


def _topics_of_partnership_call(event: OutboxEvent) -> Iterable[models.Model]:
    call = subject_of(event)
    return [*call.counties.all(), *call.benefit_fields.all()]
