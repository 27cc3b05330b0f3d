"""The nominator's pages: beginning, writing, handing in, and what follows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.posted_from import posted_from
from accounts.refusals import Refusal
from accounts.told import Told
from accounts.typed_numbers import typed_number, typed_numbers
from awards.domain import checking, eligibility, nominating, permissions, queries
from awards.domain.comparing import changes_between
from awards.models import Category, Nomination, NominationNote, NominationState
from awards.web.access import (
    find_category,
    find_edition,
    find_nomination,
    find_own,
    require,
    signed_in,
)
from awards.web.forms import (
    AskRecommendationForm,
    CapacityForm,
    JoinForm,
    NominationFilesForm,
    NominationForm,
    NoteForm,
    ReasonForm,
)
from awards.web.notes import send_note
from documents.serving import file_response
from surveys.domain.answering import AnswerForm, answer_form, shown_answers

ON_A_PAGE = 20


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, slug: str, year: int, category: str) -> HttpResponse:
    """Eligibility questions and the role; then a draft is made."""
    found = find_category(find_edition(request, slug, year), category)
    if found.without_nomination:
        raise Http404
    if not found.edition.is_open:
        messages.error(request, _("Ta edycja nie przyjmuje teraz zgłoszeń."))
        return redirect(found)
    user = signed_in(request)
    data = request.POST or None
    form = CapacityForm(data, user=user, category=found)
    questions = answer_form(found.eligibility, data) if found.eligibility else None
    unmet: list[str] = []
    if request.method == "POST" and form.is_valid() and (questions is None or questions.is_valid()):
        if questions is not None and found.eligibility:
            unmet = eligibility.unmet(found.eligibility, questions.answers())
        if not unmet:
            with Told(request, form=form):
                draft = nominating.start_nomination(
                    category=found, user=user, capacity=form.capacity
                )
                return redirect("awards:edit_nomination", draft.key)
    return render(
        request,
        "awards/start.html",
        {
            "category": found,
            "edition": found.edition,
            "form": form,
            "questions": questions,
            "unmet": unmet,
            "nobody": not permissions.nominator_roles(user, found),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, key: UUID) -> HttpResponse:
    """The form; a draft may be saved at any time, whole or not."""
    nomination = find_own(request, key)
    if not permissions.can_edit_nomination(request.user, nomination):
        messages.error(request, _("Tego zgłoszenia nie można już zmienić."))
        return redirect(nomination)
    submits = request.method == "POST" and "submit" in request.POST
    forms = _Forms(request, nomination, complete=submits)
    if request.method == "POST" and forms.are_valid():
        with Told(request) as told:
            forms.save()
            if submits:
                nomination.refresh_from_db()
                nominating.submit_nomination(nomination=nomination, actor=request.user)
        if not told.refused:
            if submits:
                messages.success(
                    request, _("Zgłoszenie złożone. Potwierdzenie wysłaliśmy też pocztą.")
                )
                return redirect(nomination)
            messages.success(request, _("Szkic zapisany."))
            return redirect("awards:edit_nomination", key)
        nomination = find_own(request, key)
    return render(
        request,
        "awards/edit_nomination.html",
        {
            "nomination": nomination,
            "category": nomination.category,
            "edition": nomination.edition,
            "form": forms.main,
            "questions": forms.questions,
            "files_form": forms.files,
            "same": _same(nomination),
        },
    )


class _Forms:
    """The three forms of one page."""

    def __init__(self, request: HttpRequest, nomination: Nomination, *, complete: bool) -> None:
        self.request, self.nomination = request, nomination
        category: Category = nomination.category
        data = request.POST if request.method == "POST" else None
        files = request.FILES if request.method == "POST" else None
        self.main = NominationForm(data, instance=nomination, category=category, complete=complete)
        self.files = NominationFilesForm(data, files, category=category)
        self.questions: AnswerForm | None = None
        if category.form:
            self.questions = answer_form(
                category.form, data, initial=nomination.answers, complete=complete
            )

    def are_valid(self) -> bool:
        """All of them, so that every mistake is told at once."""
        forms: list[Any] = [self.main, self.files, self.questions]
        valid = [form.is_valid() for form in forms if form is not None]
        return all(valid)

    def save(self) -> None:
        """Keep what was typed and add what was chosen."""
        content = self.main.content
        if self.questions is not None:
            content["answers"] = self.questions.answers()
        uploads = self.files.cleaned_data.get("files") or []
        photo = self.files.cleaned_data.get("photo")
        chosen = [*uploads, photo] if photo else uploads
        with (
            nominating.stored(chosen, uploaded_by=self.request.user) as stored,
            transaction.atomic(),
        ):
            nominating.keep_draft(nomination=self.nomination, content=content)
            nominating.detach(nomination=self.nomination, keys=_keys(self.request, "remove_file"))
            if photo:
                nominating.set_photo(nomination=self.nomination, photo=stored[-1])
            nominating.attach(nomination=self.nomination, files=stored[: len(uploads)])


def _keys(request: HttpRequest, name: str) -> list[int]:
    return typed_numbers(request.POST.getlist(name))


def _same(nomination: Nomination) -> list[Nomination]:
    """Others' nominations of the same nominee: better to join than to compete."""
    if not nomination.nominee_name or not nomination.edition.is_open:
        return []
    return list(nominating.same_nominee(nomination)[:3])


