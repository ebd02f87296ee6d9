"""Whose each CPF is, so that a person is found by it; the register of users keeps it from the first change on."""

from chalicelib.domain.identity import User

from . import keys
from .items import MainItem


def keep_taxpayer(user: User) -> None:
    """For users that are loaded from a city's folder, past the register."""
    if user.taxpayer:
        MainItem(*keys.taxpayer(user.tenant, user.taxpayer), body=user.id).save()
