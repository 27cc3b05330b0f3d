"""Configuration of the pages app."""

from django import forms
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from pages.forms import validate_year, with_short_line_ends

# For every form, the admin's and the filters' too. Django has no setting for either, and fields
# take their validators when a form is defined: here no form has been yet.
for field in (forms.DateField, forms.DateTimeField):
    field.default_validators = [validate_year]
forms.CharField.to_python = with_short_line_ends(forms.CharField.to_python)  # type: ignore[assignment, method-assign]


class PagesConfig(AppConfig):
    """Owns the look; knows no activity: activities register what is to be shown."""

    name = "pages"
    verbose_name = _("strony portalu")

    def ready(self) -> None:
        """Tell the rest of the platform what pages show."""
        from accounts import dashboard
        from pages import home, moderation, navigation, nearby
        from pages.call_terms import register_terms
        from pages.calls_nearby import calls_near
        from pages.found import register_found
        from pages.kinds import register_kinds
        from pages.own_data import register_own_data
        from pages.own_sections import newest_news, open_calls, proposed
        from pages.purposes import register_purposes
        from pages.static_found import register_pages
        from pages.web.reading import of_calls, of_news

        register_kinds()
        register_own_data()
        register_purposes()
        register_found()
        register_pages()
        register_terms()
        dashboard.register(moderation.waiting_section)
        moderation.register(proposed)
        nearby.register(calls_near, order=15)
        navigation.register(_("Nabory"), "pages:calls", order=45)
        navigation.register(_("Kalendarz"), "pages:calendar", order=50)
        navigation.register(_("Aktualności"), "pages:news", order=70)
        home.register_section("calls", "pages/_home_calls.html", open_calls, 15, of_calls)
        home.register_section("news", "pages/_home_news.html", newest_news, 50, of_news)
