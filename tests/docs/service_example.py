"""The example of ``docs/operations.md`` for other systems, read as the command it is."""

import re
import shlex
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operations.md"


def command(**variables: str) -> tuple[str, dict[str, str], bytes]:
    """(address, headers, body) of what ``curl`` would send, the shell's variables being these."""
    text = PAGE.read_text(encoding="utf-8")
    (example,) = re.findall(r"```bash\n(curl .*?\$KEY.*?)```", text, re.DOTALL)
    words = iter(shlex.split(re.sub(r"\$(\w+)", lambda found: variables[found[1]], example.replace("\\\n", " "))))
    assert next(words) == "curl"
    address, headers, body = "", {}, b""
    for word in words:
        match word:
            case "--header":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "--data":
                body = next(words).encode()
            case "--silent" | "--show-error" | "--fail-with-body":
                continue
            case _:
                assert not word.startswith("-"), f"what would curl do of {word}?"
                address = word
    return address, headers, body
