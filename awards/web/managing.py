"""The office's pages that make an edition and move it on."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.posted_from import posted_from
from accounts.told import Told
from awards.domain import edition_stages, editions, permissions
from awards.models import Category, Competition, Edition, EditionMove, EditionStage
from awards.web.access import find_category, find_managed, require, signed_in
from awards.web.office_forms import (
    CategoryForm,
    CompetitionForm,
    CriteriaFormSet,
    EditionForm,
    EditionStageForm,
    PostponeForm,
    ReadyCompetitionForm,
    RegulationsForm,
)
from documents.storing import store_upload


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """The ready competition of the region, or one's own from the beginning."""
    require(permissions.can_create_competition(request.user))
    is_own = "own" in request.POST
    ready = ReadyCompetitionForm(
        None if is_own else request.POST or None, user=request.user, prefix="gotowy"
    )
    own = CompetitionForm(request.POST if is_own else None, user=request.user, prefix="wlasny")
    if request.method == "POST":
        if is_own and own.is_valid():
            competition = own.save(commit=False)
            competition.created_by = signed_in(request)
            editions.save_competition(competition)
            messages.success(request, _("Zapisano. Teraz dodaj edycję."))
            return redirect("awards:new_edition", competition.slug)
        if not is_own and ready.is_valid():
            edition = editions.create_ready_competition(
                actor=signed_in(request), **ready.cleaned_data
            )
            messages.success(request, _("Konkurs jest gotowy. Sprawdź terminy i kategorie."))
            return redirect("awards:settings", edition.competition.slug, edition.year)
    return render(request, "awards/create.html", {"ready": ready, "own": own})


