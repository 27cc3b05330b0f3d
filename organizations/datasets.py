"""The directory as open data."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from open_data.datasets import Dataset, Record, register_dataset
from open_data.public_api import EVERYBODY, register_router
from open_data.sitemaps import register_sitemap
from organizations import api
from organizations.domain.queries import directory, listed
from organizations.sitemaps import (
    InitiativeSitemap,
    NeedsSitemap,
    OrganizationSitemap,
    PartnershipCallSitemap,
    PublicBodySitemap,
)

CHUNK = 1000
_BODY_COLUMNS = tuple(
    name for name in api.PublicBodyOut.model_fields if name != "plenipotentiaries"
)
_PERSON_COLUMNS = tuple(api.PlenipotentiaryOut.model_fields)


def register_open_data() -> None:
    """Answer in the API, give the whole directory as files, and let engines find it."""
    register_sitemap("organizacje", OrganizationSitemap)
    register_sitemap("urzedy", PublicBodySitemap)
    register_sitemap("potrzeby", NeedsSitemap)
    register_sitemap("inicjatywy", InitiativeSitemap)
    register_sitemap("partnerstwa", PartnershipCallSitemap)
    register_router("/organizations", api.organizations_router, "organizations")
    register_router("/public-bodies", api.bodies_router, "public-bodies")
    register_dataset(
        Dataset(
            key="organizations",
            title=_("Organizacje pozarządowe"),
            description=_(
                "Spis organizacji: nazwa, forma prawna, numery rejestrowe, status OPP, sfery "
                "pożytku publicznego, siedziba i kontakt."
            ),
            keywords=(_("organizacje pozarządowe"), _("pożytek publiczny")),
            columns=tuple(api.OrganizationOut.model_fields),
            records=_organizations,
            api_path="/organizations",
        )
    )
    register_dataset(
        Dataset(
            key="public-bodies",
            title=_("Urzędy"),
            description=_("Urzędy województwa, powiatów i gmin z danymi do kontaktu."),
            keywords=(_("samorząd"), _("urzędy")),
            columns=_BODY_COLUMNS,
            records=_bodies,
            api_path="/public-bodies",
        )
    )
    register_dataset(
        Dataset(
            key="plenipotentiaries",
            title=_("Pełnomocnicy do spraw organizacji pozarządowych"),
            description=_(
                "Kto pełni tę funkcję w którym urzędzie, od kiedy i jak się skontaktować."
            ),
            keywords=(_("pełnomocnicy"), _("współpraca")),
            columns=("public_body", "public_body_name", *_PERSON_COLUMNS),
            records=_plenipotentiaries,
            api_path="/public-bodies",
        )
    )


def _organizations() -> Iterator[Record]:
    rows = listed(directory(EVERYBODY)).order_by("pk")
    return (api.describe_organization(row) for row in rows.iterator(chunk_size=CHUNK))


def _bodies() -> Iterator[Record]:
    for row in api.visible_bodies():
        described = api.describe_body(row)
        yield {name: described[name] for name in _BODY_COLUMNS}


def _plenipotentiaries() -> Iterator[Record]:
    for row in api.visible_bodies():
        for person in row.current_people:
            body = {"public_body": row.slug, "public_body_name": row.name}
            yield body | api.describe_person(person)
