"""What all forms of writing do: limits, files, drafts, refusals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.text import slugify

from accounts.refusals import Refusal
from accounts.typed_numbers import typed_number
from discussions.domain import attachments, drafts, trust
from discussions.domain.paging import author_name
from discussions.models import Post, PostState, Thread
from discussions.web.forms import PostForm
from documents.models import StoredFile
from pages.limits import spend
from pages.plain_markup import quoted

Written = TypeVar("Written")


def try_to_write(
    request: HttpRequest,
    form: PostForm,
    place: str,
    write: Callable[[Sequence[StoredFile]], Written],
) -> Written | None:
    """Count, store the files, write; a refusal becomes an error of the form. Draft is done with."""
    user: Any = request.user
    try:
        spend(trust.limit_for(user, is_proven=form.is_proven), user)
        with attachments.stored(form.cleaned_data["attachments"], uploaded_by=user) as files:
            written = write(files)
    except Refusal as refused:
        form.add_error(None, str(refused))
        return None
    drafts.forget_draft(user=user, place=place)
    return written


def initial_reply(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """The quotation or the name with which an answer to a post begins."""
    key = typed_number(request.GET.get("cytuj") or request.GET.get("na"))
    if key is None:
        return {}
    post = (
        Post.objects.filter(thread=thread, pk=key, state=PostState.VISIBLE)
        .select_related("author")
        .first()
    )
    if post is None:
        return {}
    name = author_name(post.author, thread)
    text = f"@{name}\n" if "na" in request.GET else f"@{name}:\n{quoted(post.text)}\n\n"
    return {"text": text, "reply_to": post.pk}


def answered_post(form: PostForm, thread: Thread | None) -> Post | None:
    """The post that the form answers, if it stands in the thread."""
    key = form.cleaned_data.get("reply_to")
    if not key or thread is None:
        return None
    return Post.objects.filter(thread=thread, pk=key).first()


def key_of(*parts: object) -> str:
    """A short name for a form."""
    return "-".join(slugify(str(part)) for part in parts)[:100]
