from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_best_bets")]

    operations = [
        migrations.AddField(
            model_name="searchdocument",
            name="ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="ostatni dzień"),
        ),
    ]
