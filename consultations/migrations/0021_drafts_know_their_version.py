"""A draft of a remark names the version that was read; until now it was the text in force."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Q, Subquery


def name_versions(apps, schema_editor):
    drafts = apps.get_model("consultations", "RemarkDraft").objects
    consultations = apps.get_model("consultations", "Consultation").objects
    in_force = consultations.filter(pk=OuterRef("consultation")).values("current_version")
    drafts.exclude(eid="").update(version=Subquery(in_force))


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0020_report_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="remarkdraft", name="one_remark_draft_per_unit"),
        migrations.AddField(
            model_name="remarkdraft",
            name="version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="consultations.draftversion",
                verbose_name="wersja projektu",
            ),
        ),
        migrations.RunPython(name_versions, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="remarkdraft",
            constraint=models.UniqueConstraint(
                fields=("user", "consultation", "eid", "version"),
                name="one_remark_draft_per_place",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="remarkdraft",
            constraint=models.CheckConstraint(
                condition=~Q(eid="") | Q(version__isnull=True),
                name="whole_remark_draft_any_version",
            ),
        ),
    ]
