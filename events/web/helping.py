"""Team, tasks, letters and the report: the organiser's office."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.typed_numbers import typed_number
from events.domain import evaluating, permissions, reporting
from events.domain import mailings as letters
from events.domain import team as domain
from events.domain.errors import EventError
from events.models import Mailing, MailTemplate, Task, TeamMember, TeamRole
from events.web.access import find_own_event
from events.web.downloads import report_response
from events.web.frame import backstage_frame
from pages.forms import DateTimeInput

REPORT_FORMATS = ("pdf", "docx", "xlsx", "csv")


class MemberForm(forms.Form):
    """Somebody who will help."""

    email = forms.EmailField(label=_("E-mail konta na portalu"))
    role = forms.ChoiceField(label=_("Rola"), choices=TeamRole.choices, widget=forms.RadioSelect)


class MailingForm(forms.ModelForm):
    """A letter to a group, kept as a template when wanted."""

    save_as = forms.CharField(
        label=_("Zapisz też jako wzór o nazwie (nieobowiązkowo)"), max_length=100, required=False
    )

    class Meta:
        model = Mailing
        fields = ["group", "subject", "text", "send_at"]
        widgets = {"send_at": DateTimeInput(), "text": forms.Textarea(attrs={"rows": 10})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.DateTimeField, self.fields["send_at"]).initial = timezone.localtime


@login_required
@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, slug: str) -> HttpResponse:
    """Who helps, in which role."""
    event = find_own_event(request, slug, permissions.is_backstage)
    may_change = permissions.can_manage_event(request.user, event)
    form = MemberForm(request.POST if request.method == "POST" and may_change else None)
    if request.method == "POST" and may_change and form.is_valid():
        try:
            user = domain.find_person(form.cleaned_data["email"])
            domain.add_member(
                event=event, user=user, role=form.cleaned_data["role"], actor=request.user
            )
        except EventError as refused:
            form.add_error("email", str(refused))
        else:
            messages.success(request, _now("Dodano do zespołu."))
            return redirect("events:team", slug)
    members = list(event.team.select_related("user"))
    tasks = list(event.tasks.select_related("assignee"))
    return render(
        request,
        "events/team.html",
        backstage_frame(request, event, "team")
        | {"form": form, "members": members, "tasks": tasks},
    )


@login_required
@require_POST
def remove_member(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Somebody helps no more."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    get_object_or_404(TeamMember, pk=pk, event=event).delete()
    messages.success(request, _now("Usunięto z zespołu."))
    return redirect("events:team", slug)


@login_required
@require_POST
def finish_task(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Tick a task off, or take the tick back."""
    event = find_own_event(request, slug, permissions.is_backstage)
    task = get_object_or_404(Task, pk=pk, event=event)
    domain.finish_task(task=task, done="stop" not in request.POST)
    return redirect(reverse("events:rows", args=[slug, "zadania"]))


@login_required
@require_http_methods(["GET", "POST"])
def mailings(request: HttpRequest, slug: str) -> HttpResponse:
    """Write to a group, now or later; what was sent stands below."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    templates = MailTemplate.objects.filter(public_body=event.public_body_id)
    chosen = typed_number(request.GET.get("wzor"))
    template = templates.filter(pk=chosen).first() if chosen else None
    initial = {"subject": template.subject, "text": template.text} if template else None
    form = MailingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        mailing = form.save(commit=False)
        mailing.event = event
        letters.plan(mailing=mailing, actor=request.user)
        if form.cleaned_data["save_as"]:
            templates.update_or_create(
                public_body=event.public_body,
                name=form.cleaned_data["save_as"],
                defaults={"subject": mailing.subject, "text": mailing.text},
            )
        if mailing.sent_at:
            text = ngettext(
                "Wysłano %(count)d list.", "Wysłano %(count)d listów.", mailing.sent_count
            )
            messages.success(request, text % {"count": mailing.sent_count})
        else:
            messages.success(request, _now("List zostanie wysłany o wybranej porze."))
        return redirect("events:mailings", slug)
    return render(
        request,
        "events/mailings.html",
        backstage_frame(request, event, "mail")
        | {
            "form": form,
            "mailings": list(event.mailings.select_related("created_by")[:50]),
            "templates": list(templates),
        },
    )


@login_required
@require_POST
def call_off_mailing(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a letter back before it goes."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    mailing = get_object_or_404(Mailing, pk=pk, event=event)
    try:
        letters.call_off(mailing=mailing)
    except EventError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _now("Listu nie wyślemy."))
    return redirect("events:mailings", slug)


@login_required
@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """People, hours, sectors and counties against the plan."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    description = reporting.report(event)
    return render(
        request,
        "events/report.html",
        backstage_frame(request, event, "report")
        | {
            "report": description,
            "facts": next(block.items for block in description.blocks if hasattr(block, "items")),
            "tables": [
                {
                    "caption": table.caption,
                    "columns": table.columns,
                    "rows": list(table.read_rows()),
                }
                for table in description.tables
            ],
            "formats": REPORT_FORMATS,
            "evaluations": event.evaluations.count(),
            "averages": evaluating.averages_of(event),
            "comments": evaluating.comments_on(event),
        },
    )


@login_required
@require_safe
def report_file(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The report as a file."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    return report_response(reporting.report(event), format, f"raport-{slug}")


@login_required
@require_safe
def evaluation_file(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """Answers of the survey after the event."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    if event.evaluation is None:
        messages.info(request, _now("To wydarzenie nie ma ankiety."))
        return redirect("events:report", slug)
    return report_response(reporting.evaluation_table(event), format, f"ankieta-{slug}")
