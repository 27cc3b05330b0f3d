"""The delivered questionnaire, loaded with the schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from quality_index.domain.questionnaires import add_version, publish_version
from quality_index.imports.questionnaire import read_questionnaire
from quality_index.models import QuestionnaireVersion

DELIVERED = Path(__file__).parent / "data" / "lijw_1.yaml"


def load_delivered_questionnaire() -> None:
    """Version 1, unless it is there; what was published stays as it is."""
    if QuestionnaireVersion.objects.filter(number=1).exists():
        return
    text = read_questionnaire(DELIVERED.read_bytes(), is_sheet=False)
    publish_version(add_version(text, number=1))


def load_after_migrate(using: str = "default", apps: Any = None, **kwargs: Any) -> None:
    """Signal handler of ``post_migrate``; see the one of organizations."""
    known = apps is None or "questionnaireversion" in apps.all_models["quality_index"]
    if using == "default" and known:
        load_delivered_questionnaire()
