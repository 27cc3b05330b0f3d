import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
        ("documents", "0002_publicity_and_constraints"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
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
                    "description",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="o czym tu rozmawiamy"
                    ),
                ),
                (
                    "readers",
                    models.CharField(
                        choices=[("everybody", "wszyscy"), ("members", "zalogowani")],
                        default="everybody",
                        max_length=10,
                        verbose_name="kto czyta",
                    ),
                ),
                (
                    "is_closed",
                    models.BooleanField(
                        default=False,
                        help_text="Można czytać, nie można pisać.",
                        verbose_name="zamknięta",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=100, verbose_name="kolejność"),
                ),
            ],
            options={
                "verbose_name": "kategoria forum",
                "verbose_name_plural": "kategorie forum",
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=100, verbose_name="formularz")),
                ("url", models.CharField(max_length=300, verbose_name="adres formularza")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="temat")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="treść")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zapisano")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="post_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "szkic wpisu",
                "verbose_name_plural": "szkice wpisów",
                "indexes": [models.Index(fields=["updated_at"], name="post_draft_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "place"), name="one_post_draft_per_form"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="numer")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="treść")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("visible", "widoczny"),
                            ("hidden", "ukryty przez moderatora"),
                            ("deleted", "usunięty przez autora"),
                        ],
                        default="visible",
                        max_length=8,
                        verbose_name="stan",
                    ),
                ),
                ("state_reason", models.TextField(blank=True, verbose_name="powód ukrycia")),
                ("submission_key", models.UUIDField(editable=False, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="napisano")),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="zmieniono"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="posts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "reply_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="discussions.post",
                        verbose_name="odpowiedź na",
                    ),
                ),
            ],
            options={
                "verbose_name": "wpis",
                "verbose_name_plural": "wpisy",
                "ordering": ["thread", "number"],
                "indexes": [models.Index(fields=["author", "-created_at"], name="post_of_author")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ModerationDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("hide", "ukrycie"),
                            ("restore", "przywrócenie"),
                            ("dismiss", "oddalenie zgłoszeń"),
                        ],
                        max_length=8,
                        verbose_name="decyzja",
                    ),
                ),
                ("reason", models.TextField(max_length=4000, verbose_name="uzasadnienie")),
                ("decided_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moderation_decisions",
                        to="discussions.post",
                        verbose_name="wpis",
                    ),
                ),
            ],
            options={
                "verbose_name": "decyzja o wpisie",
                "verbose_name_plural": "decyzje o wpisach",
                "ordering": ["decided_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PostAttachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="discussions.post",
                        verbose_name="wpis",
                    ),
                ),
            ],
            options={
                "verbose_name": "załącznik wpisu",
                "verbose_name_plural": "załączniki wpisów",
                "ordering": ["post", "added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PostTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="treść")),
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
                        to="discussions.post",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Thread",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="miejsce"
                    ),
                ),
                ("subject_id", models.BigIntegerField(editable=False, null=True)),
                ("title", models.CharField(max_length=200, verbose_name="temat")),
                (
                    "is_public",
                    models.BooleanField(default=True, editable=False, verbose_name="publiczny"),
                ),
                ("is_locked", models.BooleanField(default=False, verbose_name="zamknięty")),
                ("is_pinned", models.BooleanField(default=False, verbose_name="przypięty")),
                (
                    "is_hidden",
                    models.BooleanField(default=False, editable=False, verbose_name="ukryty"),
                ),
                (
                    "new_post_kind",
                    models.CharField(default="discussions.new_post", editable=False, max_length=80),
                ),
                (
                    "last_number",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="wpisy"),
                ),
                (
                    "last_post_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="ostatni wpis",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="rozpoczęto")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
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
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="threads",
                        to="discussions.category",
                        verbose_name="kategoria",
                    ),
                ),
                (
                    "last_author",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="discussions.thread",
                        verbose_name="połączony z",
                    ),
                ),
                (
                    "solution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="discussions.post",
                        verbose_name="rozwiązanie",
                    ),
                ),
                (
                    "subject_type",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "wątek",
                "verbose_name_plural": "wątki",
                "ordering": ["-last_post_at", "-pk"],
                "permissions": [("moderate_forum", "Może moderować forum")],
                "indexes": [
                    models.Index(
                        condition=models.Q(("merged_into", None)),
                        fields=["category", "-is_pinned", "-last_post_at"],
                        name="thread_of_category",
                    ),
                    models.Index(fields=["-last_post_at"], name="thread_newest"),
                    models.Index(fields=["place", "subject_id"], name="thread_of_subject"),
                    models.Index(fields=["author", "-last_post_at"], name="thread_of_author"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("category__isnull", False), ("place", ""), ("subject_id", None)
                            ),
                            models.Q(
                                ("category", None),
                                models.Q(("place", ""), _negated=True),
                                ("subject_id__isnull", False),
                            ),
                            models.Q(
                                ("category", None),
                                ("is_public", False),
                                ("place", ""),
                                ("subject_id", None),
                            ),
                            _connector="OR",
                        ),
                        name="thread_has_one_home",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("category", None), ("is_public", True), _connector="OR"
                        ),
                        name="forum_thread_is_public",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("place", ""), _negated=True), ("is_public", True)
                        ),
                        fields=("place", "subject_id"),
                        name="one_public_thread_per_subject",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "last_number",
                    models.PositiveIntegerField(default=0, verbose_name="przeczytano do wpisu"),
                ),
                ("read_at", models.DateTimeField(auto_now=True, verbose_name="kiedy")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="read_marks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="read_marks",
                        to="discussions.thread",
                    ),
                ),
            ],
            options={
                "verbose_name": "znacznik przeczytania",
                "verbose_name_plural": "znaczniki przeczytania",
                "indexes": [models.Index(fields=["read_at"], name="read_mark_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "thread"), name="one_read_mark_per_thread"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("joined_at", models.DateTimeField(auto_now_add=True, verbose_name="od kiedy")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="private_talks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="discussions.thread",
                    ),
                ),
            ],
            options={
                "verbose_name": "uczestnik rozmowy",
                "verbose_name_plural": "uczestnicy rozmów",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "thread"), name="participant_once_per_thread"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ThreadChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("pin", "przypięcie"),
                            ("unpin", "odpięcie"),
                            ("lock", "zamknięcie"),
                            ("unlock", "otwarcie"),
                            ("move", "przeniesienie"),
                            ("merge", "połączenie"),
                        ],
                        max_length=8,
                        verbose_name="czynność",
                    ),
                ),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="szczegóły")),
                ("reason", models.TextField(max_length=1000, verbose_name="powód")),
                ("changed_at", models.DateTimeField(auto_now_add=True, verbose_name="kiedy")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="discussions.thread",
                        verbose_name="wątek",
                    ),
                ),
            ],
            options={
                "verbose_name": "zmiana wątku",
                "verbose_name_plural": "zmiany wątków",
                "ordering": ["changed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nazwa w tekście")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="discussions.post",
                    ),
                ),
            ],
            options={
                "verbose_name": "wzmianka",
                "verbose_name_plural": "wzmianki",
                "constraints": [
                    models.UniqueConstraint(fields=("post", "user"), name="one_mention_per_post")
                ],
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="treść odwołania")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "czeka na decyzję"),
                            ("granted", "uwzględnione"),
                            ("denied", "nieuwzględnione"),
                        ],
                        default="open",
                        max_length=8,
                        verbose_name="stan",
                    ),
                ),
                (
                    "decision",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="uzasadnienie decyzji"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="złożono")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="rozstrzygnięto"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto rozstrzygnął",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appeals",
                        to="discussions.post",
                        verbose_name="wpis",
                    ),
                ),
            ],
            options={
                "verbose_name": "odwołanie od ukrycia wpisu",
                "verbose_name_plural": "odwołania od ukrycia wpisów",
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("post",),
                        name="one_open_appeal_per_post",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_at__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="post_appeal_decided_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AbuseReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("offensive", "obraża lub grozi"),
                            ("personal_data", "ujawnia cudze dane osobowe"),
                            ("unlawful", "łamie prawo"),
                            ("spam", "reklama lub spam"),
                            ("other", "inny powód"),
                        ],
                        max_length=16,
                        verbose_name="powód",
                    ),
                ),
                (
                    "details",
                    models.TextField(blank=True, max_length=2000, verbose_name="wyjaśnienie"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "czeka na decyzję"),
                            ("upheld", "zasadne"),
                            ("dismissed", "niezasadne"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zgłoszono")),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="rozstrzygnięto"),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto zgłosił",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="abuse_reports",
                        to="discussions.post",
                        verbose_name="wpis",
                    ),
                ),
            ],
            options={
                "verbose_name": "zgłoszenie wpisu",
                "verbose_name_plural": "zgłoszenia wpisów",
                "ordering": ["created_at", "pk"],
                "indexes": [models.Index(fields=["state", "created_at"], name="post_report_queue")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("post", "reporter"), name="one_post_report_per_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="post_report_decided_with_moment",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="Post",
            name="thread",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="posts",
                to="discussions.thread",
                verbose_name="wątek",
            ),
        ),
        migrations.AddConstraint(
            model_name="Post",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("thread", "number"),
                name="post_number_unique",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "discussions_posttextevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="c408a3c24649b3874c3069be82596ba6e18c73a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_64f52",
                    table="discussions_post",
                    when="AFTER",
                ),
            ),
        ),
    ]
