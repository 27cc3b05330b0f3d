"""Offices and whom to call there."""

from __future__ import annotations

from collections import Counter
from tempfile import TemporaryFile
from typing import Any

import django_filters as filters
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from documents.exports import FORMATS, write_report
from organizations.domain.deputies import running_for
from organizations.domain.exporting import TABLE_FORMATS
from organizations.domain.freshness import confirm_contact
from organizations.domain.letters import PLENIPOTENTIARY_DAYS, read_key
from organizations.domain.permissions import can_edit_public_body, can_see_deputies
from organizations.domain.queries import public_bodies
from organizations.exports.plenipotentiaries import plenipotentiaries_report
from organizations.models import Plenipotentiary, PublicBody, PublicBodyKind
from organizations.profile_sections import sections_of
from search.matching import match
from territory.county_map import CountyMap, county_map
from territory.reference import county_choices

PAGE_SIZE = 42


class ContactForm(forms.ModelForm):
    """What a plenipotentiary may correct without a password."""

    class Meta:
        model = Plenipotentiary
        fields = [
            "phone",
            "office_hours",
            "substitute_name",
            "substitute_email",
            "substitute_phone",
        ]


class PublicBodyFilter(filters.FilterSet):
    """Name or place, county, kind of office, and whether somebody holds the function."""

    q = filters.CharFilter(label=gettext_lazy("Gmina, powiat lub urząd"), method="filter_text")
    powiat = filters.ChoiceFilter(
        label=gettext_lazy("Powiat"),
        method="filter_county",
        choices=county_choices,
        empty_label=gettext_lazy("wszystkie"),
    )
    rodzaj = filters.MultipleChoiceFilter(
        label=gettext_lazy("Rodzaj urzędu"),
        field_name="kind",
        choices=PublicBodyKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    pelnomocnik = filters.ChoiceFilter(
        label=gettext_lazy("Pełnomocnik"),
        method="filter_vacancy",
        choices=[("jest", gettext_lazy("jest")), ("brak", gettext_lazy("brak"))],
        empty_label=gettext_lazy("wszystkie urzędy"),
    )

    class Meta:
        model = PublicBody
        fields: list[str] = []

    def filter_text(self, rows: QuerySet[PublicBody], name: str, value: str) -> QuerySet[Any]:
        """Names in any inflection."""
        return match(rows, value).rows

    def filter_county(
        self, rows: QuerySet[PublicBody], name: str, value: str
    ) -> QuerySet[PublicBody]:
        """The county's own office and those of its gminas."""
        return rows.filter(Q(area=value) | Q(area__parent=value))

    def filter_vacancy(
        self, rows: QuerySet[PublicBody], name: str, value: str
    ) -> QuerySet[PublicBody]:
        """Offices with or without somebody in the function today."""
        current = Plenipotentiary.objects.current().filter(public_body=OuterRef("pk"))
        return rows.filter(Exists(current) if value == "jest" else ~Exists(current))


def public_body_list(request: HttpRequest) -> HttpResponse:
    """Whom to call in your gmina: every office with its plenipotentiary or its vacancy."""
    filterset = PublicBodyFilter(request.GET, queryset=public_bodies())
    rows = filterset.qs.order_by("area__teryt", "kind", "name")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "organizations/public_bodies.html",
        {
            "filter": filterset,
            "page": page,
            "map": _map(request.GET),
            "formats": [(key, FORMATS[key].label) for key in TABLE_FORMATS],
        },
    )


@require_GET
def export_bodies(request: HttpRequest, format_key: str) -> FileResponse:
    """Offices with their plenipotentiaries or vacancies, as a file; obeys the list's filters."""
    if format_key not in TABLE_FORMATS:
        raise Http404
    filterset = PublicBodyFilter(request.GET, queryset=public_bodies())
    stream = TemporaryFile()  # noqa: SIM115 - the response closes it
    write_report(
        plenipotentiaries_report(filterset.qs.order_by("area__teryt", "kind", "name")),
        format_key,
        stream,
    )
    stream.seek(0)
    written = FORMATS[format_key]
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"pelnomocnicy-{timezone.localdate():%Y-%m-%d}.{written.extension}",
        content_type=written.content_type,
    )


def public_body_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An office: whom to call, how to reach it, and what activities say of it."""
    body = get_object_or_404(public_bodies().prefetch_related("units"), slug=slug)
    return render(
        request,
        "organizations/public_body.html",
        {
            "body": body,
            "can_edit": can_edit_public_body(request.user, body),
            "can_see_deputies": can_see_deputies(request.user, body),
            "deputations": running_for(request.user).filter(public_body=body),
            "sections": sections_of(body, request.user),
        },
    )


@require_http_methods(["GET", "POST"])
def confirm_plenipotentiary(request: HttpRequest, key: str) -> HttpResponse:
    """The page behind the yearly letter; the letter's key is the password."""
    person = get_object_or_404(
        Plenipotentiary.objects.current().select_related("public_body"),
        pk=read_key(key, "plenipotentiary", PLENIPOTENTIARY_DAYS),
    )
    form = ContactForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        confirm_contact(form.save(commit=False))
        messages.success(request, _("Dziękujemy. Dane są potwierdzone na dziś."))
        return redirect(person.public_body)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Czy to się zgadza?"),
            "lead": f"{person.person_name}, {person.function}, {person.public_body}",
            "submit": _("Potwierdzam"),
            "cancel_url": person.public_body.get_absolute_url(),
        },
    )


def _map(query: QueryDict) -> CountyMap:
    with_people = (
        Plenipotentiary.objects.current()
        .order_by()
        .values_list("public_body_id", "public_body__area__teryt")
        .distinct()
    )
    # The first four digits of a gmina's code are its county; the voivodeship has only two.
    counts = Counter(teryt[:4] for _body, teryt in with_people if len(teryt) >= 4)
    return county_map(
        counts,
        label=_("Mapa powiatów z liczbą urzędów, w których jest pełnomocnik"),
        count_text=_plenipotentiaries_sentence,
        link=lambda code: f"?powiat={code}",
        current=query.getlist("powiat"),
    )


def _plenipotentiaries_sentence(count: int) -> str:
    return ngettext(
        "pełnomocnik w %(count)s urzędzie", "pełnomocnicy w %(count)s urzędach", count
    ) % {"count": count}