@require_POST
def autosave(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep what was typed; asked by a script, so the answer is data and never a redirect."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": "signed-out"}, status=401)
    nomination = find_own(request, key)
    if not permissions.can_edit_nomination(request.user, nomination):
        return JsonResponse({"error": "closed"}, status=409)
    form = NominationForm(request.POST, instance=nomination, category=nomination.category)
    form.is_valid()  # what is wrong is left out, what is right is kept
    content = form.content
    content.pop("organization", None)
    if nomination.category.form:
        questions = answer_form(nomination.category.form, request.POST, complete=False)
        questions.is_valid()
        content["answers"] = questions.answers()
    try:
        nominating.keep_draft(nomination=nomination, content=content)
    except Refusal:
        return JsonResponse({"error": "closed"}, status=409)
    return JsonResponse({"saved_at": timezone.now().isoformat()})


@login_required
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Everything that the person nominated or joined."""
    page = Paginator(queries.own_nominations(request.user), ON_A_PAGE)
    return render(request, "awards/own.html", {"page": page.get_page(request.GET.get("page"))})


@login_required
@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """What became of a nomination, with all that its nominators may do."""
    nomination = find_nomination(request, key)
    if permissions.is_author(request.user, nomination) and nomination.is_draft:
        return redirect("awards:edit_nomination", key)
    # The office reads along; it writes beside its decisions.
    writes = permissions.is_nominator(request.user, nomination)
    return _page(request, nomination, NoteForm() if writes else None)


def _page(request: HttpRequest, nomination: Nomination, note_form: NoteForm | None) -> HttpResponse:
    is_author = permissions.is_author(request.user, nomination)
    return render(
        request,
        "awards/nomination.html",
        {
            "nomination": nomination,
            "category": nomination.category,
            "edition": nomination.edition,
            "is_author": is_author,
            "answers": answers_of(nomination),
            "changes": nomination.changes.select_related("actor"),
            "notes": nomination.notes.filter(room=NominationNote.Room.OFFICE).select_related(
                "author"
            ),
            "note_form": note_form,
            "ask_form": AskRecommendationForm(),
            "can_ask": is_author
            and nomination.recommendations.count() < nomination.category.recommendations_limit
            and not nomination.is_settled,
            "can_appeal": is_author and _can_appeal(nomination),
            "can_check": permissions.can_check(request.user, nomination),
        },
    )


def answers_of(nomination: Nomination) -> list[Any]:
    """Answers to the questions of the category, as people read them."""
    form = nomination.category.form
    return shown_answers(form, nomination.answers) if form else []


def _can_appeal(nomination: Nomination) -> bool:
    return (
        nomination.state == NominationState.REJECTED
        and nomination.appeal_until is not None
        and nomination.appeal_until > timezone.now()
        and not nomination.changes.filter(target=NominationState.APPEALED).exists()
    )


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a nomination back, with a reason."""
    nomination = find_own(request, key)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Zgłoszenie wycofane."), form):
            nominating.withdraw_nomination(
                nomination=nomination, actor=request.user, **form.cleaned_data
            )
            return redirect(nomination)
    return _confirm(
        request,
        form,
        title=_("Wycofaj zgłoszenie: %(nominee)s") % {"nominee": nomination},
        text=_("Wycofanego zgłoszenia nie można przywrócić."),
        confirm=_("Wycofaj"),
        kind="danger",
        back=nomination.get_absolute_url(),
    )


