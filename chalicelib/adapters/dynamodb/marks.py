"""Marks on documents, each one conditional update."""

from chalicelib.domain.document import Document
from chalicelib.domain.version import Rendition

from . import keys, records
from .items import MainItem


class DynamoMarks:
    """Implements ``application.ports.Marks`` for one tenant."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def seen(self, document: Document) -> None:
        """The pen turns black, unless the text changed meanwhile (DOC-11)."""
        pk, sk = keys.document(self._tenant, document.process, document.id)
        records.update_if(MainItem(pk, sk), [MainItem.seen.set(True)], MainItem.n == document.revision)

    def rendered(self, rendition: Rendition) -> None:
        """Keep where the PDF is, unless a newer one is there."""
        pk, sk = keys.rendition(self._tenant, rendition.process, rendition.document)
        actions = [MainItem.body.set(records.encode(rendition)), MainItem.n.set(rendition.revision)]
        records.update_if(
            MainItem(pk, sk), actions, MainItem.n.does_not_exist() | (MainItem.n <= rendition.revision)
        )
