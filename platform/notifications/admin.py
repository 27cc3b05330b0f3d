"""The outbox, deliveries and parked letters in the admin."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin_bases import SeesPeople
from accounts.models import User
from notifications.domain import claims, pace, suppression
from notifications.models import (
    AddressLetter,
    AddressReport,
    Delivery,
    Digest,
    MailDomain,
    OutboxEvent,
    ReportSource,
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
class DeliveryAdmin(SeesPeople, QueuedWorkAdmin):
    """What went to whom."""

    access_kind = "notifications.letters"
    person_fields = ("recipient_id",)
    list_display = ["pk", "event", "recipient", "channel", "state", "attempts", "due_at"]
    list_select_related = ["event", "recipient"]
    list_filter = ["state", "channel", "created_at"]
    search_fields = ["recipient__email", "=event__id"]


@admin.register(AddressLetter)
class AddressLetterAdmin(SeesPeople, QueuedWorkAdmin):
    """Letters to people who need not have an account."""

    access_kind = "notifications.letters"
    list_display = ["pk", "event", "address", "state", "attempts", "due_at"]
    list_select_related = ["event"]
    search_fields = ["address", "=event__id"]


@admin.register(Digest)
class DigestAdmin(SeesPeople, QueuedWorkAdmin):
    """Gathered letters."""

    access_kind = "notifications.letters"
    person_fields = ("recipient_id",)
    list_display = ["pk", "recipient", "state", "attempts", "due_at", "done_at"]
    list_select_related = ["recipient"]
    search_fields = ["recipient__email"]


@admin.register(Subscription)
class SubscriptionAdmin(SeesPeople):
    """Who follows what."""

    access_kind = "notifications.letters"
    person_fields = ("user_id",)
    list_display = ["user", "target_type", "target_id", "created_at"]
    list_select_related = ["user", "target_type"]
    list_filter = ["target_type"]
    search_fields = ["user__email", "=target_id"]
    autocomplete_fields = ["user"]


@admin.register(SuppressedAddress)
class SuppressedAddressAdmin(SeesPeople):
    """Addresses that refuse our mail; delete one to let mail flow again."""

    access_kind = "notifications.letters"
    list_display = ["email", "reason", "since"]
    list_filter = ["reason"]
    search_fields = ["email"]
    actions = ["let_mail_flow"]

    @admin.action(description=_("Wznów wysyłkę na wybrane adresy"))
    def let_mail_flow(self, request: HttpRequest, queryset: QuerySet[SuppressedAddress]) -> None:
        """Send mail to these addresses again."""
        count = queryset.count()
        self.delete_queryset(request, queryset)
        text = ngettext(
            "Wznowiono wysyłkę na %(count)s adres.",
            "Wznowiono wysyłkę na %(count)s adresów.",
            count,
        )
        messages.success(request, text % {"count": count})

    def save_model(
        self, request: HttpRequest, obj: SuppressedAddress, form: object, change: bool
    ) -> None:
        """Stopping by hand goes into the book."""
        obj.email = obj.email.lower()
        super().save_model(request, obj, form, change)
        if not change:
            suppression.note_stop(obj, actor_of(request))

    def delete_model(self, request: HttpRequest, obj: SuppressedAddress) -> None:
        """Deleting is resuming, and goes into the book."""
        suppression.resume(obj.email, source=ReportSource.ADMINISTRATOR, actor=actor_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[SuppressedAddress]) -> None:
        """The same for many."""
        for address in queryset:
            self.delete_model(request, address)


@admin.register(MailDomain)
class MailDomainAdmin(admin.ModelAdmin):
    """Domains with a limit, and when their next letter may leave."""

    list_display = ["domain", "next_slot_at"]
    search_fields = ["domain"]
    actions = ["free_slots"]

    @admin.action(description=_("Wyznacz chwile wysyłki na nowo (po zmianie limitu)"))
    def free_slots(self, request: HttpRequest, queryset: QuerySet[MailDomain]) -> None:
        """Letters that wait ask for a slot again."""
        count = sum(pace.free_slots(row.domain) for row in queryset)
        text = ngettext(
            "Na nowo ustawiono %(count)s list.", "Na nowo ustawiono %(count)s listów.", count
        )
        messages.success(request, text % {"count": count})

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Rows come with letters."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Workers move the moment."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Without its row a domain would get too much at once."""
        return False


@admin.register(AddressReport)
class AddressReportAdmin(SeesPeople):
    """The book: nobody writes or tears out a page."""

    access_kind = "notifications.letters"
    list_display = ["reported_at", "email", "sort", "source", "actor"]
    list_filter = ["sort", "source", "reported_at"]
    list_select_related = ["actor"]
    search_fields = ["email"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Lines come from servers, people and decisions."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Lines stay as they were written."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Retention removes them."""
        return False


def actor_of(request: HttpRequest) -> User | None:
    """The administrator at work."""
    return request.user if isinstance(request.user, User) else None
