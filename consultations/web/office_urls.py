"""Addresses of the official's desk."""

from django.urls import path

from consultations.web import answering, grouping, office_texts, sharing

urlpatterns = [
    path("<slug:slug>/stanowiska/postep/", answering.progress, name="answer_progress"),
    path("<slug:slug>/stanowiska/przydziel/", sharing.assign, name="assign_remarks"),
    path("<slug:slug>/stanowiska/<int:number>/notatki/", sharing.note, name="add_note"),
    path("<slug:slug>/stanowiska/grupy/", grouping.group_list, name="groups"),
    path("<slug:slug>/stanowiska/grupuj/", grouping.make_group, name="make_group"),
    path("<slug:slug>/stanowiska/grupy/<int:key>/", grouping.group, name="group"),
    path(
        "<slug:slug>/stanowiska/grupy/<int:key>/rozwiaz/", grouping.dissolve, name="dissolve_group"
    ),
    path(
        "<slug:slug>/stanowiska/<int:number>/wylacz/", grouping.take_out, name="take_out_of_group"
    ),
    path("urzedy/<slug:body>/szablony/", office_texts.reply_templates, name="reply_templates"),
    path(
        "urzedy/<slug:body>/szablony/<int:key>/",
        office_texts.reply_templates,
        name="reply_template",
    ),
    path(
        "urzedy/<slug:body>/szablony/<int:key>/usun/",
        office_texts.delete_reply_template,
        name="delete_reply_template",
    ),
]
