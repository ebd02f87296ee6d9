"""``make mail``: the e-mails that the system of this machine has sent, the newest last. They reach nobody.

python -m infra.local.letters [--port 8420] [--last 5]
"""

import argparse
import json
import sys
import urllib.request
from collections.abc import Sequence
from typing import Any

#: Where the embedded AWS keeps what SES was given.
KEPT = "/_ministack/ses/messages"
LINE = "-" * 72


def read_letters(services: str) -> list[dict[str, Any]]:
    """Oldest first. Raises OSError when nothing answers there."""
    with urllib.request.urlopen(services + KEPT, timeout=10) as answer:  # nosec B310
        accounts = json.load(answer)["messages"]
    return sorted((each for account in accounts.values() for each in account), key=lambda each: each["Timestamp"])


def shown(letter: dict[str, Any]) -> str:
    """As a person reads it."""
    addressees = ", ".join([*letter["To"], *letter["CC"], *letter["BCC"]])
    head = [f"De:      {letter['Source']}", f"Para:    {addressees}", f"Assunto: {letter['Subject']}"]
    return "\n".join([LINE, *head, "", letter["BodyText"].strip(), ""])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Mostra os e-mails que o sistema desta máquina enviou.")
    parser.add_argument("--port", type=int, default=8420)
    parser.add_argument("--last", type=int, default=5)
    asked = parser.parse_args(arguments)
    try:
        letters = read_letters(f"http://127.0.0.1:{asked.port + 1}")
    except OSError:
        print("O sistema não está no ar nesta porta: suba-o com `make run`.", file=sys.stderr)
        return 1
    for letter in letters[-asked.last :]:
        print(shown(letter))
    print(LINE if letters else "Nenhum e-mail foi enviado desde que o sistema subiu.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
