"""Following things from their pages, and the list of what one follows."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.views.signed_in import SignedInRequest
from accounts.way_back import leads_back
from notifications.domain.followables import NotFollowable, find_followable
from notifications.domain.subscriptions import follow, followed_by, unfollow
from notifications.forms import TopicsForm
from notifications.models import Subscription
from notifications.topics import address_of

PAGE_SIZE = 50


@login_required
@require_POST
def start(request: SignedInRequest, model_label: str, pk: str) -> HttpResponse:
    """Follow a thing."""
    target = _target(request, model_label, pk)
    follow(request.user, target)
    return _answer(request, target, following=True)


@login_required
@require_POST
def stop(request: SignedInRequest, model_label: str, pk: str) -> HttpResponse:
    """Stop following a thing."""
    target = _target(request, model_label, pk)
    unfollow(request.user, target)
    return _answer(request, target, following=False)


@login_required
@require_GET
def followed(request: SignedInRequest) -> HttpResponse:
    """Everything the person follows."""
    page = Paginator(followed_by(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    rows = [(row, address_of(row.target)) for row in page if row.target]
    return render(request, "notifications/followed.html", {"page_obj": page, "rows": rows})


@login_required
@require_http_methods(["GET", "POST"])
def topics(request: SignedInRequest) -> HttpResponse:
    """Following all of a county or of a field."""
    # An empty answer is one too: nothing ticked.
    data = request.POST if request.method == "POST" else None
    form = TopicsForm(data, user=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Zapisaliśmy, co obserwujesz."))
        return redirect("notifications:followed")
    context = {
        "form": form,
        "title": _("Powiaty i dziedziny"),
        "lead": _(
            "Powiemy Ci o nowych konsultacjach, wydarzeniach, naborach i poszukiwaniach partnerów "
            "w wybranych powiatach i dziedzinach."
        ),
        "submit": _("Zapisz"),
        "cancel_url": reverse("notifications:followed"),
    }
    return render(request, "layouts/form.html", context)


@login_required
@require_POST
def stop_following(request: SignedInRequest, pk: int) -> HttpResponse:
    """Stop from the list, also where the thing itself can no longer be seen."""
    get_object_or_404(Subscription, pk=pk, user=request.user).delete()
    return redirect("notifications:followed")


def _target(request: SignedInRequest, model_label: str, pk: str) -> models.Model:
    try:
        return find_followable(model_label, pk, request.user)
    except NotFollowable as error:
        raise Http404 from error


def _answer(request: SignedInRequest, target: models.Model, *, following: bool) -> HttpResponse:
    """The new button for HTMX; without JavaScript, back to where the person was."""
    if request.headers.get("HX-Request"):
        context = {"label": target._meta.label_lower, "pk": target.pk, "following": following}
        return render(request, "notifications/follow_button.html", context)
    back = request.POST.get("next", "")
    if leads_back(back):
        return redirect(back)
    return redirect("notifications:followed")
