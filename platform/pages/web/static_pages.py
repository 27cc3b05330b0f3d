"""Static pages: reading, and for administrators writing, comparing and showing versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.constants import NONCE
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Max, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.refusals import Refusal
from accounts.told import Told
from accounts.typed_numbers import typed_numbers
from documents.redline import diff_words
from pages import rich_text
from pages.domain import static_pages
from pages.freshness import fresh_for_anonymous
from pages.models import PageVersion, StaticPage
from pages.web.forms import StateReasonForm
from pages.web.page_forms import MomentForm, PageForm, values_of

PAGE_SIZE = 30
VERSIONS_SHOWN = 50


def editor_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page with the editor: for signed-in people, its import map let in by a nonce."""
    allowed: Any = csp_update({"script-src": [NONCE]})(view)
    return login_required(require_http_methods(["GET", "POST"])(allowed))


def sign(request: HttpRequest, slug: str) -> object:
    """What changes whenever a page does, also when a version's moment comes."""
    page = StaticPage.objects.live().with_shown_version().filter(slug=slug).first()
    return (page.pk, page.shown_version_id) if page else None  # type: ignore[attr-defined]


@require_safe
@fresh_for_anonymous(sign)
def static_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page in the reader's language; administrators come from here to its versions."""
    is_editor = static_pages.can_edit(request.user)
    page = get_object_or_404(StaticPage.objects.visible_to(request.user), slug=slug)
    version = static_pages.shown_version(page)
    if version is None:
        return redirect("pages:page_versions", slug)
    return render(request, "pages/static_page.html", _reading(page, version, can_edit=is_editor))


@login_required
@require_safe
def page_list(request: HttpRequest) -> HttpResponse:
    """All pages in every state."""
    _require_editor(request)
    texts = Prefetch("versions", PageVersion.objects.prefetch_related("texts"))
    rows = StaticPage.objects.with_shown_version().annotate(
        version_count=Count("versions"), newest=Max("versions__number")
    )
    rows = rows.prefetch_related(texts).order_by("slug")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "pages/static_page_list.html", {"page": page})


@editor_page
def new_page(request: HttpRequest) -> HttpResponse:
    """Begin a page."""
    _require_editor(request)
    form = PageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            page = static_pages.create_page(
                slug=form.cleaned_data["slug"],
                writings=form.writings(),
                author=request.user,
                note=form.cleaned_data["note"],
            )
        except Refusal as refused:
            form.add_error("slug", str(refused))
        else:
            messages.success(request, _("Szkic zapisany. Sprawdź go i opublikuj."))
            return redirect("pages:page_version", page.slug, 1)
    return _form_page(request, form)


@editor_page
def edit_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the next version, beginning with the newest one."""
    page = _page(request, slug)
    newest = static_pages.versions_of(page)[0]
    form = PageForm(request.POST or None, initial=values_of(page, newest))
    if request.method == "POST" and form.is_valid():
        try:
            version = static_pages.save_version(
                page,
                slug=form.cleaned_data["slug"],
                writings=form.writings(),
                author=request.user,
                based_on=form.cleaned_data["based_on"] or 0,
                note=form.cleaned_data["note"],
            )
        except Refusal as refused:
            form.add_error(None, str(refused))
            form.begin_from(newest.number)
        else:
            messages.success(request, _("Nowa wersja zapisana. Sprawdź ją i opublikuj."))
            return redirect("pages:page_version", page.slug, version.number)
    return _form_page(request, form, page=page, newest=newest)


@login_required
@require_safe
def page_versions(request: HttpRequest, slug: str) -> HttpResponse:
    """The versions of a page, and what changed between two of them."""
    page = _page(request, slug)
    versions = list(static_pages.versions_of(page)[:VERSIONS_SHOWN])
    shown = static_pages.shown_version(page)
    context = {"page": page, "versions": versions, "shown": shown, "moment_form": MomentForm()}
    context["changes"] = page.changes.select_related("actor", "version")[:VERSIONS_SHOWN]
    numbers = typed_numbers(request.GET.get(name, "") for name in ("stara", "nowa"))
    if len(numbers) == 2:
        old, new = (_version(page, number) for number in numbers)
        context |= {"old": old, "new": new, "differences": _differences(old, new)}
    return render(request, "pages/page_versions.html", context)


@login_required
@require_safe
def page_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A version as readers would see it."""
    page = _page(request, slug)
    context = _reading(page, _version(page, number), can_edit=True)
    context |= {"is_preview": True, "shown": static_pages.shown_version(page)}
    context["moment_form"] = MomentForm()
    return render(request, "pages/static_page.html", context)


