"""What an office keeps for all its consultations: reply templates."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.domain import permissions
from consultations.models import ReplyTemplate
from consultations.web.access import find_body, require
from consultations.web.work_forms import ReplyTemplateForm


@login_required
@require_http_methods(["GET", "POST"])
def reply_templates(request: HttpRequest, body: str, key: int = 0) -> HttpResponse:
    """The office's ready reasons; below them the form of a new one or of the chosen one."""
    office = find_body(body)
    require(permissions.can_keep_office_texts(request.user, office))
    templates = ReplyTemplate.objects.filter(public_body=office)
    chosen = get_object_or_404(templates, pk=key) if key else ReplyTemplate(public_body=office)
    form = ReplyTemplateForm(request.POST or None, instance=chosen)
    if request.method == "POST" and form.is_valid():
        template = form.save(commit=False)
        template.created_by = template.created_by or request.user
        template.save()
        messages.success(request, _("Szablon zapisany."))
        return redirect("consultations:reply_templates", office.slug)
    return render(
        request,
        "consultations/reply_templates.html",
        {"body": office, "templates": templates, "form": form, "chosen": chosen},
    )


@login_required
@require_POST
def delete_reply_template(request: HttpRequest, body: str, key: int) -> HttpResponse:
    """Drop a template; positions made with it keep their text."""
    office = find_body(body)
    require(permissions.can_keep_office_texts(request.user, office))
    get_object_or_404(ReplyTemplate, public_body=office, pk=key).delete()
    messages.success(request, _("Szablon usunięty."))
    return redirect("consultations:reply_templates", office.slug)
