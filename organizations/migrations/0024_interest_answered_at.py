from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0023_deputations")]

    operations = [
        migrations.AddField(
            model_name="partnershipinterest",
            name="answered_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="odpowiedziano"
            ),
        ),
    ]
