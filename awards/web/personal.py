"""Pages behind personal links in letters; they need no account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from awards.domain import checking, consents, letters
from awards.models import Consent, Recommendation
from awards.web.forms import RecommendationForm


@require_http_methods(["GET", "POST"])
def consent(request: HttpRequest, key: str) -> HttpResponse:
    """The nominee reads what was written, and says yes or no."""
    nomination = consents.find_asked(key)
    if nomination is None:
        raise Http404
    if request.method == "POST" and request.POST.get("answer") in ("yes", "no"):
        agrees = request.POST["answer"] == "yes"
        thanks = _("Dziękujemy, zapisaliśmy Twoją zgodę.") if agrees else _("Zapisaliśmy odmowę.")
        with Told(request, thanks):
            consents.answer(nomination=nomination, agrees=agrees)
        return redirect("awards:consent", key)
    return render(
        request,
        "awards/consent.html",
        {
            "nomination": nomination,
            "category": nomination.category,
            "edition": nomination.edition,
            "is_waiting": nomination.consent == Consent.ASKED,
            "can_withdraw": nomination.consent == Consent.GIVEN and not nomination.is_settled,
        },
    )


@require_http_methods(["GET", "POST"])
def recommend(request: HttpRequest, key: str) -> HttpResponse:
    """A third person writes a letter, or declines."""
    letter = (
        Recommendation.objects.filter(pk=letters.read_key(key, "recommendation"))
        .select_related("nomination__category__edition__competition__public_body")
        .first()
    )
    if letter is None:
        raise Http404
    declines = "decline" in request.POST
    data = request.POST if request.method == "POST" else None
    form = RecommendationForm(data, declines=declines)
    if request.method == "POST" and form.is_valid():
        thanks = _("Zapisaliśmy odmowę.") if declines else _("Dziękujemy za rekomendację.")
        with Told(request, thanks, form):
            checking.answer_recommendation(
                letter=letter, text=form.cleaned_data["text"], declines=declines
            )
            return redirect("awards:recommend", key)
    return render(
        request,
        "awards/recommend.html",
        {
            "letter": letter,
            "nomination": letter.nomination,
            "edition": letter.nomination.edition,
            "form": form,
            "is_done": bool(letter.written_at or letter.declined_at),
        },
    )
