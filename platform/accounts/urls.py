"""Addresses of a person's account; those of sign-in are allauth's."""

from django.urls import path

from accounts.views import (
    access_log,
    audit,
    dashboard,
    deactivation,
    impersonation,
    privacy,
    profile,
    sessions,
)

app_name = "accounts"

urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
    path("dziennik/", audit.audit, name="audit"),
    path("profil/", profile.profile, name="profile"),
    path("bezpieczenstwo/", profile.security, name="security"),
    path("urzadzenia/<int:pk>/wyloguj/", sessions.end, name="end_session"),
    path("prywatnosc/", privacy.privacy, name="privacy"),
    path("prywatnosc/moje-dane.zip", privacy.export, name="export"),
    path("prywatnosc/kto-widzial/", access_log.seen, name="seen"),
    path("prywatnosc/wylacz-konto/", deactivation.deactivate, name="deactivate"),
    path("wlacz/<str:key>/", deactivation.reactivate, name="reactivate"),
    path("prywatnosc/usun-konto/", privacy.erase, name="erase"),
    path("w-imieniu/<int:pk>/", impersonation.start, name="impersonate"),
    path("w-imieniu/koniec/", impersonation.stop, name="stop_impersonating"),
]
