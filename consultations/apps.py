"""App configuration: registers consultations with the platform."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ConsultationsConfig(AppConfig):
    """Consultations of drafts."""

    name = "consultations"
    verbose_name = _("Konsultacje")

    def ready(self) -> None:
        """Tell the platform what consultations show and send."""
        from accounts import dashboard
        from consultations.cooperation_facts import facts_of_consultations
        from consultations.datasets import register_open_data
        from consultations.domain.permissions import can_manage_consultation
        from consultations.domain.rules import load_after_migrate
        from consultations.domain.talks import register_talks
        from consultations.found import register_found
        from consultations.home import open_consultations
        from consultations.kinds import register_kinds
        from consultations.measures import register_measures
        from consultations.models import Consultation
        from consultations.nearby import consultations_near, number_of_remarks
        from consultations.own_data import register_own_data
        from consultations.own_matters import (
            assigned_remarks,
            consultations_to_run,
            invitations,
            own_remarks,
            remark_drafts,
        )
        from consultations.profile_sections import consultations_of_body
        from consultations.purposes import register_purposes
        from consultations.queues import appeals, reported_remarks
        from consultations.retention import register_retention
        from consultations.terms import register_terms
        from consultations.web.freshness import of_all_consultations
        from organizations import cooperation_facts, profile_sections
        from pages import home, moderation, navigation, nearby, numbers
        from surveys import owners

        post_migrate.connect(load_after_migrate, sender=self)
        owners.register(
            Consultation,
            can_manage_consultation,
            owned_by=Consultation.objects.run_by,
            visible=Consultation.objects.visible_to,
        )
        register_kinds()
        register_own_data()
        register_purposes()
        register_retention()
        register_open_data()
        dashboard.register(assigned_remarks)
        dashboard.register(consultations_to_run)
        dashboard.register(invitations)
        dashboard.register(remark_drafts)
        dashboard.register(own_remarks)
        profile_sections.register(consultations_of_body, order=10)
        cooperation_facts.register(facts_of_consultations)
        register_found()
        register_talks()
        register_terms()
        register_measures()
        moderation.register(reported_remarks)
        moderation.register(appeals)
        nearby.register(consultations_near, order=10)
        numbers.register(number_of_remarks, order=10)
        navigation.register(_("Konsultacje"), "consultations:list", order=10)
        home.register_section(
            "consultations",
            "consultations/_home.html",
            open_consultations,
            10,
            of_all_consultations,
        )
