from decimal import Decimal

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
        ("documents", "0002_publicity_and_constraints"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="nazwa")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres")),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=100, verbose_name="kolejność"),
                ),
            ],
            options={
                "verbose_name": "kategoria aktualności",
                "verbose_name_plural": "kategorie aktualności",
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Call",
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
                        editable=False, max_length=120, unique=True, verbose_name="adres"
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        help_text="Jedno lub dwa zdania, widoczne na listach.",
                        max_length=400,
                        verbose_name="streszczenie",
                    ),
                ),
                ("text", models.TextField(max_length=30000, verbose_name="treść")),
                ("publisher_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "publisher_name",
                    models.CharField(editable=False, max_length=300, verbose_name="kto publikuje"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("proposed", "czeka na moderatora"),
                            ("published", "opublikowane"),
                            ("refused", "do poprawy"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "state_reason",
                    models.TextField(blank=True, editable=False, verbose_name="uzasadnienie"),
                ),
                (
                    "publish_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        help_text="Opublikowany tekst pojawi się dopiero w tej chwili.",
                        verbose_name="widoczne od",
                    ),
                ),
                (
                    "announced_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="powiadomiono"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("competition", "otwarty konkurs ofert (art. 13)"),
                            ("small_grant", "mały grant (art. 19a)"),
                            ("local_initiative", "inicjatywa lokalna (art. 19b)"),
                            ("partner", "nabór partnera"),
                            ("other", "inny nabór"),
                        ],
                        default="competition",
                        max_length=20,
                        verbose_name="rodzaj",
                    ),
                ),
                (
                    "opens_on",
                    models.DateField(
                        default=django.utils.timezone.localdate,
                        verbose_name="pierwszy dzień naboru",
                    ),
                ),
                (
                    "closes_on",
                    models.DateField(
                        help_text="Oferty przyjmowane są do końca tego dnia.",
                        verbose_name="ostatni dzień naboru",
                    ),
                ),
                (
                    "budget",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="pula środków (zł)",
                    ),
                ),
                (
                    "largest_grant",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="najwyższa dotacja (zł)",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        default=list,
                        size=None,
                        verbose_name="sfery",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="strona naboru")),
                (
                    "contact",
                    models.CharField(
                        help_text="Kto odpowie na pytania: osoba, telefon, e-mail.",
                        max_length=300,
                        verbose_name="kontakt",
                    ),
                ),
                ("results", models.TextField(blank=True, max_length=10000, verbose_name="wyniki")),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "counties",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Nic nie wybrano oznacza cały region.",
                        related_name="+",
                        to="territory.area",
                        verbose_name="powiaty",
                    ),
                ),
                (
                    "publisher_type",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "nabór",
                "verbose_name_plural": "nabory",
                "ordering": ["closes_on", "pk"],
                "indexes": [
                    models.Index(fields=["state", "closes_on"], name="call_by_term"),
                    models.Index(
                        fields=["publisher_type", "publisher_id"], name="call_of_publisher"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["topics"], name="call_by_topic"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="call_closes_after_opening",
                        violation_error_message="Ostatni dzień naboru nie może być przed pierwszym.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CallDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="dodano")),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="pages.call",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "dokument naboru",
                "verbose_name_plural": "dokumenty naborów",
                "ordering": ["call", "added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CallReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="dni przed końcem")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="pages.call",
                    ),
                ),
            ],
            options={
                "verbose_name": "przypomnienie o naborze",
                "verbose_name_plural": "przypomnienia o naborach",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("call", "days"), name="one_call_reminder_per_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="News",
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
                        editable=False, max_length=120, unique=True, verbose_name="adres"
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        help_text="Jedno lub dwa zdania, widoczne na listach.",
                        max_length=400,
                        verbose_name="streszczenie",
                    ),
                ),
                ("text", models.TextField(max_length=30000, verbose_name="treść")),
                ("publisher_id", models.BigIntegerField(editable=False, null=True)),
                (
                    "publisher_name",
                    models.CharField(editable=False, max_length=300, verbose_name="kto publikuje"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("proposed", "czeka na moderatora"),
                            ("published", "opublikowane"),
                            ("refused", "do poprawy"),
                            ("withdrawn", "wycofane"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "state_reason",
                    models.TextField(blank=True, editable=False, verbose_name="uzasadnienie"),
                ),
                (
                    "publish_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        help_text="Opublikowany tekst pojawi się dopiero w tej chwili.",
                        verbose_name="widoczne od",
                    ),
                ),
                (
                    "announced_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="powiadomiono"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "picture_text",
                    models.CharField(blank=True, max_length=300, verbose_name="opis zdjęcia"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        blank=True,
                        help_text="Puste oznacza cały region.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.area",
                        verbose_name="powiat",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                        verbose_name="zdjęcie",
                    ),
                ),
                (
                    "publisher_type",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pages.newscategory",
                        verbose_name="kategoria",
                    ),
                ),
            ],
            options={
                "verbose_name": "aktualność",
                "verbose_name_plural": "aktualności",
                "ordering": ["-publish_at", "-pk"],
                "indexes": [
                    models.Index(fields=["state", "-publish_at"], name="news_newest"),
                    models.Index(
                        fields=["category", "state", "-publish_at"], name="news_of_category"
                    ),
                    models.Index(
                        fields=["publisher_type", "publisher_id"], name="news_of_publisher"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("picture", None),
                            models.Q(("picture_text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="news_picture_described",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicationChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject_id", models.BigIntegerField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("proposed", "czeka na moderatora"),
                            ("published", "opublikowane"),
                            ("refused", "do poprawy"),
                            ("withdrawn", "wycofane"),
                        ],
                        max_length=10,
                        verbose_name="z",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("draft", "szkic"),
                            ("proposed", "czeka na moderatora"),
                            ("published", "opublikowane"),
                            ("refused", "do poprawy"),
                            ("withdrawn", "wycofane"),
                        ],
                        max_length=10,
                        verbose_name="na",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="uzasadnienie")),
                ("changed_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
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
                    "subject_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana publikacji",
                "verbose_name_plural": "zmiany publikacji",
                "ordering": ["changed_at", "pk"],
                "indexes": [
                    models.Index(fields=["subject_type", "subject_id"], name="publication_changes")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReaderLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="imię i nazwisko")),
                ("email", models.EmailField(max_length=254, verbose_name="adres e-mail")),
                ("subject", models.CharField(max_length=200, verbose_name="temat")),
                ("text", models.TextField(max_length=10000, verbose_name="treść")),
                ("submission_key", models.UUIDField(editable=False, unique=True)),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="wysłano")),
                ("is_answered", models.BooleanField(default=False, verbose_name="załatwione")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "list od czytelnika",
                "verbose_name_plural": "listy od czytelników",
                "ordering": ["-sent_at"],
                "indexes": [models.Index(fields=["is_answered", "-sent_at"], name="letter_queue")],
            },
        ),
    ]
