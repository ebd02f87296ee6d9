"""The counters of a unit's inbox, as the inbox reads them."""

from collections.abc import Mapping

from pynamodb.connection import Connection

from chalicelib.adapters.dynamodb.reader import DynamoReader


def inbox_counters(connection: Connection, tenant: str, unit: str, user: str) -> Mapping[str, int]:
    """Without the arrangement that comes along."""
    return DynamoReader(connection, tenant).counters(unit, user)[0]
