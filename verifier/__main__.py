"""Confere a exportação de um processo, ou a cópia dele em ZIP, sem rede.

``python -m verifier processo.json [--head HASH] [--keys chaves.json]``

Sai com 0 se a cadeia está íntegra, 1 se foi quebrada (dizendo o primeiro registro errado), 2 se o arquivo não
pode ser lido.
"""

import argparse
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .archive import HISTORY, CopyChanged, check_contents, read_text
from .chain import Broken, NotAnExport, check, read_export, strict_json
from .seals import check_seals, read_keys

WHOLE, BROKEN, UNREADABLE = 0, 1, 2
WITHOUT_LIBRARY = (
    "A cadeia está íntegra, mas os selos das assinaturas NÃO foram conferidos: "
    "falta a biblioteca cryptography (pip install cryptography)."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; -> exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m verifier", description="Confere o histórico encadeado de um processo exportado."
    )
    parser.add_argument("file", type=Path, metavar="processo.json|processo.zip")
    parser.add_argument("--head", metavar="HASH", help="hash final, conhecido por outro meio, a comparar")
    parser.add_argument(
        "--keys", type=Path, metavar="chaves.json", help="chaves públicas obtidas por outro meio"
    )
    chosen = parser.parse_args(arguments)
    try:
        export, archive = _opened(chosen.file)
    except OSError as error:
        return _say(UNREADABLE, f"Não foi possível ler {chosen.file}: {error.strerror}.")
    except zipfile.BadZipFile:
        return _say(UNREADABLE, f"Não foi possível ler {chosen.file}: o ZIP está incompleto ou estragado.")
    except Broken as broken:
        return _say(BROKEN, f"CÓPIA ALTERADA: {broken.reason}.")
    except UnicodeDecodeError:
        return _say(UNREADABLE, f"Não foi possível ler {chosen.file}: não é um texto em UTF-8.")
    except NotAnExport as error:
        return _say(UNREADABLE, f"Não foi possível conferir {chosen.file}: {error}.")
    try:
        trusted = _trusted(chosen.keys)
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return _say(UNREADABLE, f"Não foi possível ler {chosen.keys}: não é uma lista de chaves públicas.")
    try:
        check(export)
        sealed = check_seals(export, trusted)
        held = check_contents(archive, export) if archive else None
    except ModuleNotFoundError:
        return _say(UNREADABLE, WITHOUT_LIBRARY)
    except Broken as broken:
        where = f"registro {broken.record}" if broken.record else "fim da cadeia"
        what = "CÓPIA ALTERADA" if isinstance(broken, CopyChanged) else f"CADEIA QUEBRADA no {where}"
        return _say(BROKEN, f"{what}: {broken.reason}.")
    return _conclude(export, sealed, held, chosen.head)


def _opened(path: Path) -> tuple[Mapping[str, Any], zipfile.ZipFile | None]:
    """The history, and the archive that holds it if it is one."""
    if not zipfile.is_zipfile(path):
        return read_export(path.read_text(encoding="utf-8")), None
    archive = zipfile.ZipFile(path)
    return read_export(read_text(archive, HISTORY)), archive


def _said(held: tuple[int, int]) -> str:
    """What was found to hold of an archive."""
    files, texts = held
    of_files = "1 arquivo conferido" if files == 1 else f"{files} arquivos conferidos"
    of_texts = "1 texto assinado confere" if texts == 1 else f"{texts} textos assinados conferem"
    return f"{of_files}; {of_texts} com o histórico."


def _conclude(export: Mapping[str, Any], sealed: int, held: tuple[int, int] | None, head: str | None) -> int:
    if head is not None and head.strip().lower() != export["head"]:
        return _say(BROKEN, "CADEIA QUEBRADA no fim da cadeia: o hash final não é o informado em --head.")
    total = export["n"]
    records = "1 registro" if total == 1 else f"{total} registros"
    seals = {0: "Nenhuma assinatura selada.", 1: "1 assinatura selada, selo conferido."}.get(
        sealed, f"{sealed} assinaturas seladas, selos conferidos."
    )
    of_archive = f"{_said(held)}\n" if held else ""
    told = f"Processo {export['nup']}: {records}, cadeia íntegra.\n{seals}\n{of_archive}Hash final: {export['head']}"
    return _say(WHOLE, told)


def _trusted(path: Path | None) -> Mapping[str, bytes] | None:
    """The keys that the command names; None for those of the file."""
    if path is None:
        return None
    listed = strict_json(path.read_text(encoding="utf-8"))
    return read_keys(listed["items"] if isinstance(listed, dict) else listed)


def _say(status: int, message: str) -> int:
    print(message, file=sys.stderr if status == UNREADABLE else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
