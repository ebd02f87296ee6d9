"""Confere a exportação de um processo, sem rede.

``python -m verifier processo.json [--head HASH] [--keys chaves.json]``

Sai com 0 se a cadeia está íntegra, 1 se foi quebrada (dizendo o primeiro registro errado), 2 se o arquivo não
pode ser lido.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

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
    parser.add_argument("file", type=Path, metavar="processo.json")
    parser.add_argument("--head", metavar="HASH", help="hash final, conhecido por outro meio, a comparar")
    parser.add_argument(
        "--keys", type=Path, metavar="chaves.json", help="chaves públicas obtidas por outro meio"
    )
    chosen = parser.parse_args(arguments)
    try:
        export = read_export(chosen.file.read_text(encoding="utf-8"))
    except OSError as error:
        return _say(UNREADABLE, f"Não foi possível ler {chosen.file}: {error.strerror}.")
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
    except ModuleNotFoundError:
        return _say(UNREADABLE, WITHOUT_LIBRARY)
    except Broken as broken:
        where = f"registro {broken.record}" if broken.record else "fim da cadeia"
        return _say(BROKEN, f"CADEIA QUEBRADA no {where}: {broken.reason}.")
    return _conclude(export, sealed, chosen.head)


def _conclude(export: Mapping[str, Any], sealed: int, head: str | None) -> int:
    if head is not None and head.strip().lower() != export["head"]:
        return _say(BROKEN, "CADEIA QUEBRADA no fim da cadeia: o hash final não é o informado em --head.")
    total = export["n"]
    records = "1 registro" if total == 1 else f"{total} registros"
    seals = {0: "Nenhuma assinatura selada.", 1: "1 assinatura selada, selo conferido."}.get(
        sealed, f"{sealed} assinaturas seladas, selos conferidos."
    )
    return _say(
        WHOLE, f"Processo {export['nup']}: {records}, cadeia íntegra.\n{seals}\nHash final: {export['head']}"
    )


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
