"""The audience's vote, and how the office watches over it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.in_person import in_person
from accounts.models import User
from accounts.told import Told
from accounts.typed_numbers import typed_number
from awards.domain import queries, voting
from awards.models import Category, Edition, Nomination
from awards.web.access import find_edition, find_managed
from pages.guarded_forms import GuardedForm

KINDS = ("place", "domain")


class VoteForm(GuardedForm, forms.Form):
    """One nominee; without an account also an address to confirm."""

    nominee = forms.ModelChoiceField(
        label=gettext_lazy("Na kogo głosujesz"),
        queryset=Nomination.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    email = forms.EmailField(
        label=gettext_lazy("Twój e-mail"),
        help_text=gettext_lazy("Wyślemy odnośnik, po którego kliknięciu policzymy głos."),
    )

    def __init__(self, *args: Any, category: Category, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nominees = Nomination.objects.public().filter(category=category)
        choice = cast(forms.ModelChoiceField, self.fields["nominee"])
        choice.queryset = nominees.order_by("nominee_name")
        if user.is_authenticated:
            del self.fields["email"]


@in_person
@require_http_methods(["GET", "POST"])
def vote(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """All categories in which the audience votes, one form each."""
    edition = find_edition(request, slug, year)
    if not edition.takes_votes:
        messages.error(request, _("Głosowanie publiczności teraz nie trwa."))
        return redirect(edition)
    categories = list(edition.categories.filter(has_public_vote=True))
    groups = [_group(request, category) for category in categories]
    for group in groups:
        form = group["form"]
        if form.is_bound and form.is_valid():
            with Told(request, form=form):
                _cast(request, form)
                return redirect("awards:vote", slug, year)
    return render(
        request,
        "awards/vote.html",
        {"edition": edition, "groups": groups, "form": _bound(groups)},
    )


def _group(request: HttpRequest, category: Category) -> dict[str, Any]:
    is_sent = request.method == "POST" and request.POST.get("category") == str(category.pk)
    form = VoteForm(
        request.POST if is_sent else None,
        category=category,
        user=request.user,
        auto_id=f"id_{category.pk}_%s",
    )
    return {
        "category": category,
        "form": form,
        "has_voted": voting.has_voted(request.user, category),
    }


def _bound(groups: list[dict[str, Any]]) -> Any:
    return next((group["form"] for group in groups if group["form"].is_bound), None)


def _cast(request: HttpRequest, form: VoteForm) -> None:
    place = request.META.get("REMOTE_ADDR", "")
    nominee = form.cleaned_data["nominee"]
    if isinstance(request.user, User):
        voting.vote_with_account(nomination=nominee, user=request.user, place=place)
        messages.success(request, _("Dziękujemy, głos jest policzony."))
        return
    voting.vote_by_letter(
        nomination=nominee,
        address=form.cleaned_data["email"],
        place=place,
        paid=form.is_proven,
    )
    messages.success(request, _("Sprawdź pocztę i potwierdź głos. Odnośnik działa 3 dni."))


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """The page behind the letter: one click counts the vote."""
    found = voting.find_vote(key)
    if found is None:
        raise Http404
    if request.method == "POST":
        with Told(request, _("Dziękujemy, głos jest policzony.")):
            voting.confirm_vote(key=key)
        return redirect("awards:confirm_vote", key)
    return render(request, "awards/confirm_vote.html", {"vote": found})


@login_required
@require_http_methods(["GET", "POST"])
def votes(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Counts and suspicious patterns, for the office."""
    edition = find_managed(request, slug, year)
    if request.method == "POST":
        _annul(request, edition)
        return redirect("awards:votes", slug, year)
    boards = [_board(category) for category in edition.categories.filter(has_public_vote=True)]
    return render(request, "awards/votes.html", {"edition": edition, "boards": boards})


def _board(category: Category) -> dict[str, Any]:
    return {
        "category": category,
        "results": voting.results_of(category),
        "patterns": voting.suspicious_patterns(category),
        **voting.counts_of(category),
    }


def _annul(request: HttpRequest, edition: Edition) -> None:
    key = typed_number(request.POST.get("category"))
    category = get_object_or_404(edition.categories, pk=key)
    kind, value = request.POST.get("kind", ""), request.POST.get("value", "")
    reason = request.POST.get("reason", "").strip()[:300]
    if kind not in KINDS or not value or not reason:
        messages.error(request, _("Podaj powód unieważnienia."))
        return
    count = voting.annul(category=category, pattern_kind=kind, value=value, reason=reason)
    messages.success(
        request,
        ngettext("Unieważniono %(count)d głos.", "Unieważniono %(count)d głosów.", count)
        % {"count": count},
    )


@login_required
@require_safe
def statistics(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Nominations by category, county, field and state."""
    edition = find_managed(request, slug, year)
    figures = queries.statistics(edition)
    groups = [
        (_("Kategoria"), figures["category"]),
        (_("Powiat"), figures["county"]),
        (_("Dziedzina"), figures["field"]),
        (_("Stan"), figures["state"]),
    ]
    return render(request, "awards/statistics.html", {"edition": edition, "groups": groups})
