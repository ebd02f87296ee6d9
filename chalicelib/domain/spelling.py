"""When two names are the same to who reads them: without case, accents or doubled spaces."""

import unicodedata


def plain(text: str) -> str:
    """Lower case without accents, single spaces."""
    parts = unicodedata.normalize("NFKD", " ".join(text.split()).casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


def same_name(one: str, other: str) -> bool:
    """Whether a reader would take them for the same."""
    return plain(one) == plain(other)
