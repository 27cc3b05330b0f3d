import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_best_bets")]

    operations = [
        migrations.AddField(
            model_name="searchdocument",
            name="ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="ostatni dzień"),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="found_since",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False, verbose_name="w indeksie od"
            ),
        ),
        migrations.AddIndex(
            model_name="searchdocument",
            index=models.Index(fields=["found_since"], name="document_found_since"),
        ),
        migrations.CreateModel(
            name="KeptSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(max_length=200, verbose_name="słowa")),
                ("kind", models.CharField(blank=True, max_length=40, verbose_name="rodzaj")),
                ("county", models.CharField(blank=True, max_length=4, verbose_name="powiat")),
                ("topic", models.CharField(blank=True, max_length=20, verbose_name="dziedzina")),
                (
                    "checked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="sprawdzono",
                    ),
                ),
            ],
            options={
                "verbose_name": "wyszukiwanie",
                "verbose_name_plural": "wyszukiwania",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("words", "kind", "county", "topic"), name="kept_search_once"
                    )
                ],
            },
        ),
    ]
