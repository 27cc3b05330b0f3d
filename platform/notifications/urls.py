"""Addresses of notifications."""

from django.urls import path

from notifications.views import feed, following, inbox, preferences

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
    path("rezygnacja/<str:token>/", preferences.unsubscribe, name="unsubscribe"),
    path("kanal/<uuid:token>.atom", feed.feed, name="feed"),
]
