"""App configuration: registers events with the platform."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Programme, registration, the fair and the day itself."""

    name = "events"
    verbose_name = _("Wydarzenia")

    def ready(self) -> None:
        """Tell the platform what events show and send."""
        from accounts import dashboard
        from events.calendar_terms import register_terms
        from events.cooperation_facts import facts_of_events
        from events.datasets import register_open_data
        from events.found import register_found
        from events.home import coming_events
        from events.kinds import register_kinds
        from events.measures import register_measures
        from events.nearby import events_near, number_of_events
        from events.own_data import register_own_data
        from events.own_matters import (
            applications_to_decide,
            events_to_run,
            own_registrations,
            own_tasks,
        )
        from events.profile_sections import events_of_body, stands_of_organization
        from events.progress import goals_of_events
        from events.purposes import register_purposes
        from events.retention import register_retention
        from events.web.freshness import of_all_events
        from organizations import cooperation_facts, profile_sections
        from pages import home, navigation, nearby, numbers, progress

        register_kinds()
        register_own_data()
        register_purposes()
        register_retention()
        register_open_data()
        register_found()
        register_terms()
        register_measures()
        dashboard.register(own_registrations)
        dashboard.register(events_to_run)
        dashboard.register(own_tasks)
        dashboard.register(applications_to_decide)
        profile_sections.register(events_of_body, order=30)
        cooperation_facts.register(facts_of_events)
        profile_sections.register(stands_of_organization, order=40)
        nearby.register(events_near, order=20)
        numbers.register(number_of_events, order=30)
        progress.register(goals_of_events, order=20)
        navigation.register(_("Wydarzenia"), "events:list", order=30)
        home.register_section("events", "events/_home.html", coming_events, 20, of_all_events)
