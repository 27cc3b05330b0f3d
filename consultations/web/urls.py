"""Addresses of consultations: Polish paths, English names."""

from django.urls import path

from consultations.web import (
    answering,
    drafting,
    entering,
    feeds,
    import_urls,
    lists,
    managing,
    moderation_urls,
    office_urls,
    procedure_urls,
    reading,
    remark_pages,
    remark_urls,
    remarking,
    reports,
    version_urls,
)

app_name = "consultations"

urlpatterns = [
    *moderation_urls.first,
    path("", lists.consultation_list, name="list"),
    path("nowe.atom", feeds.atom, name="atom"),
    path("terminy.ics", feeds.calendar, name="calendar"),
    path("rozpocznij/", managing.create, name="create"),
    path("<slug:slug>/", reading.detail, name="detail"),
    path("<slug:slug>/jednostka/<str:eid>/", reading.provision, name="provision"),
    path("<slug:slug>/uwagi/", reading.remarks, name="remarks"),
    path("<slug:slug>/uwagi/<int:number>/", remark_pages.remark, name="remark"),
    path("<slug:slug>/zglos/", remarking.submit, name="submit_remark"),
    path("<slug:slug>/uwagi/<int:number>/zmien/", remarking.change, name="change_remark"),
    path("<slug:slug>/uwagi/<int:number>/wycofaj/", remarking.withdraw, name="withdraw_remark"),
    path("<slug:slug>/uwagi/<int:number>/popieram/", remarking.support, name="support_remark"),
    path("<slug:slug>/termin.ics", feeds.term, name="term_file"),
    path("<slug:slug>/obserwuj/", reading.follow, name="follow"),
    path("<slug:slug>/plik/", reading.source_file, name="source_file"),
    path("<slug:slug>/raport.<str:format>", reports.download, name="report"),
    path("<slug:slug>/ustawienia/", managing.edit, name="edit"),
    path("<slug:slug>/etap/<slug:target>/", managing.change_stage, name="change_stage"),
    path("<slug:slug>/termin/", managing.extend_term, name="extend_term"),
    path("<slug:slug>/projekt/", drafting.draft, name="draft"),
    path("<slug:slug>/projekt/stan/", drafting.progress, name="draft_progress"),
    path("<slug:slug>/stanowiska/", answering.workbench, name="workbench"),
    path("<slug:slug>/stanowiska/zatwierdz/", answering.approve, name="approve_positions"),
    path("<slug:slug>/stanowiska/dopisz/", entering.enter, name="enter_remark"),
    path("<slug:slug>/stanowiska/<int:number>/", answering.answer, name="answer"),
    *remark_urls.urlpatterns,
    *moderation_urls.urlpatterns,
    *office_urls.urlpatterns,
    *import_urls.urlpatterns,
    *version_urls.urlpatterns,
    *procedure_urls.urlpatterns,
]
