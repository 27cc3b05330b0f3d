"""The catalogue: each dataset with its newest files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from open_data.datasets import Dataset, registered_datasets
from open_data.models import BulkFile

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class CatalogueEntry:
    """A dataset with what can be downloaded now."""

    dataset: Dataset
    files: list[BulkFile]

    @property
    def made_at(self) -> datetime | None:
        """When its files were made; None before the first night."""
        return max((file.made_at for file in self.files), default=None)

    @property
    def api_url(self) -> str:
        """Where the API shows the same."""
        return f"{api_root()}{self.dataset.api_path}"

    @property
    def page_url(self) -> str:
        """Its place on the page of the catalogue."""
        return f"{absolute('open_data:catalogue')}#{self.dataset.key}"


def entries() -> list[CatalogueEntry]:
    """The whole catalogue in one query."""
    files: dict[str, list[BulkFile]] = {}
    for file in BulkFile.objects.all():
        files.setdefault(file.dataset, []).append(file)
    return [CatalogueEntry(item, files.get(item.key, [])) for item in registered_datasets()]


def api_root() -> str:
    """The address with which all addresses of the API begin."""
    return absolute("api-v1:api-root").rstrip("/")


def absolute(name: str, *args: str) -> str:
    """The full address of a named page."""
    return f"{settings.BASE_URL}{reverse(name, args=args)}"
