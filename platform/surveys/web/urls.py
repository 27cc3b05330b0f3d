"""Addresses of surveys, under /ankiety/: Polish paths, English names."""

from django.urls import path, re_path

from surveys.web import answering, building, managing, results

app_name = "surveys"
OF = "kwestionariusze/<slug:key>"
urlpatterns = [
    path("", answering.survey_list, name="list"),
    path("odnosnik/<str:token>/", answering.by_link, name="by_link"),
    path("<int:pk>/", answering.survey, name="survey"),
    path("<int:pk>/odpowiedz/", answering.answer, name="answer"),
    path("<int:pk>/dziekujemy/", answering.thanks, name="thanks"),
    path("<int:pk>/prowadzenie/", managing.manage, name="manage"),
    path("<int:pk>/prowadzenie/termin/", managing.change_term, name="change_term"),
    path("<int:pk>/prowadzenie/zaprosz/", managing.invite, name="invite"),
    path("<int:pk>/prowadzenie/przypomnij/", managing.remind, name="remind"),
    path("<int:pk>/prowadzenie/wyniki/", managing.publish, name="publish_results"),
    path("<int:pk>/wyniki/", results.results, name="results"),
    path("<int:pk>/wyniki.<str:format>", results.export, name="export"),
    path("<int:pk>/dane.zip", results.microdata, name="microdata"),
    path("<int:pk>/odpowiedzi/", results.open_answers, name="open_answers"),
    path("<int:pk>/odpowiedzi/<int:response>/", results.tag_answer, name="tag_answer"),
    path("kwestionariusze/", building.questionnaires, name="questionnaires"),
    path("kwestionariusze/nowy/", building.create, name="create_questionnaire"),
    path(f"{OF}/", building.questionnaire, name="questionnaire"),
    path(f"{OF}/zapytaj/", managing.start, name="start"),
    path(f"{OF}/naglowek/", building.edit_head, name="edit_head"),
    path(f"{OF}/wczytaj/", building.upload, name="upload_questionnaire"),
    path(f"{OF}/podglad/<int:number>/", building.preview, name="preview"),
    path(f"{OF}/wersja-<int:number>.yaml", building.download, name="download_questionnaire"),
    path(f"{OF}/czesci/nowa/", building.edit_section, name="add_section"),
    path(f"{OF}/czesci/<int:pk>/", building.edit_section, name="edit_section"),
    path(f"{OF}/pytania/nowe/", building.edit_question, name="add_question"),
    path(f"{OF}/pytania/<int:pk>/", building.edit_question, name="edit_question"),
    re_path(
        r"^kwestionariusze/(?P<key>[-\w]+)/(?P<part>czesc|pytanie)/(?P<pk>\d+)"
        r"/(?P<direction>wyzej|nizej|usun)/$",
        building.move,
        name="move",
    ),
    re_path(
        r"^kwestionariusze/(?P<key>[-\w]+)/(?P<action>publikuj|nowa-wersja|kopiuj|porzuc)/$",
        building.act,
        name="act",
    ),
]
