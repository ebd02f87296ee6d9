"""Certifying that a digitized document is what the paper was (DOC-13), and what undoes it.

An authentication is kept as a signature over the file's digest: the same pen, the same freezing (DOC-11).
"""

from dataclasses import replace

from . import history
from .digitization import DIGITIZED
from .document import Document, Pen
from .errors import Conflict, Refused
from .history import Fact
from .signature import Signature
from .signature_stamp import SignatureStamp, signature_runs

# The conformity check by which a body answers for the copy itself; catalogues/README.md names it.
ADMINISTRATIVE = "copia-autenticada-administrativamente"


def authenticate(document: Document, signature: Signature) -> Document:
    """Certify the very file that was read; ``seal`` then binds it to its record.

    Raises Refused ``not_for_authentication`` or ``already_authenticated``, Conflict ``document_changed``.
    """
    check = document.metadata.conformity_check
    if document.metadata.format != DIGITIZED or check is None or check.code != ADMINISTRATIVE:
        raise Refused(
            "not_for_authentication",
            "Só se autentica documento digitalizado nesta unidade, com o tipo de conferência "
            "“Cópia autenticada administrativamente”.",
        )
    if document.file is None or signature.digest != document.file.sha256:
        raise Conflict(
            "document_changed", "O arquivo não é o que você abriu. Leia de novo antes de autenticar."
        )
    if any(made.signer.id == signature.signer.id for made in document.signatures):
        raise Refused("already_authenticated", "Você já autenticou este documento.")
    return replace(document, signatures=(*document.signatures, signature), revision=document.revision + 1)


def seal(certified: Document, record: str, kid: str) -> tuple[Document, tuple[Fact, ...]]:
    """Bind the last authentication to its sealed record."""
    *earlier, last = certified.signatures
    made = replace(last, record=record, kid=kid)
    fact = history.DocumentAuthenticated(
        certified.id, certified.label, made.signer.id, made.role_title, made.digest, record
    )
    return replace(certified, signatures=(*earlier, made)), (fact,)


def stamps(document: Document, founding_norm: str) -> tuple[str, ...]:
    """What is shown with an authenticated file: the stamp of DOC-14, in the words of an authentication."""
    if document.file is None:
        return ()
    return tuple(_stamp(made, founding_norm) for made in document.signatures)


def _stamp(made: Signature, founding_norm: str) -> str:
    printed = SignatureStamp(made.signer.name, made.role_title, made.at, made.level, made.method)
    _, *rest = (run.text for run in signature_runs(printed, founding_norm))
    return "".join(["Documento autenticado eletronicamente por ", *rest])


def after_editing(before: Document, after: Document) -> tuple[Document, tuple[Fact, ...]]:
    """What an edit of the data does to the authentication: it falls when what was certified changes.

    Raises Refused ``document_frozen`` when another unit has already seen it (black pen).
    """
    if before.file is None or not before.signatures or _certified(before) == _certified(after):
        return after, ()
    if before.pen is Pen.SEEN:
        raise Refused(
            "document_frozen",
            "O documento autenticado já foi visto por outra unidade (caneta preta): data, formato, conferência e "
            "digitalização não podem mais ser alterados.",
        )
    fact = history.AuthenticationCancelled(after.id, after.label)
    return replace(after, signatures=()), (fact,)


def _certified(document: Document) -> tuple[object, ...]:
    data = document.metadata
    return data.dated, data.format, data.conformity_check, data.digitization
