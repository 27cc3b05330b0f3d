"""Addresses of moderation."""

from django.urls import path, re_path

from consultations.web import moderating

# Before all addresses that begin with a consultation's own.
first = [path("moderacja/", moderating.everything, name="all_moderation")]

urlpatterns = [
    path("<slug:slug>/moderacja/", moderating.queue, name="moderation"),
    path("<slug:slug>/uwagi/<int:number>/naruszenie/", moderating.report, name="report_abuse"),
    path("<slug:slug>/uwagi/<int:number>/odwolanie/", moderating.appeal, name="appeal"),
    path(
        "<slug:slug>/uwagi/<int:number>/odwolanie/decyzja/",
        moderating.decide_appeal,
        name="decide_appeal",
    ),
    re_path(
        r"^(?P<slug>[-\w]+)/uwagi/(?P<number>\d{1,9})/moderacja/(?P<action>ukryj|przywroc|oddal)/$",
        moderating.decide,
        name="decide_moderation",
    ),
]
