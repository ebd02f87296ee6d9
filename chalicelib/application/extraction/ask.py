"""Ask for the text of a document's file, or for it again (DOC-08)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ExtractionKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.document import File
from chalicelib.domain.errors import Refused
from chalicelib.domain.extraction import Extraction, ExtractionState, ask_again, begin
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def ask_extraction(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str
) -> Reply:
    """-> ``{"state"}``. Raises NotFound, Forbidden, Refused ``extraction_under_way``, ``extraction_final``."""

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(process_id), DocumentKey(process_id, document_id))
        _, document = allow_on_document(actor, Action.DOCUMENT_EXTRACT_TEXT, *loaded)
        if document.file is None:
            raise Refused("no_file", "Este documento foi escrito no sistema: o texto está na própria página.")
        (before,) = work.load(ExtractionKey(document.file.sha256))
        begun = _begun(ports, document.file, before)
        work.put_extraction(before, begun)
        return {"state": begun.state.value, "sha256": begun.sha256, "attempt": begun.attempt}

    reply = transact(lambda: ports.begin(operation), attempt)
    if reply["state"] == ExtractionState.WAITING.value:
        ports.extractions.start(str(reply["sha256"]), int(reply["attempt"]))
    return {"state": reply["state"]}


def _begun(ports: Ports, file: File, before: Extraction | None) -> Extraction:
    if before is not None:
        return ask_again(before, ports.now())
    return begin(file.sha256, file.key, file.media_type, file.size, ports.now())
