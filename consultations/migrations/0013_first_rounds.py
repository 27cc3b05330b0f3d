"""Every consultation that exists is in its first round; results that are out stay out."""

from django.db import migrations

FIRST_ROUNDS = """
    INSERT INTO consultations_consultationround
        (consultation_id, number, opens_on, closes_on, opens_at, closes_at, results_at)
    SELECT c.id, 1, c.opens_on, c.closes_on, c.opens_at, c.closes_at,
        (SELECT max(s.changed_at) FROM consultations_stagechange s
         WHERE s.consultation_id = c.id AND s.target = 'published')
    FROM consultations_consultation c
    ON CONFLICT (consultation_id, number) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("consultations", "0012_rounds_meetings_council_texts")]

    operations = [migrations.RunSQL(FIRST_ROUNDS, migrations.RunSQL.noop)]
