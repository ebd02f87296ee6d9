"""Chooses the adapters of what operators do to tenants: their function's, and the command's."""

from zoneinfo import ZoneInfo

from chalicelib.adapters.dynamodb import addresses
from chalicelib.adapters.dynamodb.keys import INSTALLATION
from chalicelib.adapters.dynamodb.operator_work import DynamoOperatorWork, operators_history
from chalicelib.application.tenants.ports import Operating
from chalicelib.composition import Installation


def operating(place: Installation) -> Operating:
    """The outside of an operator's act. What it writes of its own stands under a name that no tenant has."""
    zone = ZoneInfo("UTC")
    return Operating(
        begin=lambda operation: DynamoOperatorWork(place.connection, INSTALLATION, operation, place.now(), zone),
        places=addresses.places,
        history=operators_history,
        forget=addresses.forget,
        now=place.now,
    )
