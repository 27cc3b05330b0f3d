"""Addresses around one remark: drafts, files, history."""

from django.urls import path

from consultations.web import remark_drafts, remark_pages, remarking

urlpatterns = [
    path("<slug:slug>/zglos/szkic/", remark_drafts.save, name="save_draft"),
    path("<slug:slug>/zglos/szkic/usun/", remarking.drop_draft, name="drop_draft"),
    path(
        "<slug:slug>/uwagi/<int:number>/historia/",
        remark_pages.remark_history,
        name="remark_history",
    ),
    path(
        "<slug:slug>/uwagi/<int:number>/zalaczniki/<int:key>/",
        remark_pages.attachment,
        name="attachment",
    ),
]
