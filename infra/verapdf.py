"""Ask veraPDF whether PDFs are PDF/A-2a and PDF/UA-1; where it is not installed, say that nothing was asked.

    python -m infra.verapdf [FILE…]      without files: what the product makes, before and after it is signed

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
        files = [Path(name) for name in names] or made(Path(folder))
        verdicts = [conforms(tool, file, flavour) for file in files for flavour in FLAVOURS]
    return CONFORMS if all(verdicts) else DOES_NOT


def made(folder: Path) -> list[Path]:
    """A letter as it is rendered, signed once and signed again with the time of an authority, and a redacted copy."""
    from chalicelib.adapters.rendering.typst_pdf import render_pdf
    from tests.adapters.certificates.test_archive_structure import signed
    from tests.adapters.redaction.in_sight import plain_text
    from tests.adapters.redaction.test_hostile_pdfs import copy_of
    from tests.adapters.rendering.letters import letter_model
    from tests.pki.holders import ANA, CARLOS

    letter = render_pdf(letter_model())
    once = signed(letter, ANA, "Assinatura1")
    files = {
        "letter": letter,
        "letter-signed": once,
        "letter-signed-twice": signed(once, CARLOS, "Assinatura2", dated=True),
        "redacted-copy": copy_of(plain_text("JOANA-4471"), [(0, 0, 1, 0.5)], folder / "redaction")[0],
    }
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return [folder / f"{name}.pdf" for name in files]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
