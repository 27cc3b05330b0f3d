"""People for tests of every part."""

from __future__ import annotations

from typing import Any

import factory
from allauth.account.models import EmailAddress

from accounts.models import User

PASSWORD = "haslo-testowe-123"


class UserFactory(factory.django.DjangoModelFactory):
    """A person who can sign in with ``PASSWORD`` and whose address is verified."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"osoba{number}@example.org")
    display_name = factory.Sequence(lambda number: f"Osoba Testowa {number}")
    language = "pl"
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def verified_address(self: User, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """Confirm the address; ``verified_address=False`` leaves it unconfirmed."""
        if create:
            EmailAddress.objects.create(
                user=self, email=self.email, primary=True, verified=extracted is not False
            )


class AdministratorFactory(UserFactory):
    """An administrator of the portal."""

    is_staff = True
    is_superuser = True
