import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Questionnaire",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=60, unique=True, verbose_name="klucz")),
                (
                    "title",
                    models.CharField(db_collation="pl-x-icu", max_length=200, verbose_name="tytuł"),
                ),
                (
                    "owner_id",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="właściciel"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="założono")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto założył",
                    ),
                ),
                (
                    "owner_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "kwestionariusz",
                "verbose_name_plural": "kwestionariusze",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["owner_type", "owner_id"], name="questionnaire_owner")
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="inne języki")),
                ("number", models.PositiveIntegerField(verbose_name="numer")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "szkic"), ("published", "opublikowana")],
                        default="draft",
                        max_length=9,
                        verbose_name="stan",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="Po co pytamy, ile to zajmie i co zrobimy z odpowiedziami.",
                        max_length=5000,
                        verbose_name="wstęp",
                    ),
                ),
                (
                    "thanks",
                    models.TextField(
                        blank=True,
                        help_text="Pokażemy je po wysłaniu odpowiedzi.",
                        max_length=2000,
                        verbose_name="podziękowanie",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="utworzono")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="opublikowano"),
                ),
                (
                    "questionnaire",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="surveys.questionnaire",
                        verbose_name="kwestionariusz",
                    ),
                ),
            ],
            options={
                "verbose_name": "wersja kwestionariusza",
                "verbose_name_plural": "wersje kwestionariuszy",
                "ordering": ["questionnaire", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("questionnaire", "number"), name="questionnaire_version_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")),
                        fields=("questionnaire",),
                        name="one_draft_of_questionnaire",
                        violation_error_message="Ten kwestionariusz ma już szkic nowej wersji.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"), ("published_at__isnull", False), _connector="XOR"
                        ),
                        name="questionnaire_version_published_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Survey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tytuł")),
                (
                    "owner_id",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="właściciel"
                    ),
                ),
                (
                    "respondent_kind",
                    models.CharField(default="person", max_length=24, verbose_name="kto odpowiada"),
                ),
                ("opens_at", models.DateTimeField(verbose_name="początek")),
                (
                    "closes_at",
                    models.DateTimeField(
                        help_text="Od tej chwili odpowiedzi nie są przyjmowane.",
                        verbose_name="koniec",
                    ),
                ),
                (
                    "results_published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="wyniki ogłoszono"),
                ),
                (
                    "conclusions",
                    models.TextField(
                        blank=True,
                        help_text="Co wynika z odpowiedzi i co z tym zrobicie. Stoi nad wynikami.",
                        max_length=10000,
                        verbose_name="wnioski",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="założono")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zmieniono")),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto założył",
                    ),
                ),
                (
                    "owner_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="surveys",
                        to="surveys.version",
                        verbose_name="kwestionariusz",
                    ),
                ),
            ],
            options={
                "verbose_name": "ankieta",
                "verbose_name_plural": "ankiety",
                "ordering": ["-closes_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["owner_type", "owner_id", "-closes_at"], name="survey_owner"
                    ),
                    models.Index(fields=["-closes_at", "-id"], name="survey_newest"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="survey_moments_in_order",
                        violation_error_message="Koniec ankiety musi być po jej początku.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("respondent", models.CharField(max_length=80, verbose_name="kto odpowiada")),
                (
                    "respondent_name",
                    models.CharField(blank=True, max_length=300, verbose_name="nazwa"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "w trakcie"), ("submitted", "wysłana")],
                        default="draft",
                        max_length=9,
                        verbose_name="stan",
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, verbose_name="odpowiedzi")),
                (
                    "facts",
                    models.JSONField(blank=True, default=dict, verbose_name="o odpowiadającym"),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zaczęto")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="zapisano")),
                (
                    "submitted_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="wysłano"),
                ),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="przypomniano"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="survey_responses",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto wypełnia",
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="surveys.survey",
                        verbose_name="ankieta",
                    ),
                ),
            ],
            options={
                "verbose_name": "odpowiedź",
                "verbose_name_plural": "odpowiedzi",
                "ordering": ["survey", "pk"],
                "indexes": [
                    models.Index(fields=["survey", "state", "id"], name="response_by_state"),
                    models.Index(fields=["user", "-updated_at"], name="response_by_user"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("survey", "respondent"), name="one_response_of_respondent"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draft"), ("submitted_at__isnull", False), _connector="XOR"
                        ),
                        name="submitted_response_has_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question_key", models.CharField(max_length=40, verbose_name="pytanie")),
                ("tag", models.CharField(max_length=60, verbose_name="etykieta")),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to="surveys.response",
                        verbose_name="odpowiedź",
                    ),
                ),
            ],
            options={
                "verbose_name": "etykieta odpowiedzi",
                "verbose_name_plural": "etykiety odpowiedzi",
                "ordering": ["tag"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("response", "question_key", "tag"), name="answer_tagged_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonalLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "respondent",
                    models.CharField(
                        blank=True,
                        help_text="Puste: osoba z odnośnikiem.",
                        max_length=80,
                        verbose_name="kto odpowiada",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="nazwa")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="adres e-mail"),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("pl", "Polski"), ("en", "English"), ("de", "Deutsch")],
                        default="pl",
                        max_length=2,
                        verbose_name="język",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="zaproszono")),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="przypomniano"),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="surveys.survey",
                        verbose_name="ankieta",
                    ),
                ),
            ],
            options={
                "verbose_name": "osobisty odnośnik",
                "verbose_name_plural": "osobiste odnośniki",
                "ordering": ["survey", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True),
                        fields=("survey", "email"),
                        name="one_survey_link_of_address",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="inne języki")),
                ("position", models.PositiveIntegerField(verbose_name="kolejność")),
                ("title", models.CharField(max_length=200, verbose_name="tytuł części")),
                (
                    "description",
                    models.TextField(blank=True, max_length=2000, verbose_name="objaśnienie"),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="surveys.version",
                        verbose_name="wersja",
                    ),
                ),
            ],
            options={
                "verbose_name": "część kwestionariusza",
                "verbose_name_plural": "części kwestionariusza",
                "ordering": ["version", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="inne języki")),
                ("position", models.PositiveIntegerField(verbose_name="kolejność")),
                (
                    "key",
                    models.CharField(
                        help_text="Po kluczu porównujemy odpowiedzi z kolejnych edycji, np. lokal.",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+(_[a-z0-9]+)*$",
                                "Użyj małych liter bez polskich znaków, cyfr i pojedynczych podkreśleń.",
                            )
                        ],
                        verbose_name="klucz",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("single", "jeden wybór"),
                            ("multiple", "wiele wyborów"),
                            ("yes_no", "tak lub nie"),
                            ("scale", "skala"),
                            ("matrix", "tabela ocen"),
                            ("ranking", "ustawienie w kolejności"),
                            ("number", "liczba"),
                            ("date", "data"),
                            ("short_text", "krótki tekst"),
                            ("long_text", "długi tekst"),
                            ("consent", "zgoda"),
                        ],
                        max_length=10,
                        verbose_name="rodzaj",
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="pytanie")),
                (
                    "help_text",
                    models.CharField(blank=True, max_length=500, verbose_name="podpowiedź"),
                ),
                (
                    "is_required",
                    models.BooleanField(default=False, verbose_name="odpowiedź jest wymagana"),
                ),
                (
                    "options",
                    models.JSONField(blank=True, default=list, verbose_name="odpowiedzi do wyboru"),
                ),
                ("rows", models.JSONField(blank=True, default=list, verbose_name="wiersze tabeli")),
                (
                    "has_other",
                    models.BooleanField(default=False, verbose_name="można dopisać inną odpowiedź"),
                ),
                ("lowest", models.IntegerField(blank=True, null=True, verbose_name="od")),
                ("highest", models.IntegerField(blank=True, null=True, verbose_name="do")),
                (
                    "lowest_label",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="co znaczy najniższa ocena"
                    ),
                ),
                (
                    "highest_label",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="co znaczy najwyższa ocena"
                    ),
                ),
                (
                    "most_choices",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="najwyżej ile wyborów"
                    ),
                ),
                (
                    "shown_if_key",
                    models.CharField(blank=True, max_length=40, verbose_name="pokaż, gdy pytanie"),
                ),
                (
                    "shown_if_values",
                    models.JSONField(blank=True, default=list, verbose_name="ma odpowiedź"),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="surveys.section",
                        verbose_name="część",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="surveys.version",
                        verbose_name="wersja",
                    ),
                ),
            ],
            options={
                "verbose_name": "pytanie",
                "verbose_name_plural": "pytania",
                "ordering": ["version", "section__position", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "key"),
                        name="question_key_once_in_version",
                        violation_error_message="Ten klucz ma już inne pytanie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lowest__isnull", True),
                            ("highest__isnull", True),
                            ("lowest__lt", models.F("highest")),
                            _connector="OR",
                        ),
                        name="question_range_in_order",
                        violation_error_message="„Od” musi być mniejsze niż „do”.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="refuse_late_response",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'INSERT' OR (OLD.answers, OLD.state) IS DISTINCT FROM (NEW.answers, NEW.state) THEN\n        PERFORM 1 FROM surveys_survey\n            WHERE id = NEW.survey_id\n                AND opens_at <= clock_timestamp() AND closes_at > clock_timestamp()\n            FOR SHARE;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'survey % takes no answers', NEW.survey_id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'response_in_time';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="bf1d0259509a88a615b7418995d73011c555ac94",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_refuse_late_response_10981",
                    table="surveys_response",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="version",
            trigger=pgtrigger.compiler.Trigger(
                name="published_never_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'published')",
                    func="\n    RAISE EXCEPTION 'version % is published', OLD.id\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n",
                    hash="3cfbe8cfe30d36d0c00b9b1f0702fd151fb3d995",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_published_never_changes_c821b",
                    table="surveys_version",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_when_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM surveys_version\n        WHERE id IN (NEW.version_id) AND state = 'published'\n    ) THEN\n        RAISE EXCEPTION 'the version is published'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n    END IF;\n    RETURN NEW;\n",
                    hash="4859b48dc2d0fd388b79e0b61adc4bd03a89dd19",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_fixed_when_published_828c7",
                    table="surveys_section",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_when_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM surveys_version\n        WHERE id IN (OLD.version_id) AND state = 'published'\n    ) THEN\n        RAISE EXCEPTION 'the version is published'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n    END IF;\n    RETURN OLD;\n",
                    hash="07928040eb95766335ad1a0045f28896599b1a19",
                    operation="DELETE",
                    pgid="pgtrigger_kept_when_published_8e512",
                    table="surveys_section",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="not_taken_from_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM surveys_version\n        WHERE id IN (OLD.version_id) AND state = 'published'\n    ) THEN\n        RAISE EXCEPTION 'the version is published'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n    END IF;\n    RETURN NEW;\n",
                    hash="b8ca8e168e00b9ddf56bdf7a2d41352ad3b5b0a7",
                    operation="UPDATE",
                    pgid="pgtrigger_not_taken_from_published_2af26",
                    table="surveys_section",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="fixed_when_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM surveys_version\n        WHERE id IN (NEW.version_id) AND state = 'published'\n    ) THEN\n        RAISE EXCEPTION 'the version is published'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n    END IF;\n    RETURN NEW;\n",
                    hash="dbbb2a371ccaa18428be7913a3d4eea4d2cf468d",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_fixed_when_published_81e3a",
                    table="surveys_question",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_when_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM surveys_version\n        WHERE id IN (OLD.version_id) AND state = 'published'\n    ) THEN\n        RAISE EXCEPTION 'the version is published'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n    END IF;\n    RETURN OLD;\n",
                    hash="fd58336fa074797e15b17333d15917646486fe4a",
                    operation="DELETE",
                    pgid="pgtrigger_kept_when_published_17a0d",
                    table="surveys_question",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="not_taken_from_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM surveys_version\n        WHERE id IN (OLD.version_id) AND state = 'published'\n    ) THEN\n        RAISE EXCEPTION 'the version is published'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_fixed';\n    END IF;\n    RETURN NEW;\n",
                    hash="99639edbd3aeaf1bb987e220eede57b9e7a2220a",
                    operation="UPDATE",
                    pgid="pgtrigger_not_taken_from_published_de233",
                    table="surveys_question",
                    when="BEFORE",
                ),
            ),
        ),
    ]
