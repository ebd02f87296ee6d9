"""The ZIP of a process: its history, its documents, and the list that binds them.

``conteudo.json`` says of each document its file and the SHA-256 of it; of one that was signed in the system also its
text, whose SHA-256 the history carries in the record of the signature.
"""

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from .chain import Broken, NotAnExport, strict_json

FORMAT = "iperoig-copy-1"
HISTORY, CONTENTS = "historico.json", "conteudo.json"
CHUNK = 1024 * 1024
#: Lists and histories are read whole; what is larger is no process.
MAXIMUM_TEXT = 512 * 1024 * 1024


class CopyChanged(Broken):
    """A file of the archive is not the one that the list or the history knows."""

    def __init__(self, reason: str) -> None:
        super().__init__(None, reason)


def read_text(archive: zipfile.ZipFile, name: str) -> str:
    """A text of the archive. Raises CopyChanged, NotAnExport."""
    try:
        if archive.getinfo(name).file_size > MAXIMUM_TEXT:
            raise NotAnExport(f"“{name}” é grande demais")
        return archive.read(name).decode("utf-8")
    except KeyError as error:
        raise NotAnExport(f"falta “{name}” no ZIP") from error
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError) as error:
        raise CopyChanged(f"“{name}” foi alterado dentro do ZIP") from error


def check_contents(archive: zipfile.ZipFile, export: Mapping[str, Any]) -> tuple[int, int]:
    """-> (files that hold, signed texts that the history knows). Raises CopyChanged, NotAnExport."""
    contents = _contents(read_text(archive, CONTENTS))
    if contents["nup"] != export["nup"]:
        raise CopyChanged("a lista de documentos é de outro processo")
    signed = _signed(export)
    listed = {HISTORY, CONTENTS, "LEIA-ME.txt"}
    texts = 0
    for document in contents["documents"]:
        listed.add(_whole(archive, document["file"], document["sha256"]))
        if "text" in document:
            listed.add(_whole(archive, document["text"], document["text_digest"]))
            if document["text_digest"] not in signed.get(document["document"], set()):
                raise CopyChanged(f"o texto de {document['label']} não é o que o histórico diz assinado")
            texts += 1
    unknown = set(archive.namelist()) - listed
    if unknown:
        raise CopyChanged(f"há no ZIP um arquivo que a lista não conhece: {min(unknown)}")
    return len(contents["documents"]), texts


def _contents(text: str) -> Mapping[str, Any]:
    try:
        contents = strict_json(text)
        sound = contents["format"] == FORMAT and isinstance(contents["nup"], str)
        for document in contents["documents"]:
            sound = sound and all(
                isinstance(document[name], str) for name in ("document", "label", "file", "sha256")
            )
            sound = sound and isinstance(document.get("text_digest", ""), str)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise NotAnExport("a lista de documentos não está na forma esperada")
    found: Mapping[str, Any] = contents
    return found


def _signed(export: Mapping[str, Any]) -> dict[str, set[str]]:
    """Document → digests of the texts that the history, already checked, says were signed."""
    found: dict[str, set[str]] = {}
    entries: Sequence[Mapping[str, Any]] = export["entries"]
    for entry in entries:
        if "body" not in entry:
            continue
        body = strict_json(entry["body"])
        if body["kind"] == "document_signed":
            found.setdefault(str(body["arguments"].get("document")), set()).add(
                str(body["arguments"].get("digest"))
            )
    return found


def _whole(archive: zipfile.ZipFile, name: str, expected: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except KeyError as error:
        raise CopyChanged(f"falta no ZIP o arquivo “{name}”") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise CopyChanged(f"o arquivo “{name}” foi alterado") from error
    if digest.hexdigest() != expected:
        raise CopyChanged(f"o arquivo “{name}” foi alterado: não confere com o seu SHA-256")
    return name
