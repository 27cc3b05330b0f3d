"""Writing news and calls, moving them on, and the contact form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from documents.storing import store_upload
from pages.domain import calls, letters, publishing
from pages.domain.publishers import publishers_of
from pages.limits import Limit, spend
from pages.models import Call, News, PublicationState
from pages.web.forms import CallForm, LetterForm, NewsForm, PublicationForm, StateReasonForm
from pages.web.reading import find, targets
from pages.web.sections import SECTIONS, Section

PAGE_SIZE = 30
LETTERS = Limit("letters", 5)
REASONED = (PublicationState.REFUSED, PublicationState.WITHDRAWN)


@login_required
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """What the person's institutions publish, in every state; for administrators, of all."""
    if not publishers_of(request.user):
        raise PermissionDenied
    lists = []
    for section in SECTIONS.values():
        rows: Any = section.model.objects.visible_to(request.user)
        if not publishing.can_moderate(request.user):
            rows = rows.written_by(request.user)
        page = Paginator(rows.order_by("-updated_at"), PAGE_SIZE).get_page(
            request.GET.get(section.path)
        )
        lists.append((section, page))
    return render(request, "pages/own_publications.html", {"lists": lists})


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, section: str) -> HttpResponse:
    """Begin a draft."""
    place = SECTIONS[section]
    if not publishers_of(request.user):
        raise PermissionDenied
    form = place.form(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        row = _save(request, form)
        messages.success(request, _("Szkic zapisany. Sprawdź go i wyślij do publikacji."))
        return redirect(row)
    return _form_page(request, place, form)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, section: str, slug: str) -> HttpResponse:
    """Change a text in any state."""
    place = SECTIONS[section]
    row = find(request, section, slug)
    if not publishing.can_edit(request.user, row):
        raise PermissionDenied
    form = place.form(request.POST or None, request.FILES or None, instance=row, user=request.user)
    if request.method == "POST" and form.is_valid():
        row = _save(request, form)
        if row.state == PublicationState.PROPOSED:
            messages.success(request, _("Zmiany zapisane. Tekst czeka na moderatora."))
        else:
            messages.success(request, _("Zmiany zapisane."))
        return redirect(row)
    return _form_page(request, place, form, row=row)


@login_required
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, section: str, slug: str, target: str) -> HttpResponse:
    """Send to the moderator, publish, send back, withdraw; the last two ask for a reason."""
    row = find(request, section, slug)
    if target not in PublicationState.values:
        raise Http404
    wanted = PublicationState(target)
    if wanted not in targets(request.user, row):
        raise PermissionDenied
    form = StateReasonForm(request.POST or None) if wanted in REASONED else None
    if request.method == "POST" and (form is None or form.is_valid()):
        reason = form.cleaned_data["reason"] if form else ""
        with Told(request, _("Zmieniono stan: %(state)s.") % {"state": wanted.label}, form) as told:
            publishing.change_state(row, wanted, actor=request.user, reason=reason)
        if form is None or not told.refused:
            return redirect(row)
    context = {"section": SECTIONS[section], "row": row, "target": wanted, "form": form}
    return render(request, "pages/move_publication.html", context)


@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """A letter to those who run the portal, with or without an account."""
    user: Any = request.user
    known = {"name": str(user), "email": user.email} if user.is_authenticated else {}
    form = LetterForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        fields = {name: form.cleaned_data[name] for name in ("name", "email", "subject", "text")}
        with Told(request, _("Dziękujemy, list został wysłany. Odpowiemy e-mailem."), form):
            spend(LETTERS, user if user.is_authenticated else fields["email"])
            letters.send_letter(**fields, author=user, submission_key=form.cleaned_data["key"])
            return redirect("pages:contact")
    status = 409 if form.errors else 200
    return render(request, "pages/contact.html", {"form": form}, status=status)


def _save(request: HttpRequest, form: PublicationForm) -> News | Call:
    row: News | Call = form.save(commit=False)
    with _files(request, form) as files, transaction.atomic():
        if isinstance(row, News) and files:
            row.picture = files[0]
        if row.pk is None:
            publishing.create(row, author=request.user, publisher=form.chosen_publisher)
        else:
            row = publishing.save_changes(row, actor=request.user, publisher=form.chosen_publisher)
        if isinstance(row, Call):
            row.counties.set(form.cleaned_data["counties"])
            calls.detach(row, [file.pk for file in form.cleaned_data.get("removed") or []])
            calls.attach(row, files)
    return row


@contextmanager
def _files(request: HttpRequest, form: PublicationForm) -> Iterator[list[Any]]:
    """The uploaded files, stored before the transaction that needs them."""
    if isinstance(form, CallForm):
        with calls.stored(form.cleaned_data["documents"], uploaded_by=request.user) as files:
            yield files
    elif isinstance(form, NewsForm) and form.upload:
        yield [store_upload(form.upload, uploaded_by=request.user)]
    else:
        yield []


def _form_page(
    request: HttpRequest, section: Section, form: PublicationForm, **more: Any
) -> HttpResponse:
    context = {"section": section, "form": form} | more
    status = 409 if form.errors else 200
    return render(request, "pages/publication_form.html", context, status=status)
