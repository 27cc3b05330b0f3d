import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("documents", "0002_publicity_and_constraints"),
        ("organizations", "0020_partnerships"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AddressExtract",
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
                            ("labels", "etykiety adresowe"),
                            ("mailing_list", "lista adresów e-mail"),
                        ],
                        max_length=16,
                        verbose_name="co",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        help_text="Np. zaproszenie na Forum Inicjatyw.",
                        max_length=300,
                        verbose_name="w jakim celu",
                    ),
                ),
                ("query", models.TextField(blank=True, verbose_name="filtry")),
                ("count", models.PositiveIntegerField(verbose_name="liczba organizacji")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="address_extracts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
            ],
            options={
                "verbose_name": "pobranie adresów",
                "verbose_name_plural": "pobrania adresów",
                "ordering": ["-made_at", "-pk"],
                "indexes": [models.Index(fields=["-made_at"], name="address_extract_newest")],
            },
        ),
        migrations.CreateModel(
            name="InitiativeImport",
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
                        help_text="Np. Mapa inicjatyw gminy Nysa.",
                        max_length=120,
                        verbose_name="źródło",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="wczytano")),
                (
                    "written_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="zapisano"),
                ),
                ("new_count", models.PositiveIntegerField(default=0, verbose_name="nowe")),
                ("changed_count", models.PositiveIntegerField(default=0, verbose_name="zmienione")),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto wczytał",
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
                "verbose_name": "import inicjatyw",
                "verbose_name_plural": "importy inicjatyw",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="InitiativeReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="co jest nie tak")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="Jeżeli możemy dopytać. Nikomu go nie pokażemy.",
                        max_length=254,
                        verbose_name="e-mail",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zgłoszono")),
                (
                    "closed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="załatwiono"),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="organizations.initiative",
                        verbose_name="inicjatywa",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="initiative_reports",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto zgłosił",
                    ),
                ),
            ],
            options={
                "verbose_name": "zgłoszenie błędu",
                "verbose_name_plural": "zgłoszenia błędów",
                "ordering": ["created_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=["created_at"],
                        name="initiative_report_waiting",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganizationPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_logo", models.BooleanField(default=False, verbose_name="logo")),
                (
                    "description",
                    models.CharField(
                        help_text="Przeczyta to osoba, która nie widzi zdjęcia.",
                        max_length=200,
                        verbose_name="co widać",
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=120, verbose_name="autor")),
                (
                    "licence",
                    models.CharField(
                        choices=[
                            ("cc-by-4.0", "CC BY 4.0"),
                            ("cc-by-sa-4.0", "CC BY-SA 4.0"),
                            ("cc0-1.0", "CC0"),
                            ("reserved", "wszystkie prawa zastrzeżone"),
                        ],
                        default="reserved",
                        max_length=16,
                        verbose_name="licencja",
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
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
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="organizations.organization",
                        verbose_name="organizacja",
                    ),
                ),
            ],
            options={
                "verbose_name": "zdjęcie organizacji",
                "verbose_name_plural": "zdjęcia organizacji",
                "ordering": ["-is_logo", "added_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_logo", True)),
                        fields=("organization",),
                        name="organization_one_logo",
                        violation_error_message="Organizacja ma jedno logo.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="initiative",
            name="source",
            field=models.CharField(
                blank=True,
                help_text="Puste: zgłoszona na portalu.",
                max_length=120,
                verbose_name="skąd wczytana",
            ),
        ),
        migrations.AddField(
            model_name="initiative",
            name="source_key",
            field=models.CharField(blank=True, max_length=80, verbose_name="numer w źródle"),
        ),
        migrations.AddConstraint(
            model_name="initiative",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_key", ""), _negated=True),
                fields=("source", "source_key"),
                name="initiative_once_from_a_source",
                violation_error_message="Ta inicjatywa z tego źródła już jest na mapie.",
            ),
        ),
    ]
