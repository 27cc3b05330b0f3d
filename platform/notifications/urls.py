"""Addresses of notifications."""

from django.urls import path

from notifications.views import feed, following, inbox, own_address, preferences
from notifications.views.provider_events import provider_events

app_name = "notifications"

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("przeczytane/", inbox.mark_all_read, name="mark_all_read"),
    path("<int:pk>/", inbox.go_to, name="go_to"),
    path("<int:pk>/przeczytane/", inbox.mark_read, name="mark_read"),
    path("obserwowane/", following.followed, name="followed"),
    path("obserwowane/<int:pk>/", following.stop_following, name="stop_following"),
    path("obserwuj/<str:model_label>/<str:pk>/", following.start, name="follow"),
    path("nie-obserwuj/<str:model_label>/<str:pk>/", following.stop, name="unfollow"),
    path("ustawienia/", preferences.preferences, name="preferences"),
    path("ustawienia/nowy-kanal/", preferences.replace_feed, name="replace_feed"),
    path("ustawienia/<str:token>/", preferences.preferences_by_token, name="preferences_by_token"),
    path("adres/", own_address.own_address, name="own_address"),
    path("adres/sprawdz/", own_address.ask_for_proof, name="ask_for_proof"),
    path("adres/<str:token>/", own_address.confirm_address, name="confirm_address"),
    path("poczta/<slug:provider>/", provider_events, name="provider_events"),
    path("rezygnacja/<str:token>/", preferences.unsubscribe, name="unsubscribe"),
    path("kanal/<uuid:token>.atom", feed.feed, name="feed"),
]
