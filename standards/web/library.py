"""The materials library and the bank of practices."""

from __future__ import annotations

from typing import Any, cast

import django_filters
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.told import Told
from documents.forms import CheckedFileField
from documents.serving import file_response
from organizations.domain.queries import organizations_of
from organizations.models import PublicBody
from standards.domain import library
from standards.models import (
    Collection,
    Licence,
    Material,
    MaterialKind,
    Moderation,
    Practice,
    Standard,
)
from standards.web.access import require
from standards.web.form_page import form_page
from standards.web.meeting_forms import NewFileForm, ReasonForm
from standards.web.uploads import ANY_FILE, stored
from territory.reference import county_choices

PAGE_SIZE = 24


class MaterialFilter(django_filters.FilterSet):
    """Words, kind, language, licence, standard, tag."""

    q = django_filters.CharFilter(method="by_words", label=gettext_lazy("Szukaj"))
    kind = django_filters.ChoiceFilter(
        choices=MaterialKind.choices,
        label=gettext_lazy("Rodzaj"),
        empty_label=gettext_lazy("każdy"),
    )
    standard = django_filters.ModelChoiceFilter(
        queryset=Standard.objects.filter(is_listed=True),
        label=gettext_lazy("Standard"),
        empty_label=gettext_lazy("każdy"),
    )
    language = django_filters.ChoiceFilter(
        choices=settings.LANGUAGES,
        label=gettext_lazy("Język"),
        empty_label=gettext_lazy("każdy"),
    )
    licence = django_filters.ChoiceFilter(
        choices=Licence.choices, label=gettext_lazy("Licencja"), empty_label=gettext_lazy("każda")
    )
    tag = django_filters.CharFilter(method="by_tag", label=gettext_lazy("Tag"))

    class Meta:
        model = Material
        fields = ["q", "kind", "standard", "language", "licence", "tag"]

    def by_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """By the words typed."""
        return library.search(rows, value)

    def by_tag(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """With exactly this tag."""
        return rows.filter(tags__contains=[value.strip().lower()])


class MaterialForm(forms.ModelForm):
    """What is shared, and on what terms."""

    upload = CheckedFileField(label=gettext_lazy("Plik"), allowed=ANY_FILE, required=False)

    class Meta:
        model = Material
        fields = [
            "title", "kind", "summary", "link", "creator", "licence", "language", "tags",
            "standard", "organization", "event_url", "accessible_alternative",
        ]  # fmt: skip
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "accessible_alternative": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["title", "kind", "summary", "upload", "link"])
        mine = cast(forms.ModelChoiceField, self.fields["organization"])
        mine.queryset = organizations_of(user)
        standards = cast(forms.ModelChoiceField, self.fields["standard"])
        standards.queryset = Standard.objects.visible_to(user)

    def clean_tags(self) -> list[str]:
        """In lower case, each once."""
        return list(dict.fromkeys(tag.strip().lower() for tag in self.cleaned_data["tags"] if tag))

    def clean(self) -> dict[str, Any]:
        """A file or a link; and a word about accessibility of recordings and pictures."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("upload") and not cleaned.get("link"):
            self.add_error("upload", _("Dodaj plik albo link."))
        if cleaned.get("kind") == MaterialKind.RECORDING and not cleaned.get(
            "accessible_alternative"
        ):
            self.add_error(
                "accessible_alternative",
                _("Napisz, gdzie są napisy lub transkrypcja, albo że ich nie ma."),
            )
        return cleaned


class PracticeForm(forms.ModelForm):
    """A short case."""

    class Meta:
        model = Practice
        fields = ["title", "standard", "public_body", "situation", "action", "result", "contact"]
        widgets = {
            name: forms.Textarea(attrs={"rows": 4}) for name in ("situation", "action", "result")
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standards = cast(forms.ModelChoiceField, self.fields["standard"])
        standards.queryset = Standard.objects.visible_to(user)
        bodies = cast(forms.ModelChoiceField, self.fields["public_body"])
        bodies.queryset = PublicBody.objects.order_by("name")


class QuestionForm(forms.Form):
    """A question about a practice."""

    text = forms.CharField(
        label=gettext_lazy("Twoje pytanie"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """The answer."""

    text = forms.CharField(
        label=gettext_lazy("Odpowiedź"), max_length=3000, widget=forms.Textarea(attrs={"rows": 4})
    )


class CollectionForm(forms.ModelForm):
    """Materials for one need."""

    class Meta:
        model = Collection
        fields = ["title", "description", "materials"]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "materials": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        materials = cast(forms.ModelMultipleChoiceField, self.fields["materials"])
        materials.queryset = Material.objects.filter(state=Moderation.PUBLISHED).order_by("title")


class PracticeFilter(django_filters.FilterSet):
    """Standard and county."""

    standard = django_filters.ModelChoiceFilter(
        queryset=Standard.objects.filter(is_listed=True),
        label=gettext_lazy("Standard"),
        empty_label=gettext_lazy("każdy"),
    )
    powiat = django_filters.ChoiceFilter(
        choices=county_choices,
        method="by_county",
        label=gettext_lazy("Powiat"),
        empty_label=gettext_lazy("wszystkie"),
    )

    class Meta:
        model = Practice
        fields = ["standard", "powiat"]

    def by_county(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Of offices in the county."""
        return rows.filter(public_body__area__teryt__startswith=value)


