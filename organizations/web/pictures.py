"""The logo and gallery of a profile."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.told import Told
from documents.forms import CheckedFileField
from documents.serving import file_response
from documents.uploads import IMAGES
from organizations.domain import permissions
from organizations.domain.pictures import add_picture, remove_picture
from organizations.models import OrganizationPicture
from organizations.web.access import find_organization, require, signed_in

MOST_BYTES = 8 * 1024 * 1024


class PictureForm(forms.ModelForm):
    """A picture with what others must know of it."""

    upload = CheckedFileField(label=gettext_lazy("Plik"), allowed=IMAGES, max_bytes=MOST_BYTES)
    field_order = ["upload"]

    class Meta:
        model = OrganizationPicture
        fields = ["is_logo", "description", "author", "licence"]


@login_required
@require_http_methods(["GET", "POST"])
def pictures(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands on the profile, and another one."""
    organization = find_organization(request, slug)
    require(permissions.can_edit_organization(request.user, organization))
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dodano zdjęcie."), form):
            add_picture(
                organization,
                form.save(commit=False),
                upload=form.cleaned_data["upload"],
                by=signed_in(request),
            )
            return redirect("organizations:pictures", slug)
    return render(
        request,
        "organizations/pictures.html",
        {"organization": organization, "form": form, "pictures": organization.pictures.all()},
    )


@login_required
@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a picture away."""
    organization = find_organization(request, slug)
    require(permissions.can_edit_organization(request.user, organization))
    remove_picture(get_object_or_404(organization.pictures.select_related("file"), pk=pk))
    messages.success(request, _("Usunięto zdjęcie."))
    return redirect("organizations:pictures", slug)


@require_GET
def picture(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """The picture, for everybody who may see the profile."""
    organization = find_organization(request, slug)
    found = get_object_or_404(organization.pictures.select_related("file"), pk=pk)
    return file_response(found.file, as_attachment=False, request=request)