@login_required
@require_POST
def show_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a version to everybody, at once or from a moment on."""
    page = _page(request, slug)
    form = MomentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nie rozumiemy tej daty. Podaj dzień i godzinę."))
        return redirect("pages:page_version", slug, number)
    version = _version(page, number)
    at = form.cleaned_data["at"]
    version = static_pages.show_version(version, actor=request.user, at=at)
    if at and at == version.visible_from:
        messages.success(request, _("Wersja pojawi się w wybranej chwili."))
        return redirect("pages:page_versions", slug)
    messages.success(request, _("Strona jest opublikowana."))
    return redirect(page)


@login_required
@require_POST
def restore_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Bring an earlier version back as a new draft."""
    page = _page(request, slug)
    note = _("Przywrócona wersja %(number)d") % {"number": number}
    version = static_pages.restore_version(_version(page, number), actor=request.user, note=note)
    messages.success(request, _("Powstała nowa wersja o dawnej treści. Sprawdź ją i opublikuj."))
    return redirect("pages:page_version", slug, version.number)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a page down, with a reason."""
    page = _page(request, slug)
    form = StateReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Strona jest wycofana."), form):
            static_pages.withdraw(page, actor=request.user, reason=form.cleaned_data["reason"])
            return redirect("pages:page_versions", slug)
    context = {
        "form": form,
        "title": _("Wycofać stronę?"),
        "text": _("Czytelnicy przestaną ją widzieć. Wersje zostaną."),
        "confirm": _("Wycofaj"),
        "kind": "danger",
        "cancel_url": page.get_absolute_url(),
    }
    return render(request, "layouts/confirm.html", context)


def _require_editor(request: HttpRequest) -> None:
    if not static_pages.can_edit(request.user):
        raise PermissionDenied


def _page(request: HttpRequest, slug: str) -> StaticPage:
    _require_editor(request)
    return get_object_or_404(StaticPage, slug=slug)


def _version(page: StaticPage, number: int) -> PageVersion:
    found = static_pages.versions_of(page).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _reading(page: StaticPage, version: PageVersion, *, can_edit: bool) -> dict[str, Any]:
    text = static_pages.text_in(version, get_language())
    return {
        "page": page,
        "version": version,
        "text": text,
        "html": mark_safe(text.body),  # noqa: S308 (cleaned by rich_text before it was kept)
        "is_translated": text.language == get_language(),
        "can_edit": can_edit,
    }


def _differences(old: PageVersion, new: PageVersion) -> list[dict[str, Any]]:
    """Each language that either version has, with the runs of its text."""
    texts = [{text.language: text for text in version.texts.all()} for version in (old, new)]
    return [
        {
            "language": language,
            "segments": diff_words(*(_plain(row, language) for row in texts)),
        }
        for language in dict.fromkeys([*texts[0], *texts[1]])
    ]


def _plain(texts: dict[str, Any], language: str) -> str:
    text = texts.get(language)
    if text is None:
        return ""
    return "\n\n".join([text.title, text.summary, *rich_text.lines(text.body)])


def _form_page(request: HttpRequest, form: PageForm, **more: Any) -> HttpResponse:
    status = 409 if form.errors else 200
    return render(request, "pages/static_page_form.html", {"form": form} | more, status=status)
