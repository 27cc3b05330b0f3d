"""Which office adopted which standard: map, table, declaring, confirming, inviting."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.told import Told
from documents.forms import CheckedFileField
from documents.serving import file_response
from organizations.domain.permissions import can_act_for_public_body, is_administrator
from organizations.domain.queries import public_bodies_of
from pages.forms import DateInput
from standards.domain import adoption, permissions, projects
from standards.models import IN_FORCE, Adoption, Project, Standard
from standards.web.access import find_standard, require
from standards.web.files import report_response
from standards.web.form_page import form_page
from standards.web.uploads import PAPERS, stored
from territory.county_map import county_map
from territory.reference import county_choices

PAGE_SIZE = 30


class AdoptionForm(forms.ModelForm):
    """The office's own act."""

    upload = CheckedFileField(label=gettext_lazy("Plik aktu"), allowed=PAPERS, required=False)

    class Meta:
        model = Adoption
        fields = ["public_body", "number", "adopted_on", "url", "deviations"]
        widgets = {"adopted_on": DateInput(), "deviations": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not user.is_staff:
            bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
            bodies.queryset = public_bodies_of(user)


class ProjectForm(forms.ModelForm):
    """A project and its targets."""

    class Meta:
        model = Project
        fields = [
            "title", "public_body", "starts_on", "ends_on", "counties", "meetings",
            "meeting_hours", "meeting_people", "trainings", "training_hours", "training_people",
            "administration_people", "ngo_people",
        ]  # fmt: skip
        widgets = {"starts_on": DateInput(), "ends_on": DateInput()}

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not user.is_staff:
            bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
            bodies.queryset = public_bodies_of(user)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The map of counties and the table of offices, for one standard."""
    standards = list(adoption.standards_with_counts(request.user))
    chosen = _chosen(request, standards)
    county = request.GET.get("powiat", "")[:4]
    page = Paginator(adoption.local_offices(county if county.isdecimal() else ""), PAGE_SIZE)
    offices = page.get_page(request.GET.get("page"))
    address = reverse("standards:adoptions")
    query = f"standard={chosen.pk}&" if chosen else ""
    can_manage = chosen is not None and permissions.can_manage_standard(request.user, chosen)
    return render(
        request,
        "standards/adoptions.html",
        {
            "standards": standards,
            "chosen": chosen,
            "county": county,
            "counties": county_choices(),
            "page": offices,
            "offices": adoption.describe_offices(list(offices), chosen) if chosen else [],
            "map": county_map(
                adoption.counts_by_county(chosen),
                label=_("Mapa powiatów z liczbą urzędów, które przyjęły standard"),
                count_text=_offices_sentence,
                link=lambda code: f"{address}?{query}powiat={code}",
                current=[county],
            ),
            "can_manage": can_manage,
            "can_declare": request.user.is_authenticated
            and (is_administrator(request.user) or public_bodies_of(request.user).exists()),
            "projects": Project.objects.select_related("public_body"),
            "can_create": permissions.can_create(request.user),
            "section_tab": "adoptions",
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, slug: str) -> HttpResponse:
    """An office says that it adopted the standard."""
    standard = find_standard(request, slug)
    require(permissions.can_create(request.user))
    if standard.stage not in IN_FORCE:
        raise Http404
    form = AdoptionForm(
        request.POST or None,
        request.FILES or None,
        instance=Adoption(standard=standard),
        user=request.user,
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Przyjęcie zgłoszone. Urząd prowadzący je potwierdzi."), form):
            with stored(form.cleaned_data["upload"], request.user, is_public=True) as file:
                adoption.declare(adoption=form.save(commit=False), file=file, actor=request.user)
            return redirect(f"{reverse('standards:adoptions')}?standard={standard.pk}")
    return form_page(
        request, form, title=_("Zgłoś przyjęcie standardu"), lead=standard.title,
        submit=_("Zgłoś"), back=standard.get_absolute_url(), parent=standard.title,
        multipart=True,
    )  # fmt: skip


@login_required
@require_POST
def confirm(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Whoever keeps the standard has read the act."""
    standard = find_standard(request, slug)
    require(permissions.can_manage_standard(request.user, standard))
    with Told(request, _("Przyjęcie potwierdzone.")):
        adoption.confirm(adoption=get_object_or_404(standard.adoptions, pk=key), actor=request.user)
    return redirect(f"{reverse('standards:adoptions')}?standard={standard.pk}")


@login_required
@require_POST
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the offices of a county (or all) that have not adopted the standard."""
    standard = find_standard(request, slug)
    require(permissions.can_manage_standard(request.user, standard))
    county = request.POST.get("powiat", "")[:4]
    bodies = list(adoption.local_offices(county if county.isdecimal() else ""))
    with Told(request):
        count = adoption.invite_offices(standard=standard, bodies=bodies, actor=request.user)
        messages.success(
            request,
            ngettext("Zaproszono %(count)d urząd.", "Zaproszono %(count)d urzędów.", count)
            % {"count": count},
        )
    return redirect(f"{reverse('standards:adoptions')}?standard={standard.pk}&powiat={county}")


@require_safe
def act(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """The act by which an office adopted the standard."""
    standard = find_standard(request, slug)
    found = get_object_or_404(standard.adoptions.select_related("file"), pk=key)
    if found.file is None:
        raise Http404
    return file_response(found.file, request=request, as_attachment=False)


@require_safe
def project(request: HttpRequest, slug: str) -> HttpResponse:
    """Progress against the targets."""
    found = get_object_or_404(Project.objects.select_related("public_body"), slug=slug)
    context = {
        "project": found,
        "indicators": projects.progress_of(found),
        "can_manage": _keeps(request.user, found),
    }
    return render(request, "standards/project.html", context)


@require_safe
def project_file(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The funder's report."""
    found = get_object_or_404(Project.objects.select_related("public_body"), slug=slug)
    with override("pl"):
        report = projects.describe_progress(found)
    return report_response(report, format, f"sprawozdanie-{found.slug}")


@login_required
@require_http_methods(["GET", "POST"])
def create_project(request: HttpRequest) -> HttpResponse:
    """A new project."""
    require(permissions.can_create(request.user))
    form = ProjectForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect(projects.create_project(project=form.save(commit=False)))
    return form_page(
        request, form, title=_("Nowy projekt"), submit=_("Zapisz"),
        back=reverse("standards:adoptions"), parent=_("Wdrożenia"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def edit_project(request: HttpRequest, slug: str) -> HttpResponse:
    """Other dates or targets."""
    found = get_object_or_404(Project.objects.select_related("public_body"), slug=slug)
    require(_keeps(request.user, found))
    form = ProjectForm(request.POST or None, instance=found, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(found)
    return form_page(
        request, form, title=_("Wskaźniki projektu"), submit=_("Zapisz"),
        back=found.get_absolute_url(), parent=found.title,
    )  # fmt: skip


def _keeps(user: Any, found: Project) -> bool:
    return is_administrator(user) or can_act_for_public_body(user, found.public_body)


def _chosen(request: HttpRequest, standards: list[Any]) -> Standard | None:
    asked = request.GET.get("standard", "")
    for standard in standards:
        if str(standard.pk) == asked:
            return cast(Standard, standard)
    return standards[0] if standards else None


def _offices_sentence(count: int) -> str:
    return ngettext("%(count)d urząd", "%(count)d urzędów", count) % {"count": count}
