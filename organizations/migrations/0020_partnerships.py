import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0010_needs"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnershipCall",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "search_names",
                    models.TextField(default="", editable=False, verbose_name="słowa nazw"),
                ),
                (
                    "search_texts",
                    models.TextField(default="", editable=False, verbose_name="słowa treści"),
                ),
                (
                    "search_plain",
                    models.TextField(default="", editable=False, verbose_name="nazwy bez znaków"),
                ),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                "search_names", config="simple", weight="A"
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "search_texts", config="simple", weight="C"
                            ),
                            django.contrib.postgres.search.SearchConfig("simple"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "title",
                    models.CharField(db_collation="pl-x-icu", max_length=160, verbose_name="tytuł"),
                ),
                (
                    "slug",
                    models.SlugField(max_length=120, unique=True, verbose_name="adres strony"),
                ),
                (
                    "idea",
                    models.TextField(
                        help_text="Co chcecie zrobić, dla kogo i po co.",
                        max_length=6000,
                        verbose_name="pomysł",
                    ),
                ),
                (
                    "offered",
                    models.TextField(
                        help_text="Np. salę, doświadczenie, ludzi, wkład własny.",
                        max_length=2000,
                        verbose_name="co wnosicie",
                    ),
                ),
                (
                    "sought",
                    models.TextField(
                        help_text="Np. organizacji z psychologiem, gminy z lokalem.",
                        max_length=2000,
                        verbose_name="kogo i czego szukacie",
                    ),
                ),
                (
                    "budget_source",
                    models.CharField(
                        blank=True,
                        help_text="Np. konkurs gminy, inicjatywa lokalna, środki własne.",
                        max_length=200,
                        verbose_name="z czego będzie finansowane",
                    ),
                ),
                ("closes_at", models.DateTimeField(verbose_name="zgłoszenia do")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "szuka partnerów"), ("closed", "zakończone")],
                        default="open",
                        max_length=8,
                        verbose_name="stan",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("partnership", "powstało partnerstwo"),
                            ("alone", "robimy to bez partnerów"),
                            ("nothing", "nic z tego nie wyszło"),
                        ],
                        max_length=12,
                        verbose_name="co z tego wyszło",
                    ),
                ),
                (
                    "outcome_text",
                    models.TextField(blank=True, max_length=2000, verbose_name="opowiedz"),
                ),
                (
                    "closed_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="zakończono"
                    ),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="przypomniano o zakończeniu",
                    ),
                ),
                (
                    "is_hidden",
                    models.BooleanField(default=False, verbose_name="ukryte przez moderatora"),
                ),
                (
                    "hidden_reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="dlaczego ukryte"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ogłoszono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "benefit_fields",
                    models.ManyToManyField(
                        related_name="+",
                        to="organizations.publicbenefitfield",
                        verbose_name="sfery pożytku publicznego",
                    ),
                ),
                (
                    "counties",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Puste: w całym województwie.",
                        related_name="+",
                        to="territory.area",
                        verbose_name="gdzie",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto ogłosił",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
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
                        related_name="%(class)ss",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
                (
                    "target_groups",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="organizations.targetgroup",
                        verbose_name="dla kogo",
                    ),
                ),
            ],
            options={
                "verbose_name": "poszukiwanie partnerów",
                "verbose_name_plural": "poszukiwania partnerów",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        models.F("state"),
                        models.OrderBy(models.F("created_at"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="partnership_call_newest",
                    ),
                    models.Index(
                        fields=["state", "closes_at", "id"], name="partnership_call_closing"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search_vector"], name="partnership_call_words"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search_plain"],
                        name="partnership_call_trigrams",
                        opclasses=["gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("organization__isnull", False),
                            ("public_body__isnull", False),
                            _connector="XOR",
                        ),
                        name="partnership_call_one_side",
                        violation_error_message="Wskaż organizację albo urząd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True), ("outcome", ""), ("state", "open")
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state", "closed"),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="partnership_call_closed_with_outcome",
                        violation_error_message="Zakończone ogłoszenie mówi, co z niego wyszło.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_hidden", False),
                            models.Q(("hidden_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="partnership_call_hidden_with_reason",
                        violation_error_message="Ukrycie wymaga uzasadnienia.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(db_collation="pl-x-icu", max_length=160, verbose_name="nazwa"),
                ),
                (
                    "slug",
                    models.SlugField(max_length=120, unique=True, verbose_name="adres strony"),
                ),
                ("purpose", models.TextField(max_length=4000, verbose_name="cel")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("forming", "dobór partnerów"),
                            ("agreed", "umowa partnerska"),
                            ("running", "realizacja"),
                            ("evaluated", "ocena i rozliczenie"),
                            ("ended", "zakończone"),
                            ("dissolved", "rozwiązane"),
                        ],
                        default="forming",
                        max_length=10,
                        verbose_name="krok",
                    ),
                ),
                (
                    "agreement_on",
                    models.DateField(blank=True, null=True, verbose_name="umowa z dnia"),
                ),
                (
                    "agreement_number",
                    models.CharField(blank=True, max_length=60, verbose_name="numer umowy"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zapisano")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "agreement_file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="umowa",
                    ),
                ),
                (
                    "initiative",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="partnership",
                        to="organizations.initiative",
                        verbose_name="na mapie",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="partnerships",
                        to="organizations.partnershipcall",
                        verbose_name="z ogłoszenia",
                    ),
                ),
            ],
            options={
                "verbose_name": "partnerstwo",
                "verbose_name_plural": "partnerstwa",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("created_at"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="partnership_newest",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage__in", ["forming", "dissolved"]),
                            ("agreement_on__isnull", False),
                            _connector="OR",
                        ),
                        name="partnership_agreed_with_date",
                        violation_error_message="Bez daty umowy partnerstwo nie idzie dalej.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipInterest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message", models.TextField(max_length=3000, verbose_name="wiadomość")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "czeka na odpowiedź"),
                            ("accepted", "zaproszono do partnerstwa"),
                            ("declined", "odmówiono"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, max_length=2000, verbose_name="uzasadnienie"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zgłoszono")),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="partnership_interests",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto napisał",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interests",
                        to="organizations.partnershipcall",
                        verbose_name="ogłoszenie",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
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
                        related_name="%(class)ss",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
            ],
            options={
                "verbose_name": "zainteresowanie partnerstwem",
                "verbose_name_plural": "zainteresowania partnerstwem",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("organization__isnull", False),
                            ("public_body__isnull", False),
                            _connector="XOR",
                        ),
                        name="partnership_interest_one_side",
                        violation_error_message="Wskaż organizację albo urząd.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organization__isnull", False)),
                        fields=("call", "organization"),
                        name="partnership_interest_once_an_organization",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("public_body__isnull", False)),
                        fields=("call", "public_body"),
                        name="partnership_interest_once_an_office",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipMember",
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
                        choices=[("leader", "lider"), ("partner", "partner")],
                        default="partner",
                        max_length=8,
                        verbose_name="rola",
                    ),
                ),
                (
                    "contribution",
                    models.CharField(blank=True, max_length=400, verbose_name="co wnosi"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="potwierdzono"
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto potwierdził",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="organizations.partnership",
                        verbose_name="partnerstwo",
                    ),
                ),
                (
                    "public_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="organizations.publicbody",
                        verbose_name="urząd",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partnerzy",
                "ordering": ["role", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("organization__isnull", False),
                            ("public_body__isnull", False),
                            _connector="XOR",
                        ),
                        name="partnership_member_one_side",
                        violation_error_message="Wskaż organizację albo urząd.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "leader")),
                        fields=("partnership",),
                        name="partnership_one_leader",
                        violation_error_message="Partnerstwo ma jednego lidera.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organization__isnull", False)),
                        fields=("partnership", "organization"),
                        name="partnership_member_once_an_organization",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("public_body__isnull", False)),
                        fields=("partnership", "public_body"),
                        name="partnership_member_once_an_office",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_from_caller", models.BooleanField(verbose_name="od ogłaszającego")),
                ("text", models.TextField(max_length=3000, verbose_name="treść")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="wysłano")),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="partnership_messages",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto napisał",
                    ),
                ),
                (
                    "interest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="organizations.partnershipinterest",
                        verbose_name="zainteresowanie",
                    ),
                ),
            ],
            options={
                "verbose_name": "wiadomość o partnerstwie",
                "verbose_name_plural": "wiadomości o partnerstwie",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipStep",
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
                            ("forming", "dobór partnerów"),
                            ("agreed", "umowa partnerska"),
                            ("running", "realizacja"),
                            ("evaluated", "ocena i rozliczenie"),
                            ("ended", "zakończone"),
                            ("dissolved", "rozwiązane"),
                        ],
                        max_length=10,
                        verbose_name="z kroku",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("forming", "dobór partnerów"),
                            ("agreed", "umowa partnerska"),
                            ("running", "realizacja"),
                            ("evaluated", "ocena i rozliczenie"),
                            ("ended", "zakończone"),
                            ("dissolved", "rozwiązane"),
                        ],
                        max_length=10,
                        verbose_name="na krok",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="notatka")),
                ("taken_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="organizations.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name": "krok partnerstwa",
                "verbose_name_plural": "kroki partnerstw",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="wysłano")),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="organizations.partnershipcall",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partnership_suggestions",
                        to="organizations.organization",
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
            ],
            options={
                "verbose_name": "zaproszenie do ogłoszenia",
                "verbose_name_plural": "zaproszenia do ogłoszeń",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("call", "organization"), name="partnership_suggestion_once"
                    )
                ],
            },
        ),
    ]
