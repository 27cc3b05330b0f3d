"""One search over everything public."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search import registry
from search.domain.best_bets import best_bets
from search.domain.finding import Answer, Question, ask
from search.domain.kept_searches import follows_search
from search.domain.marking import Piece, marked, snippet
from search.domain.suggestions import did_you_mean, remember_phrase
from search.lemmas import words
from search.models import SearchDocument
from search.web.forms import NarrowingForm

PER_PAGE = 20


@dataclass(frozen=True)
class Result:
    """One document as the page shows it."""

    document: SearchDocument
    kind: str
    title: list[Piece]
    summary: list[Piece]


class CountedPaginator(Paginator):
    """Pages of an answer, which has been counted already."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.documents, PER_PAGE)
        self.count = answer.count


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What matches the words, narrowed by what the form says."""
    form = NarrowingForm(request.GET)
    question = form.question()
    context: dict[str, object] = {"form": form, "words": question.words}
    if question.words and not words(question.words):
        context |= {"words": "", "signs": question.words}
    elif question.words:
        answer = ask(question)
        if answer.facets is not None:
            form.show_counts(answer.facets)
        page = CountedPaginator(answer).get_page(request.GET.get("page"))
        context |= _found(question, answer, page)
        context["is_followed"] = follows_search(request.user, question)
        _remember(request, question, page)
    return render(request, "search/results.html", context)


def _found(question: Question, answer: Answer, page: Page) -> dict[str, object]:
    is_unsure = answer.is_fuzzy or not page.paginator.count
    return {
        "page_obj": page,
        "bets": best_bets(question.words) if page.number == 1 else [],
        "results": [_result(document, question.words) for document in page],
        "is_fuzzy": answer.is_fuzzy,
        "is_cut": answer.is_cut,
        "meant": did_you_mean(question.words) if is_unsure else "",
    }


def _result(document: SearchDocument, asked: str) -> Result:
    kind = registry.find(document.kind)
    return Result(
        document=document,
        kind=str(kind.label) if kind else "",
        title=marked(document.title, asked),
        summary=snippet(document.summary, asked),
    )


def _remember(request: HttpRequest, question: Question, page: Page) -> None:
    """Only a question as it was first asked counts, not each page and filter after it."""
    if set(request.GET) == {"q"} and request.method == "GET":
        remember_phrase(question.words, page.paginator.count)
