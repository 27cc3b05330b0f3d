"""Asking for an accessible version of a material, and telling where it is."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.refusals import Refusal
from pages.limits import Limit, spend
from standards.domain import library
from standards.web.access import require
from standards.web.form_page import form_page
from standards.web.library import find_material, is_own

ASKED = Limit("accessible-versions", 20)


class AlternativeForm(forms.Form):
    """Where the accessible version is."""

    text = forms.CharField(
        label=gettext_lazy("Wersja dostępna"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Gdzie jest tekst alternatywny, napisy lub dokument dostępny cyfrowo."
        ),
    )


@login_required
@require_POST
def ask_for_alternative(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody cannot use the material as it is."""
    found = find_material(request, slug)
    try:
        spend(ASKED, request.user)
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        library.ask_for_alternative(material=found, actor=request.user)
        messages.success(
            request, _("Przekazaliśmy prośbę. Napiszemy, gdy wersja dostępna będzie gotowa.")
        )
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def give_alternative(request: HttpRequest, slug: str) -> HttpResponse:
    """Whoever shared the material, or a moderator, says where the accessible version is."""
    found = find_material(request, slug)
    require(is_own(request.user, found))
    form = AlternativeForm(request.POST or None, initial={"text": found.accessible_alternative})
    if request.method == "POST" and form.is_valid():
        library.give_alternative(material=found, text=form.cleaned_data["text"], actor=request.user)
        return redirect(found)
    return form_page(
        request, form, title=_("Wersja dostępna"), submit=_("Zapisz"),
        back=found.get_absolute_url(), parent=found.title,
    )  # fmt: skip
