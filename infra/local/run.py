"""``make run``: the whole system on this machine, until Ctrl-C.

python -m infra.local.run [--port 8420] [--directory .iperoig]
"""

import argparse
import signal
import sys
import threading
import time
from pathlib import Path

from infra.local.catalogue_reader import read_city
from infra.local.stack import CITY, PASSWORD, ROOT, start_stack
from infra.local.training import training_beside

WIDTH = 72


class Progress:
    """One line per step, with the seconds since the start."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, text: str) -> None:
        print(f"{time.monotonic() - self._began:6.1f} s  {text}", flush=True)


def _logins() -> list[str]:
    users = read_city(CITY).users
    width = max(len(user.login) for user in users)
    return [f"  {user.login:<{width}}  {user.duty}" for user in users]


def _welcome(site: str) -> str:
    return "\n".join(
        [
            "",
            "=" * WIDTH,
            f"  Iperoig está no ar:  {site}",
            f"  Treinamento:         {site}/ambiente/treinamento/  (na primeira vez, fica pronto em instantes)",
            "=" * WIDTH,
            f"  Senha de todos os usuários da demonstração, nos dois ambientes: {PASSWORD}",
            *_logins(),
            "",
            "  Os e-mails que o sistema envia não chegam a ninguém: `make mail` os mostra.",
            "  Ctrl-C encerra. Os dados ficam em .iperoig; `make reset` apaga tudo.",
        ]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Sobe o sistema inteiro nesta máquina.")
    parser.add_argument("--port", type=int, default=8420)
    parser.add_argument("--directory", type=Path, default=ROOT / ".iperoig")
    arguments = parser.parse_args()
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set() if started.is_set() else _interrupt())
    started = threading.Event()
    progress = Progress()
    try:
        with start_stack(arguments.directory, arguments.port, say=progress) as stack:
            started.set()
            progress("pronto")
            print(_welcome(stack.site), flush=True)
            with training_beside(stack, arguments.directory, progress):
                stop.wait()
            progress("encerrando e guardando os dados")
    except KeyboardInterrupt:
        print("\nInterrompido.", file=sys.stderr)
        return 130
    except RuntimeError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


def _interrupt() -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
