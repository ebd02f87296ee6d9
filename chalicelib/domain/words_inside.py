"""Looking for words inside one process: in what its tree says of a document, and in what the document says (PRO-20)."""

import re
import unicodedata
from collections.abc import Sequence

from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.word_index import plain_words

#: Fewer letters or digits than this, in all, would find almost everything.
FEWEST_SIGNS = 2
_ACCENTS = re.compile("[\u0300-\u036f]+")


def wanted_words(words: str) -> Sequence[str]:
    """The words to look for. Raises InvalidRequest ``words`` when they have fewer than two letters or digits."""
    wanted = tuple(dict.fromkeys(plain_words(words)))
    if len("".join(wanted)) < FEWEST_SIGNS:
        raise InvalidRequest(FieldError("words", "too_short", "Escreva ao menos duas letras ou algarismos."))
    return wanted


def in_tree(document: Document) -> str:
    """What anybody who sees the line of the tree may look for: number, title, unit and author."""
    return "\n".join((document.number, document.title, document.unit.acronym, document.author.name))


def in_card(document: Document) -> str:
    """What only a reader of the document may look for besides: who signed, who it is to and from, its description."""
    metadata = document.metadata
    named = (*metadata.interested_parties, *metadata.addressees, *filter(None, (metadata.sender,)))
    return "\n".join(
        (
            metadata.description,
            metadata.external_number,
            document.file.name if document.file else "",
            *(signature.signer.name for signature in document.signatures),
            *(one.name for one in named),
        )
    )


def has_content(document: Document) -> bool:
    """A cancelled document keeps its line only (features.md §1.2)."""
    return document.state is not DocumentState.CANCELLED


def answers(wanted: Sequence[str], *texts: str) -> bool:
    """Whether every word looked for begins some word of the texts."""
    folded = [_folded(text) for text in texts]
    return all(any(re.search(rf"(?<![^\W_]){re.escape(word)}", text) for text in folded) for word in wanted)


def _folded(text: str) -> str:
    """Without accents or capitals; a text of thousands of pages in one pass."""
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text)).casefold()
