"""Addresses of discussions."""

from django.urls import path, re_path

from discussions.web import (
    drafting,
    feeds,
    forum,
    keeping_order,
    moderating,
    posts,
    talks,
    threads,
)

app_name = "discussions"
urlpatterns = [
    path("", forum.index, name="index"),
    path("atom/", feeds.atom, name="atom"),
    path("szkic/", drafting.save, name="save_draft"),
    path("szkic/<int:pk>/usun/", drafting.drop, name="drop_draft"),
    path("prywatne/", talks.private, name="private"),
    path("prywatne/nowa/<int:pk>/", talks.start_private, name="start_private"),
    path("moderacja/", moderating.queue, name="moderation"),
    path("moderacja/odwolania/<int:pk>/", moderating.decide_appeal, name="decide_appeal"),
    path("kategoria/<slug:slug>/", forum.category, name="category"),
    path("kategoria/<slug:slug>/atom/", feeds.atom, name="category_atom"),
    path("kategoria/<slug:slug>/nowy/", forum.start_thread, name="start_thread"),
    path("watek/<int:pk>/", threads.thread, name="thread"),
    path("watek/<int:pk>/nowe/", threads.unread, name="unread"),
    path("watek/<int:pk>/odpowiedz/", threads.reply, name="reply"),
    path("watek/<int:pk>/opusc/", talks.leave, name="leave"),
    path("watek/<int:pk>/moderacja/", keeping_order.moderate, name="moderate_thread"),
    path("wpis/<int:pk>/", threads.post, name="post"),
    path("wpis/<int:pk>/zmien/", posts.edit, name="edit_post"),
    path("wpis/<int:pk>/usun/", posts.delete, name="delete_post"),
    path("wpis/<int:pk>/historia/", posts.history, name="post_history"),
    path("wpis/<int:pk>/rozwiazanie/", posts.solve, name="solve"),
    path("wpis/<int:pk>/naruszenie/", moderating.report, name="report_abuse"),
    path("wpis/<int:pk>/odwolanie/", moderating.appeal, name="appeal"),
    path("wpis/<int:pk>/plik/<int:key>/", threads.attachment, name="attachment"),
    re_path(
        r"^wpis/(?P<pk>\d{1,12})/moderacja/(?P<action>ukryj|przywroc|oddal)/$",
        moderating.decide,
        name="decide_moderation",
    ),
    re_path(
        r"^o/(?P<place>[a-z_]+\.[a-z_]+)/(?P<pk>\d{1,18})/$", talks.write_about, name="write_about"
    ),
]
