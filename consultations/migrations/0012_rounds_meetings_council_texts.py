import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("consultations", "0011_imports_confirmed_and_on_behalf"),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0007_newest_change"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsultationMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "round_number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="tura"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conference", "konferencja"),
                            ("meeting", "spotkanie"),
                            ("debate", "debata"),
                            ("workshop", "warsztaty"),
                        ],
                        default="meeting",
                        max_length=12,
                        verbose_name="forma",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł spotkania")),
                ("starts_at", models.DateTimeField(verbose_name="początek spotkania")),
                ("ends_at", models.DateTimeField(verbose_name="koniec spotkania")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Adres i sala; puste, gdy online.",
                        max_length=300,
                        verbose_name="miejsce",
                    ),
                ),
                (
                    "online_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="odnośnik do spotkania online"
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True, max_length=10000, verbose_name="program i jak się zgłosić"
                    ),
                ),
                (
                    "accessibility",
                    models.TextField(
                        blank=True,
                        help_text="Np. wejście bez progów, pętla indukcyjna, tłumacz języka migowego.",
                        max_length=2000,
                        verbose_name="dostępność spotkania",
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="spotkanie odwołano"),
                ),
                (
                    "cancel_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="powód odwołania"),
                ),
                (
                    "protocol_text",
                    models.TextField(
                        blank=True,
                        help_text="Przebieg i ustalenia. Zobaczą go wszyscy, więc bez danych osób prywatnych.",
                        max_length=50000,
                        verbose_name="protokół",
                    ),
                ),
                (
                    "protocol_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="protokół ogłoszono"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="consultations.consultation",
                        verbose_name="konsultacje",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "protocol_file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik protokołu",
                    ),
                ),
            ],
            options={
                "verbose_name": "spotkanie konsultacyjne",
                "verbose_name_plural": "spotkania konsultacyjne",
                "ordering": ["starts_at", "pk"],
                "indexes": [
                    models.Index(
                        fields=["consultation", "starts_at"], name="meeting_of_consultation"
                    ),
                    models.Index(fields=["starts_at"], name="meeting_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="meeting_times_in_order",
                        violation_error_message="Koniec spotkania musi być po jego początku.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("online_url", ""), ("place", ""), _negated=True),
                        name="meeting_is_somewhere",
                        violation_error_message="Podaj miejsce albo odnośnik do spotkania online.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_at__isnull", True),
                            models.Q(("cancel_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="meeting_cancelled_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="numer tury")),
                ("opens_on", models.DateField(verbose_name="początek")),
                ("closes_on", models.DateField(verbose_name="koniec")),
                ("opens_at", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                (
                    "reason",
                    models.TextField(blank=True, db_default="", verbose_name="powód kolejnej tury"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="wycofano"),
                ),
                (
                    "results_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ogłoszono wyniki"),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="consultations.consultation",
                        verbose_name="konsultacje",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto rozpoczął",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="consultations.draftversion",
                        verbose_name="wersja na otwarcie",
                    ),
                ),
            ],
            options={
                "verbose_name": "tura konsultacji",
                "verbose_name_plural": "tury konsultacji",
                "ordering": ["consultation", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consultation", "number"), name="round_number_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="round_moments_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationRule",
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
                            ("assumptions", "założenia projektu"),
                            ("normative_act", "projekt aktu normatywnego"),
                            ("programme", "program współpracy"),
                            ("strategy", "strategia lub polityka"),
                            ("standard", "standard współpracy"),
                        ],
                        max_length=16,
                        unique=True,
                        verbose_name="rodzaj konsultacji",
                    ),
                ),
                (
                    "legal_basis",
                    models.TextField(
                        help_text="Pokazywana urzędnikowi na liście kontrolnej.",
                        verbose_name="podstawa prawna reguły",
                    ),
                ),
                (
                    "minimum_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="minimalny czas trwania (dni)",
                    ),
                ),
                (
                    "advance_days",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="zapowiedź przed początkiem (dni)"
                    ),
                ),
                (
                    "region_council_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="Art. 41a ust. 3 ustawy o działalności pożytku publicznego.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="termin opinii rady wojewódzkiej (dni)",
                    ),
                ),
                (
                    "local_council_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="Art. 41i ust. 2 ustawy o działalności pożytku publicznego.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="termin opinii rady powiatowej lub gminnej (dni)",
                    ),
                ),
                (
                    "required_parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("legal_basis", "podstawa prawna z numerem artykułu"),
                                ("term", "termin nie krótszy niż minimalny"),
                                ("advance", "zapowiedź przed początkiem"),
                                ("summary", "opis prostymi słowami"),
                                ("contact", "osoba do kontaktu z telefonem"),
                                ("draft", "odczytany projekt"),
                                ("justification", "uzasadnienie projektu"),
                                ("mode_basis", "podstawa decyzji o trybie"),
                                ("meeting", "spotkanie w trybie rozszerzonym"),
                                ("council", "prośba o opinię rady"),
                                ("invitations", "zaproszone organizacje"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="co sprawdza lista kontrolna",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
            ],
            options={
                "verbose_name": "reguła konsultacji",
                "verbose_name_plural": "reguły konsultacji",
                "ordering": ["kind"],
            },
        ),
        migrations.CreateModel(
            name="CouncilOpinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "round_number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="tura"
                    ),
                ),
                (
                    "council_name",
                    models.CharField(
                        help_text="Np. Rada Działalności Pożytku Publicznego Województwa Opolskiego.",
                        max_length=200,
                        verbose_name="nazwa rady",
                    ),
                ),
                (
                    "council_email",
                    models.EmailField(
                        blank=True,
                        help_text="Na ten adres portal wyśle prośbę i przypomnienie.",
                        max_length=254,
                        verbose_name="e-mail rady",
                    ),
                ),
                (
                    "delivered_on",
                    models.DateField(
                        help_text="Od tego dnia biegnie termin.",
                        verbose_name="data doręczenia projektu radzie",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="termin opinii")),
                (
                    "note",
                    models.TextField(blank=True, max_length=4000, verbose_name="treść prośby"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "czekamy na opinię"),
                            ("given", "opinia wydana"),
                            ("lapsed", "rada nie wydała opinii w terminie"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="stan",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("positive", "pozytywna"),
                            ("remarks", "pozytywna z uwagami"),
                            ("negative", "negatywna"),
                        ],
                        max_length=8,
                        verbose_name="opinia rady",
                    ),
                ),
                (
                    "resolution_number",
                    models.CharField(blank=True, max_length=60, verbose_name="numer uchwały rady"),
                ),
                ("given_on", models.DateField(blank=True, null=True, verbose_name="data opinii")),
                (
                    "content",
                    models.TextField(blank=True, max_length=50000, verbose_name="treść opinii"),
                ),
                ("asked_at", models.DateTimeField(auto_now_add=True, verbose_name="poproszono")),
                (
                    "told_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="wysłano prośbę"
                    ),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="przypomniano"
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto poprosił",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="council_opinions",
                        to="consultations.consultation",
                        verbose_name="konsultacje",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="plik opinii",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto zapisał opinię",
                    ),
                ),
            ],
            options={
                "verbose_name": "opinia rady",
                "verbose_name_plural": "opinie rady",
                "ordering": ["asked_at", "pk"],
                "indexes": [models.Index(fields=["state", "due_on"], name="council_waiting")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("delivered_on"))),
                        name="council_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "given"),
                                models.Q(("verdict", ""), _negated=True),
                                ("given_on__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state", "given"), _negated=True),
                                ("verdict", ""),
                                ("given_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="council_opinion_is_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("consultation",),
                        name="one_question_to_council_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentTemplate",
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
                            ("announcement", "ogłoszenie o konsultacjach"),
                            ("remark_form", "formularz uwag"),
                        ],
                        max_length=12,
                        verbose_name="wzór",
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="wersja wzoru")),
                ("title", models.CharField(max_length=300, verbose_name="tytuł dokumentu")),
                ("text", models.TextField(max_length=20000, verbose_name="tekst wzoru")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="co zmieniono")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="document_templates",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
            ],
            options={
                "verbose_name": "wzór dokumentu",
                "verbose_name_plural": "wzory dokumentów",
                "ordering": ["public_body", "kind", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("public_body", "kind", "number"),
                        name="document_template_number_unique",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Announcement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round_number", models.PositiveSmallIntegerField(verbose_name="tura")),
                ("title", models.CharField(max_length=700, verbose_name="tytuł dokumentu")),
                ("text", models.TextField(verbose_name="treść ogłoszenia")),
                ("issued_at", models.DateTimeField(auto_now_add=True, verbose_name="ogłoszono")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="announcements",
                        to="consultations.consultation",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="consultations.documenttemplate",
                    ),
                ),
            ],
            options={
                "verbose_name": "ogłoszenie",
                "verbose_name_plural": "ogłoszenia",
                "ordering": ["-issued_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="InvitationBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round_number", models.PositiveSmallIntegerField(verbose_name="tura")),
                (
                    "choice",
                    models.TextField(
                        help_text="Wybrane warunki, słowami.", verbose_name="kogo zaproszono"
                    ),
                ),
                (
                    "message",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="dopisek do zaproszenia"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="kiedy zaproszono"),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitation_batches",
                        to="consultations.consultation",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto zaprosił",
                    ),
                ),
            ],
            options={
                "verbose_name": "zaproszenie grupy organizacji",
                "verbose_name_plural": "zaproszenia grup organizacji",
                "ordering": ["-created_at", "-pk"],
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
                ("round_number", models.PositiveSmallIntegerField(verbose_name="tura")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="wysłano")),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="przypomniano"),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="consultations.consultation",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consultation_invitations",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="consultations.invitationbatch",
                    ),
                ),
            ],
            options={
                "verbose_name": "zaproszenie organizacji",
                "verbose_name_plural": "zaproszenia organizacji",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("sent_at", None)),
                        fields=["batch"],
                        name="invitation_waiting",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consultation", "round_number", "organization"),
                        name="organization_invited_once_a_round",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingAttendee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="lp.")),
                ("name", models.CharField(max_length=160, verbose_name="imię i nazwisko")),
                (
                    "represents",
                    models.CharField(blank=True, max_length=300, verbose_name="kogo reprezentuje"),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("ngo", "organizacje pozarządowe"),
                            ("public", "administracja publiczna"),
                            ("business", "przedsiębiorcy"),
                            ("science", "nauka i eksperci"),
                            ("citizens", "mieszkańcy"),
                        ],
                        max_length=12,
                        verbose_name="sektor",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendees",
                        to="consultations.consultationmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "uczestnik spotkania",
                "verbose_name_plural": "uczestnicy spotkań",
                "ordering": ["meeting", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "position"), name="attendee_line_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingHeadcount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("ngo", "organizacje pozarządowe"),
                            ("public", "administracja publiczna"),
                            ("business", "przedsiębiorcy"),
                            ("science", "nauka i eksperci"),
                            ("citizens", "mieszkańcy"),
                        ],
                        max_length=12,
                        verbose_name="sektor",
                    ),
                ),
                ("people", models.PositiveIntegerField(verbose_name="liczba osób")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="headcounts",
                        to="consultations.consultationmeeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "frekwencja",
                "verbose_name_plural": "frekwencja",
                "ordering": ["meeting", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "sector"), name="one_headcount_per_sector"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ModeDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("basic", "podstawowy (pisemne uwagi)"),
                            ("extended", "rozszerzony (także spotkania, debaty, warsztaty)"),
                        ],
                        max_length=10,
                        verbose_name="tryb",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("board", "zarząd (kierownictwo urzędu)"),
                            ("council", "na wniosek rady działalności pożytku publicznego"),
                        ],
                        max_length=8,
                        verbose_name="kto wybrał tryb",
                    ),
                ),
                (
                    "decided_by",
                    models.CharField(
                        help_text="Np. Zarząd Województwa Opolskiego.",
                        max_length=200,
                        verbose_name="organ, który zdecydował",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="data decyzji")),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        help_text="Np. uchwała nr 5785/2014 zarządu albo uchwała rady z wnioskiem o tryb.",
                        max_length=300,
                        verbose_name="podstawa decyzji",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="uzasadnienie decyzji"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
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
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mode_decisions",
                        to="consultations.consultation",
                    ),
                ),
            ],
            options={
                "verbose_name": "decyzja o trybie",
                "verbose_name_plural": "decyzje o trybie",
                "ordering": ["created_at", "pk"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="allowed_stages_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consultation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remark",
            name="refuse_late_remark",
        ),
        migrations.RemoveField(
            model_name="consultation",
            name="previous_round",
        ),
        migrations.RemoveField(
            model_name="consultationevent",
            name="previous_round",
        ),
        migrations.AddField(
            model_name="consultation",
            name="round_number",
            field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="tura"),
        ),
        migrations.AddField(
            model_name="consultationevent",
            name="round_number",
            field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="tura"),
        ),
        migrations.AddField(
            model_name="remark",
            name="round_number",
            field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="tura"),
        ),
        migrations.AddField(
            model_name="stagechange",
            name="missing",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=16),
                blank=True,
                default=list,
                size=None,
                verbose_name="czego brakowało na liście kontrolnej",
            ),
        ),
        migrations.AddField(
            model_name="stagechange",
            name="round_number",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="tura"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="allowed_stages_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."stage", \':\', NEW."stage") = ANY(\'{draft:announced,announced:open,announced:draft,open:analysis,analysis:published,published:archived,analysis:announced,published:announced,announced:analysis,announced:published,announced:cancelled,open:cancelled,analysis:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."stage" IS DISTINCT FROM NEW."stage") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "stage" from "%" to "%" on table %\', OLD."stage", NEW."stage", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="b2bddea33bb6c425afecdc7fa4e6d36cc2a3177c",
                    operation="UPDATE",
                    pgid="pgtrigger_allowed_stages_only_3c9c5",
                    table="consultations_consultation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="keep_round",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    INSERT INTO consultations_consultationround\n        (consultation_id, number, opens_on, closes_on, opens_at, closes_at)\n    VALUES (NEW.id, NEW.round_number, NEW.opens_on, NEW.closes_on, NEW.opens_at, NEW.closes_at)\n    ON CONFLICT (consultation_id, number) DO UPDATE SET\n        opens_on = EXCLUDED.opens_on, closes_on = EXCLUDED.closes_on,\n        opens_at = EXCLUDED.opens_at, closes_at = EXCLUDED.closes_at;\n    RETURN NULL;\n",
                    hash="d8d6751271a36f9086fb9ddba9c388de4c81a35c",
                    operation='INSERT OR UPDATE OF "round_number", "opens_on", "closes_on", "opens_at", "closes_at"',
                    pgid="pgtrigger_keep_round_226ed",
                    table="consultations_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "consultations_consultationevent" ("approval_by_another", "closes_at", "closes_on", "contact_email", "contact_name", "contact_phone", "created_at", "created_by_id", "current_version_id", "id", "identity", "kind", "legal_basis", "mode", "mode_origin", "opens_at", "opens_on", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "round_number", "slug", "stage", "summary", "title", "unit") VALUES (NEW."approval_by_another", NEW."closes_at", NEW."closes_on", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."created_by_id", NEW."current_version_id", NEW."id", NEW."identity", NEW."kind", NEW."legal_basis", NEW."mode", NEW."mode_origin", NEW."opens_at", NEW."opens_on", NEW."participation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_body_id", NEW."round_number", NEW."slug", NEW."stage", NEW."summary", NEW."title", NEW."unit"); RETURN NULL;',
                    hash="fa5ac441b53f350292bfdc68a8779c276fc3acef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7113",
                    table="consultations_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."approval_by_another" IS DISTINCT FROM (NEW."approval_by_another") OR OLD."closes_at" IS DISTINCT FROM (NEW."closes_at") OR OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."contact_name" IS DISTINCT FROM (NEW."contact_name") OR OLD."contact_phone" IS DISTINCT FROM (NEW."contact_phone") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."current_version_id" IS DISTINCT FROM (NEW."current_version_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identity" IS DISTINCT FROM (NEW."identity") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."legal_basis" IS DISTINCT FROM (NEW."legal_basis") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."mode_origin" IS DISTINCT FROM (NEW."mode_origin") OR OLD."opens_at" IS DISTINCT FROM (NEW."opens_at") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."participation" IS DISTINCT FROM (NEW."participation") OR OLD."public_body_id" IS DISTINCT FROM (NEW."public_body_id") OR OLD."round_number" IS DISTINCT FROM (NEW."round_number") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."stage" IS DISTINCT FROM (NEW."stage") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                    func='INSERT INTO "consultations_consultationevent" ("approval_by_another", "closes_at", "closes_on", "contact_email", "contact_name", "contact_phone", "created_at", "created_by_id", "current_version_id", "id", "identity", "kind", "legal_basis", "mode", "mode_origin", "opens_at", "opens_on", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_body_id", "round_number", "slug", "stage", "summary", "title", "unit") VALUES (NEW."approval_by_another", NEW."closes_at", NEW."closes_on", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."created_by_id", NEW."current_version_id", NEW."id", NEW."identity", NEW."kind", NEW."legal_basis", NEW."mode", NEW."mode_origin", NEW."opens_at", NEW."opens_on", NEW."participation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_body_id", NEW."round_number", NEW."slug", NEW."stage", NEW."summary", NEW."title", NEW."unit"); RETURN NULL;',
                    hash="c0294b06cb050ef55f703f814b8376b7ebdcbe6a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1617e",
                    table="consultations_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_late_remark",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.channel = 'portal' AND NEW.state = 'submitted' AND (\n        TG_OP = 'INSERT'\n        OR (OLD.text, OLD.proposed_wording, OLD.justification, OLD.selection)\n            IS DISTINCT FROM (NEW.text, NEW.proposed_wording, NEW.justification, NEW.selection)\n    ) THEN\n        PERFORM 1 FROM consultations_consultation\n            WHERE id = NEW.consultation_id AND stage = 'open' AND closes_at > clock_timestamp()\n                AND round_number = NEW.round_number\n            FOR SHARE;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'consultation % takes no remarks', NEW.consultation_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'remark_in_time';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="b4cdda3c2c9ddb901890571253aa5ed5957a4db7",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_refuse_late_remark_07137",
                    table="consultations_remark",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="remark",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="remarks",
                to="consultations.consultationmeeting",
                verbose_name="spotkanie, na którym zgłoszono",
            ),
        ),
        migrations.AddIndex(
            model_name="remark",
            index=models.Index(
                fields=["consultation", "round_number", "state", "number"], name="remark_by_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("channel", "meeting"), ("meeting__isnull", True), _connector="OR"
                ),
                name="remark_of_meeting_came_from_it",
            ),
        ),
    ]
