"""Sums of money of documents, in hundredths of a real (DOC-01, DOC-02)."""

import re

#: Up to a trillion: more is a slip of the keyboard.
_WRITTEN = re.compile(r"[0-9]{1,12}\.[0-9]{2}")


def read_amount(written: str) -> int:
    """From ``1234.50``. Raises ValueError for what is written otherwise."""
    if not _WRITTEN.fullmatch(written):
        raise ValueError(written)
    return int(written.replace(".", ""))


def written_amount(amount: int) -> str:
    """As programs write it: ``1234.50``."""
    return f"{amount // 100}.{amount % 100:02d}"


def shown_amount(amount: int) -> str:
    """As a Brazilian reader expects it: ``R$ 1.234,50``."""
    return f"R$ {amount // 100:,}".replace(",", ".") + f",{amount % 100:02d}"
