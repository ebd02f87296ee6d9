"""Confere a exportação de um processo, ou a cópia dele em ZIP, sem rede.

``python -m verifier processo.json [--head HASH] [--keys chaves.json] [--ledger-keys chaves.json] [--checkpoint marco]``

Sai com 0 se a cadeia está íntegra, 1 se foi quebrada (dizendo o primeiro registro errado), 2 se o arquivo não
pode ser lido.
"""

import argparse
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .archive import HISTORY, CopyChanged, check_contents, read_text
from .chain import Broken, NotAnExport, check, read_export, strict_json
from .ledger import Found, check_ledger
from .seals import check_seals, read_keys

WHOLE, BROKEN, UNREADABLE = 0, 1, 2
WITHOUT_LIBRARY = (
    "A cadeia está íntegra, mas os selos das assinaturas NÃO foram conferidos: "
    "falta a biblioteca cryptography (pip install cryptography)."
)


class NotTrusted(Exception):
    """What was to be trusted cannot be read; the text says what."""


@dataclass(frozen=True)
class Trust:
    """Known from elsewhere: the keys of seals and of the ledger, a head that was kept. None: what the file says."""

    seals: Mapping[str, bytes] | None
    ledger: Mapping[str, bytes] | None
    checkpoint: str | None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m verifier", description="Confere o histórico encadeado de um processo exportado."
    )
    parser.add_argument("file", type=Path, metavar="processo.json|processo.zip")
    parser.add_argument("--head", metavar="HASH", help="hash final, conhecido por outro meio, a comparar")
    parser.add_argument(
        "--keys", type=Path, metavar="chaves.json", help="chaves públicas obtidas por outro meio"
    )
    parser.add_argument(
        "--ledger-keys",
        type=Path,
        metavar="chaves.json",
        help="chaves do registro público obtidas por outro meio",
    )
    parser.add_argument(
        "--checkpoint",
        type=Path,
        metavar="marco",
        help="marco do registro público guardado por você, a comparar",
    )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; -> exit status."""
    chosen = _parser().parse_args(arguments)
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
        trust = _trust(chosen)
    except NotTrusted as error:
        return _say(UNREADABLE, f"Não foi possível ler {error}.")
    try:
        check(export)
        sealed = check_seals(export, trust.seals)
        found = check_ledger(export, trust.ledger, trust.checkpoint)
        if found is None and (chosen.checkpoint or chosen.ledger_keys):
            raise Broken(None, "a exportação não traz a prova do registro público que se pediu para conferir")
        held = check_contents(archive, export) if archive else None
    except ModuleNotFoundError:
        return _say(UNREADABLE, WITHOUT_LIBRARY)
    except Broken as broken:
        where = f"registro {broken.record}" if broken.record else "fim da cadeia"
        what = "CÓPIA ALTERADA" if isinstance(broken, CopyChanged) else f"CADEIA QUEBRADA no {where}"
        return _say(BROKEN, f"{what}: {broken.reason}.")
    return _conclude(export, sealed, found, held, chosen.head)


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


def _witnessed(found: Found | None, export: Mapping[str, Any]) -> str:
    """What the public ledger says of the records."""
    total = export["n"]
    if found is None:
        return "ATENÇÃO: esta exportação não traz prova do registro público; a cadeia prova só a si mesma."
    lines = [f"Registro público {found.head.origin}: marco de {found.head.told}, assinatura conferida."]
    lines.append(f"{found.covered} de {total} registros estão nele, desde o marco de {found.earlier.told}.")
    if found.erased:
        lines.append(f"Eliminados por força de lei: {found.erased}. Existiram, e o teor não é mais guardado.")
        lines.append("O próprio histórico declara cada eliminação (LGPD) e o hash do que foi eliminado.")
    if found.covered < total:
        lines.append("Os últimos registros são mais novos que o marco.")
    return "\n".join(lines)


def _conclude(
    export: Mapping[str, Any],
    sealed: int,
    found: Found | None,
    held: tuple[int, int] | None,
    head: str | None,
) -> int:
    if head is not None and head.strip().lower() != export["head"]:
        return _say(BROKEN, "CADEIA QUEBRADA no fim da cadeia: o hash final não é o informado em --head.")
    total = export["n"]
    records = "1 registro" if total == 1 else f"{total} registros"
    seals = {0: "Nenhuma assinatura selada.", 1: "1 assinatura selada, selo conferido."}.get(
        sealed, f"{sealed} assinaturas seladas, selos conferidos."
    )
    of_archive = f"{_said(held)}\n" if held else ""
    whole = f"Processo {export['nup']}: {records}, cadeia íntegra."
    told = f"{whole}\n{seals}\n{_witnessed(found, export)}\n{of_archive}Hash final: {export['head']}"
    return _say(WHOLE, told)


def _trust(chosen: argparse.Namespace) -> Trust:
    """Raises NotTrusted."""
    known = None
    if chosen.checkpoint:
        try:
            known = chosen.checkpoint.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise NotTrusted(str(chosen.checkpoint)) from error
    return Trust(_keys(chosen.keys), _keys(chosen.ledger_keys), known)


def _keys(path: Path | None) -> Mapping[str, bytes] | None:
    """The keys that the command names, as the API lists them; None for those of the file. Raises NotTrusted."""
    if path is None:
        return None
    try:
        listed = strict_json(path.read_text(encoding="utf-8"))
        rows = listed["items"] if isinstance(listed, dict) else listed
        return read_keys([row.get("key", row) for row in rows if row.get("key", row)])
    except (Broken, OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise NotTrusted(f"{path}: não é uma lista de chaves públicas") from error


def _say(status: int, message: str) -> int:
    print(message, file=sys.stderr if status == UNREADABLE else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
