"""The outbox, deliveries and parked letters in the admin."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from notifications.domain import claims
from notifications.models import (
    AddressLetter,
    Delivery,
    Digest,
    OutboxEvent,
    Subscription,
    SuppressedAddress,
)
from notifications.models.queued_work import QueuedWorkQuerySet


class QueuedWorkAdmin(admin.ModelAdmin):
    """Rows are looked at and sent again, never written by hand."""

    actions = ["send_again"]
    list_filter = ["state", "created_at"]
    show_full_result_count = False  # counting a million rows twice would make the list slow
    ordering = ["-pk"]

    @admin.action(description=_("Wyślij ponownie odłożone"))
    def send_again(self, request: HttpRequest, queryset: QueuedWorkQuerySet) -> None:
        """Put parked rows back into the queue."""
        count = claims.send_again(queryset)
        text = ngettext(
            "Do kolejki wrócił %(count)s wpis.", "Do kolejki wróciło %(count)s wpisów.", count
        )
        messages.success(request, text % {"count": count})

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Rows come from what happens on the portal."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Only the action changes rows; it needs no permission to edit them."""
        return False


@admin.register(OutboxEvent)
class OutboxEventAdmin(QueuedWorkAdmin):
    """What happened."""

    list_display = ["pk", "kind", "subject_type", "subject_id", "state", "attempts", "created_at"]
    list_select_related = ["subject_type"]
    list_filter = ["state", "kind", "created_at"]
    search_fields = ["kind", "=subject_id"]


@admin.register(Delivery)
class DeliveryAdmin(QueuedWorkAdmin):
    """What went to whom."""

    list_display = ["pk", "event", "recipient", "channel", "state", "attempts", "due_at"]
    list_select_related = ["event", "recipient"]
    list_filter = ["state", "channel", "created_at"]
    search_fields = ["recipient__email", "=event__id"]


@admin.register(AddressLetter)
class AddressLetterAdmin(QueuedWorkAdmin):
    """Letters to people who need not have an account."""

    list_display = ["pk", "event", "address", "state", "attempts", "due_at"]
    list_select_related = ["event"]
    search_fields = ["address", "=event__id"]


@admin.register(Digest)
class DigestAdmin(QueuedWorkAdmin):
    """Gathered letters."""

    list_display = ["pk", "recipient", "state", "attempts", "due_at", "done_at"]
    list_select_related = ["recipient"]
    search_fields = ["recipient__email"]


@admin.register(Subscription)
class SubscriptionAdmin(admin.ModelAdmin):
    """Who follows what."""

    list_display = ["user", "target_type", "target_id", "created_at"]
    list_select_related = ["user", "target_type"]
    list_filter = ["target_type"]
    search_fields = ["user__email", "=target_id"]
    autocomplete_fields = ["user"]


@admin.register(SuppressedAddress)
class SuppressedAddressAdmin(admin.ModelAdmin):
    """Addresses that refuse our mail; delete one to let mail flow again."""

    list_display = ["email", "reason", "since"]
    list_filter = ["reason"]
    search_fields = ["email"]
