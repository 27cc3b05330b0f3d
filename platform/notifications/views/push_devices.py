"""The devices on which a person sees notices."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts.devices import device_name
from accounts.in_person import in_person
from accounts.views.signed_in import SignedInRequest
from notifications.domain.web_push import devices as domain
from notifications.domain.web_push import sender_keys
from notifications.forms import DeviceForm, DeviceNameForm
from notifications.models import PushDevice


@login_required
@in_person
@require_GET
def devices(request: SignedInRequest) -> HttpResponse:
    """Turning notices on in this browser, and the devices that have them."""
    _require_open()
    context = {
        "devices": domain.devices_of(request.user),
        "form": DeviceForm(initial={"name": _name_of(request)}),
        "public_key": sender_keys.public_key(),
        "worker_url": reverse("notifications:push_worker"),
        "scope": reverse("notifications:inbox"),
    }
    return render(request, "notifications/devices.html", context)


def _name_of(request: HttpRequest) -> str:
    """What the person would call this browser; they may call it otherwise."""
    longest = PushDevice._meta.get_field("name").max_length
    return device_name(request.headers.get("User-Agent", ""))[:longest]


@login_required
@in_person
@require_POST
def add(request: SignedInRequest) -> HttpResponse:
    """Notices come to this browser from now on."""
    _require_open()
    form = DeviceForm(request.POST)
    try:
        if not form.is_valid():
            raise domain.NotADevice
        domain.add_device(request.user, **form.cleaned_data)
    except domain.NotADevice:
        messages.error(request, _("Ta przeglądarka nie podała tego, czego potrzebujemy."))
    except domain.TooManyDevices:
        messages.error(request, _("Masz już dwadzieścia urządzeń. Usuń któreś z nich."))
    else:
        messages.success(request, _("Powiadomienia na tym urządzeniu są włączone."))
    return redirect("notifications:devices")


@login_required
@in_person
@require_POST
def rename(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another name for a device."""
    _require_open()
    device = get_object_or_404(PushDevice, pk=pk, user=request.user)
    form = DeviceNameForm(request.POST)
    if form.is_valid():
        domain.rename_device(device, form.cleaned_data["name"])
        messages.success(request, _("Zmieniliśmy nazwę urządzenia."))
    else:
        messages.error(request, _("Podaj nazwę urządzenia, najwyżej 60 znaków."))
    return redirect("notifications:devices")


@login_required
@in_person
@require_POST
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    """No more notices on a device."""
    _require_open()
    get_object_or_404(PushDevice, pk=pk, user=request.user).delete()
    messages.success(request, _("Powiadomienia na tym urządzeniu są wyłączone."))
    return redirect("notifications:devices")


@require_safe
def push_worker(request: HttpRequest) -> HttpResponse:
    """The service worker: from here its reach ends at the pages of notifications."""
    path = finders.find("js/push-worker.js") or settings.STATIC_ROOT / "js" / "push-worker.js"
    with open(str(path), "rb") as source:
        response = HttpResponse(source.read(), content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


def _require_open() -> None:
    """The portal has a key to send with."""
    if not sender_keys.is_configured():
        raise Http404