@require_safe
def materials(request: HttpRequest) -> HttpResponse:
    """Everything that the person may see."""
    filters = MaterialFilter(request.GET, queryset=library.materials_for_list(request.user))
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "standards/materials.html",
        {
            "filter": filters,
            "page": page,
            "collections": Collection.objects.all(),
            "can_share": library.can_share(request.user),
            "can_moderate": library.can_moderate(request.user),
            "section_tab": "library",
        },
    )


@require_safe
def material(request: HttpRequest, slug: str) -> HttpResponse:
    """One material with its versions."""
    found = find_material(request, slug)
    return render(
        request,
        "standards/material.html",
        {
            "material": found,
            "versions": list(found.versions.select_related("file").defer("text")),
            "collections": found.collections.all(),
            "can_moderate": library.can_moderate(request.user),
            "is_own": is_own(request.user, found),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """Send a material in."""
    require(library.can_share(request.user))
    form = MaterialForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        with stored(form.cleaned_data["upload"], request.user, is_public=True) as file:
            shared = library.share_material(
                material=form.save(commit=False), file=file, actor=request.user
            )
        if shared.state == Moderation.PROPOSED:
            messages.success(request, _("Dziękujemy. Materiał pojawi się po sprawdzeniu."))
        return redirect(shared)
    return form_page(
        request, form, title=_("Dodaj materiał"), submit=_("Dodaj"), multipart=True,
        back=reverse("standards:materials"), parent=_("Biblioteka"),
        lead=_("Sprawdzamy zawartość plików i to, czy wolno je udostępnić."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_version(request: HttpRequest, slug: str) -> HttpResponse:
    """The next version of a material's file."""
    found = find_material(request, slug)
    require(is_own(request.user, found))
    form = NewFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with stored(form.cleaned_data["upload"], request.user, is_public=True) as file:
            library.add_version(
                material=found, file=file, note=form.cleaned_data["note"], actor=request.user
            )
        return redirect(found)
    return form_page(
        request, form, title=_("Nowa wersja pliku"), submit=_("Zapisz"), multipart=True,
        back=found.get_absolute_url(), parent=found.title,
    )  # fmt: skip


@require_safe
def download(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A version as a file, counted without tracking."""
    found = find_material(request, slug)
    version = get_object_or_404(found.versions.select_related("file"), number=number)
    library.count_download(found)
    return file_response(version.file, request=request, as_attachment="pokaz" not in request.GET)


@require_safe
def preview(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The first page of a version as a picture."""
    found = find_material(request, slug)
    rows = found.versions.filter(preview__isnull=False).select_related("preview")
    version = get_object_or_404(rows.defer("text"), number=number)
    if version.preview is None:
        raise Http404
    return file_response(version.preview, request=request, as_attachment=False)


@login_required
@require_http_methods(["GET", "POST"])
def moderate_material(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish or reject."""
    require(library.can_moderate(request.user))
    return _moderate(request, get_object_or_404(Material, slug=slug))


@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """Materials for one need."""
    found = get_object_or_404(Collection, slug=slug)
    rows = library.materials_for_list(request.user).filter(collections=found)
    context = {
        "collection": found,
        "materials": rows,
        "can_moderate": library.can_moderate(request.user),
    }
    return render(request, "standards/collection.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new_collection(request: HttpRequest) -> HttpResponse:
    """A new collection."""
    require(library.can_moderate(request.user))
    return _collection_form(request, None, _("Nowa kolekcja"))


@login_required
@require_http_methods(["GET", "POST"])
def edit_collection(request: HttpRequest, slug: str) -> HttpResponse:
    """Other materials in a collection."""
    require(library.can_moderate(request.user))
    return _collection_form(request, get_object_or_404(Collection, slug=slug), _("Kolekcja"))


@require_safe
def practices(request: HttpRequest) -> HttpResponse:
    """How offices used standards."""
    filters = PracticeFilter(request.GET, queryset=library.practices_for_list(request.user))
    page = Paginator(filters.qs.order_by("-created_at", "-pk"), PAGE_SIZE)
    return render(
        request,
        "standards/practices.html",
        {
            "filter": filters,
            "page": page.get_page(request.GET.get("page")),
            "can_share": library.can_share(request.user),
            "section_tab": "practices",
        },
    )


@require_safe
def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """One case with questions and answers."""
    found = _practice(request, slug)
    return render(
        request,
        "standards/practice.html",
        {
            "practice": found,
            "questions": found.questions.select_related("author"),
            "form": QuestionForm(),
            "can_answer": library.can_answer(request.user, found),
            "can_moderate": library.can_moderate(request.user),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def share_practice(request: HttpRequest) -> HttpResponse:
    """Send a practice in."""
    require(library.can_share(request.user))
    form = PracticeForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        shared = library.share_practice(practice=form.save(commit=False), actor=request.user)
        if shared.state == Moderation.PROPOSED:
            messages.success(request, _("Dziękujemy. Praktyka pojawi się po sprawdzeniu."))
        return redirect(shared)
    return form_page(
        request, form, title=_("Opisz praktykę"), submit=_("Dodaj"),
        back=reverse("standards:practices"), parent=_("Praktyki"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def moderate_practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish or reject."""
    require(library.can_moderate(request.user))
    return _moderate(request, get_object_or_404(Practice, slug=slug))


@login_required
@require_POST
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask about a practice."""
    found = _practice(request, slug)
    form = QuestionForm(request.POST)
    if form.is_valid():
        library.ask(practice=found, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Pytanie wysłane."))
        return redirect(found)
    return form_page(
        request, form, title=_("Zadaj pytanie"), submit=_("Zapytaj"),
        back=found.get_absolute_url(), parent=found.title,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Answer a question."""
    found = _practice(request, slug)
    require(library.can_answer(request.user, found))
    question = get_object_or_404(found.questions, pk=key)
    form = AnswerForm(request.POST or None, initial={"text": question.answer})
    if request.method == "POST" and form.is_valid():
        library.answer(question=question, actor=request.user, **form.cleaned_data)
        return redirect(found)
    return form_page(
        request, form, title=_("Odpowiedz"), lead=question.text, submit=_("Wyślij odpowiedź"),
        back=found.get_absolute_url(), parent=found.title,
    )  # fmt: skip


def _moderate(request: HttpRequest, row: Material | Practice) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Decyzja zapisana."), form):
            library.moderate(
                row=row,
                publish="opublikuj" in request.POST,
                reason=form.cleaned_data["reason"],
                actor=request.user,
            )
            return redirect(row)
    return render(request, "standards/moderate.html", {"row": row, "form": form})


def _collection_form(request: HttpRequest, found: Collection | None, title: str) -> HttpResponse:
    form = CollectionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        row = form.save(commit=False)
        if found is None:
            library.create_collection(collection=row)
        else:
            row.save()
        form.save_m2m()
        return redirect(row)
    return form_page(
        request, form, title=title, submit=_("Zapisz"), back=reverse("standards:materials"),
        parent=_("Biblioteka"),
    )  # fmt: skip


def find_material(request: HttpRequest, slug: str) -> Material:
    """A material that the person may see, or 404."""
    rows = Material.objects.visible_to(request.user).select_related("standard", "organization")
    found: Material | None = rows.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def _practice(request: HttpRequest, slug: str) -> Practice:
    rows = library.practices_for_list(request.user)
    found: Practice | None = rows.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def is_own(user: Any, found: Material) -> bool:
    """Whoever shared it, and moderators."""
    return library.can_moderate(user) or (
        user.is_authenticated and found.author_id is not None and found.author_id == user.pk
    )
