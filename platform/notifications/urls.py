"""Addresses of notifications."""

from django.urls import path

from notifications.views import feed, following, inbox, own_address, preferences, push_devices
from notifications.views.provider_events import provider_events

app_name = "notifications"

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("przeczytane/", inbox.mark_all_read, name="mark_all_read"),
    path("<int:pk>/", inbox.go_to, name="go_to"),
    path("<int:pk>/przeczytane/", inbox.mark_read, name="mark_read"),
    path("obserwowane/", following.followed, name="followed"),
    path("obserwowane/dziedziny/", following.topics, name="topics"),
    path("obserwowane/<int:pk>/", following.stop_following, name="stop_following"),
    path("obserwuj/<str:model_label>/<str:pk>/", following.start, name="follow"),
    path("nie-obserwuj/<str:model_label>/<str:pk>/", following.stop, name="unfollow"),
    path("ustawienia/", preferences.preferences, name="preferences"),
    path("ustawienia/domyslne/", preferences.return_to_defaults, name="return_to_defaults"),
    path("ustawienia/nowy-kanal/", preferences.replace_feed, name="replace_feed"),
    path("ustawienia/<str:token>/", preferences.preferences_by_token, name="preferences_by_token"),
    path("urzadzenia/", push_devices.devices, name="devices"),
    path("urzadzenia/dodaj/", push_devices.add, name="add_device"),
    path("urzadzenia/<int:pk>/nazwij/", push_devices.rename, name="rename_device"),
    path("urzadzenia/<int:pk>/usun/", push_devices.remove, name="remove_device"),
    path("push-worker.js", push_devices.push_worker, name="push_worker"),
    path("adres/", own_address.own_address, name="own_address"),
    path("adres/sprawdz/", own_address.ask_for_proof, name="ask_for_proof"),
    path("adres/<str:token>/", own_address.confirm_address, name="confirm_address"),
    path("poczta/<slug:provider>/", provider_events, name="provider_events"),
    path("rezygnacja/<str:token>/", preferences.unsubscribe, name="unsubscribe"),
    path("kanal/<uuid:token>.atom", feed.feed, name="feed"),
]