@login_required
@require_http_methods(["GET", "POST"])
def appeal(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask for a second look at a rejection."""
    nomination = find_own(request, key)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Odwołanie wysłane do urzędu."), form):
            nominating.appeal(nomination=nomination, actor=request.user, **form.cleaned_data)
            return redirect(nomination)
    return _confirm(
        request,
        form,
        title=_("Odwołaj się: %(nominee)s") % {"nominee": nomination},
        text=_("Napisz, z czym się nie zgadzasz. Od jednej decyzji można odwołać się raz."),
        confirm=_("Wyślij odwołanie"),
        kind="",
        back=nomination.get_absolute_url(),
    )


@login_required
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Forget a draft."""
    nomination = find_own(request, key)
    if request.method == "POST":
        with Told(request, _("Szkic usunięty.")) as told:
            nominating.drop_draft(nomination=nomination)
        return redirect(nomination if told.refused else "awards:own")
    return _confirm(
        request,
        None,
        title=_("Usuń szkic: %(nominee)s") % {"nominee": nomination},
        text=_("Usuniemy też dołączone pliki."),
        confirm=_("Usuń szkic"),
        kind="danger",
        back=reverse("awards:edit_nomination", args=[key]),
    )


def _confirm(
    request: HttpRequest, form: Any, *, title: str, text: str, confirm: str, kind: str, back: str
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "text": text,
        "confirm": confirm,
        "kind": kind,
        "cancel_url": back,
    }
    return render(request, "layouts/confirm.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, key: UUID) -> HttpResponse:
    """Stand behind a nomination that somebody else made."""
    rows = Nomination.objects.select_related("category__edition__competition__public_body")
    nomination = get_object_or_404(rows.exclude(state=NominationState.DRAFT), key=key)
    user = signed_in(request)
    if not nomination.edition.is_open or nomination.is_settled:
        raise Http404
    form = JoinForm(request.POST or None, user=user, category=nomination.category)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy. Twoje poparcie jest przy zgłoszeniu."), form):
            nominating.join_nomination(
                nomination=nomination,
                user=user,
                capacity=form.capacity,
                statement=form.cleaned_data["statement"],
            )
            return redirect(nomination)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Poprzyj zgłoszenie: %(nominee)s") % {"nominee": nomination},
            "lead": nomination.category.name,
            "submit": _("Popieram"),
            "cancel_url": nomination.category.get_absolute_url(),
        },
    )


@login_required
@posted_from("awards:nomination")
def write_note(request: HttpRequest, key: UUID) -> HttpResponse:
    """A message to the office."""
    nomination = find_nomination(request, key)
    require(permissions.is_nominator(request.user, nomination))
    if refused := send_note(request, nomination, NominationNote.Room.OFFICE):
        return _page(request, nomination, refused)
    return redirect(f"{nomination.get_absolute_url()}#wiadomosci")


@login_required
@require_http_methods(["GET", "POST"])
def ask_recommendation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask a third person for a letter."""
    nomination = find_own(request, key)
    form = AskRecommendationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Prośba wysłana."), form):
            checking.ask_for_recommendation(
                nomination=nomination, actor=request.user, **form.cleaned_data
            )
            return redirect(nomination)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Poproś o rekomendację"),
            "lead": _("Wyślemy tej osobie osobisty odnośnik. Rekomendację przeczyta kapituła."),
            "submit": _("Wyślij prośbę"),
            "cancel_url": nomination.get_absolute_url(),
        },
    )


@login_required
@require_safe
def versions(request: HttpRequest, key: UUID) -> HttpResponse:
    """What changed between two versions."""
    nomination = find_nomination(request, key)
    kept = list(nomination.versions.all())
    numbers = {version.number: version for version in kept}
    newer = numbers.get(_number(request, "do")) or (kept[-1] if kept else None)
    older = numbers.get(_number(request, "od")) or (kept[-2] if len(kept) > 1 else newer)
    changes = changes_between(nomination, older, newer) if older and newer else []
    return render(
        request,
        "awards/versions.html",
        {
            "nomination": nomination,
            "versions": kept,
            "older": older,
            "newer": newer,
            "changes": changes,
        },
    )


def _number(request: HttpRequest, name: str) -> int:
    return typed_number(request.GET.get(name)) or 0


@login_required
@require_safe
def nomination_file(request: HttpRequest, key: UUID, pk: int) -> HttpResponseBase:
    """An attachment, for whoever may read the nomination, jurors included."""
    rows = Nomination.objects.select_related("category__edition__competition__public_body")
    nomination = get_object_or_404(rows, key=key)
    if not (
        permissions.can_read_nomination(request.user, nomination)
        or permissions.reads_files_as_juror(request.user, nomination)
    ):
        raise Http404
    row = get_object_or_404(nomination.files.select_related("file"), pk=pk)
    return file_response(row.file, False, request)
