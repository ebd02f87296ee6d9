"""Which pages are read by OCR (DOC-08): those whose own text is missing, of no use, or beside a picture of more."""

from collections.abc import Iterable, Mapping, Sequence

from .extraction import PAGES_AT_A_TIME, PageText

#: Fewer letters than this are a folio or a stamp, not a page's text.
_FEW = 20
#: A page that is mostly a picture: so many letters are a stamp printed over a scan.
_STAMPED = 400
_MOSTLY_PICTURE = 0.5
#: Share of signs that stand for no letter, past which the file's own text is of no use.
_GARBLED = 0.3
#: Below it, what was recognized is noise.
LEAST_CONFIDENCE = 30
PAGE_END = "\f"


def needs_recognition(page: PageText) -> bool:
    """Whether there is more on the page than its own text says."""
    letters = [sign for sign in page.text if not sign.isspace()]
    if not page.drawn:
        return False
    if len(letters) < _FEW:
        return True
    garbled = sum(1 for sign in letters if sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign < " ")
    if garbled > _GARBLED * len(letters):
        return True
    return page.picture >= _MOSTLY_PICTURE and len(letters) < _STAMPED


def batches(pages: Iterable[int]) -> list[list[int]]:
    """The pages, a handful for each worker."""
    every = sorted(pages)
    return [every[at : at + PAGES_AT_A_TIME] for at in range(0, len(every), PAGES_AT_A_TIME)]


def better(own: PageText, recognized: PageText) -> PageText:
    """The text to keep of a page that was read both ways: its own letters are sure, where they are all there is."""
    if recognized.confidence < LEAST_CONFIDENCE:
        return own
    return recognized if len(recognized.text.split()) >= len(own.text.split()) else own


def joined(pages: Sequence[PageText] | Mapping[int, PageText]) -> str:
    """The whole text, pages apart by form feeds, as text files have always had them."""
    every = [pages[number] for number in sorted(pages)] if isinstance(pages, Mapping) else pages
    return PAGE_END.join(page.text.strip().replace(PAGE_END, "\n") for page in every)