@login_required
@require_http_methods(["GET", "POST"])
def edit_competition(request: HttpRequest, slug: str) -> HttpResponse:
    """What is said of the competition in all its years."""
    competition = get_object_or_404(Competition.objects.visible_to(request.user), slug=slug)
    require(permissions.can_manage_competition(request.user, competition))
    form = CompetitionForm(request.POST or None, instance=competition, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zmiany zapisane."))
        return redirect(competition)
    return _form(request, form, _("O konkursie"), competition.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def new_edition(request: HttpRequest, slug: str) -> HttpResponse:
    """The first edition of a competition, or the next one with the same rules."""
    competition = get_object_or_404(Competition.objects.visible_to(request.user), slug=slug)
    require(permissions.can_manage_competition(request.user, competition))
    latest = competition.editions.order_by("-year").first()
    if latest and request.method == "POST" and "copy" in request.POST:
        copy = editions.next_edition(edition=latest, actor=request.user)
        messages.success(request, _("Edycja skopiowana. Sprawdź terminy."))
        return redirect("awards:settings", slug, copy.year)
    form = EditionForm(
        request.POST or None, instance=Edition(competition=competition), prefix="edycja"
    )
    if request.method == "POST" and form.is_valid():
        edition = form.save()
        messages.success(request, _("Edycja zapisana. Teraz dodaj kategorie."))
        return redirect("awards:settings", slug, edition.year)
    return render(
        request,
        "awards/new_edition.html",
        {"competition": competition, "latest": latest, "form": form},
    )


@login_required
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Dates, categories and rules of an edition on one page."""
    edition = find_managed(request, slug, year)
    form = EditionForm(request.POST or None, instance=edition, is_settled=_is_settled(edition))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zmiany zapisane."))
        return redirect("awards:settings", slug, form.instance.year)
    return _settings_page(request, edition, form, RegulationsForm())


def _settings_page(
    request: HttpRequest, edition: Edition, form: EditionForm, regulations_form: RegulationsForm
) -> HttpResponse:
    return render(
        request,
        "awards/settings.html",
        {
            "edition": edition,
            "form": form,
            "categories": edition.categories.prefetch_related("criteria"),
            "regulations": edition.regulations.select_related("file"),
            "regulations_form": regulations_form,
            "can_set_rules": permissions.can_set_rules(request.user, edition),
            "moves": moves_of(edition),
        },
    )


def _is_settled(edition: Edition) -> bool:
    return edition.stage not in (EditionStage.DRAFT, EditionStage.ANNOUNCED)


def moves_of(edition: Edition) -> list[EditionMove]:
    """Moves that an official makes; those by the clock make themselves."""
    return [move for move in edition_stages.allowed_moves(edition) if not move.automatic]


@login_required
@require_http_methods(["GET", "POST"])
def edit_category(request: HttpRequest, slug: str, year: int, category: str = "") -> HttpResponse:
    """The rules and criteria of a category; a new one without an address."""
    edition = find_managed(request, slug, year)
    require(permissions.can_set_rules(request.user, edition))
    found = find_category(edition, category) if category else Category(edition=edition)
    data = request.POST or None
    form = CategoryForm(data, instance=found)
    criteria = CriteriaFormSet(data, instance=found, prefix="kryteria")
    if request.method == "POST" and form.is_valid() and criteria.is_valid():
        saved = form.save(commit=False)
        if not saved.slug:
            saved.slug = editions.category_slug(saved)
        saved.save()
        criteria.instance = saved
        criteria.save()
        messages.success(request, _("Kategoria zapisana."))
        return redirect("awards:settings", slug, year)
    return render(
        request,
        "awards/edit_category.html",
        {"edition": edition, "category": found, "form": form, "criteria": criteria},
    )


@login_required
@posted_from("awards:settings")
def add_regulations(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A new version of the rules: uploaded, or written from the settings."""
    edition = find_managed(request, slug, year)
    form = RegulationsForm(request.POST, request.FILES)
    if not form.is_valid():
        dates = EditionForm(instance=edition, is_settled=_is_settled(edition))
        return _settings_page(request, edition, dates, form)
    if form.cleaned_data["file"]:
        file = store_upload(form.cleaned_data["file"], uploaded_by=request.user)
        editions.add_regulations(
            edition=edition, file=file, actor=request.user, note=form.cleaned_data["note"]
        )
        messages.success(request, _("Regulamin dodany."))
    else:
        editions.generate_regulations(
            edition=edition, actor=request.user, note=form.cleaned_data["note"]
        )
        messages.success(request, _("Regulamin wygenerowany z ustawień."))
    return redirect("awards:settings", slug, year)


@login_required
@require_http_methods(["GET", "POST"])
def change_stage(request: HttpRequest, slug: str, year: int, target: str) -> HttpResponse:
    """Says what stands in the way, asks for a reason where one is due, then moves."""
    edition = find_managed(request, slug, year)
    move = next((m for m in edition_stages.allowed_moves(edition) if m.target == target), None)
    if move is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = EditionStageForm(data, needs_reason=move.needs_reason)
    if request.method == "POST" and form.is_valid():
        with Told(request, form=form):
            if move.target == EditionStage.ANNOUNCED:
                edition_stages.announce(edition=edition, actor=request.user)
            else:
                edition_stages.change_stage(
                    edition=edition,
                    target=move.target,
                    actor=request.user,
                    reason=form.cleaned_data.get("reason", ""),
                )
            stage = EditionStage(edition.stage).label
            messages.success(request, _("Etap: %(stage)s.") % {"stage": stage})
            return redirect("awards:work", slug, year)
    return render(
        request,
        "awards/change_stage.html",
        {
            "edition": edition,
            "form": form,
            "move": move,
            "refusal": edition_stages.refusal(edition, move),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def postpone(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Another moment for the results."""
    edition = find_managed(request, slug, year)
    form = PostponeForm(request.POST or None, initial={"results_at": edition.results_at})
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Nowa chwila ogłoszenia jest zapisana."), form):
            editions.postpone_results(edition=edition, actor=request.user, **form.cleaned_data)
            return redirect("awards:work", slug, year)
    return _form(request, form, _("Przełóż ogłoszenie wyników"), edition.get_absolute_url())


def _form(request: HttpRequest, form: object, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "submit": _("Zapisz"), "cancel_url": back}
    return render(request, "layouts/form.html", context)
