"""Searches that a person keeps."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organizations.domain.saved_searches import KEPT_BY_PERSON, canonical_query, save_search
from organizations.web.access import signed_in


class SaveSearchForm(forms.Form):
    """A name for the filters in force."""

    name = forms.CharField(label=gettext_lazy("Nazwa wyszukiwania"), max_length=120)


@login_required
@require_http_methods(["GET", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Keep the filters that the address carries."""
    query = canonical_query(request.GET.urlencode())
    form = SaveSearchForm(request.POST or None, initial={"name": request.GET.get("q", "")})
    if request.method == "POST" and form.is_valid():
        if signed_in(request).saved_searches.count() >= KEPT_BY_PERSON:
            messages.error(request, _("Masz już 50 zapisanych wyszukiwań. Usuń któreś."))
        else:
            save_search(user=signed_in(request), name=form.cleaned_data["name"], query=query)
            messages.success(request, _("Zapisane. Powiadomimy Cię o nowych organizacjach."))
        return redirect("organizations:saved_searches")
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zapisz wyszukiwanie"),
            "lead": _("Damy Ci znać, gdy w spisie pojawią się nowe organizacje z tymi filtrami."),
            "submit": _("Zapisz"),
            "cancel_url": f"{redirect('organizations:list').url}?{query}",
        },
    )


@login_required
@require_GET
def saved_searches(request: HttpRequest) -> HttpResponse:
    """One's own searches."""
    return render(
        request,
        "organizations/saved_searches.html",
        {"searches": signed_in(request).saved_searches.all()},
    )


@login_required
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep it no longer."""
    get_object_or_404(signed_in(request).saved_searches, pk=pk).delete()
    messages.success(request, _("Usunięto zapisane wyszukiwanie."))
    return redirect("organizations:saved_searches")
