"""How a reading ends early."""


class TextUnavailable(Exception):
    """``reason`` is a code of ``extraction_reasons``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
