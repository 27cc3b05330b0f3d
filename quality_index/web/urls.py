"""Addresses of the index: Polish paths, English names."""

from django.urls import path

from quality_index.web import (
    agreeing,
    assessing,
    evidence,
    importing,
    opinions,
    plans,
    public,
    results,
    scoring,
)

app_name = "quality_index"
_ONE = "ocena/<int:pk>/"

urlpatterns = [
    path("", public.region, name="region"),
    path("rozpocznij/", assessing.start, name="start"),
    path("kwestionariusz/", public.newest_questionnaire, name="newest_questionnaire"),
    path("kwestionariusz/<int:number>/", public.questionnaire, name="questionnaire"),
    path("kwestionariusz/wczytaj/", importing.add_questionnaire, name="add_questionnaire"),
    path(
        "kwestionariusz/<int:number>/opublikuj/",
        importing.publish_questionnaire,
        name="publish_questionnaire",
    ),
    path(
        "kwestionariusz/<int:number>/arkusz.xlsx",
        importing.questionnaire_file,
        name="questionnaire_file",
    ),
    path("urzad/<slug:slug>/wczytaj-rok/", importing.past_year, name="past_year"),
    path("urzad/<slug:slug>/", public.body, name="body"),
    path("urzad/<slug:slug>/ankieta/", opinions.open_pulse, name="open_pulse"),
    path("ankieta/<int:pk>/", opinions.survey, name="survey"),
    path(f"{_ONE}ankieta/", opinions.open_broad, name="open_broad"),
    path("zaproszenie/<str:key>/", scoring.join, name="join"),
    path(_ONE, assessing.assessment, name="assessment"),
    path(f"{_ONE}ustawienia/", assessing.edit, name="edit"),
    path(f"{_ONE}zespol/", assessing.team, name="team"),
    path(f"{_ONE}zespol/<int:seat>/usun/", assessing.remove_seat, name="remove_seat"),
    path(f"{_ONE}zespol/<int:seat>/odnosnik/", assessing.renew_link, name="renew_link"),
    path(f"{_ONE}etap/<slug:target>/", assessing.change_stage, name="change_stage"),
    path(f"{_ONE}termin/", assessing.deadline, name="deadline"),
    path(f"{_ONE}moja/", scoring.own_scores, name="own_scores"),
    path(f"{_ONE}moja/oddaj/", scoring.submit, name="submit"),
    path(f"{_ONE}moja/<slug:area>/", scoring.area_scores, name="area_scores"),
    path(f"{_ONE}dowody/", evidence.evidence, name="evidence"),
    path(f"{_ONE}dowody/<int:key>/plik/", evidence.file, name="evidence_file"),
    path(f"{_ONE}dowody/<int:key>/potwierdz/", evidence.confirm, name="confirm_evidence"),
    path(f"{_ONE}dowody/<int:key>/usun/", evidence.remove, name="remove_evidence"),
    path(f"{_ONE}roznice/", agreeing.gaps, name="gaps"),
    path(f"{_ONE}roznice/zgodne/", agreeing.agree_unanimous, name="agree_unanimous"),
    path(f"{_ONE}roznice/<slug:indicator>/", agreeing.agree, name="agree"),
    path(f"{_ONE}wyniki/", results.results, name="results"),
    path(f"{_ONE}wykres/<slug:name>.<str:format>", results.chart, name="chart"),
    path(f"{_ONE}raport.<str:format>", results.report, name="report"),
    path(f"{_ONE}cele/", plans.targets, name="targets"),
    path(f"{_ONE}plan/", plans.plan, name="plan"),
    path(f"{_ONE}plan/nowe/", plans.action, name="add_action"),
    path(f"{_ONE}plan/<int:key>/", plans.action, name="action"),
]
