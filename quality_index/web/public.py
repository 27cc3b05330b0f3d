"""What everybody sees: the region, a body over the years, the questionnaire."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accounts.typed_numbers import typed_number
from organizations.models import PublicBody, PublicBodyKind
from pages.freshness import fresh_for_anonymous
from quality_index.domain import opinions, permissions, plans
from quality_index.domain import region as regions
from quality_index.domain.charts import radar, trend
from quality_index.domain.narrative import narrative
from quality_index.domain.presenting import facts_of
from quality_index.domain.questionnaires import map_versions, newest_published
from quality_index.domain.series import years_with_results
from quality_index.models import Assessment, QuestionnaireVersion, Stage, VersionState
from quality_index.web.access import find_body
from quality_index.web.freshness import of_body, of_published
from territory.county_map import county_map

PAGE_SIZE = 50


@require_safe
@fresh_for_anonymous(shared=of_published)
def region(request: HttpRequest) -> HttpResponse:
    """The map of counties and the list of bodies that published an index."""
    years = years_with_results()
    year = _chosen_year(request, [year for year, _count in years])
    kind = request.GET.get("rodzaj", "")
    rows = regions.published_of(year, kind=kind) if year else Assessment.objects.none()
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    bodies = PublicBody.objects.filter(kind__in=regions.COUNTY_KINDS)
    slugs = {body.area_id[:4]: body.slug for body in bodies.only("area_id", "slug")}
    context = {
        "years": years,
        "year": year,
        "kind": kind,
        "kinds": PublicBodyKind.choices,
        "page": page,
        "map": county_map(
            regions.county_indexes(year) if year else {},
            label=_("Mapa powiatów z indeksem starostw"),
            count_text=_points_sentence,
            link=lambda code: _body_address(slugs.get(code)),
            none="–",
        ),
        "can_start": permissions.can_start_assessment(request.user),
    }
    return render(request, "quality_index/region.html", context)


@require_safe
@fresh_for_anonymous(of_body)
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: its index, years, plan and progress."""
    office = find_body(slug)
    published = office.index_assessments.filter(stage=Stage.PUBLISHED)
    newest = published.select_related("body", "version").order_by("-year").first()
    context: dict[str, object] = {
        "body": office,
        "newest": newest,
        "manages": permissions.can_run_index(request.user, office),
    }
    if newest is not None:
        facts = facts_of(newest)
        actions = list(newest.actions.select_related("indicator"))
        context |= {
            "facts": facts,
            "sentences": narrative(facts),
            "radar": radar(facts),
            "trend": trend(facts),
            "actions": actions,
            "progress": plans.progress_of(actions),
        }
    pulses = opinions.pulses_of(office)
    context |= {
        "pulses": pulses,
        "surveys": opinions.open_surveys(office),
        "pulse_trend": opinions.trend_chart(
            pulses,
            title=_("Krótkie ankiety wśród organizacji"),
            description=_("Średnia pięciu pytań, od 0 do 4, w kolejnych ankietach."),
        ),
    }
    if context["manages"]:
        context["running"] = office.index_assessments.exclude(stage=Stage.PUBLISHED)
    return render(request, "quality_index/body.html", context)


@require_safe
def newest_questionnaire(request: HttpRequest) -> HttpResponse:
    """To the version in use."""
    version = newest_published()
    if version is None:
        raise Http404
    return redirect(version)


@require_safe
def questionnaire(request: HttpRequest, number: int) -> HttpResponse:
    """All that is asked, with the described levels; drafts are for administrators."""
    versions = QuestionnaireVersion.objects.all()
    if not permissions.can_keep_questionnaires(request.user):
        versions = versions.filter(state=VersionState.PUBLISHED)
    version = get_object_or_404(versions, number=number)
    planes = version.planes.prefetch_related("areas__indicators").order_by("position")
    before = versions.filter(number__lt=number).order_by("-number").first()
    context = {
        "version": version,
        "planes": planes,
        "versions": versions.order_by("-number"),
        "mapping": map_versions(before, version) if before else None,
        "may_keep": permissions.can_keep_questionnaires(request.user),
    }
    return render(request, "quality_index/questionnaire.html", context)


def _chosen_year(request: HttpRequest, years: list[int]) -> int | None:
    wanted = typed_number(request.GET.get("rok"))
    if wanted in years:
        return wanted
    return years[0] if years else None


def _points_sentence(points: int) -> str:
    if not points:
        return _("bez indeksu")
    return ngettext("%(count)d punkt", "%(count)d punktów", points) % {"count": points}


def _body_address(slug: str | None) -> str:
    if slug is None:
        return reverse("quality_index:region")
    return reverse("quality_index:body", args=[slug])
