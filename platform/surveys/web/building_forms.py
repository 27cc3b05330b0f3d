"""Forms of the builder."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys import owners
from surveys.domain.checking import problems_of_question
from surveys.exports.questionnaire_yaml import QUESTION_COLUMNS
from surveys.imports.questionnaire_yaml import option_key
from surveys.models import WITH_OPTIONS, Question, QuestionKind, Section, Version

LANGUAGES = (("en", gettext_lazy("po angielsku")), ("de", gettext_lazy("po niemiecku")))
OPTIONS_HELP = gettext_lazy(
    "Każda odpowiedź w osobnym wierszu. Można podać też klucz i tłumaczenia: "
    "klucz | po polsku | po angielsku | po niemiecku."
)


class TranslatedForm(forms.ModelForm):
    """A form whose texts may be said in English and German too."""

    translated: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.translated:
            for code, language in LANGUAGES:
                field = forms.CharField(
                    label=f"{self.fields[name].label} {language}",
                    required=False,
                    max_length=5000,
                    initial=self.instance.texts.get(code, {}).get(name, ""),
                )
                self.fields[f"{name}_{code}"] = field

    def clean(self) -> dict[str, Any]:
        """Gather the translations as the model keeps them."""
        cleaned: dict[str, Any] = super().clean() or {}
        texts = {}
        for code, _language in LANGUAGES:
            said = {name: cleaned.get(f"{name}_{code}", "") for name in self.translated}
            if any(said.values()):
                texts[code] = {name: text for name, text in said.items() if text}
        self.instance.texts = texts
        return cleaned


class VersionForm(TranslatedForm):
    """The head of a questionnaire."""

    translated = ("title", "introduction", "thanks")

    class Meta:
        model = Version
        fields = ["title", "introduction", "thanks"]
        widgets = {
            "introduction": forms.Textarea(attrs={"rows": 4}),
            "thanks": forms.Textarea(attrs={"rows": 3}),
        }


class SectionForm(TranslatedForm):
    """A section."""

    translated = ("title", "description")

    class Meta:
        model = Section
        fields = ["title", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}


class OptionsField(forms.CharField):
    """Options, one in a line; keys that were there stay, so that editions compare."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(_line_of(option) for option in value)

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in str(value or "").splitlines()]
        return [_option_of(line) for line in lines if line]


def _line_of(option: dict[str, Any]) -> str:
    parts = [option["key"], option["label"], option.get("en", ""), option.get("de", "")]
    return " | ".join(parts).rstrip(" |")


def _option_of(line: str) -> dict[str, str]:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) == 1:
        return {"key": option_key(parts[0]), "label": parts[0]}
    option = {"key": parts[0] or option_key(parts[1]), "label": parts[1]}
    others = zip(("en", "de"), parts[2:4], strict=False)
    return option | {code: text for code, text in others if text}


class ValuesField(forms.CharField):
    """Keys of answers, parted by commas."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [part.strip() for part in str(value or "").split(",") if part.strip()]


class QuestionForm(TranslatedForm):
    """One question with all that its kind may need."""

    translated = ("text", "help_text")
    section = forms.ModelChoiceField(label=gettext_lazy("Część"), queryset=Section.objects.none())
    options = OptionsField(
        label=gettext_lazy("Odpowiedzi do wyboru"), required=False, help_text=OPTIONS_HELP
    )
    rows = OptionsField(
        label=gettext_lazy("Wiersze tabeli ocen"),
        required=False,
        help_text=gettext_lazy("Co oceniamy, każda rzecz w osobnym wierszu."),
    )
    shown_if_key = forms.ChoiceField(
        label=gettext_lazy("Pokaż tylko, gdy w pytaniu"), required=False
    )
    shown_if_values = ValuesField(
        label=gettext_lazy("wybrano odpowiedź"),
        required=False,
        help_text=gettext_lazy("Klucze odpowiedzi po przecinku, np. tak. Puste: jakąkolwiek."),
    )
    field_order = ["section", "kind", "text", "help_text", "is_required", "options", "has_other"]

    class Meta:
        model = Question
        fields = [
            "kind", "text", "help_text", "is_required", "options", "has_other", "rows", "lowest",
            "highest", "lowest_label", "highest_label", "most_choices", "shown_if_key",
            "shown_if_values", "key",
        ]  # fmt: skip

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["section"].queryset = version.sections.order_by("position")  # type: ignore[attr-defined]
        if self.instance.pk:
            self.fields["section"].initial = self.instance.section_id
        self.fields["key"].required = False
        self.fields["key"].help_text = _(
            "Po kluczu porównujemy kolejne edycje. Puste: zrobimy go z treści pytania."
        )
        others = [q for q in version.questions_in_order() if q.pk != self.instance.pk]
        self.fields["shown_if_key"].choices = [  # type: ignore[attr-defined]
            ("", _("zawsze")),
            *((q.key, f"{q.key} – {q.text[:80]}") for q in others),
        ]

    def clean(self) -> dict[str, Any]:
        """The same rules as for the whole questionnaire, told before it is published."""
        cleaned = super().clean()
        if not self.errors:
            content = {name: cleaned.get(name) for name in QUESTION_COLUMNS}
            content["key"] = content["key"] or "pytanie"
            if cleaned["kind"] not in WITH_OPTIONS:
                cleaned["options"] = content["options"] = []
            if cleaned["kind"] != QuestionKind.MATRIX:
                cleaned["rows"] = content["rows"] = []
            for problem in problems_of_question(content):
                self.add_error(None, problem)
        return cleaned

    def validate_constraints(self) -> None:
        """The key must differ from the version's others."""
        key = self.instance.key
        same = self.version.questions.filter(key=key).exclude(pk=self.instance.pk)
        if key and same.exists():
            self.add_error("key", _("Ten klucz ma już inne pytanie."))


class NewQuestionnaireForm(forms.Form):
    """A questionnaire to begin: empty, or from YAML."""

    title = forms.CharField(label=gettext_lazy("Tytuł"), max_length=200)
    owner = forms.ChoiceField(label=gettext_lazy("Kto będzie go prowadzić"), required=False)
    yaml = forms.FileField(
        label=gettext_lazy("Plik YAML"),
        required=False,
        help_text=gettext_lazy("Nieobowiązkowo: kwestionariusz zapisany wcześniej do pliku."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {f"{row._meta.label_lower}:{row.pk}": row for row in owners.offered_to(user)}
        choices = [(key, str(row)) for key, row in self.owners.items()]
        if user.is_staff:
            choices.insert(0, ("", _("administratorzy portalu")))
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]

    def clean_owner(self) -> Any:
        """The row chosen, None for administrators."""
        return self.owners.get(self.cleaned_data["owner"])

    def clean_yaml(self) -> str:
        """The text of the file."""
        return text_of_upload(self.cleaned_data["yaml"])


class YamlForm(forms.Form):
    """YAML that replaces a draft."""

    yaml = forms.FileField(label=gettext_lazy("Plik YAML"))

    def clean_yaml(self) -> str:
        """The text of the file."""
        return text_of_upload(self.cleaned_data["yaml"])


def text_of_upload(upload: Any) -> str:
    """The uploaded text; refuses what is no text or far too long."""
    if upload is None:
        return ""
    if upload.size > 1_000_000:
        raise ValidationError(_("Plik jest za długi."))
    try:
        return str(upload.read().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValidationError(_("Plik nie jest tekstem w kodowaniu UTF-8.")) from error
