import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0007_newest_change"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("surveys", "0001_initial"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Competition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(db_collation="pl-x-icu", max_length=160, verbose_name="nazwa"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres strony")),
                (
                    "summary",
                    models.CharField(
                        help_text="Kogo i za co wyróżnia.",
                        max_length=240,
                        verbose_name="w jednym zdaniu",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        help_text="Cel, historia, zasady.", verbose_name="o konkursie"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(max_length=254, verbose_name="e-mail do kontaktu"),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="telefon do kontaktu"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="competitions",
                        to="organizations.publicbody",
                        verbose_name="organizator",
                    ),
                ),
            ],
            options={
                "verbose_name": "konkurs",
                "verbose_name_plural": "konkursy",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="rok")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "w przygotowaniu"),
                            ("announced", "zapowiedziana"),
                            ("open", "przyjmuje zgłoszenia"),
                            ("checking", "ocena formalna"),
                            ("jury", "ocenia kapituła"),
                            ("deliberation", "obrady kapituły"),
                            ("sealed", "rozstrzygnięta, wyniki na gali"),
                            ("published", "wyniki ogłoszone"),
                            ("cancelled", "odwołana"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="zgłoszenia od")),
                (
                    "closes_on",
                    models.DateField(
                        help_text="Zgłoszenia przyjmujemy do 23:59:59 tego dnia.",
                        verbose_name="zgłoszenia do",
                    ),
                ),
                ("opens_at", models.DateTimeField(editable=False)),
                ("closes_at", models.DateTimeField(editable=False)),
                ("scoring_until", models.DateField(verbose_name="kapituła ocenia do")),
                (
                    "results_at",
                    models.DateTimeField(
                        help_text="Do tej chwili wyniki zna tylko kapituła i organizator. Zwykle godzina gali.",
                        verbose_name="ogłoszenie wyników",
                    ),
                ),
                (
                    "consent_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="Po połowie tego czasu portal przypomina kandydatowi.",
                        verbose_name="dni na zgodę kandydata",
                    ),
                ),
                (
                    "completion_days",
                    models.PositiveSmallIntegerField(default=7, verbose_name="dni na uzupełnienie"),
                ),
                (
                    "appeal_days",
                    models.PositiveSmallIntegerField(default=7, verbose_name="dni na odwołanie"),
                ),
                (
                    "votes_from",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="głosowanie publiczności od"
                    ),
                ),
                (
                    "votes_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="głosowanie publiczności do"
                    ),
                ),
                (
                    "gala_title",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa gali"),
                ),
                (
                    "gala_place",
                    models.CharField(blank=True, max_length=200, verbose_name="miejsce gali"),
                ),
                (
                    "gala_event",
                    models.URLField(
                        blank=True,
                        help_text="Adres wydarzenia na portalu albo innej strony.",
                        verbose_name="strona gali",
                    ),
                ),
                (
                    "resolution",
                    models.CharField(
                        blank=True,
                        help_text="Np. uchwała nr 123/2026 Zarządu Województwa z 2 czerwca 2026 r.",
                        max_length=200,
                        verbose_name="uchwała o przyznaniu nagród",
                    ),
                ),
                ("last_nomination_number", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "competition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="awards.competition",
                        verbose_name="konkurs",
                    ),
                ),
            ],
            options={
                "verbose_name": "edycja",
                "verbose_name_plural": "edycje",
                "ordering": ["-year", "competition"],
                "indexes": [
                    models.Index(fields=["stage", "closes_at"], name="awards_edition_stage"),
                    models.Index(fields=["stage", "results_at"], name="awards_edition_results"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("competition", "year"),
                        name="awards_one_edition_a_year",
                        violation_error_message="Ten konkurs ma już edycję w tym roku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="awards_term_in_order",
                        violation_error_message="Koniec zgłoszeń nie może być przed początkiem.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("results_at__gte", models.F("closes_at"))),
                        name="awards_results_after_term",
                        violation_error_message="Wyniki można ogłosić dopiero po zamknięciu zgłoszeń.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("votes_from__isnull", True), ("votes_until__isnull", True)),
                            ("votes_until__gt", models.F("votes_from")),
                            _connector="OR",
                        ),
                        name="awards_votes_in_order",
                        violation_error_message="Podaj początek i późniejszy koniec głosowania.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="nazwa")),
                ("slug", models.SlugField(max_length=80, verbose_name="adres strony")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                (
                    "description",
                    models.TextField(
                        help_text="To przeczyta każdy, kto chce zgłosić kandydata.",
                        verbose_name="dla kogo i za co",
                    ),
                ),
                (
                    "nominee_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("person", "osoba"),
                                ("group", "grupa nieformalna"),
                                ("organization", "organizacja"),
                                ("public_body", "samorząd lub urząd"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="kogo można zgłosić",
                    ),
                ),
                (
                    "nominator_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("anyone", "każda pełnoletnia osoba"),
                                ("organization", "organizacja pozarządowa"),
                                ("office", "samorząd lub urząd"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="kto może zgłaszać",
                    ),
                ),
                (
                    "allows_self_nomination",
                    models.BooleanField(default=False, verbose_name="można zgłosić siebie"),
                ),
                (
                    "nominations_limit",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="najwięcej zgłoszeń od jednej osoby",
                    ),
                ),
                (
                    "without_nomination",
                    models.BooleanField(
                        default=False,
                        help_text="Kapituła sama wskazuje laureata, z uzasadnieniem.",
                        verbose_name="nagroda specjalna bez zgłoszeń",
                    ),
                ),
                (
                    "closes_on",
                    models.DateField(
                        blank=True,
                        help_text="Puste: jak w całej edycji. Nie później niż w całej edycji.",
                        null=True,
                        verbose_name="własny koniec zgłoszeń",
                    ),
                ),
                (
                    "attachments_limit",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[django.core.validators.MaxValueValidator(20)],
                        verbose_name="najwięcej załączników",
                    ),
                ),
                (
                    "attachments_help",
                    models.CharField(
                        blank=True,
                        help_text="Np. odpis z rejestru, statut, rekomendacje, zdjęcia.",
                        max_length=300,
                        verbose_name="jakie załączniki",
                    ),
                ),
                (
                    "recommendations_limit",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="najwięcej rekomendacji"
                    ),
                ),
                (
                    "is_anonymous",
                    models.BooleanField(
                        default=False,
                        help_text="Do końca oceny jurorzy widzą numer zgłoszenia zamiast kandydata.",
                        verbose_name="kapituła ocenia bez nazwisk",
                    ),
                ),
                (
                    "shows_nominees",
                    models.BooleanField(
                        default=False, verbose_name="kandydaci są publiczni po ocenie formalnej"
                    ),
                ),
                (
                    "has_public_vote",
                    models.BooleanField(default=False, verbose_name="głosowanie publiczności"),
                ),
                (
                    "jury_size",
                    models.PositiveSmallIntegerField(default=3, verbose_name="najmniej jurorów"),
                ),
                (
                    "least_evaluations",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="najmniej ocen jednego zgłoszenia",
                    ),
                ),
                (
                    "least_score",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="najmniejszy wynik laureata (%)",
                    ),
                ),
                (
                    "ranking",
                    models.CharField(
                        choices=[
                            ("raw", "średnia ocen"),
                            ("normalised", "średnia po wyrównaniu surowości jurorów"),
                        ],
                        default="raw",
                        max_length=10,
                        verbose_name="o kolejności decyduje",
                    ),
                ),
                (
                    "tie_rule",
                    models.CharField(
                        choices=[
                            ("criteria", "wyższa średnia w kolejnych kryteriach"),
                            ("chair", "wyższa ocena przewodniczącego kapituły"),
                            ("vote", "głosowanie kapituły na posiedzeniu"),
                            ("shared", "nagroda ex aequo"),
                        ],
                        default="criteria",
                        max_length=8,
                        verbose_name="przy równych wynikach",
                    ),
                ),
                (
                    "laureates_limit",
                    models.PositiveSmallIntegerField(default=1, verbose_name="liczba laureatów"),
                ),
                (
                    "prizes",
                    models.CharField(
                        blank=True,
                        help_text="Np. statuetka, dyplom, 5 000 zł.",
                        max_length=300,
                        verbose_name="nagrody",
                    ),
                ),
                (
                    "eligibility",
                    models.ForeignKey(
                        blank=True,
                        help_text="Kto odpowie „nie” na któreś z nich, nie zacznie zgłoszenia.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="surveys.version",
                        verbose_name="pytania wstępne",
                    ),
                ),
                (
                    "form",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="surveys.version",
                        verbose_name="pytania zgłoszenia",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="categories",
                        to="awards.edition",
                        verbose_name="edycja",
                    ),
                ),
            ],
            options={
                "verbose_name": "kategoria",
                "verbose_name_plural": "kategorie",
                "ordering": ["edition", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "slug"),
                        name="awards_category_slug",
                        violation_error_message="Ta edycja ma już kategorię o takiej nazwie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("without_nomination", True),
                            models.Q(
                                models.Q(("nominee_kinds", []), _negated=True),
                                models.Q(("nominator_kinds", []), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="awards_category_who",
                        violation_error_message="Wskaż, kogo i kto może zgłosić.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("has_public_vote", False), ("shows_nominees", True), _connector="OR"
                        ),
                        name="awards_vote_needs_public_nominees",
                        violation_error_message="Publiczność głosuje tylko na publicznych kandydatów.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="kryterium")),
                ("description", models.TextField(blank=True, verbose_name="na co patrzy juror")),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="waga",
                    ),
                ),
                ("scale_min", models.PositiveSmallIntegerField(default=0, verbose_name="skala od")),
                (
                    "scale_max",
                    models.PositiveSmallIntegerField(default=10, verbose_name="skala do"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criteria",
                        to="awards.category",
                    ),
                ),
            ],
            options={
                "verbose_name": "kryterium",
                "verbose_name_plural": "kryteria",
                "ordering": ["category", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("scale_max__gt", models.F("scale_min"))),
                        name="awards_scale_in_order",
                        violation_error_message="Koniec skali musi być większy niż początek.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 1)), name="awards_weight_positive"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CriterionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=160, verbose_name="kryterium")),
                ("description", models.TextField(blank=True, verbose_name="na co patrzy juror")),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="waga",
                    ),
                ),
                ("scale_min", models.PositiveSmallIntegerField(default=0, verbose_name="skala od")),
                (
                    "scale_max",
                    models.PositiveSmallIntegerField(default=10, verbose_name="skala do"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                (
                    "category",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.category",
                    ),
                ),
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
                        to="awards.criterion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CategoryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=160, verbose_name="nazwa")),
                (
                    "slug",
                    models.SlugField(db_index=False, max_length=80, verbose_name="adres strony"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                (
                    "description",
                    models.TextField(
                        help_text="To przeczyta każdy, kto chce zgłosić kandydata.",
                        verbose_name="dla kogo i za co",
                    ),
                ),
                (
                    "nominee_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("person", "osoba"),
                                ("group", "grupa nieformalna"),
                                ("organization", "organizacja"),
                                ("public_body", "samorząd lub urząd"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="kogo można zgłosić",
                    ),
                ),
                (
                    "nominator_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("anyone", "każda pełnoletnia osoba"),
                                ("organization", "organizacja pozarządowa"),
                                ("office", "samorząd lub urząd"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="kto może zgłaszać",
                    ),
                ),
                (
                    "allows_self_nomination",
                    models.BooleanField(default=False, verbose_name="można zgłosić siebie"),
                ),
                (
                    "nominations_limit",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="najwięcej zgłoszeń od jednej osoby",
                    ),
                ),
                (
                    "without_nomination",
                    models.BooleanField(
                        default=False,
                        help_text="Kapituła sama wskazuje laureata, z uzasadnieniem.",
                        verbose_name="nagroda specjalna bez zgłoszeń",
                    ),
                ),
                (
                    "closes_on",
                    models.DateField(
                        blank=True,
                        help_text="Puste: jak w całej edycji. Nie później niż w całej edycji.",
                        null=True,
                        verbose_name="własny koniec zgłoszeń",
                    ),
                ),
                (
                    "attachments_limit",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[django.core.validators.MaxValueValidator(20)],
                        verbose_name="najwięcej załączników",
                    ),
                ),
                (
                    "attachments_help",
                    models.CharField(
                        blank=True,
                        help_text="Np. odpis z rejestru, statut, rekomendacje, zdjęcia.",
                        max_length=300,
                        verbose_name="jakie załączniki",
                    ),
                ),
                (
                    "recommendations_limit",
                    models.PositiveSmallIntegerField(
                        default=2, verbose_name="najwięcej rekomendacji"
                    ),
                ),
                (
                    "is_anonymous",
                    models.BooleanField(
                        default=False,
                        help_text="Do końca oceny jurorzy widzą numer zgłoszenia zamiast kandydata.",
                        verbose_name="kapituła ocenia bez nazwisk",
                    ),
                ),
                (
                    "shows_nominees",
                    models.BooleanField(
                        default=False, verbose_name="kandydaci są publiczni po ocenie formalnej"
                    ),
                ),
                (
                    "has_public_vote",
                    models.BooleanField(default=False, verbose_name="głosowanie publiczności"),
                ),
                (
                    "jury_size",
                    models.PositiveSmallIntegerField(default=3, verbose_name="najmniej jurorów"),
                ),
                (
                    "least_evaluations",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="najmniej ocen jednego zgłoszenia",
                    ),
                ),
                (
                    "least_score",
                    models.PositiveSmallIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="najmniejszy wynik laureata (%)",
                    ),
                ),
                (
                    "ranking",
                    models.CharField(
                        choices=[
                            ("raw", "średnia ocen"),
                            ("normalised", "średnia po wyrównaniu surowości jurorów"),
                        ],
                        default="raw",
                        max_length=10,
                        verbose_name="o kolejności decyduje",
                    ),
                ),
                (
                    "tie_rule",
                    models.CharField(
                        choices=[
                            ("criteria", "wyższa średnia w kolejnych kryteriach"),
                            ("chair", "wyższa ocena przewodniczącego kapituły"),
                            ("vote", "głosowanie kapituły na posiedzeniu"),
                            ("shared", "nagroda ex aequo"),
                        ],
                        default="criteria",
                        max_length=8,
                        verbose_name="przy równych wynikach",
                    ),
                ),
                (
                    "laureates_limit",
                    models.PositiveSmallIntegerField(default=1, verbose_name="liczba laureatów"),
                ),
                (
                    "prizes",
                    models.CharField(
                        blank=True,
                        help_text="Np. statuetka, dyplom, 5 000 zł.",
                        max_length=300,
                        verbose_name="nagrody",
                    ),
                ),
                (
                    "eligibility",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Kto odpowie „nie” na któreś z nich, nie zacznie zgłoszenia.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="surveys.version",
                        verbose_name="pytania wstępne",
                    ),
                ),
                (
                    "form",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="surveys.version",
                        verbose_name="pytania zgłoszenia",
                    ),
                ),
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
                        to="awards.category",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.edition",
                        verbose_name="edycja",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EditionChange",
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
                            ("draft", "w przygotowaniu"),
                            ("announced", "zapowiedziana"),
                            ("open", "przyjmuje zgłoszenia"),
                            ("checking", "ocena formalna"),
                            ("jury", "ocenia kapituła"),
                            ("deliberation", "obrady kapituły"),
                            ("sealed", "rozstrzygnięta, wyniki na gali"),
                            ("published", "wyniki ogłoszone"),
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
                            ("draft", "w przygotowaniu"),
                            ("announced", "zapowiedziana"),
                            ("open", "przyjmuje zgłoszenia"),
                            ("checking", "ocena formalna"),
                            ("jury", "ocenia kapituła"),
                            ("deliberation", "obrady kapituły"),
                            ("sealed", "rozstrzygnięta, wyniki na gali"),
                            ("published", "wyniki ogłoszone"),
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
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="awards.edition",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana etapu edycji",
                "verbose_name_plural": "zmiany etapów edycji",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="EditionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(verbose_name="rok")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "w przygotowaniu"),
                            ("announced", "zapowiedziana"),
                            ("open", "przyjmuje zgłoszenia"),
                            ("checking", "ocena formalna"),
                            ("jury", "ocenia kapituła"),
                            ("deliberation", "obrady kapituły"),
                            ("sealed", "rozstrzygnięta, wyniki na gali"),
                            ("published", "wyniki ogłoszone"),
                            ("cancelled", "odwołana"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="zgłoszenia od")),
                (
                    "closes_on",
                    models.DateField(
                        help_text="Zgłoszenia przyjmujemy do 23:59:59 tego dnia.",
                        verbose_name="zgłoszenia do",
                    ),
                ),
                ("opens_at", models.DateTimeField(editable=False)),
                ("closes_at", models.DateTimeField(editable=False)),
                ("scoring_until", models.DateField(verbose_name="kapituła ocenia do")),
                (
                    "results_at",
                    models.DateTimeField(
                        help_text="Do tej chwili wyniki zna tylko kapituła i organizator. Zwykle godzina gali.",
                        verbose_name="ogłoszenie wyników",
                    ),
                ),
                (
                    "consent_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="Po połowie tego czasu portal przypomina kandydatowi.",
                        verbose_name="dni na zgodę kandydata",
                    ),
                ),
                (
                    "completion_days",
                    models.PositiveSmallIntegerField(default=7, verbose_name="dni na uzupełnienie"),
                ),
                (
                    "appeal_days",
                    models.PositiveSmallIntegerField(default=7, verbose_name="dni na odwołanie"),
                ),
                (
                    "votes_from",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="głosowanie publiczności od"
                    ),
                ),
                (
                    "votes_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="głosowanie publiczności do"
                    ),
                ),
                (
                    "gala_title",
                    models.CharField(blank=True, max_length=200, verbose_name="nazwa gali"),
                ),
                (
                    "gala_place",
                    models.CharField(blank=True, max_length=200, verbose_name="miejsce gali"),
                ),
                (
                    "gala_event",
                    models.URLField(
                        blank=True,
                        help_text="Adres wydarzenia na portalu albo innej strony.",
                        verbose_name="strona gali",
                    ),
                ),
                (
                    "resolution",
                    models.CharField(
                        blank=True,
                        help_text="Np. uchwała nr 123/2026 Zarządu Województwa z 2 czerwca 2026 r.",
                        max_length=200,
                        verbose_name="uchwała o przyznaniu nagród",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                (
                    "competition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.competition",
                        verbose_name="konkurs",
                    ),
                ),
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
                        to="awards.edition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Juror",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="imię i nazwisko")),
                (
                    "function",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="funkcja, instytucja"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("chair", "przewodnicząca(-y)"), ("member", "członkini, członek")],
                        default="member",
                        max_length=6,
                        verbose_name="rola",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(editable=False)),
                (
                    "appointed_by",
                    models.CharField(
                        help_text="Np. zarządzenie nr 12/2026 Marszałka Województwa z 4 maja 2026 r.",
                        max_length=200,
                        verbose_name="akt powołania",
                    ),
                ),
                ("appointed_on", models.DateField(verbose_name="powołany(-a) od")),
                (
                    "signed_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="podpisano deklarację"
                    ),
                ),
                (
                    "left_on",
                    models.DateField(blank=True, null=True, verbose_name="odwołany(-a) od"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jurors",
                        to="awards.edition",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="jury_seats",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "juror",
                "verbose_name_plural": "jurorzy",
                "ordering": ["edition", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "user"),
                        name="awards_one_seat",
                        violation_error_message="Ta osoba już jest w kapitule.",
                    ),
                    models.UniqueConstraint(
                        fields=("edition", "number"), name="awards_juror_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("left_on__isnull", True), ("role", "chair")),
                        fields=("edition",),
                        name="awards_one_chair",
                        violation_error_message="Kapituła ma już przewodniczącą(-ego).",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_at", models.DateTimeField(verbose_name="kiedy")),
                (
                    "place",
                    models.CharField(
                        help_text="Miejsce albo „zdalnie”.", max_length=200, verbose_name="gdzie"
                    ),
                ),
                (
                    "minutes",
                    models.TextField(blank=True, max_length=20000, verbose_name="przebieg"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="awards.edition",
                    ),
                ),
                (
                    "present",
                    models.ManyToManyField(
                        blank=True,
                        related_name="meetings",
                        to="awards.juror",
                        verbose_name="obecni",
                    ),
                ),
            ],
            options={
                "verbose_name": "posiedzenie kapituły",
                "verbose_name_plural": "posiedzenia kapituły",
                "ordering": ["held_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Nomination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "number",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="numer"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("submitted", "złożone"),
                            ("completion", "do uzupełnienia"),
                            ("accepted", "spełnia wymogi formalne"),
                            ("rejected", "odrzucone formalnie"),
                            ("appealed", "odwołanie w toku"),
                            ("withdrawn", "wycofane"),
                            ("merged", "dołączone do innego"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="stan",
                    ),
                ),
                (
                    "nominee_kind",
                    models.CharField(
                        choices=[
                            ("person", "osoba"),
                            ("group", "grupa nieformalna"),
                            ("organization", "organizacja"),
                            ("public_body", "samorząd lub urząd"),
                        ],
                        max_length=12,
                        verbose_name="kogo zgłaszasz",
                    ),
                ),
                (
                    "nominee_name",
                    models.CharField(
                        blank=True,
                        help_text="Imię i nazwisko albo nazwa.",
                        max_length=200,
                        verbose_name="kandydat",
                    ),
                ),
                (
                    "nominee_email",
                    models.EmailField(
                        blank=True,
                        help_text="Na ten adres wyślemy prośbę o zgodę. Nie publikujemy go.",
                        max_length=254,
                        verbose_name="e-mail kandydata",
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="Ten opis pokażemy publicznie, jeżeli kandydat się zgodzi.",
                        max_length=400,
                        verbose_name="za co, w dwóch zdaniach",
                    ),
                ),
                (
                    "justification",
                    models.TextField(
                        blank=True,
                        help_text="Co kandydat zrobił, dla kogo i co się dzięki temu zmieniło. Podaj fakty.",
                        max_length=8000,
                        verbose_name="uzasadnienie",
                    ),
                ),
                (
                    "website",
                    models.URLField(blank=True, verbose_name="strona lub film o kandydacie"),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="odpowiedzi")),
                (
                    "channel",
                    models.CharField(
                        choices=[("portal", "portal"), ("paper", "formularz papierowy")],
                        default="portal",
                        editable=False,
                        max_length=6,
                        verbose_name="sposób zgłoszenia",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="data wpływu"),
                ),
                (
                    "consent",
                    models.CharField(
                        choices=[
                            ("not_asked", "jeszcze nie zapytano"),
                            ("asked", "czeka na odpowiedź"),
                            ("given", "kandydat się zgadza"),
                            ("refused", "kandydat odmówił"),
                            ("expired", "brak odpowiedzi w terminie"),
                        ],
                        default="not_asked",
                        editable=False,
                        max_length=10,
                        verbose_name="zgoda kandydata",
                    ),
                ),
                ("consent_asked_at", models.DateTimeField(editable=False, null=True)),
                ("consent_until", models.DateTimeField(editable=False, null=True)),
                ("consent_reminded_at", models.DateTimeField(editable=False, null=True)),
                ("consent_decided_at", models.DateTimeField(editable=False, null=True)),
                (
                    "complete_until",
                    models.DateTimeField(editable=False, null=True, verbose_name="uzupełnić do"),
                ),
                (
                    "appeal_until",
                    models.DateTimeField(editable=False, null=True, verbose_name="odwołać się do"),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="złożono"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "benefit_field",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.publicbenefitfield",
                        verbose_name="dziedzina",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="awards.category",
                        verbose_name="kategoria",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                        verbose_name="powiat",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nominations_made",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto założył",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="merged",
                        to="awards.nomination",
                    ),
                ),
                (
                    "nominee_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nominations",
                        to="organizations.publicbody",
                        verbose_name="urząd ze spisu",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nominations",
                        to="organizations.organization",
                        verbose_name="organizacja ze spisu",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="zdjęcie",
                    ),
                ),
            ],
            options={
                "verbose_name": "zgłoszenie do nagrody",
                "verbose_name_plural": "zgłoszenia do nagród",
                "ordering": ["category", "number", "pk"],
                "indexes": [
                    models.Index(
                        fields=["category", "state", "number"], name="awards_nomination_state"
                    ),
                    models.Index(
                        fields=["created_by", "-updated_at"], name="awards_nomination_own"
                    ),
                    models.Index(fields=["organization", "state"], name="awards_nomination_ngo"),
                    models.Index(
                        fields=["consent", "consent_until"], name="awards_nomination_consent"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"),
                            models.Q(
                                ("number__isnull", False),
                                models.Q(("nominee_name", ""), _negated=True),
                                models.Q(("justification", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="awards_submitted_is_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("channel", "portal"), ("received_on__isnull", False), _connector="OR"
                        ),
                        name="awards_paper_has_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True),
                            ("consent", "given"),
                            _connector="OR",
                        ),
                        name="awards_accepted_agreed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Award",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(db_collation="pl-x-icu", max_length=200, verbose_name="komu"),
                ),
                (
                    "distinction",
                    models.CharField(
                        choices=[
                            ("laureate", "laureat"),
                            ("mention", "wyróżnienie"),
                            ("special", "nagroda specjalna"),
                            ("audience", "nagroda publiczności"),
                        ],
                        max_length=10,
                        verbose_name="co",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=1, verbose_name="miejsce")),
                (
                    "citation",
                    models.TextField(
                        help_text="Laudacja: przeczytają ją wszyscy.",
                        max_length=2000,
                        verbose_name="za co",
                    ),
                ),
                ("prize", models.CharField(blank=True, max_length=200, verbose_name="nagroda")),
                (
                    "photo_text",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="co widać na zdjęciu"
                    ),
                ),
                ("video", models.URLField(blank=True, verbose_name="film")),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                        verbose_name="powiat",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="awards",
                        to="organizations.organization",
                        verbose_name="organizacja ze spisu",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="zdjęcie",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awards",
                        to="awards.category",
                        verbose_name="kategoria",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awards",
                        to="awards.nomination",
                        verbose_name="zgłoszenie",
                    ),
                ),
            ],
            options={
                "verbose_name": "przyznana nagroda",
                "verbose_name_plural": "przyznane nagrody",
                "ordering": ["category", "distinction", "place", "name"],
                "indexes": [models.Index(fields=["organization"], name="awards_award_ngo")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("category", "nomination", "distinction"),
                        name="awards_one_distinction",
                        violation_error_message="To zgłoszenie już ma taką nagrodę.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Motion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=400, verbose_name="wniosek")),
                (
                    "closed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="zamknięto"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zgłoszono")),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="awards.category",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="awards.meeting",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="motions",
                        to="awards.nomination",
                        verbose_name="kogo dotyczy",
                    ),
                ),
            ],
            options={
                "verbose_name": "wniosek pod głosowanie",
                "verbose_name_plural": "wnioski pod głosowanie",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Ballot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("for", "za"),
                            ("against", "przeciw"),
                            ("abstain", "wstrzymuję się"),
                        ],
                        max_length=8,
                        verbose_name="głos",
                    ),
                ),
                ("cast_at", models.DateTimeField(auto_now=True, verbose_name="kiedy")),
                (
                    "juror",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="awards.juror",
                    ),
                ),
                (
                    "motion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="awards.motion",
                    ),
                ),
            ],
            options={
                "verbose_name": "głos jurora",
                "verbose_name_plural": "głosy jurorów",
                "constraints": [
                    models.UniqueConstraint(fields=("motion", "juror"), name="awards_one_ballot")
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "justification",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="uzasadnienie oceny"
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="złożono"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "juror",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="awards.juror",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "ocena jurora",
                "verbose_name_plural": "oceny jurorów",
                "ordering": ["nomination", "juror"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("juror", "nomination"), name="awards_one_evaluation"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submitted_at__isnull", True),
                            models.Q(("justification", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="awards_evaluation_justified",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("no_conflict", "brak powiązań"),
                            ("conflict", "konflikt interesów"),
                        ],
                        max_length=12,
                        verbose_name="oświadczenie",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="na czym polega powiązanie"
                    ),
                ),
                ("declared_at", models.DateTimeField(auto_now=True, verbose_name="kiedy")),
                (
                    "juror",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="declarations",
                        to="awards.juror",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="declarations",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "oświadczenie jurora",
                "verbose_name_plural": "oświadczenia jurorów",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("juror", "nomination"), name="awards_one_declaration"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AwardEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "name",
                    models.CharField(db_collation="pl-x-icu", max_length=200, verbose_name="komu"),
                ),
                (
                    "distinction",
                    models.CharField(
                        choices=[
                            ("laureate", "laureat"),
                            ("mention", "wyróżnienie"),
                            ("special", "nagroda specjalna"),
                            ("audience", "nagroda publiczności"),
                        ],
                        max_length=10,
                        verbose_name="co",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(default=1, verbose_name="miejsce")),
                (
                    "citation",
                    models.TextField(
                        help_text="Laudacja: przeczytają ją wszyscy.",
                        max_length=2000,
                        verbose_name="za co",
                    ),
                ),
                ("prize", models.CharField(blank=True, max_length=200, verbose_name="nagroda")),
                (
                    "photo_text",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="co widać na zdjęciu"
                    ),
                ),
                ("video", models.URLField(blank=True, verbose_name="film")),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="territory.area",
                        verbose_name="powiat",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organizations.organization",
                        verbose_name="organizacja ze spisu",
                    ),
                ),
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
                        to="awards.award",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.storedfile",
                        verbose_name="zdjęcie",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.category",
                        verbose_name="kategoria",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.nomination",
                        verbose_name="zgłoszenie",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "juror",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="awards.juror",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "przydział",
                "verbose_name_plural": "przydziały",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("juror", "nomination"), name="awards_one_assignment"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NominationChange",
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
                            ("draft", "szkic"),
                            ("submitted", "złożone"),
                            ("completion", "do uzupełnienia"),
                            ("accepted", "spełnia wymogi formalne"),
                            ("rejected", "odrzucone formalnie"),
                            ("appealed", "odwołanie w toku"),
                            ("withdrawn", "wycofane"),
                            ("merged", "dołączone do innego"),
                        ],
                        max_length=12,
                        verbose_name="ze stanu",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("submitted", "złożone"),
                            ("completion", "do uzupełnienia"),
                            ("accepted", "spełnia wymogi formalne"),
                            ("rejected", "odrzucone formalnie"),
                            ("appealed", "odwołanie w toku"),
                            ("withdrawn", "wycofane"),
                            ("merged", "dołączone do innego"),
                        ],
                        max_length=12,
                        verbose_name="na stan",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="powód")),
                ("changed_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana stanu zgłoszenia",
                "verbose_name_plural": "zmiany stanu zgłoszeń",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="NominationFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "załącznik zgłoszenia",
                "verbose_name_plural": "załączniki zgłoszeń",
                "ordering": ["nomination", "pk"],
            },
        ),
        migrations.CreateModel(
            name="NominationNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "room",
                    models.CharField(
                        choices=[("office", "urząd i zgłaszający"), ("jury", "kapituła")],
                        max_length=6,
                    ),
                ),
                ("is_from_office", models.BooleanField(default=False)),
                ("text", models.TextField(max_length=4000, verbose_name="wiadomość")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nomination_notes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "wiadomość przy zgłoszeniu",
                "verbose_name_plural": "wiadomości przy zgłoszeniach",
                "ordering": ["created_at", "pk"],
                "indexes": [
                    models.Index(fields=["nomination", "room", "created_at"], name="awards_notes")
                ],
            },
        ),
        migrations.CreateModel(
            name="NominationVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="wersja")),
                ("content", models.JSONField(verbose_name="treść")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "wersja zgłoszenia",
                "verbose_name_plural": "wersje zgłoszeń",
                "ordering": ["nomination", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "number"), name="awards_nomination_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Nominator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="zgłaszający")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("anyone", "każda pełnoletnia osoba"),
                            ("organization", "organizacja pozarządowa"),
                            ("office", "samorząd lub urząd"),
                        ],
                        max_length=12,
                        verbose_name="w czyim imieniu",
                    ),
                ),
                (
                    "statement",
                    models.TextField(blank=True, max_length=4000, verbose_name="uzasadnienie"),
                ),
                ("is_first", models.BooleanField(default=False, editable=False)),
                ("thanked_at", models.DateTimeField(editable=False, null=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        db_default=django.db.models.functions.datetime.Now(),
                        verbose_name="kiedy",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nominators",
                        to="awards.nomination",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nominator_rows",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "zgłaszający",
                "verbose_name_plural": "zgłaszający",
                "ordering": ["nomination", "-is_first", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "user"), name="awards_one_nominator_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_first", True)),
                        fields=("nomination",),
                        name="awards_one_first_nominator",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicVote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "voter",
                    models.CharField(
                        editable=False,
                        help_text="Skrót adresu e-mail z kluczem.",
                        max_length=64,
                        verbose_name="głosujący",
                    ),
                ),
                (
                    "domain",
                    models.CharField(blank=True, max_length=120, verbose_name="domena adresu"),
                ),
                (
                    "source",
                    models.CharField(blank=True, max_length=64, verbose_name="skrót adresu sieci"),
                ),
                ("paid", models.BooleanField(default=False, verbose_name="z dowodem pracy")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="oddano")),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="potwierdzono"),
                ),
                (
                    "annulled_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="unieważniono"),
                ),
                (
                    "annulled_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="powód unieważnienia"
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="awards.category",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="awards.nomination",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "głos publiczności",
                "verbose_name_plural": "głosy publiczności",
                "indexes": [
                    models.Index(fields=["nomination", "confirmed_at"], name="awards_vote_count"),
                    models.Index(fields=["category", "created_at"], name="awards_vote_time"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("confirmed_at__isnull", False)),
                        fields=("category", "voter"),
                        name="awards_one_vote",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="kto poleca")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "function",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="funkcja, instytucja"
                    ),
                ),
                (
                    "text",
                    models.TextField(blank=True, max_length=4000, verbose_name="rekomendacja"),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="poproszono")),
                (
                    "written_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="napisano"),
                ),
                (
                    "declined_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="odmówiono"),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="awards.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "rekomendacja",
                "verbose_name_plural": "rekomendacje",
                "ordering": ["nomination", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("nomination", "email"),
                        name="awards_one_recommendation",
                        violation_error_message="Tę osobę już poproszono o rekomendację.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Regulations",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="wersja")),
                (
                    "is_generated",
                    models.BooleanField(default=False, verbose_name="wygenerowany z ustawień"),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="co się zmieniło"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regulations",
                        to="awards.edition",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik",
                    ),
                ),
            ],
            options={
                "verbose_name": "regulamin",
                "verbose_name_plural": "regulaminy",
                "ordering": ["edition", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "number"), name="awards_regulations_number"
                    )
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
                ("value", models.PositiveSmallIntegerField(verbose_name="punkty")),
                (
                    "criterion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="awards.criterion",
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="awards.evaluation",
                    ),
                ),
            ],
            options={
                "verbose_name": "punkty",
                "verbose_name_plural": "punkty",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evaluation", "criterion"), name="awards_one_score"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoreEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("value", models.PositiveSmallIntegerField(verbose_name="punkty")),
                (
                    "criterion",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.criterion",
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="awards.evaluation",
                    ),
                ),
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
                        to="awards.score",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "awards_criterionevent" ("category_id", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scale_max", "scale_min", "weight") VALUES (NEW."category_id", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."scale_max", NEW."scale_min", NEW."weight"); RETURN NULL;',
                    hash="b4e926f0d8c2693fe4f5790a147915df25029329",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_98b31",
                    table="awards_criterion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criterion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "awards_criterionevent" ("category_id", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scale_max", "scale_min", "weight") VALUES (NEW."category_id", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."scale_max", NEW."scale_min", NEW."weight"); RETURN NULL;',
                    hash="c4fa2ec3d62a312513521ab7f6619a079b6a1806",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c6389",
                    table="awards_criterion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_edition_stages_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."stage", \':\', NEW."stage") = ANY(\'{draft:announced,announced:open,announced:draft,open:checking,checking:jury,jury:checking,jury:deliberation,deliberation:jury,deliberation:sealed,sealed:deliberation,sealed:published,announced:cancelled,open:cancelled,checking:cancelled,jury:cancelled,deliberation:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."stage" IS DISTINCT FROM NEW."stage") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "stage" from "%" to "%" on table %\', OLD."stage", NEW."stage", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="ff7b241dab7c97d38d77248f8ba299ce00d42858",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_edition_stages_only_5f3b3",
                    table="awards_edition",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "awards_editionevent" ("appeal_days", "closes_at", "closes_on", "competition_id", "completion_days", "consent_days", "created_at", "gala_event", "gala_place", "gala_title", "id", "opens_at", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution", "results_at", "scoring_until", "stage", "votes_from", "votes_until", "year") VALUES (NEW."appeal_days", NEW."closes_at", NEW."closes_on", NEW."competition_id", NEW."completion_days", NEW."consent_days", NEW."created_at", NEW."gala_event", NEW."gala_place", NEW."gala_title", NEW."id", NEW."opens_at", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resolution", NEW."results_at", NEW."scoring_until", NEW."stage", NEW."votes_from", NEW."votes_until", NEW."year"); RETURN NULL;',
                    hash="d587783bc0faf1efac151d24a4fefb497f70aaee",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bd7b1",
                    table="awards_edition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."appeal_days" IS DISTINCT FROM (NEW."appeal_days") OR OLD."closes_at" IS DISTINCT FROM (NEW."closes_at") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."competition_id" IS DISTINCT FROM (NEW."competition_id") OR OLD."completion_days" IS DISTINCT FROM (NEW."completion_days") OR OLD."consent_days" IS DISTINCT FROM (NEW."consent_days") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."gala_event" IS DISTINCT FROM (NEW."gala_event") OR OLD."gala_place" IS DISTINCT FROM (NEW."gala_place") OR OLD."gala_title" IS DISTINCT FROM (NEW."gala_title") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."opens_at" IS DISTINCT FROM (NEW."opens_at") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."resolution" IS DISTINCT FROM (NEW."resolution") OR OLD."results_at" IS DISTINCT FROM (NEW."results_at") OR OLD."scoring_until" IS DISTINCT FROM (NEW."scoring_until") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."votes_from" IS DISTINCT FROM (NEW."votes_from") OR OLD."votes_until" IS DISTINCT FROM (NEW."votes_until") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                    func='INSERT INTO "awards_editionevent" ("appeal_days", "closes_at", "closes_on", "competition_id", "completion_days", "consent_days", "created_at", "gala_event", "gala_place", "gala_title", "id", "opens_at", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution", "results_at", "scoring_until", "stage", "votes_from", "votes_until", "year") VALUES (NEW."appeal_days", NEW."closes_at", NEW."closes_on", NEW."competition_id", NEW."completion_days", NEW."consent_days", NEW."created_at", NEW."gala_event", NEW."gala_place", NEW."gala_title", NEW."id", NEW."opens_at", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resolution", NEW."results_at", NEW."scoring_until", NEW."stage", NEW."votes_from", NEW."votes_until", NEW."year"); RETURN NULL;',
                    hash="d1f2bddf264f244558e91d89638d449b77dd1d42",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c1022",
                    table="awards_edition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="category",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "awards_categoryevent" ("allows_self_nomination", "attachments_help", "attachments_limit", "closes_on", "description", "edition_id", "eligibility_id", "form_id", "has_public_vote", "id", "is_anonymous", "jury_size", "laureates_limit", "least_evaluations", "least_score", "name", "nominations_limit", "nominator_kinds", "nominee_kinds", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prizes", "ranking", "recommendations_limit", "shows_nominees", "slug", "tie_rule", "without_nomination") VALUES (NEW."allows_self_nomination", NEW."attachments_help", NEW."attachments_limit", NEW."closes_on", NEW."description", NEW."edition_id", NEW."eligibility_id", NEW."form_id", NEW."has_public_vote", NEW."id", NEW."is_anonymous", NEW."jury_size", NEW."laureates_limit", NEW."least_evaluations", NEW."least_score", NEW."name", NEW."nominations_limit", NEW."nominator_kinds", NEW."nominee_kinds", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."prizes", NEW."ranking", NEW."recommendations_limit", NEW."shows_nominees", NEW."slug", NEW."tie_rule", NEW."without_nomination"); RETURN NULL;',
                    hash="739bbd9114e0d9d63c1bf89ba79ea54289126f62",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_75a24",
                    table="awards_category",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="category",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "awards_categoryevent" ("allows_self_nomination", "attachments_help", "attachments_limit", "closes_on", "description", "edition_id", "eligibility_id", "form_id", "has_public_vote", "id", "is_anonymous", "jury_size", "laureates_limit", "least_evaluations", "least_score", "name", "nominations_limit", "nominator_kinds", "nominee_kinds", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prizes", "ranking", "recommendations_limit", "shows_nominees", "slug", "tie_rule", "without_nomination") VALUES (NEW."allows_self_nomination", NEW."attachments_help", NEW."attachments_limit", NEW."closes_on", NEW."description", NEW."edition_id", NEW."eligibility_id", NEW."form_id", NEW."has_public_vote", NEW."id", NEW."is_anonymous", NEW."jury_size", NEW."laureates_limit", NEW."least_evaluations", NEW."least_score", NEW."name", NEW."nominations_limit", NEW."nominator_kinds", NEW."nominee_kinds", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."prizes", NEW."ranking", NEW."recommendations_limit", NEW."shows_nominees", NEW."slug", NEW."tie_rule", NEW."without_nomination"); RETURN NULL;',
                    hash="712ac8b1ac8e8587d4cc97e4cfa4a4de85b7675d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_747ab",
                    table="awards_category",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ballot",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_ballot",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM awards_motion motion WHERE motion.id = NEW.motion_id\n        AND motion.closed_at IS NULL\n        AND NOT EXISTS (\n            SELECT 1 FROM awards_declaration declaration\n            WHERE declaration.juror_id = NEW.juror_id AND declaration.answer = 'conflict'\n                AND declaration.nomination_id = motion.nomination_id\n        )\n        FOR SHARE OF motion;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'motion % takes no ballot of juror %', NEW.motion_id, NEW.juror_id\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'juror_may_vote';\n    END IF;\n    RETURN NEW;\n",
                    hash="544ebe4a80f2a602000d104743293b55932c30f6",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_refuse_ballot_e4c30",
                    table="awards_ballot",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nomination",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_nomination_states_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:submitted,submitted:completion,completion:submitted,submitted:accepted,completion:accepted,accepted:submitted,submitted:rejected,completion:rejected,rejected:appealed,appealed:submitted,appealed:rejected,submitted:merged,submitted:withdrawn,completion:withdrawn,accepted:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="8056433ecc41fcc466c8364d6667247928cae462",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_nomination_states_only_0fd5c",
                    table="awards_nomination",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nomination",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_late_nomination",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.state = 'submitted' AND (TG_OP = 'INSERT' OR OLD.state = 'draft') THEN\n        PERFORM 1 FROM awards_edition edition\n            JOIN awards_category category ON category.edition_id = edition.id\n            WHERE category.id = NEW.category_id AND (\n                (NEW.channel = 'portal' AND edition.stage = 'open'\n                    AND edition.closes_at > clock_timestamp()\n                    AND (category.closes_on IS NULL OR category.closes_on\n                        >= (clock_timestamp() AT TIME ZONE 'Europe/Warsaw')::date))\n                OR (NEW.channel = 'paper' AND edition.stage IN ('open', 'checking'))\n            )\n            FOR SHARE OF edition;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'category % takes no nominations', NEW.category_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'nomination_in_time';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="d35be776a8d1c76b5428cde7e44025a52d166bd5",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_refuse_late_nomination_07604",
                    table="awards_nomination",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluation",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_unfit_juror",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM awards_juror juror\n        JOIN awards_edition edition ON edition.id = juror.edition_id\n        JOIN awards_assignment assignment\n            ON assignment.juror_id = juror.id AND assignment.nomination_id = NEW.nomination_id\n        JOIN awards_declaration declaration\n            ON declaration.juror_id = juror.id AND declaration.nomination_id = NEW.nomination_id\n        WHERE juror.id = NEW.juror_id AND juror.signed_at IS NOT NULL AND juror.left_on IS NULL\n            AND declaration.answer = 'no_conflict' AND edition.stage = 'jury'\n        FOR SHARE OF edition, declaration;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'juror % may not score nomination %', NEW.juror_id, NEW.nomination_id\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'juror_may_score';\n    END IF;\n    RETURN NEW;\n",
                    hash="005c16eaa1cca690240f6745ec9fa8a00d772ce8",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_refuse_unfit_juror_afe93",
                    table="awards_evaluation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluation",
            trigger=pgtrigger.compiler.Trigger(
                name="submitted_evaluation_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."submitted_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="751aac9ae1854e6d7f3b0eac8dec1689cce25404",
                    operation="UPDATE",
                    pgid="pgtrigger_submitted_evaluation_stays_91b4a",
                    table="awards_evaluation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="declaration",
            trigger=pgtrigger.compiler.Trigger(
                name="conflict_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"answer\" = 'no_conflict' AND OLD.\"answer\" = 'conflict')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="199bb3eeceb0d43d6774caa50e01a556fa387f92",
                    operation="UPDATE",
                    pgid="pgtrigger_conflict_stays_6fa64",
                    table="awards_declaration",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="award",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_award",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM awards_category category\n        JOIN awards_edition edition ON edition.id = category.edition_id\n        LEFT JOIN awards_nomination nomination ON nomination.id = NEW.nomination_id\n        WHERE category.id = NEW.category_id AND edition.stage = 'deliberation'\n            AND (NEW.nomination_id IS NULL OR (\n                nomination.state = 'accepted' AND nomination.consent = 'given'\n                AND nomination.category_id = category.id\n            ))\n        FOR SHARE OF edition;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'no verdict can be written for category %', NEW.category_id\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'award_in_deliberation';\n    END IF;\n    RETURN NEW;\n",
                    hash="2e6c14bbb898c23e0868b3fc6a2f09e5ff8ba7af",
                    operation="INSERT",
                    pgid="pgtrigger_refuse_award_97d0c",
                    table="awards_award",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="award",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "awards_awardevent" ("category_id", "citation", "county_id", "distinction", "id", "name", "nomination_id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "photo_text", "place", "prize", "video") VALUES (NEW."category_id", NEW."citation", NEW."county_id", NEW."distinction", NEW."id", NEW."name", NEW."nomination_id", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."photo_id", NEW."photo_text", NEW."place", NEW."prize", NEW."video"); RETURN NULL;',
                    hash="d91184656566bf937cb2eb72f2eb6ec9c5601ff9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5bd66",
                    table="awards_award",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="award",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "awards_awardevent" ("category_id", "citation", "county_id", "distinction", "id", "name", "nomination_id", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "photo_text", "place", "prize", "video") VALUES (NEW."category_id", NEW."citation", NEW."county_id", NEW."distinction", NEW."id", NEW."name", NEW."nomination_id", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."photo_id", NEW."photo_text", NEW."place", NEW."prize", NEW."video"); RETURN NULL;',
                    hash="aa930064f9e03edeefd672fba16b3d14d96b4ada",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c14f1",
                    table="awards_award",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publicvote",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_vote",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'UPDATE' AND OLD.confirmed_at IS NOT NULL THEN\n        RETURN NEW;\n    END IF;\n    PERFORM 1 FROM awards_nomination nomination\n        JOIN awards_category category ON category.id = nomination.category_id\n        JOIN awards_edition edition ON edition.id = category.edition_id\n        WHERE nomination.id = NEW.nomination_id AND category.id = NEW.category_id\n            AND category.has_public_vote AND nomination.state = 'accepted'\n            AND nomination.consent = 'given'\n            AND edition.stage IN ('jury', 'deliberation', 'sealed')\n            AND clock_timestamp() >= edition.votes_from\n            AND clock_timestamp() < edition.votes_until;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'no votes are taken for %', NEW.nomination_id\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'vote_in_time';\n    END IF;\n    RETURN NEW;\n",
                    hash="587cc8e47d700ccb3804941bc35f3aeee02f619e",
                    operation='INSERT OR UPDATE OF "confirmed_at"',
                    pgid="pgtrigger_refuse_vote_deb66",
                    table="awards_publicvote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="score_in_scale",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM 1 FROM awards_criterion criterion\n        JOIN awards_evaluation evaluation ON evaluation.id = NEW.evaluation_id\n        JOIN awards_nomination nomination ON nomination.id = evaluation.nomination_id\n        WHERE criterion.id = NEW.criterion_id\n            AND criterion.category_id = nomination.category_id\n            AND NEW.value BETWEEN criterion.scale_min AND criterion.scale_max\n            AND evaluation.submitted_at IS NULL\n        FOR SHARE OF evaluation;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'score % is out of place', NEW.value\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'score_in_scale';\n    END IF;\n    RETURN NEW;\n",
                    hash="4e9721f9703163f311ad5f670123e2f255508adb",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_score_in_scale_ad45c",
                    table="awards_score",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "awards_scoreevent" ("criterion_id", "evaluation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."criterion_id", NEW."evaluation_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value"); RETURN NULL;',
                    hash="fe000890cc9b94637adba0e3bc5630610dcf8924",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37e43",
                    table="awards_score",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "awards_scoreevent" ("criterion_id", "evaluation_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."criterion_id", NEW."evaluation_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."value"); RETURN NULL;',
                    hash="949d55916191a38dc5ecfb3cbd51204de4a46678",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88c65",
                    table="awards_score",
                    when="AFTER",
                ),
            ),
        ),
    ]
