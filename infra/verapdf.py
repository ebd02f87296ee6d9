"""Ask veraPDF whether PDFs are PDF/A-2a and PDF/UA-1; where it is not installed, say that nothing was asked.

    python -m infra.verapdf [FILE…]      without files: a letter of the product, as it is rendered

Ends with 0 when every file conforms, 1 when one does not, 3 when veraPDF is not on this machine. It is found as
``verapdf`` on the path or by ``VERAPDF``.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FLAVOURS = ("2a", "ua1")
CONFORMS, DOES_NOT, NOT_RUN = 0, 1, 3


def program() -> str | None:
    """Where veraPDF is, if it is."""
    return os.environ.get("VERAPDF") or shutil.which("verapdf")


def conforms(tool: str, file: Path, flavour: str) -> bool:
    """Whether veraPDF says that the file is of the flavour; what it says otherwise is printed."""
    done = subprocess.run(
        [tool, "--flavour", flavour, "--format", "text", str(file)], capture_output=True, text=True
    )
    passed = done.returncode == 0 and done.stdout.startswith("PASS")
    print(f"{file.name}: {flavour}: {'PASS' if passed else 'FAIL'}")
    if not passed:
        print(done.stdout + done.stderr, file=sys.stderr)
    return passed


def main(names: list[str]) -> int:
    tool = program()
    if tool is None:
        print("veraPDF: not run (it is not on this machine)")
        return NOT_RUN
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in names] or [_letter(Path(folder))]
        verdicts = [conforms(tool, file, flavour) for file in files for flavour in FLAVOURS]
    return CONFORMS if all(verdicts) else DOES_NOT


def _letter(folder: Path) -> Path:
    from chalicelib.adapters.rendering.typst_pdf import render_pdf
    from tests.adapters.rendering.letters import letter_model

    path = folder / "letter.pdf"
    path.write_bytes(render_pdf(letter_model()))
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
