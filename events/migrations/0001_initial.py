import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import events.models.registration


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0010_needs"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("surveys", "0001_initial"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="nazwa wzoru")),
                ("subject", models.CharField(max_length=150, verbose_name="temat")),
                ("text", models.TextField(verbose_name="treść")),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="event_letters",
                        to="organizations.publicbody",
                    ),
                ),
            ],
            options={
                "verbose_name": "wzór listu",
                "verbose_name_plural": "wzory listów",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("public_body", "name"), name="letter_template_name_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł cyklu")),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                ("summary", models.TextField(max_length=1000, verbose_name="o co chodzi")),
                (
                    "description",
                    models.TextField(
                        blank=True, verbose_name="opis wspólny dla wszystkich spotkań"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="event_series",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
            ],
            options={
                "verbose_name": "cykl wydarzeń",
                "verbose_name_plural": "cykle wydarzeń",
                "ordering": ["title"],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=120, unique=True, verbose_name="adres strony"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("forum", "forum"),
                            ("fair", "targi"),
                            ("conference", "konferencja"),
                            ("training", "szkolenie"),
                            ("information", "spotkanie informacyjne"),
                            ("consultation", "spotkanie konsultacyjne"),
                            ("gala", "gala"),
                            ("working", "spotkanie robocze"),
                        ],
                        max_length=16,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "partners",
                    models.CharField(blank=True, max_length=300, verbose_name="współorganizatorzy"),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="Dwa, trzy zdania: dla kogo i po co.",
                        max_length=600,
                        verbose_name="w skrócie",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "w przygotowaniu"),
                            ("published", "ogłoszone"),
                            ("cancelled", "odwołane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                (
                    "is_template",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="wzór, z którego tworzy się następne",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="początek")),
                ("ends_at", models.DateTimeField(verbose_name="koniec")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("on_site", "na miejscu"),
                            ("online", "przez internet"),
                            ("hybrid", "na miejscu i przez internet"),
                        ],
                        default="on_site",
                        max_length=8,
                        verbose_name="forma",
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=200, verbose_name="miejsce")),
                (
                    "street_address",
                    models.CharField(blank=True, max_length=160, verbose_name="ulica i numer"),
                ),
                ("town", models.CharField(blank=True, max_length=80, verbose_name="miejscowość")),
                (
                    "stream_url",
                    models.URLField(
                        blank=True,
                        help_text="Zobaczą ten odnośnik wszyscy; odnośnik tylko dla zapisanych wyślij listem.",
                        verbose_name="transmisja lub spotkanie w internecie",
                    ),
                ),
                (
                    "accessibility",
                    models.TextField(
                        blank=True,
                        help_text="Wejście, winda, toaleta, pętla indukcyjna, tłumacz języka migowego.",
                        verbose_name="dostępność",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(max_length=120, verbose_name="osoba do kontaktu"),
                ),
                (
                    "contact_email",
                    models.EmailField(max_length=254, verbose_name="e-mail do kontaktu"),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="telefon do kontaktu"),
                ),
                (
                    "registration_mode",
                    models.CharField(
                        choices=[
                            ("none", "bez zapisów, wstęp wolny"),
                            ("open", "otwarte zapisy"),
                            ("approval", "zapisy zatwierdza organizator"),
                            ("invitation", "tylko z kodem zaproszenia"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="zapisy",
                    ),
                ),
                (
                    "registration_opens_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Puste: od ogłoszenia.",
                        null=True,
                        verbose_name="początek zapisów",
                    ),
                ),
                (
                    "registration_closes_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Puste: do początku wydarzenia.",
                        null=True,
                        verbose_name="koniec zapisów",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Puste: bez ograniczeń. Przy pulach liczy się suma ich miejsc.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="liczba miejsc",
                    ),
                ),
                (
                    "offer_hours",
                    models.PositiveSmallIntegerField(
                        default=48,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(336),
                        ],
                        verbose_name="godzin na potwierdzenie miejsca z listy rezerwowej",
                    ),
                ),
                (
                    "group_limit",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="najwięcej osób w zgłoszeniu grupowym",
                    ),
                ),
                (
                    "asks_gender",
                    models.BooleanField(
                        default=False, verbose_name="pytaj o płeć (wymaga tego grantodawca)"
                    ),
                ),
                (
                    "asks_age",
                    models.BooleanField(
                        default=False,
                        verbose_name="pytaj o przedział wieku (wymaga tego grantodawca)",
                    ),
                ),
                (
                    "shows_participants",
                    models.BooleanField(
                        default=False, verbose_name="pokaż listę osób, które się na to zgodziły"
                    ),
                ),
                (
                    "reminder_days",
                    models.PositiveSmallIntegerField(
                        default=2,
                        help_text="0: bez przypomnienia.",
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="przypomnienie na ile dni przed",
                    ),
                ),
                ("free_places", models.IntegerField(editable=False, null=True)),
                ("waiting_count", models.PositiveIntegerField(default=0, editable=False)),
                ("last_number", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "proposals_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Do kiedy organizacje mogą proponować swoje punkty programu.",
                        null=True,
                        verbose_name="propozycje do programu do",
                    ),
                ),
                (
                    "exhibitors_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Do kiedy organizacje mogą zgłaszać stoiska.",
                        null=True,
                        verbose_name="zgłoszenia wystawców do",
                    ),
                ),
                (
                    "votes_for_stands",
                    models.BooleanField(
                        default=False, verbose_name="odwiedzający wybierają najlepsze stoisko"
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        default=0,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="godziny debat lub szkolenia",
                    ),
                ),
                (
                    "target_people",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="zakładana liczba osób"
                    ),
                ),
                (
                    "keeps_data_months",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Potrzeby zdrowotne i dietę usuwamy już po 14 dniach.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="ile miesięcy po wydarzeniu przechowujemy dane uczestników",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
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
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="surveys.version",
                        verbose_name="ankieta po wydarzeniu",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="organizations.publicbody",
                        verbose_name="organizator",
                    ),
                ),
                (
                    "questions",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="surveys.version",
                        verbose_name="dodatkowe pytania przy zapisie",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="events",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "verbose_name": "wydarzenie",
                "verbose_name_plural": "wydarzenia",
                "ordering": ["starts_at", "pk"],
                "indexes": [
                    models.Index(fields=["stage", "starts_at"], name="event_stage_starts"),
                    models.Index(fields=["stage", "ends_at"], name="event_stage_ends"),
                    models.Index(fields=["kind", "starts_at"], name="event_kind_starts"),
                    models.Index(fields=["county", "starts_at"], name="event_county_starts"),
                    models.Index(fields=["public_body", "-starts_at"], name="event_body_starts"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="event_ends_after_start",
                        violation_error_message="Koniec musi być po początku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("registration_opens_at__isnull", True),
                            ("registration_closes_at__isnull", True),
                            ("registration_closes_at__gt", models.F("registration_opens_at")),
                            _connector="OR",
                        ),
                        name="event_registration_in_order",
                        violation_error_message="Zapisy nie mogą skończyć się, zanim się zaczną.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventStageChange",
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
                            ("published", "ogłoszone"),
                            ("cancelled", "odwołane"),
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
                            ("published", "ogłoszone"),
                            ("cancelled", "odwołane"),
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
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stage_changes",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana etapu wydarzenia",
                "verbose_name_plural": "zmiany etapu wydarzeń",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=24, verbose_name="kod")),
                ("label", models.CharField(max_length=120, verbose_name="dla kogo")),
                (
                    "limit",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="ile razy można użyć",
                    ),
                ),
                (
                    "used",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="ile razy użyto"
                    ),
                ),
                (
                    "valid_until",
                    models.DateTimeField(blank=True, null=True, verbose_name="ważny do"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "kod zaproszenia",
                "verbose_name_plural": "kody zaproszeń",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "code"),
                        name="invitation_code_once_in_event",
                        violation_error_message="Taki kod już jest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("used__lte", models.F("limit"))),
                        name="invitation_never_overused",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LoadInSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="od")),
                ("ends_at", models.DateTimeField(verbose_name="do")),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="ilu wystawców naraz",
                    ),
                ),
                ("taken", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="load_in_slots",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "okno rozładunku",
                "verbose_name_plural": "okna rozładunku",
                "ordering": ["starts_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="load_in_ends_after_start",
                        violation_error_message="Koniec musi być po początku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("taken__lte", models.F("places"))),
                        name="load_in_never_exceeded",
                        violation_error_message="Zapisało się już więcej wystawców.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mailing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("confirmed", "osoby z miejscem"),
                            ("waiting", "lista rezerwowa"),
                            ("pending", "czekający na zatwierdzenie"),
                            ("present", "obecni"),
                            ("absent", "nieobecni mimo zapisu"),
                            ("exhibitors", "wystawcy"),
                            ("speakers", "prelegenci"),
                            ("all", "wszyscy zapisani (bez rezygnacji)"),
                        ],
                        max_length=12,
                        verbose_name="do kogo",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="temat")),
                (
                    "text",
                    models.TextField(
                        help_text="Możesz wstawić: {imię i nazwisko}, {wydarzenie}, {data}, {miejsce}, {link}.",
                        verbose_name="treść",
                    ),
                ),
                ("send_at", models.DateTimeField(verbose_name="kiedy wysłać")),
                ("sent_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("sent_count", models.PositiveIntegerField(default=0, editable=False)),
                ("is_cancelled", models.BooleanField(default=False, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mailings",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "list do uczestników",
                "verbose_name_plural": "listy do uczestników",
                "ordering": ["-send_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_cancelled", False), ("sent_at__isnull", True)),
                        fields=["send_at"],
                        name="mailing_due",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Pool",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="nazwa puli")),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ngo", "organizacja pozarządowa"),
                                ("administration", "administracja publiczna"),
                                ("citizen", "osoba prywatna"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                        verbose_name="dla kogo",
                    ),
                ),
                (
                    "places",
                    models.PositiveIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="liczba miejsc",
                    ),
                ),
                (
                    "releases_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Puste: pula zostaje dla swojej strony do końca.",
                        null=True,
                        verbose_name="kiedy wolne miejsca przechodzą do wszystkich",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pools",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "pula miejsc",
                "verbose_name_plural": "pule miejsc",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "name"), name="pool_name_once_in_event"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="numer")),
                ("content", models.JSONField(verbose_name="treść")),
                ("note", models.TextField(blank=True, verbose_name="co się zmieniło")),
                ("published_at", models.DateTimeField(auto_now_add=True, verbose_name="ogłoszono")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="programme_versions",
                        to="events.event",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "wersja programu",
                "verbose_name_plural": "wersje programu",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "number"), name="programme_number_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="numer")),
                (
                    "code",
                    models.CharField(
                        default=events.models.registration.new_code,
                        editable=False,
                        max_length=16,
                        unique=True,
                        verbose_name="kod biletu",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "czeka na zatwierdzenie"),
                            ("confirmed", "miejsce potwierdzone"),
                            ("waiting", "na liście rezerwowej"),
                            ("offered", "miejsce czeka na potwierdzenie"),
                            ("lapsed", "miejsca nie potwierdzono w terminie"),
                            ("cancelled", "rezygnacja"),
                            ("rejected", "odmowa"),
                        ],
                        max_length=12,
                        verbose_name="stan",
                    ),
                ),
                (
                    "offer_expires_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="potwierdzić do"),
                ),
                (
                    "full_name",
                    models.CharField(
                        db_collation="pl-x-icu", max_length=120, verbose_name="imię i nazwisko"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telefon")),
                (
                    "language",
                    models.CharField(
                        choices=[("pl", "Polski"), ("en", "English"), ("de", "Deutsch")],
                        default="pl",
                        max_length=2,
                        verbose_name="język wiadomości",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("ngo", "organizacja pozarządowa"),
                            ("administration", "administracja publiczna"),
                            ("citizen", "osoba prywatna"),
                        ],
                        max_length=16,
                        verbose_name="kogo reprezentujesz",
                    ),
                ),
                (
                    "organization_name",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="nazwa organizacji lub urzędu"
                    ),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("woman", "kobieta"),
                            ("man", "mężczyzna"),
                            ("other", "inna lub wolę nie podawać"),
                        ],
                        max_length=8,
                        verbose_name="płeć",
                    ),
                ),
                (
                    "age_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0-17", "do 17 lat"),
                            ("18-29", "18–29 lat"),
                            ("30-49", "30–49 lat"),
                            ("50-64", "50–64 lata"),
                            ("65+", "65 lat i więcej"),
                        ],
                        max_length=8,
                        verbose_name="wiek",
                    ),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True, default=dict, editable=False, verbose_name="odpowiedzi"
                    ),
                ),
                (
                    "group_key",
                    models.UUIDField(
                        blank=True,
                        db_index=True,
                        editable=False,
                        null=True,
                        verbose_name="zgłoszenie grupowe",
                    ),
                ),
                (
                    "is_walk_in",
                    models.BooleanField(default=False, verbose_name="dopisano przy wejściu"),
                ),
                (
                    "accepts_photos",
                    models.BooleanField(default=False, verbose_name="zgoda na zdjęcia"),
                ),
                (
                    "accepts_listing",
                    models.BooleanField(default=False, verbose_name="zgoda na listę uczestników"),
                ),
                (
                    "accepted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="zapoznano się z informacją o danych"
                    ),
                ),
                ("reminded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("thanked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("erased_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
                ("updated_at", models.DateTimeField(auto_now=True)),
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="registrations",
                        to="events.event",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="events.invitation",
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
                        verbose_name="organizacja ze spisu",
                    ),
                ),
                (
                    "pool",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registrations",
                        to="events.pool",
                        verbose_name="pula",
                    ),
                ),
                (
                    "questions",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="surveys.version",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="event_registrations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
            ],
            options={
                "verbose_name": "zgłoszenie uczestnika",
                "verbose_name_plural": "zgłoszenia uczestników",
                "ordering": ["number"],
                "indexes": [
                    models.Index(
                        fields=["event", "state", "number"], name="registration_event_state"
                    ),
                    models.Index(fields=["pool", "state"], name="registration_pool_state"),
                    models.Index(
                        condition=models.Q(("state", "offered")),
                        fields=["offer_expires_at"],
                        name="registration_offers",
                    ),
                    models.Index(
                        django.db.models.functions.text.Lower("email"), name="registration_email"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "number"), name="registration_number_once"
                    ),
                    models.UniqueConstraint(
                        models.F("event"),
                        django.db.models.functions.text.Lower("email"),
                        django.db.models.functions.text.Lower("full_name"),
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["lapsed", "cancelled", "rejected"]), _negated=True
                            ),
                            models.Q(("email", ""), _negated=True),
                        ),
                        name="person_registers_once",
                        violation_error_message="Ta osoba jest już zapisana na to wydarzenie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "offered"),
                            ("offer_expires_at__isnull", True),
                            _connector="XOR",
                        ),
                        name="offer_has_an_end",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Needs",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "diet",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "bez szczególnych wymagań"),
                            ("vegetarian", "wegetariańska"),
                            ("vegan", "wegańska"),
                            ("gluten_free", "bezglutenowa"),
                            ("lactose_free", "bez laktozy"),
                            ("other", "inna (opisz poniżej)"),
                        ],
                        max_length=16,
                        verbose_name="dieta",
                    ),
                ),
                ("ramp", models.BooleanField(default=False, verbose_name="wejście bez schodów")),
                (
                    "induction_loop",
                    models.BooleanField(default=False, verbose_name="pętla indukcyjna"),
                ),
                (
                    "sign_language",
                    models.BooleanField(
                        default=False, verbose_name="tłumacz polskiego języka migowego"
                    ),
                ),
                ("assistant", models.BooleanField(default=False, verbose_name="pomoc asystenta")),
                (
                    "other",
                    models.TextField(blank=True, max_length=1000, verbose_name="inne potrzeby"),
                ),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="events.registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "potrzeby uczestnika",
                "verbose_name_plural": "potrzeby uczestników",
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="numer")),
                (
                    "key",
                    models.CharField(max_length=16, unique=True, verbose_name="klucz sprawdzenia"),
                ),
                (
                    "hours",
                    models.DecimalField(decimal_places=1, max_digits=6, verbose_name="godziny"),
                ),
                ("issued_at", models.DateTimeField(auto_now_add=True, verbose_name="wydano")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificates",
                        to="events.event",
                    ),
                ),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificate",
                        to="events.registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "zaświadczenie",
                "verbose_name_plural": "zaświadczenia",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "number"), name="certificate_number_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RegistrationChange",
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
                        blank=True,
                        choices=[
                            ("pending", "czeka na zatwierdzenie"),
                            ("confirmed", "miejsce potwierdzone"),
                            ("waiting", "na liście rezerwowej"),
                            ("offered", "miejsce czeka na potwierdzenie"),
                            ("lapsed", "miejsca nie potwierdzono w terminie"),
                            ("cancelled", "rezygnacja"),
                            ("rejected", "odmowa"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("pending", "czeka na zatwierdzenie"),
                            ("confirmed", "miejsce potwierdzone"),
                            ("waiting", "na liście rezerwowej"),
                            ("offered", "miejsce czeka na potwierdzenie"),
                            ("lapsed", "miejsca nie potwierdzono w terminie"),
                            ("cancelled", "rezygnacja"),
                            ("rejected", "odmowa"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="powód")),
                ("changed_at", models.DateTimeField(auto_now_add=True)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="events.registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana zgłoszenia",
                "verbose_name_plural": "zmiany zgłoszeń",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="nazwa sali lub sceny")),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="liczba miejsc"
                    ),
                ),
                (
                    "accessibility",
                    models.CharField(blank=True, max_length=200, verbose_name="dostępność"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rooms",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "sala",
                "verbose_name_plural": "sale",
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "name"),
                        name="room_name_once_in_event",
                        violation_error_message="Sala o tej nazwie już jest.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, editable=False, max_length=120, verbose_name="adres strony"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("forum", "forum"),
                            ("fair", "targi"),
                            ("conference", "konferencja"),
                            ("training", "szkolenie"),
                            ("information", "spotkanie informacyjne"),
                            ("consultation", "spotkanie konsultacyjne"),
                            ("gala", "gala"),
                            ("working", "spotkanie robocze"),
                        ],
                        max_length=16,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "partners",
                    models.CharField(blank=True, max_length=300, verbose_name="współorganizatorzy"),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="Dwa, trzy zdania: dla kogo i po co.",
                        max_length=600,
                        verbose_name="w skrócie",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="opis")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "w przygotowaniu"),
                            ("published", "ogłoszone"),
                            ("cancelled", "odwołane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                (
                    "is_template",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="wzór, z którego tworzy się następne",
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="początek")),
                ("ends_at", models.DateTimeField(verbose_name="koniec")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("on_site", "na miejscu"),
                            ("online", "przez internet"),
                            ("hybrid", "na miejscu i przez internet"),
                        ],
                        default="on_site",
                        max_length=8,
                        verbose_name="forma",
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=200, verbose_name="miejsce")),
                (
                    "street_address",
                    models.CharField(blank=True, max_length=160, verbose_name="ulica i numer"),
                ),
                ("town", models.CharField(blank=True, max_length=80, verbose_name="miejscowość")),
                (
                    "stream_url",
                    models.URLField(
                        blank=True,
                        help_text="Zobaczą ten odnośnik wszyscy; odnośnik tylko dla zapisanych wyślij listem.",
                        verbose_name="transmisja lub spotkanie w internecie",
                    ),
                ),
                (
                    "accessibility",
                    models.TextField(
                        blank=True,
                        help_text="Wejście, winda, toaleta, pętla indukcyjna, tłumacz języka migowego.",
                        verbose_name="dostępność",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(max_length=120, verbose_name="osoba do kontaktu"),
                ),
                (
                    "contact_email",
                    models.EmailField(max_length=254, verbose_name="e-mail do kontaktu"),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="telefon do kontaktu"),
                ),
                (
                    "registration_mode",
                    models.CharField(
                        choices=[
                            ("none", "bez zapisów, wstęp wolny"),
                            ("open", "otwarte zapisy"),
                            ("approval", "zapisy zatwierdza organizator"),
                            ("invitation", "tylko z kodem zaproszenia"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="zapisy",
                    ),
                ),
                (
                    "registration_opens_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Puste: od ogłoszenia.",
                        null=True,
                        verbose_name="początek zapisów",
                    ),
                ),
                (
                    "registration_closes_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Puste: do początku wydarzenia.",
                        null=True,
                        verbose_name="koniec zapisów",
                    ),
                ),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Puste: bez ograniczeń. Przy pulach liczy się suma ich miejsc.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="liczba miejsc",
                    ),
                ),
                (
                    "offer_hours",
                    models.PositiveSmallIntegerField(
                        default=48,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(336),
                        ],
                        verbose_name="godzin na potwierdzenie miejsca z listy rezerwowej",
                    ),
                ),
                (
                    "group_limit",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="najwięcej osób w zgłoszeniu grupowym",
                    ),
                ),
                (
                    "asks_gender",
                    models.BooleanField(
                        default=False, verbose_name="pytaj o płeć (wymaga tego grantodawca)"
                    ),
                ),
                (
                    "asks_age",
                    models.BooleanField(
                        default=False,
                        verbose_name="pytaj o przedział wieku (wymaga tego grantodawca)",
                    ),
                ),
                (
                    "shows_participants",
                    models.BooleanField(
                        default=False, verbose_name="pokaż listę osób, które się na to zgodziły"
                    ),
                ),
                (
                    "reminder_days",
                    models.PositiveSmallIntegerField(
                        default=2,
                        help_text="0: bez przypomnienia.",
                        validators=[django.core.validators.MaxValueValidator(30)],
                        verbose_name="przypomnienie na ile dni przed",
                    ),
                ),
                (
                    "proposals_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Do kiedy organizacje mogą proponować swoje punkty programu.",
                        null=True,
                        verbose_name="propozycje do programu do",
                    ),
                ),
                (
                    "exhibitors_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="Do kiedy organizacje mogą zgłaszać stoiska.",
                        null=True,
                        verbose_name="zgłoszenia wystawców do",
                    ),
                ),
                (
                    "votes_for_stands",
                    models.BooleanField(
                        default=False, verbose_name="odwiedzający wybierają najlepsze stoisko"
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        default=0,
                        max_digits=6,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="godziny debat lub szkolenia",
                    ),
                ),
                (
                    "target_people",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="zakładana liczba osób"
                    ),
                ),
                (
                    "keeps_data_months",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="Potrzeby zdrowotne i dietę usuwamy już po 14 dniach.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="ile miesięcy po wydarzeniu przechowujemy dane uczestników",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
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
                    "created_by",
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
                    "evaluation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="surveys.version",
                        verbose_name="ankieta po wydarzeniu",
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
                        to="events.event",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organizations.publicbody",
                        verbose_name="organizator",
                    ),
                ),
                (
                    "questions",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="surveys.version",
                        verbose_name="dodatkowe pytania przy zapisie",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.programmeversion",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.series",
                        verbose_name="cykl",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Speaker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="imię i nazwisko")),
                (
                    "affiliation",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="organizacja lub funkcja"
                    ),
                ),
                ("bio", models.TextField(blank=True, verbose_name="kilka słów o osobie")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="Nie pokazujemy go; służy do powiadomień.",
                        max_length=254,
                        verbose_name="e-mail",
                    ),
                ),
                ("not_before", models.DateTimeField(blank=True, null=True, verbose_name="może od")),
                ("not_after", models.DateTimeField(blank=True, null=True, verbose_name="może do")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="speakers",
                        to="events.event",
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
                        verbose_name="organizacja w spisie",
                    ),
                ),
            ],
            options={
                "verbose_name": "osoba w programie",
                "verbose_name_plural": "osoby w programie",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "name"),
                        name="speaker_name_once_in_event",
                        violation_error_message="Ta osoba już jest w programie.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=8, verbose_name="numer stoiska")),
                ("zone", models.CharField(blank=True, max_length=60, verbose_name="strefa")),
                (
                    "x",
                    models.DecimalField(
                        decimal_places=1, max_digits=5, verbose_name="od lewej (m)"
                    ),
                ),
                (
                    "y",
                    models.DecimalField(decimal_places=1, max_digits=5, verbose_name="od góry (m)"),
                ),
                (
                    "width",
                    models.DecimalField(
                        decimal_places=1, default=3, max_digits=4, verbose_name="szerokość (m)"
                    ),
                ),
                (
                    "depth",
                    models.DecimalField(
                        decimal_places=1, default=2, max_digits=4, verbose_name="głębokość (m)"
                    ),
                ),
                ("has_power", models.BooleanField(default=False, verbose_name="prąd")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stands",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "stoisko",
                "verbose_name_plural": "stoiska",
                "ordering": ["label"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "label"),
                        name="stand_label_once",
                        violation_error_message="Stoisko o tym numerze już jest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("depth__gt", 0), ("width__gt", 0), ("x__gte", 0), ("y__gte", 0)
                        ),
                        name="stand_has_size",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Exhibitor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "złożone"),
                            ("accepted", "przyjęte"),
                            ("rejected", "odrzucone"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="submitted",
                        editable=False,
                        max_length=12,
                        verbose_name="stan",
                    ),
                ),
                (
                    "offer",
                    models.TextField(
                        help_text="Ten tekst zobaczą odwiedzający na stronie stoiska.",
                        max_length=2000,
                        verbose_name="co pokażecie",
                    ),
                ),
                (
                    "needs_table",
                    models.BooleanField(default=True, verbose_name="potrzebny stół i krzesła"),
                ),
                ("needs_power", models.BooleanField(default=False, verbose_name="potrzebny prąd")),
                (
                    "space",
                    models.DecimalField(
                        decimal_places=1,
                        default=6,
                        max_digits=4,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="powierzchnia (m²)",
                    ),
                ),
                (
                    "equipment",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="własne sprzęty i materiały"
                    ),
                ),
                ("people", models.TextField(max_length=1000, verbose_name="kto będzie na stoisku")),
                (
                    "contact_phone",
                    models.CharField(max_length=40, verbose_name="telefon na dzień targów"),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="ocena według kryteriów (0–100)",
                    ),
                ),
                (
                    "decision_note",
                    models.TextField(blank=True, verbose_name="uzasadnienie decyzji"),
                ),
                ("vote_count", models.PositiveIntegerField(default=0, editable=False)),
                ("submitted_at", models.DateTimeField(auto_now_add=True, verbose_name="złożono")),
                ("decided_at", models.DateTimeField(editable=False, null=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exhibitors",
                        to="events.event",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exhibitions",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "load_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="exhibitors",
                        to="events.loadinslot",
                        verbose_name="rozładunek",
                    ),
                ),
                (
                    "stand",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="exhibitor",
                        to="events.stand",
                        verbose_name="stoisko",
                    ),
                ),
            ],
            options={
                "verbose_name": "wystawca",
                "verbose_name_plural": "wystawcy",
                "ordering": ["submitted_at", "pk"],
                "indexes": [models.Index(fields=["event", "state"], name="exhibitor_event_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("event", "organization"),
                        name="organization_exhibits_once",
                        violation_error_message="Ta organizacja już zgłosiła stoisko.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stand__isnull", True), ("state", "accepted"), _connector="OR"
                        ),
                        name="stand_for_accepted_only",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "width",
                    models.PositiveSmallIntegerField(
                        default=60,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="szerokość terenu (m)",
                    ),
                ),
                (
                    "height",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="głębokość terenu (m)",
                    ),
                ),
                ("handbook", models.TextField(blank=True, verbose_name="informator dla wystawców")),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan targów",
                "verbose_name_plural": "plany targów",
            },
        ),
        migrations.CreateModel(
            name="StandVote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("voted_at", models.DateTimeField(auto_now_add=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stand_votes",
                        to="events.event",
                    ),
                ),
                (
                    "exhibitor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="events.exhibitor",
                    ),
                ),
                (
                    "registration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stand_vote",
                        to="events.registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "głos na stoisko",
                "verbose_name_plural": "głosy na stoiska",
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="co zrobić")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="do kiedy")),
                (
                    "done_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="zrobiono"
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="event_tasks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "zadanie",
                "verbose_name_plural": "zadania",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("manager", "kierownik wydarzenia"),
                            ("programme", "program i prelegenci"),
                            ("participants", "uczestnicy i wiadomości"),
                            ("door", "wejście i obecność"),
                        ],
                        max_length=16,
                        verbose_name="rola",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="team",
                        to="events.event",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="event_roles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="osoba",
                    ),
                ),
            ],
            options={
                "verbose_name": "osoba w zespole wydarzenia",
                "verbose_name_plural": "zespoły wydarzeń",
                "ordering": ["role", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "user"), name="one_role_in_team")
                ],
            },
        ),
        migrations.CreateModel(
            name="Track",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="nazwa ścieżki")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tracks",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "ścieżka",
                "verbose_name_plural": "ścieżki",
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "name"),
                        name="track_name_once_in_event",
                        violation_error_message="Ścieżka o tej nazwie już jest.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="tytuł")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("talk", "wystąpienie"),
                            ("panel", "debata"),
                            ("workshop", "warsztat"),
                            ("presentation", "prezentacja"),
                            ("ceremony", "uroczystość"),
                            ("performance", "występ na scenie"),
                            ("break", "przerwa"),
                        ],
                        default="talk",
                        max_length=16,
                        verbose_name="forma",
                    ),
                ),
                ("abstract", models.TextField(blank=True, verbose_name="opis")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("pl", "polski"),
                            ("en", "angielski"),
                            ("de", "niemiecki"),
                            ("uk", "ukraiński"),
                            ("cs", "czeski"),
                            ("pjm", "polski język migowy"),
                        ],
                        default="pl",
                        max_length=3,
                        verbose_name="język",
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="początek")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="koniec")),
                (
                    "capacity",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Puste: wstęp wolny, bez zapisów na tę sesję.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10000),
                        ],
                        verbose_name="zapisy na sesję: liczba miejsc",
                    ),
                ),
                ("stream_url", models.URLField(blank=True, verbose_name="transmisja")),
                ("taken", models.PositiveIntegerField(default=0, editable=False)),
                ("guid", models.UUIDField(editable=False, null=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="events.event",
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sessions",
                        to="events.room",
                        verbose_name="sala",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sessions",
                        to="events.track",
                        verbose_name="ścieżka",
                    ),
                ),
            ],
            options={
                "verbose_name": "sesja",
                "verbose_name_plural": "sesje",
                "ordering": [
                    models.OrderBy(models.F("starts_at"), nulls_last=True),
                    "room__position",
                    "pk",
                ],
                "indexes": [
                    models.Index(fields=["event", "starts_at"], name="session_event_starts")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ends_at__isnull", True), ("starts_at__isnull", True)),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="session_ends_after_start",
                        violation_error_message="Podaj początek i późniejszy koniec albo żadnego.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("capacity__isnull", True),
                            ("taken__lte", models.F("capacity")),
                            _connector="OR",
                        ),
                        name="session_places_never_exceeded",
                        violation_error_message="Zapisało się już więcej osób.",
                    ),
                    models.UniqueConstraint(
                        fields=("event", "guid"), name="session_guid_once_in_event"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="tytuł")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("talk", "wystąpienie"),
                            ("panel", "debata"),
                            ("workshop", "warsztat"),
                            ("presentation", "prezentacja"),
                            ("ceremony", "uroczystość"),
                            ("performance", "występ na scenie"),
                            ("break", "przerwa"),
                        ],
                        default="workshop",
                        max_length=16,
                        verbose_name="forma",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("pl", "polski"),
                            ("en", "angielski"),
                            ("de", "niemiecki"),
                            ("uk", "ukraiński"),
                            ("cs", "czeski"),
                            ("pjm", "polski język migowy"),
                        ],
                        default="pl",
                        max_length=3,
                        verbose_name="język",
                    ),
                ),
                (
                    "abstract",
                    models.TextField(max_length=3000, verbose_name="opis dla uczestników"),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=45,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(480),
                        ],
                        verbose_name="ile minut",
                    ),
                ),
                ("speaker_name", models.CharField(max_length=120, verbose_name="kto poprowadzi")),
                (
                    "speaker_bio",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="kilka słów o tej osobie"
                    ),
                ),
                (
                    "availability",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="kiedy ta osoba może być"
                    ),
                ),
                (
                    "needs",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="czego potrzebujecie na miejscu"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "złożone"),
                            ("accepted", "przyjęte"),
                            ("rejected", "odrzucone"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="submitted",
                        editable=False,
                        max_length=12,
                        verbose_name="stan",
                    ),
                ),
                (
                    "decision_note",
                    models.TextField(blank=True, verbose_name="uzasadnienie decyzji"),
                ),
                ("submitted_at", models.DateTimeField(auto_now_add=True, verbose_name="złożono")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="events.event",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="event_proposals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="proposal",
                        to="events.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "propozycja do programu",
                "verbose_name_plural": "propozycje do programu",
                "ordering": ["submitted_at", "pk"],
                "indexes": [models.Index(fields=["event", "state"], name="proposal_event_state")],
            },
        ),
        migrations.CreateModel(
            name="ProposalReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="ocena",
                    ),
                ),
                (
                    "comment",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="komentarz dla zespołu"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="events.proposal",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "ocena propozycji",
                "verbose_name_plural": "oceny propozycji",
                "ordering": ["created_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("proposal", "reviewer"), name="one_review_each"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)),
                        name="review_from_one_to_five",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                ("url", models.URLField(blank=True, verbose_name="odnośnik")),
                (
                    "is_photo",
                    models.BooleanField(
                        default=False,
                        help_text="Osoby na zdjęciu zgodziły się na publikację.",
                        verbose_name="zdjęcie do galerii",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="events.event",
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
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="events.session",
                        verbose_name="sesja",
                    ),
                ),
            ],
            options={
                "verbose_name": "materiał",
                "verbose_name_plural": "materiały",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("file__isnull", False),
                            models.Q(("url", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="material_has_something",
                        violation_error_message="Dodaj plik albo odnośnik.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "happened_at",
                    models.DateTimeField(
                        help_text="Według zegara urządzenia, które było przy wejściu.",
                        verbose_name="kiedy",
                    ),
                ),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
                ("device", models.CharField(blank=True, max_length=60, verbose_name="urządzenie")),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_ins",
                        to="events.registration",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_ins",
                        to="events.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "wejście",
                "verbose_name_plural": "wejścia",
                "ordering": ["happened_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("registration", "session"),
                        name="one_entry_for_a_door",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionFeedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rating",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="ocena",
                    ),
                ),
                (
                    "comment",
                    models.TextField(blank=True, max_length=1000, verbose_name="komentarz"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to="events.registration",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to="events.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "opinia o sesji",
                "verbose_name_plural": "opinie o sesjach",
                "ordering": ["-created_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "registration"), name="one_opinion_on_session"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rating__gte", 1), ("rating__lte", 5)),
                        name="opinion_from_one_to_five",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionSignup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_waiting",
                    models.BooleanField(default=False, verbose_name="na liście rezerwowej"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signups",
                        to="events.registration",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signups",
                        to="events.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "zapis na sesję",
                "verbose_name_plural": "zapisy na sesje",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("session", "registration"), name="one_signup")
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionStar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stars",
                        to="events.session",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="starred_sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "wybrana sesja",
                "verbose_name_plural": "wybrane sesje",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "session"), name="one_star")
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionPerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("speaker", "prelegent(-ka)"), ("moderator", "prowadzący(-a)")],
                        default="speaker",
                        max_length=12,
                        verbose_name="rola",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="events.session",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="events.speaker",
                        verbose_name="osoba",
                    ),
                ),
            ],
            options={
                "verbose_name": "udział w sesji",
                "verbose_name_plural": "udział w sesjach",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "speaker"), name="person_once_in_session"
                    )
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
                ("token_hash", models.CharField(max_length=64)),
                ("sector", models.CharField(max_length=16)),
                ("answers", models.JSONField(default=dict)),
                ("submitted_on", models.DateField(auto_now_add=True)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="surveys.version",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluations",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "ocena wydarzenia",
                "verbose_name_plural": "oceny wydarzeń",
                "constraints": [
                    models.UniqueConstraint(fields=("event", "token_hash"), name="one_evaluation")
                ],
            },
        ),
        migrations.AddField(
            model_name="Event",
            name="programme",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="events.programmeversion",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="registration",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_registration_states",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{pending:confirmed,pending:waiting,pending:rejected,pending:cancelled,waiting:offered,waiting:confirmed,waiting:cancelled,offered:confirmed,offered:lapsed,offered:cancelled,lapsed:waiting,lapsed:cancelled,confirmed:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="76006abf3b524583edfff95f95ab130e089407ee",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_registration_states_0e596",
                    table="events_registration",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="registration",
            trigger=pgtrigger.compiler.Trigger(
                name="places_never_exceeded_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"state\" IN ('confirmed', 'offered'))",
                    declare="DECLARE limit_of_event integer; limit_of_pool integer; pools integer; held integer;",
                    func="\n    SELECT capacity INTO limit_of_event FROM events_event WHERE id = NEW.event_id\n        FOR NO KEY UPDATE;\n    SELECT sum(places) INTO pools FROM events_pool WHERE event_id = NEW.event_id;\n    IF pools IS NOT NULL THEN\n        IF NEW.pool_id IS NULL THEN\n            RAISE EXCEPTION 'a place of event % must come from a pool', NEW.event_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';\n        END IF;\n        SELECT places INTO limit_of_pool FROM events_pool WHERE id = NEW.pool_id;\n        SELECT count(*) INTO held FROM events_registration\n            WHERE pool_id = NEW.pool_id AND state IN ('confirmed', 'offered')\n            AND id <> NEW.id;\n        IF held >= limit_of_pool THEN\n            RAISE EXCEPTION 'pool % is full', NEW.pool_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';\n        END IF;\n    ELSIF limit_of_event IS NOT NULL THEN\n        SELECT count(*) INTO held FROM events_registration\n            WHERE event_id = NEW.event_id AND state IN ('confirmed', 'offered')\n            AND id <> NEW.id;\n        IF held >= limit_of_event THEN\n            RAISE EXCEPTION 'event % is full', NEW.event_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="09ee85f4f800f5229c67bc77de84ac56c351d2f7",
                    operation="INSERT",
                    pgid="pgtrigger_places_never_exceeded_new_36bcf",
                    table="events_registration",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="registration",
            trigger=pgtrigger.compiler.Trigger(
                name="places_never_exceeded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"state\" IN ('confirmed', 'offered') AND (NOT (OLD.\"state\" IN ('confirmed', 'offered')) OR OLD.\"pool_id\" IS DISTINCT FROM (NEW.\"pool_id\")))",
                    declare="DECLARE limit_of_event integer; limit_of_pool integer; pools integer; held integer;",
                    func="\n    SELECT capacity INTO limit_of_event FROM events_event WHERE id = NEW.event_id\n        FOR NO KEY UPDATE;\n    SELECT sum(places) INTO pools FROM events_pool WHERE event_id = NEW.event_id;\n    IF pools IS NOT NULL THEN\n        IF NEW.pool_id IS NULL THEN\n            RAISE EXCEPTION 'a place of event % must come from a pool', NEW.event_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';\n        END IF;\n        SELECT places INTO limit_of_pool FROM events_pool WHERE id = NEW.pool_id;\n        SELECT count(*) INTO held FROM events_registration\n            WHERE pool_id = NEW.pool_id AND state IN ('confirmed', 'offered')\n            AND id <> NEW.id;\n        IF held >= limit_of_pool THEN\n            RAISE EXCEPTION 'pool % is full', NEW.pool_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';\n        END IF;\n    ELSIF limit_of_event IS NOT NULL THEN\n        SELECT count(*) INTO held FROM events_registration\n            WHERE event_id = NEW.event_id AND state IN ('confirmed', 'offered')\n            AND id <> NEW.id;\n        IF held >= limit_of_event THEN\n            RAISE EXCEPTION 'event % is full', NEW.event_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="fe6849f7d293574e3cd8970fc046ed6bfd0a82d8",
                    operation='UPDATE OF "state", "pool_id"',
                    pgid="pgtrigger_places_never_exceeded_319d4",
                    table="events_registration",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_event_stages",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."stage", \':\', NEW."stage") = ANY(\'{draft:published,published:draft,published:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."stage" IS DISTINCT FROM NEW."stage") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "stage" from "%" to "%" on table %\', OLD."stage", NEW."stage", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="21fb3d424bf97bded665257f4a8fdd055d82b8fd",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_event_stages_02dca",
                    table="events_event",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventevent" ("accessibility", "asks_age", "asks_gender", "capacity", "contact_email", "contact_name", "contact_phone", "county_id", "created_at", "created_by_id", "description", "ends_at", "evaluation_id", "exhibitors_until", "group_limit", "hours", "id", "is_template", "keeps_data_months", "kind", "mode", "offer_hours", "partners", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "proposals_until", "public_body_id", "questions_id", "registration_closes_at", "registration_mode", "registration_opens_at", "reminder_days", "series_id", "shows_participants", "slug", "stage", "starts_at", "stream_url", "street_address", "summary", "target_people", "title", "town", "venue", "votes_for_stands") VALUES (NEW."accessibility", NEW."asks_age", NEW."asks_gender", NEW."capacity", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."county_id", NEW."created_at", NEW."created_by_id", NEW."description", NEW."ends_at", NEW."evaluation_id", NEW."exhibitors_until", NEW."group_limit", NEW."hours", NEW."id", NEW."is_template", NEW."keeps_data_months", NEW."kind", NEW."mode", NEW."offer_hours", NEW."partners", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."proposals_until", NEW."public_body_id", NEW."questions_id", NEW."registration_closes_at", NEW."registration_mode", NEW."registration_opens_at", NEW."reminder_days", NEW."series_id", NEW."shows_participants", NEW."slug", NEW."stage", NEW."starts_at", NEW."stream_url", NEW."street_address", NEW."summary", NEW."target_people", NEW."title", NEW."town", NEW."venue", NEW."votes_for_stands"); RETURN NULL;',
                    hash="a913692868d4467d4132b46a9da0df2b8714135d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82b94",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accessibility" IS DISTINCT FROM (NEW."accessibility") OR OLD."asks_age" IS DISTINCT FROM (NEW."asks_age") OR OLD."asks_gender" IS DISTINCT FROM (NEW."asks_gender") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."contact_name" IS DISTINCT FROM (NEW."contact_name") OR OLD."contact_phone" IS DISTINCT FROM (NEW."contact_phone") OR OLD."county_id" IS DISTINCT FROM (NEW."county_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."evaluation_id" IS DISTINCT FROM (NEW."evaluation_id") OR OLD."exhibitors_until" IS DISTINCT FROM (NEW."exhibitors_until") OR OLD."group_limit" IS DISTINCT FROM (NEW."group_limit") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_template" IS DISTINCT FROM (NEW."is_template") OR OLD."keeps_data_months" IS DISTINCT FROM (NEW."keeps_data_months") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."offer_hours" IS DISTINCT FROM (NEW."offer_hours") OR OLD."partners" IS DISTINCT FROM (NEW."partners") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."proposals_until" IS DISTINCT FROM (NEW."proposals_until") OR OLD."public_body_id" IS DISTINCT FROM (NEW."public_body_id") OR OLD."questions_id" IS DISTINCT FROM (NEW."questions_id") OR OLD."registration_closes_at" IS DISTINCT FROM (NEW."registration_closes_at") OR OLD."registration_mode" IS DISTINCT FROM (NEW."registration_mode") OR OLD."registration_opens_at" IS DISTINCT FROM (NEW."registration_opens_at") OR OLD."reminder_days" IS DISTINCT FROM (NEW."reminder_days") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."shows_participants" IS DISTINCT FROM (NEW."shows_participants") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."stream_url" IS DISTINCT FROM (NEW."stream_url") OR OLD."street_address" IS DISTINCT FROM (NEW."street_address") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."target_people" IS DISTINCT FROM (NEW."target_people") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."town" IS DISTINCT FROM (NEW."town") OR OLD."venue" IS DISTINCT FROM (NEW."venue") OR OLD."votes_for_stands" IS DISTINCT FROM (NEW."votes_for_stands"))',
                    func='INSERT INTO "events_eventevent" ("accessibility", "asks_age", "asks_gender", "capacity", "contact_email", "contact_name", "contact_phone", "county_id", "created_at", "created_by_id", "description", "ends_at", "evaluation_id", "exhibitors_until", "group_limit", "hours", "id", "is_template", "keeps_data_months", "kind", "mode", "offer_hours", "partners", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "proposals_until", "public_body_id", "questions_id", "registration_closes_at", "registration_mode", "registration_opens_at", "reminder_days", "series_id", "shows_participants", "slug", "stage", "starts_at", "stream_url", "street_address", "summary", "target_people", "title", "town", "venue", "votes_for_stands") VALUES (NEW."accessibility", NEW."asks_age", NEW."asks_gender", NEW."capacity", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."county_id", NEW."created_at", NEW."created_by_id", NEW."description", NEW."ends_at", NEW."evaluation_id", NEW."exhibitors_until", NEW."group_limit", NEW."hours", NEW."id", NEW."is_template", NEW."keeps_data_months", NEW."kind", NEW."mode", NEW."offer_hours", NEW."partners", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."proposals_until", NEW."public_body_id", NEW."questions_id", NEW."registration_closes_at", NEW."registration_mode", NEW."registration_opens_at", NEW."reminder_days", NEW."series_id", NEW."shows_participants", NEW."slug", NEW."stage", NEW."starts_at", NEW."stream_url", NEW."street_address", NEW."summary", NEW."target_people", NEW."title", NEW."town", NEW."venue", NEW."votes_for_stands"); RETURN NULL;',
                    hash="d02ad2246d7b4bce10b1273d0ce6887ceb87e221",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_73f59",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proposal",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_proposal_states",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{submitted:accepted,submitted:rejected,submitted:withdrawn,accepted:withdrawn,rejected:submitted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="0785f94cbae698e80bc12924d66a7054daff0653",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_proposal_states_1d5a6",
                    table="events_proposal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="exhibitor",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_exhibitor_states",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{submitted:accepted,submitted:rejected,submitted:withdrawn,accepted:withdrawn,rejected:submitted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="77c185385322ac6528f8e200ac7b1f7310f41179",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_exhibitor_states_05a8c",
                    table="events_exhibitor",
                    when="BEFORE",
                ),
            ),
        ),
    ]
