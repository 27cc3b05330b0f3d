"""All addresses of the portal; each app owns its own."""

from django.contrib import admin
from django.urls import include, path

from portal.health import health

urlpatterns = [
    path("prywatnosc/rejestr/", include("accounts.register_urls")),
    path("", include("pages.urls")),
    path("", include("insight.web.urls")),
    path("szukaj/", include("search.web.urls")),
    path("konto/", include("accounts.urls")),
    path("konto/", include("allauth.urls")),
    path("powiadomienia/", include("notifications.urls")),
    path("organizacje/", include("organizations.web.urls")),
    path("konsultacje/", include("consultations.web.urls")),
    path("standardy/", include("standards.web.urls")),
    path("wydarzenia/", include("events.web.urls")),
    path("nagrody/", include("awards.web.urls")),
    path("indeks/", include("quality_index.web.urls")),
    path("ankiety/", include("surveys.web.urls")),
    path("rozmowy/", include("discussions.web.urls")),
    path("dane/", include("open_data.urls")),
    path("", include("open_data.machine_urls")),
    path("zdrowie/", health, name="health"),
    path("jezyk/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]

handler400 = "pages.errors.bad_request"
handler403 = "pages.errors.permission_denied"
handler404 = "pages.errors.not_found"
handler500 = "pages.errors.server_error"
