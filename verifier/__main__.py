"""Confere a exportação de um processo, sem rede: ``python -m verifier processo.json [--head HASH]``.

Sai com 0 se a cadeia está íntegra, 1 se foi quebrada (dizendo o primeiro registro errado), 2 se o arquivo não
pode ser lido.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .chain import Broken, NotAnExport, check, read_export

WHOLE, BROKEN, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; -> exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m verifier", description="Confere o histórico encadeado de um processo exportado."
    )
    parser.add_argument("file", type=Path, metavar="processo.json")
    parser.add_argument("--head", metavar="HASH", help="hash final, conhecido por outro meio, a comparar")
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
        check(export)
    except Broken as broken:
        where = f"registro {broken.record}" if broken.record else "fim da cadeia"
        return _say(BROKEN, f"CADEIA QUEBRADA no {where}: {broken.reason}.")
    if chosen.head is not None and chosen.head.strip().lower() != export["head"]:
        return _say(BROKEN, "CADEIA QUEBRADA no fim da cadeia: o hash final não é o informado em --head.")
    total = export["n"]
    records = "1 registro" if total == 1 else f"{total} registros"
    return _say(WHOLE, f"Processo {export['nup']}: {records}, cadeia íntegra.\nHash final: {export['head']}")


def _say(status: int, message: str) -> int:
    print(message, file=sys.stderr if status == UNREADABLE else sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
