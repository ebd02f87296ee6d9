"""One DynamoDB client for a container: making one costs as much as several requests, and pynamodb makes one a table."""

from typing import Any

from pynamodb.connection import Connection

from .items import HistoryItem, MainItem, SessionItem


class SharedConnection(Connection):
    """A connection in the installation's own session, which the models use too."""

    def __init__(self, session: Any) -> None:
        super().__init__()
        self._shared_session = session

    @property
    def session(self) -> Any:
        """Where clients come from."""
        return self._shared_session

    def serve_models(self) -> None:
        """Make the models of the tables, already named, go through this connection."""
        for model in (MainItem, HistoryItem, SessionItem):
            table = model._get_connection()
            self.add_meta_table(table.get_meta_table())
            table.connection = self
