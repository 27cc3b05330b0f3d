import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.models.lowercase_email
import quality_index.models.questionnaire
import quality_index.models.team


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0021_pictures_reports_extracts"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="QuestionnaireVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(unique=True, verbose_name="numer wersji"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "w przygotowaniu"), ("published", "opublikowana")],
                        default="draft",
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="opublikowano"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
            ],
            options={
                "verbose_name": "wersja kwestionariusza",
                "verbose_name_plural": "wersje kwestionariusza",
                "ordering": ["-number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("state", "draft")),
                            models.Q(("published_at__isnull", False), ("state", "published")),
                            _connector="OR",
                        ),
                        name="questionnaire_published_when",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plane",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="Ten sam w następnych wersjach, aby lata dało się porównać.",
                        max_length=60,
                        verbose_name="klucz",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa po angielsku"),
                ),
                (
                    "name_de",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa po niemiecku"),
                ),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0.01)],
                        verbose_name="waga",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planes",
                        to="quality_index.questionnaireversion",
                        verbose_name="wersja",
                    ),
                ),
            ],
            options={
                "verbose_name": "płaszczyzna",
                "verbose_name_plural": "płaszczyzny",
                "ordering": ["version", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "key"), name="plane_key_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gt", 0)), name="plane_weight_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="Ten sam w następnych wersjach, aby lata dało się porównać.",
                        max_length=60,
                        verbose_name="klucz",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa po angielsku"),
                ),
                (
                    "name_de",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa po niemiecku"),
                ),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0.01)],
                        verbose_name="waga",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                (
                    "plane",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="areas",
                        to="quality_index.plane",
                        verbose_name="płaszczyzna",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="areas",
                        to="quality_index.questionnaireversion",
                        verbose_name="wersja",
                    ),
                ),
            ],
            options={
                "verbose_name": "obszar",
                "verbose_name_plural": "obszary",
                "ordering": ["version", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "key"), name="index_area_key_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gt", 0)), name="index_area_weight_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2010),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="rok, którego dotyczy ocena",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        blank=True,
                        help_text="Po co to robimy i jak wykorzystamy wynik. Zobaczy to każdy członek zespołu.",
                        max_length=4000,
                        verbose_name="słowo do zespołu",
                    ),
                ),
                (
                    "scores_until_on",
                    models.DateField(
                        blank=True,
                        help_text="Do końca tego dnia.",
                        null=True,
                        verbose_name="ostatni dzień oceny",
                    ),
                ),
                ("scores_until_at", models.DateTimeField(editable=False, null=True)),
                (
                    "minimum_administration",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="najmniej ocen administracji",
                    ),
                ),
                (
                    "minimum_ngo",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="najmniej ocen organizacji",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("preparation", "w przygotowaniu"),
                            ("scoring", "trwa ocena"),
                            ("consensus", "uzgadnianie"),
                            ("approved", "zatwierdzona"),
                            ("published", "opublikowana"),
                            ("cancelled", "odwołana"),
                        ],
                        default="preparation",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                (
                    "is_imported",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="przepisana z arkusza"
                    ),
                ),
                (
                    "total",
                    models.DecimalField(
                        decimal_places=1,
                        editable=False,
                        max_digits=4,
                        null=True,
                        verbose_name="indeks",
                    ),
                ),
                ("reminded_at", models.DateTimeField(editable=False, null=True)),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="opublikowano"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="index_assessments",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "coordinator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="koordynator",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        limit_choices_to={"state": "published"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="quality_index.questionnaireversion",
                        verbose_name="kwestionariusz",
                    ),
                ),
            ],
            options={
                "verbose_name": "ocena jakości współpracy",
                "verbose_name_plural": "oceny jakości współpracy",
                "ordering": ["-year", "body__name", "pk"],
                "indexes": [
                    models.Index(fields=["stage", "year", "body"], name="assessment_of_year"),
                    models.Index(
                        fields=["stage", "scores_until_at"], name="assessment_by_deadline"
                    ),
                    models.Index(fields=["stage", "updated_at"], name="assessment_changed"),
                    models.Index(fields=["stage", "published_at"], name="assessment_newest"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stage", "cancelled"), _negated=True),
                        fields=("body", "year"),
                        name="one_assessment_of_body_for_year",
                        violation_error_message="Ten urząd ma już ocenę za ten rok.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minimum_administration__gte", 1), ("minimum_ngo__gte", 1)
                        ),
                        name="assessment_needs_both_sides",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage__in", ["approved", "published"]), _negated=True),
                            ("total__isnull", False),
                            _connector="OR",
                        ),
                        name="settled_assessment_has_index",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("plane", "płaszczyzna"), ("area", "obszar")],
                        max_length=5,
                        verbose_name="poziom",
                    ),
                ),
                ("key", models.SlugField(max_length=60, verbose_name="klucz")),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, null=True, verbose_name="wartość"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="quality_index.assessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "wynik",
                "verbose_name_plural": "wyniki",
                "ordering": ["assessment", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "level", "key"), name="one_result_of_part"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", True), ("value__range", (0, 100)), _connector="OR"
                        ),
                        name="result_between_0_and_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        db_collation="pl-x-icu", max_length=120, verbose_name="imię i nazwisko"
                    ),
                ),
                (
                    "email",
                    accounts.models.lowercase_email.LowercaseEmailField(
                        max_length=254, verbose_name="adres e-mail"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("ngo", "organizacja pozarządowa"),
                            ("council", "członek rady działalności pożytku publicznego"),
                            ("councillor", "radny"),
                            ("executive", "zarząd, wójt, burmistrz, starosta, prezydent"),
                            ("official", "urzędnik"),
                        ],
                        max_length=12,
                        verbose_name="grupa",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("administration", "administracja"), ("ngo", "organizacje")],
                        max_length=16,
                        verbose_name="strona",
                    ),
                ),
                (
                    "represents",
                    models.CharField(
                        blank=True,
                        help_text="Nazwa organizacji, komisji albo wydziału.",
                        max_length=200,
                        verbose_name="kogo reprezentuje",
                    ),
                ),
                (
                    "is_recorder",
                    models.BooleanField(
                        default=False,
                        help_text="Prowadzi protokół spotkania uzgodnieniowego razem z urzędem.",
                        verbose_name="może zapisywać uzgodnienia",
                    ),
                ),
                (
                    "link_key",
                    models.CharField(
                        default=quality_index.models.team.new_link_key,
                        editable=False,
                        max_length=40,
                        unique=True,
                    ),
                ),
                (
                    "invited_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="zaproszono"),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="oddano ocenę"),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seats",
                        to="quality_index.assessment",
                        verbose_name="ocena",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="index_seats",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
            ],
            options={
                "verbose_name": "członek zespołu oceny",
                "verbose_name_plural": "członkowie zespołu oceny",
                "ordering": ["assessment", "side", "name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "email"),
                        name="one_seat_for_address",
                        violation_error_message="Osoba z tym adresem jest już w zespole.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("group", "council"),
                            models.Q(("group", "ngo"), ("side", "ngo")),
                            models.Q(
                                ("group__in", ["councillor", "executive", "official"]),
                                ("side", "administration"),
                            ),
                            _connector="OR",
                        ),
                        name="seat_side_fits_group",
                        violation_error_message="Ta grupa należy do drugiej strony.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="poziom docelowy"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="quality_index.indexarea",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="quality_index.assessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "poziom docelowy",
                "verbose_name_plural": "poziomy docelowe",
                "ordering": ["assessment", "area__position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "area"), name="one_target_of_area"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__range", (0, 100))),
                        name="target_between_0_and_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssessmentStageChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("preparation", "w przygotowaniu"),
                            ("scoring", "trwa ocena"),
                            ("consensus", "uzgadnianie"),
                            ("approved", "zatwierdzona"),
                            ("published", "opublikowana"),
                            ("cancelled", "odwołana"),
                        ],
                        max_length=12,
                        verbose_name="z etapu",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("preparation", "w przygotowaniu"),
                            ("scoring", "trwa ocena"),
                            ("consensus", "uzgadnianie"),
                            ("approved", "zatwierdzona"),
                            ("published", "opublikowana"),
                            ("cancelled", "odwołana"),
                        ],
                        max_length=12,
                        verbose_name="na etap",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="powód")),
                ("changed_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        help_text="Puste, gdy etap zmienił się sam o wyznaczonej porze.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stage_changes",
                        to="quality_index.assessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana etapu oceny",
                "verbose_name_plural": "zmiany etapu oceny",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="Ten sam w następnych wersjach, aby lata dało się porównać.",
                        max_length=60,
                        verbose_name="klucz",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa po angielsku"),
                ),
                (
                    "name_de",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa po niemiecku"),
                ),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        default=1,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0.01)],
                        verbose_name="waga",
                    ),
                ),
                ("question", models.TextField(verbose_name="pytanie")),
                ("guidance", models.TextField(blank=True, verbose_name="wskazówki")),
                ("evidence", models.TextField(blank=True, verbose_name="oczekiwane dowody")),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        help_text="Pięć opisów, od poziomu 0 do 4.",
                        size=5,
                        verbose_name="opisy poziomów",
                    ),
                ),
                (
                    "recommendations",
                    models.JSONField(
                        blank=True,
                        default=quality_index.models.questionnaire.no_recommendations,
                        help_text="Lista: do którego poziomu (up_to) i co zrobić (text).",
                        verbose_name="zalecenia",
                    ),
                ),
                (
                    "hints",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="Klucze faktów, które portal policzy sam.",
                        size=None,
                        verbose_name="podpowiedzi z portalu",
                    ),
                ),
                (
                    "replaces",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="Klucze wskaźników z poprzednich wersji, gdy klucz musiał się zmienić.",
                        size=None,
                        verbose_name="zastępuje klucze",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="quality_index.indexarea",
                        verbose_name="obszar",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="quality_index.questionnaireversion",
                        verbose_name="wersja",
                    ),
                ),
            ],
            options={
                "verbose_name": "wskaźnik",
                "verbose_name_plural": "wskaźniki",
                "ordering": ["version", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "key"), name="indicator_key_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gt", 0)), name="indicator_weight_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("levels__len", 5)), name="indicator_levels_described"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.PositiveSmallIntegerField(null=True, verbose_name="ocena")),
                ("not_applicable", models.BooleanField(default=False, verbose_name="nie dotyczy")),
                (
                    "comment",
                    models.TextField(blank=True, max_length=4000, verbose_name="komentarz"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="quality_index.indicator",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="quality_index.seat",
                    ),
                ),
            ],
            options={
                "verbose_name": "ocena członka zespołu",
                "verbose_name_plural": "oceny członków zespołu",
                "ordering": ["seat", "indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seat", "indicator"), name="one_score_of_member"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("not_applicable", False), ("value__range", (0, 4))),
                            models.Q(
                                ("not_applicable", True),
                                ("value__isnull", True),
                                models.Q(("comment", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="score_or_reason_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="co zrobimy")),
                ("owner_name", models.CharField(max_length=200, verbose_name="kto odpowiada")),
                (
                    "owner_email",
                    models.EmailField(
                        blank=True,
                        help_text="Na ten adres przypomnimy o terminie. Nie pokazujemy go publicznie.",
                        max_length=254,
                        verbose_name="e-mail odpowiedzialnego",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="termin")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowane"),
                            ("running", "w toku"),
                            ("done", "zrobione"),
                            ("dropped", "zaniechane"),
                        ],
                        default="planned",
                        max_length=8,
                        verbose_name="stan",
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        help_text="Wypełnij przy przeglądzie.",
                        max_length=4000,
                        verbose_name="co się zmieniło",
                    ),
                ),
                ("reminded_on", models.DateField(editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "updated_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="quality_index.assessment",
                        verbose_name="ocena",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="quality_index.indicator",
                        verbose_name="wskaźnik",
                    ),
                ),
            ],
            options={
                "verbose_name": "działanie naprawcze",
                "verbose_name_plural": "działania naprawcze",
                "ordering": ["due_on", "pk"],
                "indexes": [models.Index(fields=["status", "due_on"], name="index_action_by_term")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dropped"), _negated=True),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dropped_action_says_why",
                        violation_error_message="Napisz, dlaczego zaniechano tego działania.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_shared",
                    models.BooleanField(default=False, verbose_name="dla całego zespołu"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="co to jest")),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="adres")),
                (
                    "is_confirmed",
                    models.BooleanField(
                        default=True,
                        help_text="Dowód z poprzedniego roku trzeba potwierdzić.",
                        verbose_name="aktualny",
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="quality_index.assessment",
                    ),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="carried_to",
                        to="quality_index.evidence",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik",
                    ),
                ),
                (
                    "indicators",
                    models.ManyToManyField(
                        related_name="+", to="quality_index.indicator", verbose_name="wskaźniki"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        help_text="Puste, gdy dowód dodał urząd dla całego zespołu.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="evidence",
                        to="quality_index.seat",
                    ),
                ),
            ],
            options={
                "verbose_name": "dowód",
                "verbose_name_plural": "dowody",
                "ordering": ["assessment", "added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AgreedScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "value",
                    models.PositiveSmallIntegerField(null=True, verbose_name="uzgodniona ocena"),
                ),
                ("not_applicable", models.BooleanField(default=False, verbose_name="nie dotyczy")),
                (
                    "reasons",
                    models.TextField(blank=True, max_length=8000, verbose_name="uzasadnienie"),
                ),
                (
                    "dissent",
                    models.TextField(
                        blank=True,
                        help_text="Kto i dlaczego myśli inaczej.",
                        max_length=8000,
                        verbose_name="zdanie odrębne",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="zapisał(a)",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreed_scores",
                        to="quality_index.assessment",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="quality_index.indicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "uzgodniona ocena",
                "verbose_name_plural": "uzgodnione oceny",
                "ordering": ["assessment", "indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "indicator"), name="one_agreed_score_of_indicator"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("not_applicable", False), ("value__range", (0, 4))),
                            models.Q(
                                ("not_applicable", True),
                                ("value__isnull", True),
                                models.Q(("reasons", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="agreed_score_or_reason_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=300, verbose_name="co zrobimy")),
                ("owner_name", models.CharField(max_length=200, verbose_name="kto odpowiada")),
                (
                    "owner_email",
                    models.EmailField(
                        blank=True,
                        help_text="Na ten adres przypomnimy o terminie. Nie pokazujemy go publicznie.",
                        max_length=254,
                        verbose_name="e-mail odpowiedzialnego",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="termin")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowane"),
                            ("running", "w toku"),
                            ("done", "zrobione"),
                            ("dropped", "zaniechane"),
                        ],
                        default="planned",
                        max_length=8,
                        verbose_name="stan",
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        help_text="Wypełnij przy przeglądzie.",
                        max_length=4000,
                        verbose_name="co się zmieniło",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="quality_index.action",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="quality_index.assessment",
                        verbose_name="ocena",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="quality_index.indicator",
                        verbose_name="wskaźnik",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpinionSurvey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "questions",
                    models.JSONField(help_text="Lista: key i text.", verbose_name="pytania"),
                ),
                ("closes_on", models.DateField(verbose_name="ostatni dzień")),
                ("closes_at", models.DateTimeField(editable=False)),
                ("opened_at", models.DateTimeField(auto_now_add=True, verbose_name="rozpoczęto")),
                (
                    "assessment",
                    models.ForeignKey(
                        blank=True,
                        help_text="Puste przy krótkiej ankiecie między ocenami.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="broad_surveys",
                        to="quality_index.assessment",
                        verbose_name="ocena",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinion_surveys",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
            ],
            options={
                "verbose_name": "ankieta wśród organizacji",
                "verbose_name_plural": "ankiety wśród organizacji",
                "ordering": ["-closes_at", "-pk"],
                "indexes": [
                    models.Index(fields=["body", "-closes_at"], name="opinion_survey_of_body")
                ],
            },
        ),
        migrations.CreateModel(
            name="OpinionAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("values", models.JSONField(verbose_name="odpowiedzi")),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="quality_index.opinionsurvey",
                    ),
                ),
            ],
            options={
                "verbose_name": "anonimowa odpowiedź",
                "verbose_name_plural": "anonimowe odpowiedzi",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="OpinionTurnout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="turnout",
                        to="quality_index.opinionsurvey",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinion_turnout",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "udział w ankiecie",
                "verbose_name_plural": "udział w ankietach",
                "constraints": [
                    models.UniqueConstraint(fields=("survey", "user"), name="one_opinion_of_person")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="questionnaireversion",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF OLD.state = 'published' THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', OLD.id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                    hash="f34bad5cc6fdda396c7decf546ea6981f2f0e497",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_keep_published_fe450",
                    table="quality_index_questionnaireversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreedscore",
            trigger=pgtrigger.compiler.Trigger(
                name="agree_in_consensus",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'UPDATE'\n        AND (OLD.value, OLD.not_applicable, OLD.reasons, OLD.dissent)\n            IS NOT DISTINCT FROM (NEW.value, NEW.not_applicable, NEW.reasons, NEW.dissent)\n    THEN RETURN NEW; END IF;\n    PERFORM 1 FROM quality_index_assessment a\n        JOIN quality_index_indicator i ON i.version_id = a.version_id\n        WHERE a.id = NEW.assessment_id AND i.id = NEW.indicator_id AND a.stage = 'consensus'\n        FOR SHARE OF a;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'assessment % agrees on no scores', NEW.assessment_id\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'agreed_in_consensus';\n    END IF;\n    RETURN NEW;\n",
                    hash="7479e1a66fbdbac3361304db092eae4f580fe601",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_agree_in_consensus_cd867",
                    table="quality_index_agreedscore",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "quality_index_actionevent" ("assessment_id", "created_at", "due_on", "id", "indicator_id", "outcome", "owner_email", "owner_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "title", "updated_at", "updated_by_id") VALUES (NEW."assessment_id", NEW."created_at", NEW."due_on", NEW."id", NEW."indicator_id", NEW."outcome", NEW."owner_email", NEW."owner_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."title", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;',
                    hash="acdf1fe20eb5e690fcc1d029d1ea2e2351c126c1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5caaa",
                    table="quality_index_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."assessment_id" IS DISTINCT FROM (NEW."assessment_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."owner_email" IS DISTINCT FROM (NEW."owner_email") OR OLD."owner_name" IS DISTINCT FROM (NEW."owner_name") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."updated_by_id" IS DISTINCT FROM (NEW."updated_by_id"))',
                    func='INSERT INTO "quality_index_actionevent" ("assessment_id", "created_at", "due_on", "id", "indicator_id", "outcome", "owner_email", "owner_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "title", "updated_at", "updated_by_id") VALUES (NEW."assessment_id", NEW."created_at", NEW."due_on", NEW."id", NEW."indicator_id", NEW."outcome", NEW."owner_email", NEW."owner_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."title", NEW."updated_at", NEW."updated_by_id"); RETURN NULL;',
                    hash="dc00cac638f561cad4c7a0ba62c85c519b7552b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3342c",
                    table="quality_index_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opinionanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_late_answers",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM quality_index_opinionsurvey\n        WHERE id = NEW.survey_id AND closes_at > clock_timestamp() FOR SHARE;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'survey % takes no answers', NEW.survey_id\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'survey_answers_in_time';\n    END IF;\n    RETURN NEW;\n",
                    hash="7e0dd0414a94cef1495bf1d6ef4a1762774cc183",
                    operation="INSERT",
                    pgid="pgtrigger_refuse_late_answers_b0608",
                    table="quality_index_opinionanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plane",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP <> 'INSERT' THEN\n        PERFORM 1 FROM quality_index_questionnaireversion\n            WHERE id = OLD.version_id AND state = 'published';\n        IF FOUND THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', OLD.version_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n    END IF;\n    IF TG_OP <> 'DELETE' THEN\n        PERFORM 1 FROM quality_index_questionnaireversion\n            WHERE id = NEW.version_id AND state = 'published' FOR SHARE;\n        IF FOUND THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', NEW.version_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n        RETURN NEW;\n    END IF;\n    RETURN OLD;\n",
                    hash="2700002ab84708fd260f27d677bef4c82b1d3fcf",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_keep_published_3e930",
                    table="quality_index_plane",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP <> 'INSERT' THEN\n        PERFORM 1 FROM quality_index_questionnaireversion\n            WHERE id = OLD.version_id AND state = 'published';\n        IF FOUND THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', OLD.version_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n    END IF;\n    IF TG_OP <> 'DELETE' THEN\n        PERFORM 1 FROM quality_index_questionnaireversion\n            WHERE id = NEW.version_id AND state = 'published' FOR SHARE;\n        IF FOUND THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', NEW.version_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n        RETURN NEW;\n    END IF;\n    RETURN OLD;\n",
                    hash="f68f364fed2b4d0fe3195e44230e521bccd64ad5",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_keep_published_00616",
                    table="quality_index_indicator",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indexarea",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP <> 'INSERT' THEN\n        PERFORM 1 FROM quality_index_questionnaireversion\n            WHERE id = OLD.version_id AND state = 'published';\n        IF FOUND THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', OLD.version_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n    END IF;\n    IF TG_OP <> 'DELETE' THEN\n        PERFORM 1 FROM quality_index_questionnaireversion\n            WHERE id = NEW.version_id AND state = 'published' FOR SHARE;\n        IF FOUND THEN \n    RAISE EXCEPTION 'version % of the questionnaire is published', NEW.version_id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'questionnaire_version_published';\n END IF;\n        RETURN NEW;\n    END IF;\n    RETURN OLD;\n",
                    hash="e2a0790ecf62591c66a47f04e9b8d8eaf6106dfd",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_keep_published_8ae2b",
                    table="quality_index_indexarea",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_late_scores",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE of_assessment bigint;",
                    func="\n    IF TG_OP = 'UPDATE' AND NEW.comment = ''\n        AND (OLD.value, OLD.not_applicable) IS NOT DISTINCT FROM (NEW.value, NEW.not_applicable)\n    THEN RETURN NEW; END IF;\n    SELECT assessment_id INTO of_assessment FROM quality_index_seat WHERE id = NEW.seat_id;\n    PERFORM 1 FROM quality_index_assessment a\n        WHERE a.id = of_assessment AND a.stage = 'scoring'\n            AND a.scores_until_at > clock_timestamp()\n            AND a.version_id =\n                (SELECT version_id FROM quality_index_indicator i WHERE i.id = NEW.indicator_id)\n        FOR SHARE;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'assessment % takes no scores', of_assessment\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'scores_in_time';\n    END IF;\n    RETURN NEW;\n",
                    hash="06fa141d6bf3f225f66be73a249f2b30d019b597",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_refuse_late_scores_aa145",
                    table="quality_index_score",
                    when="BEFORE",
                ),
            ),
        ),
    ]
