"""Addresses of the pages that belong to no activity."""

from django.urls import path, re_path

from pages import calendar_views, views
from pages.web import around, cards, reading, static_pages, writing

SECTION = "(?P<section>aktualnosci|nabory)"
SLUG = "(?P<slug>[-a-zA-Z0-9_]+)"

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("okolica/", views.choose_place, name="choose_place"),
    path("o-projekcie/", views.about, name="about"),
    path("deklaracja-dostepnosci/", views.accessibility, name="accessibility"),
    path("prywatnosc/", views.privacy, name="privacy"),
    path("kalendarz/", calendar_views.month, name="calendar"),
    path("kalendarz/lista/", calendar_views.listed, name="calendar_list"),
    path("kalendarz/kalendarz.ics", calendar_views.subscribed, name="calendar_file"),
    path("kontakt/", writing.contact, name="contact"),
    path("aktualnosci/", reading.news, name="news"),
    path("nabory/", reading.calls, name="calls"),
    path("publikacje/", writing.own, name="own_publications"),
    path("aktualnosci/<slug:slug>/zdjecie/", reading.picture, name="news_picture"),
    path("nabory/<slug:slug>/plik/<int:key>/", reading.call_document, name="call_document"),
    re_path(rf"^{SECTION}/atom/$", reading.atom, name="publication_atom"),
    re_path(rf"^{SECTION}/nowy/$", writing.new, name="new_publication"),
    re_path(rf"^{SECTION}/{SLUG}/$", reading.publication, name="publication"),
    re_path(rf"^{SECTION}/{SLUG}/zmien/$", writing.edit, name="edit_publication"),
    re_path(rf"^{SECTION}/{SLUG}/stan/(?P<target>[a-z]+)/$", writing.move, name="move_publication"),
    path("manifest.webmanifest", around.manifest, name="manifest"),
    path("karta/<slug:kind>/<int:key>.png", cards.card, name="card"),
    path("favicon.ico", around.favicon, name="favicon"),
    path("komunikaty/<int:key>/zamknij/", around.close_banner, name="close_banner"),
    path("partnerzy/<int:key>/logo/", around.partner_logo, name="partner_logo"),
    path("strony/", static_pages.page_list, name="page_list"),
    path("strony/nowa/", static_pages.new_page, name="new_page"),
    path("strony/<slug:slug>/", static_pages.static_page, name="static_page"),
    path("strony/<slug:slug>/zmien/", static_pages.edit_page, name="edit_page"),
    path("strony/<slug:slug>/wycofaj/", static_pages.withdraw_page, name="withdraw_page"),
    path("strony/<slug:slug>/wersje/", static_pages.page_versions, name="page_versions"),
    path("strony/<slug:slug>/wersje/<int:number>/", static_pages.page_version, name="page_version"),
    path(
        "strony/<slug:slug>/wersje/<int:number>/pokaz/",
        static_pages.show_version,
        name="show_version",
    ),
    path(
        "strony/<slug:slug>/wersje/<int:number>/przywroc/",
        static_pages.restore_version,
        name="restore_version",
    ),
    path("moderacja/", views.moderation, name="moderation"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
