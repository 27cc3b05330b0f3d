"""Addresses of the remark form and of forms that came back filled in."""

from django.urls import path

from consultations.web import remark_form_files, remark_imports

_LIST = "<slug:slug>/stanowiska/formularze/"
_ONE = f"{_LIST}<int:key>/"

urlpatterns = [
    path("<slug:slug>/formularz-uwag.<str:format>", remark_form_files.download, name="remark_form"),
    path(_LIST, remark_imports.import_list, name="remark_imports"),
    path(_ONE, remark_imports.preview, name="remark_import"),
    path(f"{_ONE}jednostki/", remark_imports.place, name="place_import_rows"),
    path(f"{_ONE}zapisz/", remark_imports.confirm, name="confirm_import"),
    path(f"{_ONE}usun/", remark_imports.drop, name="drop_import"),
    path(f"{_ONE}do-poprawienia.csv", remark_imports.errors, name="import_errors"),
    path(f"{_ONE}plik/<int:file>/", remark_imports.correct_file, name="correct_import_file"),
    path(f"{_ONE}wiersz/<int:row>/", remark_imports.row, name="remark_import_row"),
]
