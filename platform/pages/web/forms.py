"""Forms of what people publish and send."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.forms import CheckedFileField, CheckedFilesField
from documents.uploads import IMAGES, CheckedUpload
from pages.domain.calls import DOCUMENT_KINDS, MOST_BYTES, MOST_DOCUMENTS
from pages.domain.publishers import Publisher, publishers_of
from pages.forms import DateInput, DateTimeInput
from pages.guarded_forms import GuardedForm
from pages.models import Call, CallDocument, CallKind, News, NewsCategory
from search.registry import topic_labels
from territory.models import Area

HOW_TO_WRITE = _(
    "Pusty wiersz zaczyna akapit, wiersz zaczęty myślnikiem to punkt listy, znakiem > – cytat."
)
PICTURE_BYTES = 8 * 1024 * 1024


class PublicationForm(forms.ModelForm):
    """What news and calls have in common: text, name, moment."""

    publisher = forms.ChoiceField(label=_("W czyim imieniu"))

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.publishers = {row.key: row for row in publishers_of(user)}
        names = cast(forms.ChoiceField, self.fields["publisher"])
        names.choices = [(row.key, row.name) for row in self.publishers.values()]
        self.initial.setdefault("publisher", _key_of(self.instance))
        self.fields["publish_at"].required = False

    def clean_publish_at(self) -> Any:
        """Left empty, it stays what it was: for new texts, at once."""
        return self.cleaned_data["publish_at"] or self.instance.publish_at

    @property
    def chosen_publisher(self) -> Publisher:
        """The name that was chosen."""
        return self.publishers[self.cleaned_data["publisher"]]


class NewsForm(PublicationForm):
    """A piece of news."""

    picture_file = CheckedFileField(
        label=_("Zdjęcie"), required=False, allowed=IMAGES, max_bytes=PICTURE_BYTES
    )
    field_order = ["publisher", "title", "summary", "text", "category", "county"]

    class Meta:
        model = News
        fields = [
            "title",
            "summary",
            "text",
            "category",
            "county",
            "picture_text",
            "publish_at",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 2}),
            "text": forms.Textarea(attrs={"rows": 12}),
            "publish_at": DateTimeInput(),
        }
        help_texts = {"text": HOW_TO_WRITE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["county"]).queryset = Area.objects.counties()
        self.order_fields([*self.field_order, "picture_file", "picture_text", "publish_at"])

    def clean(self) -> dict[str, Any]:
        """A picture is described for those who do not see it."""
        cleaned = super().clean() or self.cleaned_data
        has_picture = cleaned.get("picture_file") or self.instance.picture_id
        if has_picture and not cleaned.get("picture_text"):
            self.add_error("picture_text", _("Opisz zdjęcie dla osób, które go nie widzą."))
        return cleaned

    @property
    def upload(self) -> CheckedUpload | None:
        """The new picture, if one was chosen."""
        return self.cleaned_data.get("picture_file")


class CallForm(PublicationForm):
    """A call."""

    topics = forms.MultipleChoiceField(
        label=_("Dziedziny"), widget=forms.CheckboxSelectMultiple, required=False
    )
    documents = CheckedFilesField(
        label=_("Dokumenty"),
        most=MOST_DOCUMENTS,
        allowed=DOCUMENT_KINDS,
        max_bytes=MOST_BYTES,
        required=False,
    )
    removed = forms.ModelMultipleChoiceField(
        label=_("Usuń dokumenty"),
        queryset=CallDocument.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Call
        fields = [
            "kind",
            "title",
            "summary",
            "text",
            "opens_on",
            "closes_on",
            "budget",
            "largest_grant",
            "topics",
            "counties",
            "url",
            "contact",
            "publish_at",
            "results",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 2}),
            "text": forms.Textarea(attrs={"rows": 12}),
            "results": forms.Textarea(attrs={"rows": 4}),
            "opens_on": DateInput(),
            "closes_on": DateInput(),
            "publish_at": DateTimeInput(),
            "counties": forms.CheckboxSelectMultiple(),
        }
        help_texts = {"text": HOW_TO_WRITE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields
        cast(forms.MultipleChoiceField, fields["topics"]).choices = list(topic_labels().items())
        cast(forms.ModelMultipleChoiceField, fields["counties"]).queryset = Area.objects.counties()
        if self.instance.pk is None:
            del fields["removed"], fields["results"]
        else:
            kept = self.instance.documents.select_related("file")
            cast(forms.ModelMultipleChoiceField, fields["removed"]).queryset = kept


class CallFilter(forms.Form):
    """Which calls a reader looks for."""

    STATES = [("", _("trwające i zapowiedziane")), ("zamkniete", _("zakończone"))]

    stan = forms.ChoiceField(label=_("Termin"), choices=STATES, required=False)
    rodzaj = forms.ChoiceField(
        label=_("Rodzaj"), choices=[("", _("wszystkie")), *CallKind.choices], required=False
    )
    dziedzina = forms.ChoiceField(label=_("Dziedzina"), required=False)
    powiat = forms.ModelChoiceField(
        label=_("Powiat"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("wszystkie"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = cast(forms.ChoiceField, self.fields["dziedzina"])
        topics.choices = [("", _("wszystkie")), *topic_labels().items()]
        cast(forms.ModelChoiceField, self.fields["powiat"]).queryset = Area.objects.counties()

    def chosen(self) -> Q:
        """The filters that were understood; a strange value narrows nothing."""
        self.is_valid()
        values = self.cleaned_data
        wanted = Q()
        if values.get("rodzaj"):
            wanted &= Q(kind=values["rodzaj"])
        if values.get("dziedzina"):
            wanted &= Q(topics__contains=[values["dziedzina"]])
        if values.get("powiat"):
            wanted &= Q(counties=values["powiat"]) | Q(counties=None)
        return wanted


class NewsFilter(forms.Form):
    """Which news a reader looks for."""

    category = forms.ModelChoiceField(
        label=_("Kategoria"),
        queryset=NewsCategory.objects.all(),
        to_field_name="slug",
        required=False,
        empty_label=_("wszystkie"),
    )

    def chosen(self) -> Q:
        """The filter that was understood; a strange value narrows nothing."""
        self.is_valid()
        category = self.cleaned_data.get("category")
        return Q(category=category) if category else Q()


class StateReasonForm(forms.Form):
    """Why a text is sent back or withdrawn."""

    reason = forms.CharField(
        label=_("Uzasadnienie"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class LetterForm(GuardedForm, forms.Form):
    """A letter to those who run the portal."""

    name = forms.CharField(label=_("Imię i nazwisko"), max_length=120)
    email = forms.EmailField(label=_("Adres e-mail"), help_text=_("Na ten adres odpowiemy."))
    subject = forms.CharField(label=_("Temat"), max_length=200)
    text = forms.CharField(
        label=_("Treść"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 8})
    )


def _key_of(publication: News | Call) -> str:
    institution = publication.publisher
    return f"{institution._meta.label_lower}:{institution.pk}" if institution else "portal"
