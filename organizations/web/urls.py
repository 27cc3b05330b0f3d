"""Addresses of the directory, under /organizacje/."""

from django.urls import path

from organizations.web import (
    claiming,
    directory,
    doubles,
    exporting,
    importing,
    keeping,
    moderation,
    profiles,
    proposing,
    public_bodies,
    saved_searches,
)

app_name = "organizations"

urlpatterns = [
    path("", directory.organization_list, name="list"),
    path("urzedy/", public_bodies.public_body_list, name="public_bodies"),
    path(
        "urzedy/potwierdz/<str:key>/",
        public_bodies.confirm_plenipotentiary,
        name="confirm_plenipotentiary",
    ),
    path("urzedy/<slug:slug>/", public_bodies.public_body_detail, name="public_body"),
    path("zglos/", proposing.propose, name="propose"),
    path("zaproszenia/<str:key>/", keeping.invitation, name="invitation"),
    path("prosby/<str:key>/", claiming.confirm_claim, name="confirm_claim"),
    path("moderacja/", moderation.desk, name="moderation"),
    path("moderacja/zgloszenia/<int:pk>/", moderation.decide_proposal, name="decide_proposal"),
    path("moderacja/prosby/<int:pk>/", moderation.decide_claim, name="decide_claim"),
    path("moderacja/prosby/<int:pk>/dokument/", moderation.claim_document, name="claim_document"),
    path("moderacja/zmiany/<int:pk>/", moderation.decide_suggestion, name="decide_suggestion"),
    path("import/", importing.import_list, name="imports"),
    path("import/<int:pk>/", importing.import_run, name="import_run"),
    path("import/<int:pk>/kolumny/", importing.map_columns, name="import_columns"),
    path("import/<int:pk>/zgoda/", importing.agree, name="import_agree"),
    path("import/<int:pk>/bledy.csv", importing.error_file, name="import_errors"),
    path("moderacja/dublety/", doubles.doubles, name="doubles"),
    path("moderacja/dublety/<int:pk>/cofnij/", doubles.undo, name="undo_merge"),
    path("wyszukiwania/", saved_searches.saved_searches, name="saved_searches"),
    path("wyszukiwania/zapisz/", saved_searches.save, name="save_search"),
    path("wyszukiwania/<int:pk>/usun/", saved_searches.forget, name="forget_search"),
    path("eksport/<slug:format_key>/", exporting.export_list, name="export"),
    path("<slug:slug>/edytuj/", keeping.edit, name="edit"),
    path("<slug:slug>/potwierdz/", keeping.confirm, name="confirm"),
    path("<slug:slug>/czlonkowie/", keeping.members, name="members"),
    path("<slug:slug>/czlonkowie/<int:pk>/", keeping.change_member, name="change_member"),
    path("<slug:slug>/czlonkowie/zaproszenia/<int:pk>/", keeping.revoke, name="revoke_invitation"),
    path("<slug:slug>/przejmij/", claiming.claim, name="claim"),
    path("<slug:slug>/zglos-blad/", proposing.suggest, name="suggest"),
    path("<slug:slug>/historia/", profiles.history, name="history"),
    path("<slug:slug>/podobne/", doubles.similar, name="similar"),
    path("<slug:slug>/polacz/<slug:other>/", doubles.merge_two, name="merge"),
    path("<slug:slug>/wizytowka.vcf", exporting.visiting_card, name="vcard"),
    path("<slug:slug>/", profiles.organization_detail, name="detail"),
]
