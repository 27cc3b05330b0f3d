"""Addresses of events: Polish paths, English names."""

from django.urls import path, re_path

from events.web import applying, door, feeds, lists, organising, reading, registering
from events.web.organiser_urls import urlpatterns as organiser_urls

app_name = "events"

urlpatterns = [
    path("", lists.event_list, name="list"),
    path("kalendarz/<int:year>/<int:month>/", lists.calendar, name="month"),
    path("nowe.atom", feeds.atom, name="atom"),
    path("wydarzenia.ics", feeds.calendar, name="calendar"),
    path("moje/", organising.own_events, name="own"),
    path("nowe/", organising.create, name="create"),
    path("serie/nowa/", organising.create_series, name="create_series"),
    path("serie/<slug:slug>/", lists.series, name="series"),
    path("serie/<slug:slug>/zmien/", organising.edit_series, name="edit_series"),
    path("serie/<slug:slug>/wydarzenia/", organising.edit_series_events, name="edit_series_events"),
    path("serie/<slug:slug>/raport.<str:format>", organising.series_report, name="series_report"),
    # behind the link of a letter
    path("zgloszenie/<str:key>/", registering.registration, name="registration"),
    path("zgloszenie/<str:key>/potwierdz/", registering.confirm, name="confirm"),
    path("zgloszenie/<str:key>/zmien/", registering.change, name="change"),
    path("zgloszenie/<str:key>/rezygnuj/", registering.cancel, name="cancel"),
    path("zgloszenie/<str:key>/czekaj/", registering.wait_again, name="wait_again"),
    path("zgloszenie/<str:key>/sesja/<int:pk>/", registering.sign_up, name="sign_up"),
    path("zgloszenie/<str:key>/opinia/<int:pk>/", registering.rate_session, name="rate_session"),
    path("zgloszenie/<str:key>/glos/", registering.vote, name="vote"),
    path("zgloszenie/<str:key>/ankieta/", registering.evaluate, name="evaluate"),
    path("zgloszenie/<str:key>/bilet.pdf", door.ticket_pdf, name="ticket_pdf"),
    path("zgloszenie/<str:key>/bilet.png", door.ticket_image, name="ticket_image"),
    path("zgloszenie/<str:key>/bilet.pkpass", door.ticket_pass, name="ticket_pass"),
    path("zgloszenie/<str:key>/zaswiadczenie.pdf", door.certificate_pdf, name="certificate_pdf"),
    path("moje/zgloszenie/<int:pk>/", registering.own_registration, name="own_registration"),
    path("wejscie-bez-sieci.js", door.door_worker, name="door_worker"),
    path("bilet/<str:code>/", door.ticket_code, name="ticket_code"),
    path("zaswiadczenie/<slug:key>/", door.certificate, name="certificate"),
    *organiser_urls,
    # one event
    path("<slug:slug>/", reading.detail, name="detail"),
    path("<slug:slug>/termin.ics", feeds.event_file, name="event_file"),
    path("<slug:slug>/program/", reading.programme, name="programme"),
    path("<slug:slug>/program.ics", feeds.programme_file, name="programme_file"),
    re_path(r"^(?P<slug>[-\w]+)/program\.(?P<format>json|xml)$", feeds.schedule, name="schedule"),
    path("<slug:slug>/program/osadzony/", reading.embedded_programme, name="embedded"),
    path("<slug:slug>/program/<int:pk>/", reading.session, name="session"),
    path("<slug:slug>/program/<int:pk>/wybierz/", reading.star, name="star"),
    path("<slug:slug>/moj-program/", reading.my_programme, name="my_programme"),
    path("<slug:slug>/obserwuj/", reading.follow, name="follow"),
    path("<slug:slug>/materialy/<int:pk>/", reading.material, name="material"),
    path("<slug:slug>/zapisy/", registering.register, name="register"),
    path("<slug:slug>/zapisy/grupa/", registering.register_group, name="register_group"),
    path(
        "<slug:slug>/zapisy/osadzone/",
        registering.embedded_registration,
        name="embedded_registration",
    ),
    path("<slug:slug>/stoiska/", applying.plan, name="plan"),
    path("<slug:slug>/stoiska/<int:pk>/", applying.stand, name="stand"),
    path("<slug:slug>/stoiska/zglos/", applying.apply, name="apply"),
    path("<slug:slug>/stoiska/zgloszenie/<int:pk>/", applying.application, name="application"),
    path("<slug:slug>/propozycje/", applying.own_proposals, name="own_proposals"),
    path("<slug:slug>/propozycje/nowa/", applying.propose, name="propose"),
]
