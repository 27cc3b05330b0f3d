import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("consultations", "0011_imports_confirmed_and_on_behalf"),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0007_newest_change"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="nazwa projektu")),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="początek")),
                ("ends_on", models.DateField(verbose_name="koniec")),
                ("counties", models.PositiveIntegerField(default=12, verbose_name="powiaty")),
                ("meetings", models.PositiveIntegerField(default=18, verbose_name="spotkania")),
                (
                    "meeting_hours",
                    models.PositiveIntegerField(default=54, verbose_name="godziny spotkań"),
                ),
                (
                    "meeting_people",
                    models.PositiveIntegerField(default=270, verbose_name="uczestnicy spotkań"),
                ),
                ("trainings", models.PositiveIntegerField(default=12, verbose_name="szkolenia")),
                (
                    "training_hours",
                    models.PositiveIntegerField(default=96, verbose_name="godziny szkoleń"),
                ),
                (
                    "training_people",
                    models.PositiveIntegerField(default=120, verbose_name="uczestnicy szkoleń"),
                ),
                (
                    "administration_people",
                    models.PositiveIntegerField(
                        default=77, verbose_name="osoby z administracji (uczestnicy bezpośredni)"
                    ),
                ),
                (
                    "ngo_people",
                    models.PositiveIntegerField(
                        default=80, verbose_name="osoby z organizacji (uczestnicy bezpośredni)"
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="organizations.publicbody",
                        verbose_name="lider",
                    ),
                ),
            ],
            options={
                "verbose_name": "projekt",
                "verbose_name_plural": "projekty",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="project_dates_in_order",
                        violation_error_message="Koniec nie może być przed początkiem.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("working", "zespół roboczy"),
                            ("council", "rada działalności pożytku publicznego"),
                            ("permanent", "stały zespół lub komisja"),
                        ],
                        default="working",
                        max_length=10,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        help_text="Zadania zespołu, prostymi słowami.", verbose_name="po co działa"
                    ),
                ),
                (
                    "appointment_number",
                    models.CharField(
                        blank=True,
                        help_text="Np. 4521/2014.",
                        max_length=80,
                        verbose_name="numer aktu powołania",
                    ),
                ),
                (
                    "appointed_on",
                    models.DateField(blank=True, null=True, verbose_name="data aktu powołania"),
                ),
                ("term_from", models.DateField(blank=True, null=True, verbose_name="kadencja od")),
                ("term_until", models.DateField(blank=True, null=True, verbose_name="kadencja do")),
                (
                    "ngo_seats",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="miejsca strony organizacji"
                    ),
                ),
                (
                    "administration_seats",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="miejsca strony administracji"
                    ),
                ),
                (
                    "quorum_percent",
                    models.PositiveSmallIntegerField(
                        default=50, verbose_name="kworum w procentach członków"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail do kontaktu"
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(default=True, verbose_name="widoczny publicznie"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="zakończył pracę"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "appointment_file",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik aktu powołania",
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
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_groups",
                        to="organizations.publicbody",
                        verbose_name="urząd, który go obsługuje",
                    ),
                ),
            ],
            options={
                "verbose_name": "zespół",
                "verbose_name_plural": "zespoły",
                "ordering": ["name", "pk"],
                "indexes": [models.Index(fields=["kind", "name"], name="group_kind_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("term_until__isnull", True),
                            ("term_from__isnull", True),
                            ("term_until__gte", models.F("term_from")),
                            _connector="OR",
                        ),
                        name="group_term_in_order",
                        violation_error_message="Kadencja nie może skończyć się, zanim się zaczęła.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quorum_percent__gte", 1), ("quorum_percent__lte", 100)
                        ),
                        name="group_quorum_is_percent",
                        violation_error_message="Kworum to liczba od 1 do 100.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Election",
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
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                (
                    "rules",
                    models.TextField(
                        help_text="Kto może kandydować, jak głosujemy, co przy równej liczbie.",
                        verbose_name="zasady",
                    ),
                ),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        help_text="Na tylu kandydatów najwyżej wolno oddać głos.",
                        verbose_name="liczba miejsc",
                    ),
                ),
                (
                    "candidates_until",
                    models.DateTimeField(verbose_name="kandydatów można zgłaszać do"),
                ),
                ("voting_from", models.DateTimeField(verbose_name="głosowanie od")),
                ("voting_until", models.DateTimeField(verbose_name="głosowanie do")),
                (
                    "results_at",
                    models.DateTimeField(
                        help_text="Przed tą chwilą portal nikomu ich nie pokaże.",
                        verbose_name="ogłoszenie wyników",
                    ),
                ),
                ("complaints_until", models.DateTimeField(verbose_name="skargi do")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "w przygotowaniu"),
                            ("announced", "ogłoszone"),
                            ("cancelled", "odwołane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="elections",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "wybory",
                "verbose_name_plural": "wybory",
                "ordering": ["-voting_from", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("candidates_until__lte", models.F("voting_from")),
                            ("voting_from__lt", models.F("voting_until")),
                            ("voting_until__lte", models.F("results_at")),
                            ("results_at__lt", models.F("complaints_until")),
                        ),
                        name="election_moments_in_order",
                        violation_error_message="Kolejność: kandydaci, początek i koniec głosowania, wyniki, skargi.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seats__gt", 0)),
                        name="election_has_seats",
                        violation_error_message="Podaj co najmniej jedno miejsce.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberCall",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł naboru")),
                (
                    "text",
                    models.TextField(
                        help_text="Także: jak wybierzemy i ile to pracy.",
                        verbose_name="kogo szukamy i czego oczekujemy",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="zgłoszenia od")),
                (
                    "closes_on",
                    models.DateField(
                        help_text="Do 23:59:59 tego dnia.", verbose_name="zgłoszenia do"
                    ),
                ),
                ("opens_at", models.DateTimeField(editable=False)),
                ("closes_at", models.DateTimeField(editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ogłoszono")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calls",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "nabór do zespołu",
                "verbose_name_plural": "nabory do zespołów",
                "ordering": ["-closes_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="call_dates_in_order",
                        violation_error_message="Nabór nie może skończyć się, zanim się zacznie.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Candidate",
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
                ("programme", models.TextField(max_length=5000, verbose_name="program")),
                (
                    "consented_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="zgoda na portalu"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "zgłoszony"),
                            ("accepted", "na liście"),
                            ("rejected", "odrzucony"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="powód odrzucenia"),
                ),
                (
                    "lot",
                    models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="kolejność z losowania"
                    ),
                ),
                (
                    "consent_file",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="podpisana zgoda",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                        verbose_name="zgłasza",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="candidacies",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="candidates",
                        to="standards.election",
                    ),
                ),
            ],
            options={
                "verbose_name": "kandydat",
                "verbose_name_plural": "kandydaci",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("election", "organization"),
                        name="one_candidate_of_organization",
                        violation_error_message="Ta organizacja zgłosiła już kandydata.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True),
                            ("consent_file__isnull", False),
                            ("consented_at__isnull", False),
                            _connector="OR",
                        ),
                        name="listed_candidate_consented",
                        violation_error_message="Bez zgody kandydata nie można wpisać go na listę.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CircularVote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.CharField(max_length=300, verbose_name="pytanie")),
                (
                    "details",
                    models.TextField(blank=True, verbose_name="uzasadnienie lub treść uchwały"),
                ),
                ("closes_at", models.DateTimeField(verbose_name="głosy do")),
                ("opened_at", models.DateTimeField(auto_now_add=True, verbose_name="otwarto")),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="circular_votes",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "głosowanie obiegowe",
                "verbose_name_plural": "głosowania obiegowe",
                "ordering": ["-closes_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Urn",
            fields=[
                (
                    "election",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="urn",
                        serialize=False,
                        to="standards.election",
                    ),
                ),
                ("count", models.PositiveIntegerField(default=0)),
                ("ballots", models.JSONField(default=list)),
                ("receipts", models.JSONField(default=list)),
            ],
            options={
                "verbose_name": "urna",
                "verbose_name_plural": "urny",
            },
        ),
        migrations.CreateModel(
            name="Complaint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="treść skargi")),
                ("submitted_at", models.DateTimeField(auto_now_add=True, verbose_name="złożono")),
                (
                    "decision",
                    models.TextField(blank=True, max_length=5000, verbose_name="rozstrzygnięcie"),
                ),
                (
                    "is_upheld",
                    models.BooleanField(blank=True, null=True, verbose_name="uwzględniona"),
                ),
                ("decided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="complaints",
                        to="standards.election",
                    ),
                ),
            ],
            options={
                "verbose_name": "skarga wyborcza",
                "verbose_name_plural": "skargi wyborcze",
                "ordering": ["submitted_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CandidateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "name",
                    models.CharField(
                        db_collation="pl-x-icu", max_length=120, verbose_name="imię i nazwisko"
                    ),
                ),
                ("programme", models.TextField(max_length=5000, verbose_name="program")),
                (
                    "consented_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="zgoda na portalu"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "zgłoszony"),
                            ("accepted", "na liście"),
                            ("rejected", "odrzucony"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="powód odrzucenia"),
                ),
                (
                    "lot",
                    models.PositiveIntegerField(
                        editable=False, null=True, verbose_name="kolejność z losowania"
                    ),
                ),
                (
                    "consent_file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.storedfile",
                        verbose_name="podpisana zgoda",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organizations.organization",
                        verbose_name="zgłasza",
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
                        to="standards.candidate",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.election",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("given_at", models.DateTimeField(auto_now_add=True, verbose_name="nadano")),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mandates",
                        to="standards.election",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="upoważniona osoba",
                    ),
                ),
            ],
            options={
                "verbose_name": "upoważnienie do głosowania",
                "verbose_name_plural": "upoważnienia do głosowania",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("election", "organization"), name="one_mandate_of_organization"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
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
                    "side",
                    models.CharField(
                        choices=[
                            ("ngo", "strona organizacji"),
                            ("administration", "strona administracji"),
                        ],
                        max_length=14,
                        verbose_name="strona",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("chair", "przewodniczący(-a)"),
                            ("deputy", "zastępca przewodniczącego"),
                            ("secretary", "sekretarz"),
                            ("member", "członek(-kini)"),
                            ("expert", "ekspert(ka) bez prawa głosu"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="funkcja",
                    ),
                ),
                (
                    "affiliation",
                    models.CharField(
                        blank=True,
                        help_text="Gdy organizacji lub urzędu nie ma w spisie, albo działa w imieniu sieci.",
                        max_length=200,
                        verbose_name="kogo reprezentuje",
                    ),
                ),
                ("since", models.DateField(verbose_name="od")),
                ("until", models.DateField(blank=True, null=True, verbose_name="do")),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_seats",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_seats",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="group_seats",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "miejsce w zespole",
                "verbose_name_plural": "miejsca w zespołach",
                "ordering": ["side", "name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="member_term_in_order",
                        violation_error_message="Miejsce nie może skończyć się, zanim się zaczęło.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("side", "ngo"), ("public_body__isnull", True)),
                            models.Q(("side", "administration"), ("organization__isnull", True)),
                            _connector="OR",
                        ),
                        name="member_belongs_to_own_side",
                        violation_error_message="Strona organizacji reprezentuje organizację, a strona administracji urząd.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("group", "user"),
                        name="one_open_seat_in_group",
                        violation_error_message="Ta osoba ma już miejsce w tym zespole.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True), ("function", "chair")),
                        fields=("group",),
                        name="one_chair_of_group",
                        violation_error_message="Zespół ma już przewodniczącego.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CircularBallot",
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
                ("cast_at", models.DateTimeField(auto_now=True, verbose_name="oddano")),
                (
                    "vote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="standards.circularvote",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.member",
                    ),
                ),
            ],
            options={
                "verbose_name": "głos w obiegu",
                "verbose_name_plural": "głosy w obiegu",
                "ordering": ["member__name", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("vote", "member"), name="one_circular_ballot")
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberApplication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ngo", "strona organizacji"),
                            ("administration", "strona administracji"),
                        ],
                        max_length=14,
                        verbose_name="strona",
                    ),
                ),
                (
                    "motivation",
                    models.TextField(
                        max_length=3000, verbose_name="dlaczego chcesz pracować w zespole"
                    ),
                ),
                (
                    "experience",
                    models.TextField(
                        blank=True, max_length=3000, verbose_name="doświadczenie w temacie"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "złożone"),
                            ("withdrawn", "wycofane"),
                            ("accepted", "przyjęte"),
                            ("rejected", "odrzucone"),
                        ],
                        default="submitted",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="uzasadnienie decyzji"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("submitted_at", models.DateTimeField(auto_now_add=True, verbose_name="złożono")),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="member_applications",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applications",
                        to="standards.membercall",
                    ),
                ),
            ],
            options={
                "verbose_name": "zgłoszenie do zespołu",
                "verbose_name_plural": "zgłoszenia do zespołów",
                "ordering": ["submitted_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("call", "user"), name="one_application_to_call"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("side", "ngo"), ("organization__isnull", False)),
                            models.Q(("side", "administration"), ("public_body__isnull", False)),
                            _connector="OR",
                        ),
                        name="application_for_own_side",
                        violation_error_message="Wybierz organizację albo urząd, w którego imieniu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RollEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "election",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roll",
                        to="standards.election",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
            ],
            options={
                "verbose_name": "odnotowany głos",
                "verbose_name_plural": "odnotowane głosy",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("election", "organization"), name="one_vote_of_organization"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Standard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Np. „Standard konsultowania aktów”.",
                        max_length=200,
                        verbose_name="nazwa",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("consulting", "konsultowanie projektów aktów"),
                            ("public_tasks", "zlecanie zadań publicznych i formy finansowe"),
                            ("partnership", "partnerstwo w zadaniach publicznych"),
                            ("rcop", "regionalne centrum organizacji pozarządowych"),
                            ("initiatives", "wspieranie inicjatyw mieszkańców i organizacji"),
                            ("integration", "integracja sektora: sieci i federacje"),
                            ("other", "inny przedmiot"),
                        ],
                        max_length=16,
                        verbose_name="przedmiot",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="Co ten standard zmienia dla organizacji i urzędów.",
                        max_length=400,
                        verbose_name="w jednym zdaniu",
                    ),
                ),
                (
                    "plain_language",
                    models.TextField(
                        blank=True,
                        help_text="Dla osób, które nie czytają uchwał: co robi urząd, co organizacja, czego można żądać. Wiersz zaczynający się od „# ” jest nagłówkiem, od „- ” punktem listy.",
                        verbose_name="standard prostymi słowami",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowany"),
                            ("team", "zespół powołany"),
                            ("draft", "projekt gotowy"),
                            ("internal", "zaopiniowany wewnętrznie"),
                            ("consulted", "skonsultowany"),
                            ("council", "zaopiniowany przez radę"),
                            ("adopted", "przyjęty uchwałą"),
                            ("published", "ogłoszony"),
                            ("in_use", "stosowany"),
                            ("reviewed", "po przeglądzie"),
                            ("replaced", "zastąpiony"),
                            ("repealed", "uchylony"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=True,
                        help_text="Niewidoczny standard widzą tylko urząd i zespół.",
                        verbose_name="widoczny publicznie",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "adopted_text",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consultations.draftversion",
                        verbose_name="tekst przyjęty",
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
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="organizations.publicbody",
                        verbose_name="urząd prowadzący",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="standards.workinggroup",
                        verbose_name="zespół",
                    ),
                ),
            ],
            options={
                "verbose_name": "standard",
                "verbose_name_plural": "standardy",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["stage", "title"], name="standard_stage_title"),
                    models.Index(fields=["public_body", "title"], name="standard_body_title"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("adopted_text__isnull", True),
                            (
                                "stage__in",
                                (
                                    "adopted",
                                    "published",
                                    "in_use",
                                    "reviewed",
                                    "replaced",
                                    "repealed",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="standard_adopted_text_when_adopted",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Adoption",
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
                            ("declared", "zgłoszone przez urząd"),
                            ("confirmed", "potwierdzone"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="declared",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="Uchwała lub zarządzenie, np. XII/85/2026.",
                        max_length=80,
                        verbose_name="numer własnego aktu",
                    ),
                ),
                ("adopted_on", models.DateField(verbose_name="data aktu")),
                ("url", models.URLField(blank=True, verbose_name="adres aktu")),
                (
                    "deviations",
                    models.TextField(
                        blank=True,
                        help_text="Co urząd robi inaczej i dlaczego. Puste: standard bez zmian.",
                        max_length=3000,
                        verbose_name="odstępstwa od standardu",
                    ),
                ),
                ("declared_at", models.DateTimeField(auto_now_add=True, verbose_name="zgłoszono")),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="potwierdzono"),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "declared_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik aktu",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adoptions",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adoptions",
                        to="standards.standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "przyjęcie standardu",
                "verbose_name_plural": "przyjęcia standardów",
                "ordering": ["-adopted_on", "-pk"],
                "indexes": [models.Index(fields=["public_body", "state"], name="adoption_of_body")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("standard", "public_body"), name="one_adoption_of_office"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "confirmed"), _negated=True),
                            ("confirmed_at__isnull", False),
                            _connector="OR",
                        ),
                        name="confirmed_adoption_has_moment",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "czeka na sprawdzenie"),
                            ("published", "opublikowane"),
                            ("rejected", "odrzucone"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, editable=False, verbose_name="powód odrzucenia"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("guide", "poradnik"),
                            ("template", "wzór dokumentu"),
                            ("presentation", "prezentacja"),
                            ("act", "akt prawny"),
                            ("report", "raport lub analiza"),
                            ("recording", "nagranie"),
                            ("other", "inny materiał"),
                        ],
                        max_length=14,
                        verbose_name="rodzaj",
                    ),
                ),
                ("summary", models.TextField(max_length=1000, verbose_name="o czym jest")),
                (
                    "language",
                    models.CharField(
                        choices=[("pl", "Polski"), ("en", "English"), ("de", "Deutsch")],
                        default="pl",
                        max_length=2,
                        verbose_name="język",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=[
                            ("cc-by", "CC BY 4.0 (z podaniem autora)"),
                            ("cc-by-sa", "CC BY-SA 4.0 (na tych samych warunkach)"),
                            ("cc0", "CC0 (bez ograniczeń)"),
                            ("official", "dokument urzędowy (bez ochrony)"),
                            ("own-use", "tylko dozwolony użytek"),
                        ],
                        max_length=10,
                        verbose_name="licencja",
                    ),
                ),
                ("creator", models.CharField(max_length=200, verbose_name="autor materiału")),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="Po przecinku, np. konsultacje, wzór, gmina.",
                        size=None,
                        verbose_name="tagi",
                    ),
                ),
                (
                    "event_url",
                    models.URLField(blank=True, verbose_name="wydarzenie, z którego pochodzi"),
                ),
                (
                    "link",
                    models.URLField(
                        blank=True,
                        help_text="Zamiast pliku, np. nagranie.",
                        verbose_name="link zewnętrzny",
                    ),
                ),
                (
                    "accessible_alternative",
                    models.TextField(
                        blank=True,
                        help_text="Gdzie jest tekst alternatywny, napisy lub dokument dostępny cyfrowo.",
                        max_length=1000,
                        verbose_name="wersja dostępna",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto dodał",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="materials",
                        to="organizations.organization",
                        verbose_name="organizacja, która udostępnia",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="materials",
                        to="standards.standard",
                        verbose_name="standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "materiał",
                "verbose_name_plural": "materiały",
                "ordering": ["-created_at", "-pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["state", "-created_at"], name="material_newest"),
                    models.Index(fields=["kind", "-created_at"], name="material_kind"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DownloadCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField(verbose_name="miesiąc")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="pobrania")),
                (
                    "material",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="downloads",
                        to="standards.material",
                    ),
                ),
            ],
            options={
                "verbose_name": "liczba pobrań",
                "verbose_name_plural": "liczby pobrań",
                "ordering": ["-month"],
                "constraints": [
                    models.UniqueConstraint(fields=("material", "month"), name="downloads_of_month")
                ],
            },
        ),
        migrations.CreateModel(
            name="Collection",
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
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                ("description", models.TextField(max_length=1000, verbose_name="dla kogo i po co")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                (
                    "materials",
                    models.ManyToManyField(
                        blank=True,
                        related_name="collections",
                        to="standards.material",
                        verbose_name="materiały",
                    ),
                ),
            ],
            options={
                "verbose_name": "kolekcja",
                "verbose_name_plural": "kolekcje",
                "ordering": ["title", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MaterialVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="numer wersji")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="co się zmieniło"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik",
                    ),
                ),
                (
                    "material",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="standards.material",
                    ),
                ),
            ],
            options={
                "verbose_name": "wersja materiału",
                "verbose_name_plural": "wersje materiałów",
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("material", "number"), name="material_version_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="numer")),
                ("dated_on", models.DateField(verbose_name="data")),
                ("subject", models.CharField(max_length=300, verbose_name="czego dotyczy")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("positive", "pozytywna"),
                            ("remarks", "pozytywna z uwagami"),
                            ("negative", "negatywna"),
                            ("none", "nie zajęto stanowiska w terminie"),
                        ],
                        max_length=10,
                        verbose_name="stanowisko",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="treść")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards_opinions",
                        to="consultations.consultation",
                        verbose_name="konsultacje",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards_opinions",
                        to="standards.standard",
                        verbose_name="standard",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinions",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "opinia rady",
                "verbose_name_plural": "opinie rady",
                "ordering": ["-dated_on", "-pk"],
                "indexes": [
                    models.Index(fields=["council", "-dated_on"], name="opinion_of_council")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "number"),
                        name="opinion_number_unique",
                        violation_error_message="Opinia o tym numerze już jest.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consultation__isnull", False),
                            ("standard__isnull", False),
                            _negated=True,
                        ),
                        name="opinion_about_one_thing",
                        violation_error_message="Opinia dotyczy konsultacji albo standardu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Practice",
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
                            ("proposed", "czeka na sprawdzenie"),
                            ("published", "opublikowane"),
                            ("rejected", "odrzucone"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, editable=False, verbose_name="powód odrzucenia"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "slug",
                    models.SlugField(
                        editable=False, max_length=100, unique=True, verbose_name="adres strony"
                    ),
                ),
                ("situation", models.TextField(max_length=2000, verbose_name="z czym był kłopot")),
                ("action", models.TextField(max_length=3000, verbose_name="co zrobiono")),
                ("result", models.TextField(max_length=2000, verbose_name="co się zmieniło")),
                ("contact", models.CharField(max_length=200, verbose_name="kogo można zapytać")),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto dodał",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practices",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practices",
                        to="standards.standard",
                        verbose_name="standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "praktyka",
                "verbose_name_plural": "praktyki",
                "ordering": ["-created_at", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["state", "-created_at"], name="practice_newest")],
            },
        ),
        migrations.CreateModel(
            name="PracticeQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="pytanie")),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="zadano")),
                ("answer", models.TextField(blank=True, max_length=3000, verbose_name="odpowiedź")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="odpowiedziano"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto pyta",
                    ),
                ),
                (
                    "practice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="standards.practice",
                    ),
                ),
            ],
            options={
                "verbose_name": "pytanie o praktykę",
                "verbose_name_plural": "pytania o praktyki",
                "ordering": ["asked_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AdoptionInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_at", models.DateTimeField(auto_now=True, verbose_name="wysłano")),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organizations.publicbody",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="standards.standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "zaproszenie do przyjęcia standardu",
                "verbose_name_plural": "zaproszenia do przyjęcia standardów",
                "ordering": ["-sent_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("standard", "public_body"), name="one_invitation_of_office"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AdoptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("declared", "zgłoszone przez urząd"),
                            ("confirmed", "potwierdzone"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="declared",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="Uchwała lub zarządzenie, np. XII/85/2026.",
                        max_length=80,
                        verbose_name="numer własnego aktu",
                    ),
                ),
                ("adopted_on", models.DateField(verbose_name="data aktu")),
                ("url", models.URLField(blank=True, verbose_name="adres aktu")),
                (
                    "deviations",
                    models.TextField(
                        blank=True,
                        help_text="Co urząd robi inaczej i dlaczego. Puste: standard bez zmian.",
                        max_length=3000,
                        verbose_name="odstępstwa od standardu",
                    ),
                ),
                ("declared_at", models.DateTimeField(auto_now_add=True, verbose_name="zgłoszono")),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="potwierdzono"),
                ),
                (
                    "confirmed_by",
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
                    "declared_by",
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.storedfile",
                        verbose_name="plik aktu",
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
                        to="standards.adoption",
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
                        verbose_name="urząd",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.standard",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StandardConsultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_at", models.DateTimeField(auto_now_add=True, verbose_name="rozpoczęto")),
                (
                    "consultation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="of_standard",
                        to="consultations.consultation",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consultations",
                        to="standards.standard",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "konsultacje standardu",
                "verbose_name_plural": "konsultacje standardów",
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="StepPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowany"),
                            ("team", "zespół powołany"),
                            ("draft", "projekt gotowy"),
                            ("internal", "zaopiniowany wewnętrznie"),
                            ("consulted", "skonsultowany"),
                            ("council", "zaopiniowany przez radę"),
                            ("adopted", "przyjęty uchwałą"),
                            ("published", "ogłoszony"),
                            ("in_use", "stosowany"),
                            ("reviewed", "po przeglądzie"),
                            ("replaced", "zastąpiony"),
                            ("repealed", "uchylony"),
                        ],
                        max_length=12,
                        verbose_name="krok",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="termin")),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans",
                        to="standards.standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "termin kroku",
                "verbose_name_plural": "terminy kroków",
                "ordering": ["due_on", "pk"],
                "indexes": [models.Index(fields=["due_on"], name="step_plan_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("standard", "stage"), name="one_plan_of_step")
                ],
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("training", "szkolenie"), ("meeting", "spotkanie informacyjne")],
                        default="training",
                        max_length=10,
                        verbose_name="rodzaj",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="temat")),
                ("held_on", models.DateField(verbose_name="data")),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        help_text="Godziny szkoleniowe.",
                        max_digits=5,
                        verbose_name="liczba godzin",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="miejsce")),
                ("source", models.CharField(blank=True, editable=False, max_length=20)),
                ("source_key", models.CharField(blank=True, editable=False, max_length=80)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="lista obecności",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="standards.standard",
                        verbose_name="standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "szkolenie",
                "verbose_name_plural": "szkolenia",
                "ordering": ["-held_on", "-pk"],
                "indexes": [
                    models.Index(fields=["standard", "-held_on"], name="training_of_standard")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0)),
                        name="training_has_hours",
                        violation_error_message="Podaj liczbę godzin większą od zera.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        fields=("source", "source_key"),
                        name="training_told_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingAttendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ngo", "strona organizacji"),
                            ("administration", "strona administracji"),
                        ],
                        max_length=14,
                        verbose_name="strona",
                    ),
                ),
                ("people", models.PositiveIntegerField(verbose_name="liczba osób")),
                (
                    "public_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="standards.training",
                    ),
                ),
            ],
            options={
                "verbose_name": "uczestnicy szkolenia",
                "verbose_name_plural": "uczestnicy szkoleń",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["public_body"], name="attendance_of_body")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("people__gt", 0)),
                        name="attendance_of_somebody",
                        violation_error_message="Podaj liczbę osób większą od zera.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("public_body__isnull", True),
                            ("side", "administration"),
                            _connector="OR",
                        ),
                        name="attendance_office_is_administration",
                    ),
                    models.UniqueConstraint(
                        fields=("training", "side", "public_body"),
                        name="attendance_once_of_office",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                ("last_number", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
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
                    "standard",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="standards.standard",
                        verbose_name="projekt standardu",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "dokument zespołu",
                "verbose_name_plural": "dokumenty zespołu",
                "ordering": ["-updated_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="numer wersji")),
                ("text", models.TextField(blank=True, verbose_name="treść")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="co się zmieniło"),
                ),
                ("is_aside", models.BooleanField(default=False, verbose_name="odłożona")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="standards.workdocument",
                    ),
                ),
            ],
            options={
                "verbose_name": "wersja dokumentu",
                "verbose_name_plural": "wersje dokumentów",
                "ordering": ["document", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "number"), name="document_version_number_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file__isnull", True), models.Q(("text", ""), _negated=True)),
                            models.Q(("file__isnull", False), ("text", "")),
                            _connector="OR",
                        ),
                        name="document_version_is_text_or_file",
                        violation_error_message="Wersja to albo tekst, albo plik.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "quote",
                    models.CharField(
                        blank=True,
                        help_text="Np. § 3 ust. 2.",
                        max_length=300,
                        verbose_name="którego fragmentu dotyczy",
                    ),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="komentarz")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "settled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="załatwiono"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="standards.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "komentarz do dokumentu",
                "verbose_name_plural": "komentarze do dokumentów",
                "ordering": ["created_at", "pk"],
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
                ("number", models.PositiveIntegerField(editable=False, verbose_name="numer")),
                ("title", models.CharField(max_length=200, verbose_name="temat")),
                ("starts_at", models.DateTimeField(verbose_name="początek")),
                ("ends_at", models.DateTimeField(verbose_name="koniec")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="miejsce")),
                (
                    "online_link",
                    models.URLField(
                        blank=True,
                        help_text="Zobaczą go tylko członkowie.",
                        verbose_name="link do spotkania online",
                    ),
                ),
                (
                    "agenda",
                    models.TextField(
                        help_text="Każdy punkt w osobnym wierszu.", verbose_name="porządek obrad"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowane"),
                            ("held", "odbyło się"),
                            ("cancelled", "odwołane"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="liczba godzin",
                    ),
                ),
                (
                    "invited_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="zaproszono"
                    ),
                ),
                ("changes", models.PositiveIntegerField(default=0, editable=False)),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "approved_minutes",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.documentversion",
                        verbose_name="zatwierdzony protokół",
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
                    "minutes",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting",
                        to="standards.workdocument",
                        verbose_name="protokół",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "spotkanie",
                "verbose_name_plural": "spotkania",
                "ordering": ["-starts_at", "-pk"],
                "indexes": [models.Index(fields=["group", "-starts_at"], name="meeting_of_group")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("group", "number"), name="meeting_number_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="meeting_moments_in_order",
                        violation_error_message="Spotkanie nie może skończyć się, zanim się zaczęło.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "held"), _negated=True),
                            models.Q(("hours__isnull", False), ("hours__gt", 0)),
                            _connector="OR",
                        ),
                        name="held_meeting_has_hours",
                        violation_error_message="Podaj, ile godzin trwało spotkanie.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DatePoll",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="temat spotkania")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                (
                    "meeting",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="poll",
                        to="standards.meeting",
                        verbose_name="spotkanie",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="polls",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "ankieta terminu",
                "verbose_name_plural": "ankiety terminów",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DateOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="początek")),
                ("ends_at", models.DateTimeField(verbose_name="koniec")),
                (
                    "poll",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="standards.datepoll",
                    ),
                ),
            ],
            options={
                "verbose_name": "proponowany termin",
                "verbose_name_plural": "proponowane terminy",
                "ordering": ["starts_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="date_option_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="numer")),
                ("text", models.TextField(max_length=3000, verbose_name="treść ustalenia")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="standards.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "ustalenie",
                "verbose_name_plural": "ustalenia",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="decision_number_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                ("is_public", models.BooleanField(default=False, verbose_name="publiczny")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="standards.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "plik spotkania",
                "verbose_name_plural": "pliki spotkań",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="DateAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fits",
                    models.CharField(
                        choices=[("yes", "tak"), ("maybe", "jeśli trzeba"), ("no", "nie")],
                        max_length=5,
                        verbose_name="pasuje",
                    ),
                ),
                (
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="standards.dateoption",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="standards.member",
                    ),
                ),
            ],
            options={
                "verbose_name": "odpowiedź o terminie",
                "verbose_name_plural": "odpowiedzi o terminach",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("option", "member"), name="one_answer_of_date")
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="imię i nazwisko")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ngo", "strona organizacji"),
                            ("administration", "strona administracji"),
                        ],
                        max_length=14,
                        verbose_name="strona",
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("present", "obecny(-a)"),
                            ("excused", "usprawiedliwiony(-a)"),
                            ("absent", "nieobecny(-a)"),
                        ],
                        max_length=8,
                        verbose_name="obecność",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="standards.meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="standards.member",
                        verbose_name="członek",
                    ),
                ),
            ],
            options={
                "verbose_name": "obecność na spotkaniu",
                "verbose_name_plural": "obecność na spotkaniach",
                "ordering": ["side", "name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "member"), name="attendance_once_of_member"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=400, verbose_name="co trzeba zrobić")),
                ("due_on", models.DateField(verbose_name="do kiedy")),
                (
                    "done_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="zrobione"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="standards.meeting",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="standards.member",
                        verbose_name="kto",
                    ),
                ),
            ],
            options={
                "verbose_name": "zadanie",
                "verbose_name_plural": "zadania",
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_on__isnull", True)),
                        fields=["due_on"],
                        name="action_open",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("appointment", "akt powołania zespołu"),
                            ("draft", "projekt standardu"),
                            ("internal", "opinia wewnętrzna"),
                            ("consultation", "konsultacje zakończone raportem"),
                            ("council", "opinia rady działalności pożytku publicznego"),
                            ("resolution", "uchwała o przyjęciu"),
                            ("publication", "ogłoszenie"),
                            ("training", "szkolenie pracowników"),
                            ("review", "raport z przeglądu"),
                            ("replacement", "standard, który go zastępuje"),
                            ("repeal", "uchwała o uchyleniu"),
                        ],
                        max_length=16,
                        verbose_name="rodzaj dowodu",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=80, verbose_name="numer")),
                ("dated_on", models.DateField(verbose_name="data")),
                (
                    "note",
                    models.TextField(blank=True, max_length=5000, verbose_name="treść lub opis"),
                ),
                ("url", models.URLField(blank=True, verbose_name="adres")),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Niepubliczny dokument widzą urząd i zespół; sam krok widzą wszyscy.",
                        verbose_name="dokument publiczny",
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="przestał wystarczać"),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto dodał",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consultations.consultation",
                        verbose_name="konsultacje",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.documentversion",
                        verbose_name="wersja z przestrzeni zespołu",
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
                    "opinion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.opinion",
                        verbose_name="opinia rady",
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="standards.standard",
                        verbose_name="zastąpiony przez",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="standards.standard",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.training",
                        verbose_name="szkolenie",
                    ),
                ),
            ],
            options={
                "verbose_name": "dowód kroku",
                "verbose_name_plural": "dowody kroków",
                "ordering": ["dated_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["appointment", "resolution", "repeal"]), _negated=True
                            ),
                            models.Q(
                                ("file__isnull", False), models.Q(("number", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="evidence_act_has_number_and_file",
                        violation_error_message="Podaj numer aktu i dodaj jego plik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["draft"]), _negated=True),
                            ("file__isnull", False),
                            ("document__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_draft_has_text",
                        violation_error_message="Dodaj plik z projektem albo wskaż wersję zespołu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["internal", "review"]), _negated=True),
                            ("file__isnull", False),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_opinion_says_something",
                        violation_error_message="Dodaj plik albo wpisz treść.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["consultation"]), _negated=True),
                            ("consultation__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_names_consultation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["council"]), _negated=True),
                            ("file__isnull", False),
                            ("opinion__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_council_has_opinion",
                        violation_error_message="Wskaż opinię rady albo dodaj jej plik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["publication"]), _negated=True),
                            ("file__isnull", False),
                            models.Q(("url", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_publication_is_somewhere",
                        violation_error_message="Podaj adres ogłoszenia albo dodaj jego plik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["training"]), _negated=True),
                            ("training__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_names_training",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["replacement"]), _negated=True),
                            ("replacement__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_names_replacement",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("standard", "kind"),
                        name="one_valid_evidence_of_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StageChange",
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
                            ("planned", "zaplanowany"),
                            ("team", "zespół powołany"),
                            ("draft", "projekt gotowy"),
                            ("internal", "zaopiniowany wewnętrznie"),
                            ("consulted", "skonsultowany"),
                            ("council", "zaopiniowany przez radę"),
                            ("adopted", "przyjęty uchwałą"),
                            ("published", "ogłoszony"),
                            ("in_use", "stosowany"),
                            ("reviewed", "po przeglądzie"),
                            ("replaced", "zastąpiony"),
                            ("repealed", "uchylony"),
                        ],
                        max_length=12,
                        verbose_name="z etapu",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowany"),
                            ("team", "zespół powołany"),
                            ("draft", "projekt gotowy"),
                            ("internal", "zaopiniowany wewnętrznie"),
                            ("consulted", "skonsultowany"),
                            ("council", "zaopiniowany przez radę"),
                            ("adopted", "przyjęty uchwałą"),
                            ("published", "ogłoszony"),
                            ("in_use", "stosowany"),
                            ("reviewed", "po przeglądzie"),
                            ("replaced", "zastąpiony"),
                            ("repealed", "uchylony"),
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
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="standards.evidence",
                        verbose_name="dowód",
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stage_changes",
                        to="standards.standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana etapu standardu",
                "verbose_name_plural": "zmiany etapu standardów",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="StandardEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "title",
                    models.CharField(
                        help_text="Np. „Standard konsultowania aktów”.",
                        max_length=200,
                        verbose_name="nazwa",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, editable=False, max_length=100, verbose_name="adres strony"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("consulting", "konsultowanie projektów aktów"),
                            ("public_tasks", "zlecanie zadań publicznych i formy finansowe"),
                            ("partnership", "partnerstwo w zadaniach publicznych"),
                            ("rcop", "regionalne centrum organizacji pozarządowych"),
                            ("initiatives", "wspieranie inicjatyw mieszkańców i organizacji"),
                            ("integration", "integracja sektora: sieci i federacje"),
                            ("other", "inny przedmiot"),
                        ],
                        max_length=16,
                        verbose_name="przedmiot",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="Co ten standard zmienia dla organizacji i urzędów.",
                        max_length=400,
                        verbose_name="w jednym zdaniu",
                    ),
                ),
                (
                    "plain_language",
                    models.TextField(
                        blank=True,
                        help_text="Dla osób, które nie czytają uchwał: co robi urząd, co organizacja, czego można żądać. Wiersz zaczynający się od „# ” jest nagłówkiem, od „- ” punktem listy.",
                        verbose_name="standard prostymi słowami",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "zaplanowany"),
                            ("team", "zespół powołany"),
                            ("draft", "projekt gotowy"),
                            ("internal", "zaopiniowany wewnętrznie"),
                            ("consulted", "skonsultowany"),
                            ("council", "zaopiniowany przez radę"),
                            ("adopted", "przyjęty uchwałą"),
                            ("published", "ogłoszony"),
                            ("in_use", "stosowany"),
                            ("reviewed", "po przeglądzie"),
                            ("replaced", "zastąpiony"),
                            ("repealed", "uchylony"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=12,
                        verbose_name="etap",
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=True,
                        help_text="Niewidoczny standard widzą tylko urząd i zespół.",
                        verbose_name="widoczny publicznie",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                (
                    "adopted_text",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="consultations.draftversion",
                        verbose_name="tekst przyjęty",
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
                        to="standards.standard",
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
                        verbose_name="urząd prowadzący",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.workinggroup",
                        verbose_name="zespół",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "name",
                    models.CharField(
                        db_collation="pl-x-icu", max_length=120, verbose_name="imię i nazwisko"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("ngo", "strona organizacji"),
                            ("administration", "strona administracji"),
                        ],
                        max_length=14,
                        verbose_name="strona",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("chair", "przewodniczący(-a)"),
                            ("deputy", "zastępca przewodniczącego"),
                            ("secretary", "sekretarz"),
                            ("member", "członek(-kini)"),
                            ("expert", "ekspert(ka) bez prawa głosu"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="funkcja",
                    ),
                ),
                (
                    "affiliation",
                    models.CharField(
                        blank=True,
                        help_text="Gdy organizacji lub urzędu nie ma w spisie, albo działa w imieniu sieci.",
                        max_length=200,
                        verbose_name="kogo reprezentuje",
                    ),
                ),
                ("since", models.DateField(verbose_name="od")),
                ("until", models.DateField(blank=True, null=True, verbose_name="do")),
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
                        verbose_name="organizacja",
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
                        to="standards.member",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="konto",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ElectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, editable=False, max_length=100, verbose_name="adres strony"
                    ),
                ),
                (
                    "rules",
                    models.TextField(
                        help_text="Kto może kandydować, jak głosujemy, co przy równej liczbie.",
                        verbose_name="zasady",
                    ),
                ),
                (
                    "seats",
                    models.PositiveSmallIntegerField(
                        help_text="Na tylu kandydatów najwyżej wolno oddać głos.",
                        verbose_name="liczba miejsc",
                    ),
                ),
                (
                    "candidates_until",
                    models.DateTimeField(verbose_name="kandydatów można zgłaszać do"),
                ),
                ("voting_from", models.DateTimeField(verbose_name="głosowanie od")),
                ("voting_until", models.DateTimeField(verbose_name="głosowanie do")),
                (
                    "results_at",
                    models.DateTimeField(
                        help_text="Przed tą chwilą portal nikomu ich nie pokaże.",
                        verbose_name="ogłoszenie wyników",
                    ),
                ),
                ("complaints_until", models.DateTimeField(verbose_name="skargi do")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "w przygotowaniu"),
                            ("announced", "ogłoszone"),
                            ("cancelled", "odwołane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
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
                        to="standards.election",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="standards.workinggroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkingGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="nazwa")),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, editable=False, max_length=100, verbose_name="adres strony"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("working", "zespół roboczy"),
                            ("council", "rada działalności pożytku publicznego"),
                            ("permanent", "stały zespół lub komisja"),
                        ],
                        default="working",
                        max_length=10,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        help_text="Zadania zespołu, prostymi słowami.", verbose_name="po co działa"
                    ),
                ),
                (
                    "appointment_number",
                    models.CharField(
                        blank=True,
                        help_text="Np. 4521/2014.",
                        max_length=80,
                        verbose_name="numer aktu powołania",
                    ),
                ),
                (
                    "appointed_on",
                    models.DateField(blank=True, null=True, verbose_name="data aktu powołania"),
                ),
                ("term_from", models.DateField(blank=True, null=True, verbose_name="kadencja od")),
                ("term_until", models.DateField(blank=True, null=True, verbose_name="kadencja do")),
                (
                    "ngo_seats",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="miejsca strony organizacji"
                    ),
                ),
                (
                    "administration_seats",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="miejsca strony administracji"
                    ),
                ),
                (
                    "quorum_percent",
                    models.PositiveSmallIntegerField(
                        default=50, verbose_name="kworum w procentach członków"
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail do kontaktu"
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(default=True, verbose_name="widoczny publicznie"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="zakończył pracę"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                (
                    "appointment_file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.storedfile",
                        verbose_name="plik aktu powołania",
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
                        to="standards.workinggroup",
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
                        verbose_name="urząd, który go obsługuje",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="urn",
            trigger=pgtrigger.compiler.Trigger(
                name="urn_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="78e2345d2db98a99eee910fef281f19a5846ac9e",
                    operation="DELETE",
                    pgid="pgtrigger_urn_stays_3dc3b",
                    table="standards_urn",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="urn",
            trigger=pgtrigger.compiler.Trigger(
                name="one_vote_at_a_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM standards_election election\n                        WHERE election.id = NEW.election_id AND election.state = 'announced'\n                            AND election.voting_from <= clock_timestamp()\n                            AND election.voting_until > clock_timestamp()\n                    ) THEN\n                        RAISE EXCEPTION 'voting is closed' USING ERRCODE = 'check_violation',\n                            CONSTRAINT = 'vote_in_time';\n                    END IF;\n                    IF NEW.count <> OLD.count + 1\n                        OR jsonb_array_length(NEW.ballots) <> NEW.count\n                        OR jsonb_array_length(NEW.receipts) <> NEW.count\n                        OR EXISTS (SELECT jsonb_array_elements(OLD.receipts)\n                            EXCEPT ALL SELECT jsonb_array_elements(NEW.receipts))\n                        OR EXISTS (SELECT jsonb_array_elements(OLD.ballots)\n                            EXCEPT ALL SELECT jsonb_array_elements(NEW.ballots))\n                    THEN\n                        RAISE EXCEPTION 'an urn takes one vote at a time'\n                            USING ERRCODE = 'check_violation',\n                            CONSTRAINT = 'one_vote_at_a_time';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="051dc7d487a5a7daef81d95f814712211784bdd9",
                    operation="UPDATE",
                    pgid="pgtrigger_one_vote_at_a_time_8f3e9",
                    table="standards_urn",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="urn",
            trigger=pgtrigger.compiler.Trigger(
                name="urn_equals_roll",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF (SELECT count(*) FROM standards_rollentry roll WHERE roll.election_id = NEW.election_id)\n        IS DISTINCT FROM\n       (SELECT urn.count FROM standards_urn urn WHERE urn.election_id = NEW.election_id)\n    THEN\n        RAISE EXCEPTION 'the roll and the urn differ'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'roll_equals_urn';\n    END IF;\n    RETURN NEW;\n",
                    hash="1d10b820581dc66cd055da113c01086be26bc6fb",
                    operation="UPDATE",
                    pgid="pgtrigger_urn_equals_roll_f5c66",
                    table="standards_urn",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="complaint",
            trigger=pgtrigger.compiler.Trigger(
                name="in_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM standards_election election\n                        WHERE election.id = NEW.election_id AND election.state = 'announced'\n                            AND election.complaints_until > clock_timestamp()\n                    ) THEN\n                        RAISE EXCEPTION 'too late for complaints'\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_in_time';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="ae27e7d4b6ced8dbd2cbc3be95a90e66171fe917",
                    operation="INSERT",
                    pgid="pgtrigger_in_time_c6672",
                    table="standards_complaint",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="candidate",
            trigger=pgtrigger.compiler.Trigger(
                name="list_stays_once_voting_begins",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (\n                        SELECT 1 FROM standards_election election\n                        WHERE election.id = NEW.election_id AND election.state = 'announced'\n                            AND election.voting_from <= clock_timestamp()\n                    ) THEN\n                        RAISE EXCEPTION 'voting has begun' USING ERRCODE = 'check_violation',\n                            CONSTRAINT = 'list_stays_once_voting_begins';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="161052af8d4cfbefa45114b52521c9fc3c64353e",
                    operation='UPDATE OF "state", "election_id"',
                    pgid="pgtrigger_list_stays_once_voting_begins_43c93",
                    table="standards_candidate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="candidate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "standards_candidateevent" ("consent_file_id", "consented_at", "election_id", "id", "lot", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "reason", "state", "user_id") VALUES (NEW."consent_file_id", NEW."consented_at", NEW."election_id", NEW."id", NEW."lot", NEW."name", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme", NEW."reason", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="ad37cc2890451624f89d2f31671847b2530cd0bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_33982",
                    table="standards_candidate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="candidate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "standards_candidateevent" ("consent_file_id", "consented_at", "election_id", "id", "lot", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "reason", "state", "user_id") VALUES (NEW."consent_file_id", NEW."consented_at", NEW."election_id", NEW."id", NEW."lot", NEW."name", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme", NEW."reason", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="dbbdfc8cc38657db3722f3f2c4fc0a173fd85c5e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d8f6",
                    table="standards_candidate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="circularballot",
            trigger=pgtrigger.compiler.Trigger(
                name="in_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT 1 FROM standards_circularvote vote\n        WHERE vote.id = NEW.vote_id AND vote.closes_at > clock_timestamp()\n    ) THEN\n        RAISE EXCEPTION 'the vote is over'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'circular_vote_in_time';\n    END IF;\n    RETURN NEW;\n",
                    hash="a9340e1386bddbc81f0fd56f58fe83bbeeb2a387",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_in_time_66e80",
                    table="standards_circularballot",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="in_time",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n        SELECT 1 FROM standards_membercall call\n        WHERE call.id = NEW.call_id\n            AND call.opens_at <= clock_timestamp() AND call.closes_at > clock_timestamp()\n    ) THEN\n        RAISE EXCEPTION 'the call takes no applications now'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_in_time';\n    END IF;\n    RETURN NEW;\n",
                    hash="d7d922155b42197826f04c1b2f98697198723507",
                    operation="INSERT",
                    pgid="pgtrigger_in_time_a5ae1",
                    table="standards_memberapplication",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rollentry",
            trigger=pgtrigger.compiler.Trigger(
                name="roll_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ba44f42d37aabb412189b612fd04badd2f4627a7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_roll_stays_808b4",
                    table="standards_rollentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rollentry",
            trigger=pgtrigger.compiler.Trigger(
                name="roll_equals_urn",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF (SELECT count(*) FROM standards_rollentry roll WHERE roll.election_id = NEW.election_id)\n        IS DISTINCT FROM\n       (SELECT urn.count FROM standards_urn urn WHERE urn.election_id = NEW.election_id)\n    THEN\n        RAISE EXCEPTION 'the roll and the urn differ'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'roll_equals_urn';\n    END IF;\n    RETURN NEW;\n",
                    hash="316c7f81eb11b622151d109dfa9cd2bd5ba00d0f",
                    operation="INSERT",
                    pgid="pgtrigger_roll_equals_urn_06402",
                    table="standards_rollentry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adoption",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "standards_adoptionevent" ("adopted_on", "confirmed_at", "confirmed_by_id", "declared_at", "declared_by_id", "deviations", "file_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "standard_id", "state", "url") VALUES (NEW."adopted_on", NEW."confirmed_at", NEW."confirmed_by_id", NEW."declared_at", NEW."declared_by_id", NEW."deviations", NEW."file_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_body_id", NEW."standard_id", NEW."state", NEW."url"); RETURN NULL;',
                    hash="2d77bd31830356fda751a3f07c5aa70f2a362fd8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_16564",
                    table="standards_adoption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="adoption",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "standards_adoptionevent" ("adopted_on", "confirmed_at", "confirmed_by_id", "declared_at", "declared_by_id", "deviations", "file_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "standard_id", "state", "url") VALUES (NEW."adopted_on", NEW."confirmed_at", NEW."confirmed_by_id", NEW."declared_at", NEW."declared_by_id", NEW."deviations", NEW."file_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_body_id", NEW."standard_id", NEW."state", NEW."url"); RETURN NULL;',
                    hash="e50f4e6635afd74218652c1af28a1ba4f8e60d8f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffac7",
                    table="standards_adoption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="evidence_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."standard_id" IS DISTINCT FROM (NEW."standard_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."dated_on" IS DISTINCT FROM (NEW."dated_on") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."consultation_id" IS DISTINCT FROM (NEW."consultation_id") OR OLD."opinion_id" IS DISTINCT FROM (NEW."opinion_id") OR OLD."training_id" IS DISTINCT FROM (NEW."training_id") OR OLD."replacement_id" IS DISTINCT FROM (NEW."replacement_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="735d88e4cbc78236910317c73ff73b85852f577c",
                    operation="UPDATE",
                    pgid="pgtrigger_evidence_stays_b8368",
                    table="standards_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workinggroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "standards_workinggroupevent" ("administration_seats", "appointed_on", "appointment_file_id", "appointment_number", "closed_on", "contact_email", "created_at", "created_by_id", "id", "is_listed", "kind", "name", "ngo_seats", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "purpose", "quorum_percent", "slug", "term_from", "term_until") VALUES (NEW."administration_seats", NEW."appointed_on", NEW."appointment_file_id", NEW."appointment_number", NEW."closed_on", NEW."contact_email", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_listed", NEW."kind", NEW."name", NEW."ngo_seats", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_body_id", NEW."purpose", NEW."quorum_percent", NEW."slug", NEW."term_from", NEW."term_until"); RETURN NULL;',
                    hash="c8c3fde57c88285c719c8c61845d130e48b8c2e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ba7f2",
                    table="standards_workinggroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workinggroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."administration_seats" IS DISTINCT FROM (NEW."administration_seats") OR OLD."appointed_on" IS DISTINCT FROM (NEW."appointed_on") OR OLD."appointment_file_id" IS DISTINCT FROM (NEW."appointment_file_id") OR OLD."appointment_number" IS DISTINCT FROM (NEW."appointment_number") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."ngo_seats" IS DISTINCT FROM (NEW."ngo_seats") OR OLD."public_body_id" IS DISTINCT FROM (NEW."public_body_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."quorum_percent" IS DISTINCT FROM (NEW."quorum_percent") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."term_from" IS DISTINCT FROM (NEW."term_from") OR OLD."term_until" IS DISTINCT FROM (NEW."term_until"))',
                    func='INSERT INTO "standards_workinggroupevent" ("administration_seats", "appointed_on", "appointment_file_id", "appointment_number", "closed_on", "contact_email", "created_at", "created_by_id", "id", "is_listed", "kind", "name", "ngo_seats", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "purpose", "quorum_percent", "slug", "term_from", "term_until") VALUES (NEW."administration_seats", NEW."appointed_on", NEW."appointment_file_id", NEW."appointment_number", NEW."closed_on", NEW."contact_email", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_listed", NEW."kind", NEW."name", NEW."ngo_seats", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_body_id", NEW."purpose", NEW."quorum_percent", NEW."slug", NEW."term_from", NEW."term_until"); RETURN NULL;',
                    hash="f411ba6153f965275ea6f8afe84309f317bb6f18",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e9a4",
                    table="standards_workinggroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="standard",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_stages_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."stage", \':\', NEW."stage") = ANY(\'{planned:team,team:draft,draft:internal,internal:consulted,consulted:council,council:adopted,adopted:published,published:in_use,in_use:reviewed,reviewed:replaced,reviewed:repealed,reviewed:in_use,draft:team,internal:team,consulted:team,council:team}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."stage" IS DISTINCT FROM NEW."stage") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "stage" from "%" to "%" on table %\', OLD."stage", NEW."stage", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="89ba54df8fe80cc34cfae723609304c73bc8d633",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_stages_only_38cc6",
                    table="standards_standard",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="standard",
            trigger=pgtrigger.compiler.Trigger(
                name="begins_as_planned",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"stage\" = 'planned'))",
                    func="\n                    RAISE EXCEPTION 'a standard begins its road as planned'\n                        USING ERRCODE = 'check_violation', CONSTRAINT = 'step_has_evidence';\n                ",
                    hash="0763677a90061a069c81a8e19984e2e7443c2297",
                    operation="INSERT",
                    pgid="pgtrigger_begins_as_planned_b9a48",
                    table="standards_standard",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="standard",
            trigger=pgtrigger.compiler.Trigger(
                name="step_has_evidence",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                    declare="DECLARE needed TEXT;",
                    func="\n    SELECT kind INTO needed FROM (VALUES ('planned', 'team', 'appointment'), ('team', 'draft', 'draft'), ('draft', 'internal', 'internal'), ('internal', 'consulted', 'consultation'), ('consulted', 'council', 'council'), ('council', 'adopted', 'resolution'), ('adopted', 'published', 'publication'), ('published', 'in_use', 'training'), ('in_use', 'reviewed', 'review'), ('reviewed', 'replaced', 'replacement'), ('reviewed', 'repealed', 'repeal')) AS road (source, target, kind)\n        WHERE road.source = OLD.stage AND road.target = NEW.stage;\n    IF needed IS NOT NULL AND NOT EXISTS (\n        SELECT 1 FROM standards_evidence evidence\n        WHERE evidence.standard_id = NEW.id AND evidence.kind = needed\n            AND evidence.superseded_at IS NULL\n            AND (needed <> 'consultation' OR EXISTS (\n                SELECT 1 FROM consultations_consultation consultation\n                WHERE consultation.id = evidence.consultation_id\n                    AND consultation.stage IN ('published', 'archived')))\n            AND (needed <> 'training' OR EXISTS (\n                SELECT 1 FROM standards_trainingattendance attendance\n                WHERE attendance.training_id = evidence.training_id AND attendance.people > 0))\n    ) THEN\n        RAISE EXCEPTION 'standard % has no evidence of %', NEW.id, needed\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_has_evidence';\n    END IF;\n    RETURN NEW;\n",
                    hash="bd2b898ff61687fb36971bf1fb9321ba6f760930",
                    operation='UPDATE OF "stage"',
                    pgid="pgtrigger_step_has_evidence_6d7e6",
                    table="standards_standard",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="standard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "standards_standardevent" ("adopted_text_id", "created_at", "created_by_id", "group_id", "id", "is_listed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_language", "public_body_id", "slug", "stage", "subject", "summary", "title") VALUES (NEW."adopted_text_id", NEW."created_at", NEW."created_by_id", NEW."group_id", NEW."id", NEW."is_listed", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plain_language", NEW."public_body_id", NEW."slug", NEW."stage", NEW."subject", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="60a7a6da3dd85ca191775dc5969869a8e45e4ea0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4a1aa",
                    table="standards_standard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="standard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."adopted_text_id" IS DISTINCT FROM (NEW."adopted_text_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_listed" IS DISTINCT FROM (NEW."is_listed") OR OLD."plain_language" IS DISTINCT FROM (NEW."plain_language") OR OLD."public_body_id" IS DISTINCT FROM (NEW."public_body_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "standards_standardevent" ("adopted_text_id", "created_at", "created_by_id", "group_id", "id", "is_listed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_language", "public_body_id", "slug", "stage", "subject", "summary", "title") VALUES (NEW."adopted_text_id", NEW."created_at", NEW."created_by_id", NEW."group_id", NEW."id", NEW."is_listed", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plain_language", NEW."public_body_id", NEW."slug", NEW."stage", NEW."subject", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="97497380a4cd28ac840410ebf39f92691c18ff85",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c7301",
                    table="standards_standard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "standards_memberevent" ("affiliation", "function", "group_id", "id", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "side", "since", "until", "user_id") VALUES (NEW."affiliation", NEW."function", NEW."group_id", NEW."id", NEW."name", NEW."organization_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_body_id", NEW."side", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="73a20b288ed4f4f93474282100813c9d119f3a95",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0852",
                    table="standards_member",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "standards_memberevent" ("affiliation", "function", "group_id", "id", "name", "organization_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "side", "since", "until", "user_id") VALUES (NEW."affiliation", NEW."function", NEW."group_id", NEW."id", NEW."name", NEW."organization_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_body_id", NEW."side", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;',
                    hash="d9ade39672940a9091dab30716312ee95a60aaf7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3f89c",
                    table="standards_member",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_minutes_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."approved_minutes_id" IS NOT NULL)',
                    func="\n                    RAISE EXCEPTION 'approved minutes do not change'\n                        USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_minutes_stay';\n                ",
                    hash="9719abe5d77d56178f54126f657ae1874466a902",
                    operation='UPDATE OF "approved_minutes_id"',
                    pgid="pgtrigger_approved_minutes_stay_acdb7",
                    table="standards_meeting",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="election",
            trigger=pgtrigger.compiler.Trigger(
                name="rules_stay_once_voting_begins",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state = 'announced' AND OLD.voting_from <= clock_timestamp() AND (NEW.seats <> OLD.seats OR NEW.voting_from <> OLD.voting_from OR NEW.voting_until <> OLD.voting_until OR NEW.results_at <> OLD.results_at OR NEW.council_id <> OLD.council_id))",
                    func="\n    RAISE EXCEPTION 'voting has begun'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'rules_stay_once_voting_begins';\n",
                    hash="e6e48b1d09acf9a21440b9373904d9aa1b44bd72",
                    operation="UPDATE",
                    pgid="pgtrigger_rules_stay_once_voting_begins_649ac",
                    table="standards_election",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="election",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "standards_electionevent" ("candidates_until", "complaints_until", "council_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_at", "rules", "seats", "slug", "state", "title", "voting_from", "voting_until") VALUES (NEW."candidates_until", NEW."complaints_until", NEW."council_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."results_at", NEW."rules", NEW."seats", NEW."slug", NEW."state", NEW."title", NEW."voting_from", NEW."voting_until"); RETURN NULL;',
                    hash="f9a61ba6612483d66ca14a4a68a257a3cd789e90",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2ec71",
                    table="standards_election",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="election",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."candidates_until" IS DISTINCT FROM (NEW."candidates_until") OR OLD."complaints_until" IS DISTINCT FROM (NEW."complaints_until") OR OLD."council_id" IS DISTINCT FROM (NEW."council_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."results_at" IS DISTINCT FROM (NEW."results_at") OR OLD."rules" IS DISTINCT FROM (NEW."rules") OR OLD."seats" IS DISTINCT FROM (NEW."seats") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."voting_from" IS DISTINCT FROM (NEW."voting_from") OR OLD."voting_until" IS DISTINCT FROM (NEW."voting_until"))',
                    func='INSERT INTO "standards_electionevent" ("candidates_until", "complaints_until", "council_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results_at", "rules", "seats", "slug", "state", "title", "voting_from", "voting_until") VALUES (NEW."candidates_until", NEW."complaints_until", NEW."council_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."results_at", NEW."rules", NEW."seats", NEW."slug", NEW."state", NEW."title", NEW."voting_from", NEW."voting_until"); RETURN NULL;',
                    hash="edfcbf443ae2bb2438bc39208d10deceafa5e641",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_748e7",
                    table="standards_election",
                    when="AFTER",
                ),
            ),
        ),
    ]
