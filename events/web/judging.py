"""The organiser judges applications: stands and proposals."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import access_log
from accounts.told import Told
from events.domain import fair, permissions, standplan
from events.domain import proposals as domain
from events.domain.errors import EventError
from events.imports.drawing import MOST_BYTES, Drawing
from events.models import ApplicationState, Event, Exhibitor, Stand, StandPlan
from events.web.access import find_own_event
from events.web.frame import backstage_frame

PAGE_SIZE = 50
_DECISIONS = [
    (ApplicationState.ACCEPTED, _("przyjmij")),
    (ApplicationState.REJECTED, _("odrzuć")),
    (ApplicationState.SUBMITTED, _("rozpatrz ponownie")),
]


class DecisionForm(forms.Form):
    """What is decided, and why."""

    target = forms.ChoiceField(label=_("Decyzja"), choices=_DECISIONS, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Uzasadnienie"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Przy odmowie wymagane; przeczyta je organizacja."),
    )

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = {
            ApplicationState.SUBMITTED: {ApplicationState.ACCEPTED, ApplicationState.REJECTED},
            ApplicationState.REJECTED: {ApplicationState.SUBMITTED},
        }.get(ApplicationState(state), set())
        cast(forms.ChoiceField, self.fields["target"]).choices = [
            choice for choice in _DECISIONS if choice[0] in allowed
        ]


class StandChoiceForm(forms.Form):
    """Where an exhibitor stands, and the score by the criteria."""

    stand = forms.ModelChoiceField(
        label=_("Stoisko"), queryset=Stand.objects.none(), required=False
    )

    def __init__(self, *args: Any, event: Event, exhibitor: Exhibitor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stands = cast(forms.ModelChoiceField, self.fields["stand"])
        stands.queryset = fair.free_stands(event, exhibitor)


class ScoreForm(forms.ModelForm):
    """The score by the criteria of selection."""

    class Meta:
        model = Exhibitor
        fields = ["score"]


class PlanForm(forms.ModelForm):
    """The ground and the handbook."""

    table = forms.CharField(
        label=_("Stoiska z tabeli (nieobowiązkowo)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "W każdej linii: numer; strefa; od lewej; od góry; szerokość; głębokość; prąd."
        ),
    )
    own_drawing = forms.FileField(
        label=_("Własny rysunek planu (SVG, nieobowiązkowo)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".svg,image/svg+xml"}),
        help_text=_(
            "Kształt stoiska ma identyfikator „stoisko-A1”. Do 1 MB. Skrypty, obrazy "
            "i odnośniki usuwamy."
        ),
    )
    drops_drawing = forms.BooleanField(
        label=_("Usuń własny rysunek i pokaż plan z tabeli"), required=False
    )

    class Meta:
        model = StandPlan
        fields = ["width", "height", "handbook"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.drawing:
            del self.fields["drops_drawing"]

    def clean_own_drawing(self) -> bytes | None:
        """What was drawn, read once."""
        upload = self.cleaned_data["own_drawing"]
        if upload is None:
            return None
        if upload.size > MOST_BYTES:
            raise forms.ValidationError(_("Rysunek jest za duży: najwyżej 1 MB i 5000 elementów."))
        return bytes(upload.read())


class ReviewForm(forms.Form):
    """A reviewer's judgement."""

    score = forms.TypedChoiceField(
        label=_("Ocena"),
        coerce=int,
        choices=[(number, str(number)) for number in range(5, 0, -1)],
        widget=forms.RadioSelect,
    )
    comment = forms.CharField(
        label=_("Komentarz dla zespołu"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@login_required
@require_safe
def exhibitors(request: HttpRequest, slug: str) -> HttpResponse:
    """All applications for stands."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    page = Paginator(fair.applications(event), PAGE_SIZE).get_page(request.GET.get("page"))
    people = [row.submitted_by_id for row in page]
    access_log.record(request, "events.applicants", people, about=event)
    return render(
        request,
        "events/exhibitors.html",
        backstage_frame(request, event, "fair")
        | {"page": page, "free": fair.free_stands(event).count(), "stands": event.stands.count()},
    )


@login_required
@require_http_methods(["GET", "POST"])
def exhibitor(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One application: decision and stand."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    rows = event.exhibitors.select_related("organization", "stand", "load_in")
    found = get_object_or_404(rows, pk=pk)
    found.event = event
    access_log.record(request, "events.applicants", [found.submitted_by_id], about=event)
    which = request.POST.get("form")
    decision = DecisionForm(
        request.POST if which == "decision" else None, state=found.state, prefix="decyzja"
    )
    place = StandChoiceForm(
        request.POST if which == "stand" else None,
        event=event,
        exhibitor=found,
        prefix="stoisko",
        initial={"stand": found.stand_id},
    )
    score = ScoreForm(request.POST if which == "score" else None, instance=found, prefix="ocena")
    if request.method == "POST":
        chosen = {"decision": decision, "stand": place, "score": score}.get(which or "")
        if chosen is not None and chosen.is_valid():
            with Told(request, _now("Zapisano."), chosen):
                _change_exhibitor(request, found, chosen)
                return redirect("events:exhibitor", slug, pk)
    return render(
        request,
        "events/exhibitor.html",
        backstage_frame(request, event, "fair")
        | {"exhibitor": found, "decision": decision, "place": place, "score": score},
    )


@login_required
@require_http_methods(["GET", "POST"])
def edit_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The ground, the stands from a table, the handbook."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    ground = StandPlan.objects.filter(event=event).first() or StandPlan(event=event)
    form = PlanForm(request.POST or None, request.FILES or None, instance=ground)
    if request.method == "POST" and form.is_valid() and _saved_plan(request, event, form):
        return redirect("events:edit_plan", slug)
    plan = standplan.drawn_plan(event, fair.public_stands(event))
    return render(
        request,
        "events/edit_plan.html",
        backstage_frame(request, event, "fair") | {"form": form, "plan": plan},
    )


@login_required
@require_safe
def proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """All proposals with their scores."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    page = Paginator(domain.for_team(event), PAGE_SIZE).get_page(request.GET.get("page"))
    context = backstage_frame(request, event, "programme") | {"page": page}
    return render(request, "events/proposals.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def proposal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One proposal: one's own review, then the others', then the decision."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    found = get_object_or_404(event.proposals.select_related("organization", "session"), pk=pk)
    found.event = event
    own = found.reviews.filter(reviewer=request.user.pk).first()
    which = request.POST.get("form")
    review = ReviewForm(
        request.POST if which == "review" else None,
        prefix="ocena",
        initial={"score": own.score, "comment": own.comment} if own else None,
    )
    decision = DecisionForm(
        request.POST if which == "decision" else None, state=found.state, prefix="decyzja"
    )
    if request.method == "POST":
        chosen = {"review": review, "decision": decision}.get(which or "")
        if chosen is not None and chosen.is_valid():
            with Told(request, _now("Zapisano."), chosen):
                if chosen is review:
                    domain.review(proposal=found, reviewer=request.user, **chosen.cleaned_data)
                else:
                    domain.decide(proposal=found, actor=request.user, **chosen.cleaned_data)
                return redirect("events:proposal", slug, pk)
    return render(
        request,
        "events/proposal.html",
        backstage_frame(request, event, "programme")
        | {
            "proposal": found,
            "review": review,
            "decision": decision,
            "reviews": domain.reviews_for(found, request.user),
        },
    )


def _saved_plan(request: HttpRequest, event: Event, form: PlanForm) -> bool:
    """Keep everything or nothing; what is refused becomes an error of its field."""
    part = "table"
    try:
        with transaction.atomic():
            form.save()
            count = standplan.draw_from_table(event=event, text=form.cleaned_data["table"])
            if form.cleaned_data.get("drops_drawing"):
                standplan.drop_drawing(event=event)
            part = "own_drawing"
            data = form.cleaned_data["own_drawing"]
            drawn = standplan.use_drawing(event=event, data=data) if data is not None else None
    except EventError as refused:
        form.add_error(part, str(refused))
        return False
    text = ngettext(
        "Plan zapisany, %(count)d stoisko z tabeli.",
        "Plan zapisany, %(count)d stoisk z tabeli.",
        count,
    )
    messages.success(request, text % {"count": count})
    if drawn is not None:
        _tell_of_drawing(request, *drawn)
    return True


def _tell_of_drawing(request: HttpRequest, drawing: Drawing, missing: list[str]) -> None:
    text = ngettext(
        "Na rysunku jest %(count)d stoisko.",
        "Na rysunku jest %(count)d stoisk.",
        len(drawing.labels),
    )
    messages.success(request, text % {"count": len(drawing.labels)})
    if drawing.removed:
        names = ", ".join(f"{name} ({count})" for name, count in sorted(drawing.removed.items()))
        messages.warning(request, _now("Usunięto z rysunku: %(names)s.") % {"names": names})
    if missing:
        labels = ", ".join(missing[:30])
        messages.warning(
            request, _now("Tych stoisk nie ma na rysunku: %(labels)s.") % {"labels": labels}
        )


def _change_exhibitor(request: HttpRequest, found: Exhibitor, form: Any) -> None:
    if isinstance(form, DecisionForm):
        fair.decide(exhibitor=found, actor=request.user, **form.cleaned_data)
    elif isinstance(form, StandChoiceForm):
        fair.give_stand(exhibitor=found, stand=form.cleaned_data["stand"])
    else:
        form.save(commit=False).save(update_fields=["score"])
