"""The logo and gallery of a profile."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from documents.storing import delete_stored_file, store_upload
from documents.uploads import CheckedUpload
from organizations.domain.errors import DirectoryError
from organizations.models import Organization, OrganizationPicture

MOST_PICTURES = 12


class TooManyPictures(DirectoryError):
    """The gallery is full."""

    message = _("Galeria mieści 12 zdjęć. Usuń któreś.")


@transaction.atomic
def add_picture(
    organization: Organization, picture: OrganizationPicture, *, upload: CheckedUpload, by: User
) -> OrganizationPicture:
    """Keep an unsaved picture; a new logo takes the place of the old one."""
    # The profile's lock makes two uploads at once count each other.
    Organization.objects.select_for_update().get(pk=organization.pk)
    pictures = organization.pictures.select_related("file")
    if picture.is_logo:
        for old in pictures.filter(is_logo=True):
            remove_picture(old)
    elif pictures.filter(is_logo=False).count() >= MOST_PICTURES:
        raise TooManyPictures
    picture.organization = organization
    picture.file = store_upload(upload, uploaded_by=by, is_public=True)
    picture.save()
    _note_change(organization.pk)
    return picture


@transaction.atomic
def remove_picture(picture: OrganizationPicture) -> None:
    """Take a picture away with its file."""
    stored = picture.file
    picture.delete()
    delete_stored_file(stored)
    _note_change(picture.organization_id)


def _note_change(organization_id: int) -> None:
    """Remembered pages of the profile end with the moment of its last change."""
    Organization.objects.filter(pk=organization_id).update(updated_at=timezone.now())
