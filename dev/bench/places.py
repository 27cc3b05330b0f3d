"""Where the benchmark's things lie; imported after Django is set up."""

from django.db.models import QuerySet

from territory.models import Area


def gminas() -> QuerySet[Area]:
    """Gminas with their counties, in order; those invented for the index lie in none."""
    rows = Area.objects.gminas().filter(parent__isnull=False)
    return rows.select_related("parent").order_by("teryt")
