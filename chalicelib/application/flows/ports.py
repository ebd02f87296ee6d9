"""What publishing flows needs from outside. Of ONE tenant."""

from typing import Any, Protocol


class FlowPress(Protocol):
    """Who reads what was written and makes machines of it."""

    def read(self, text: str) -> Any:
        """The text as plain data. Raises InvalidRequest."""

    def told(self, code: str, version: int) -> None:
        """Ask for the version's machine; what fails here is found by the hourly round."""
