"""How an examination ends early."""


class FileRefused(Exception):
    """``reason`` is a code of ``upload_reasons``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
