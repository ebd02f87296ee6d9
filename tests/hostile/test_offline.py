"""Rendering makes no network call, by the kernel's word and on every machine (issue 3, DOC-23, LGPD-01)."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

RENDERING = """
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from tests.adapters.rendering.letters import letter_model
from tests.hostile.test_stored_html import stored
from tests.hostile.corpus import FRAGMENTS
assert len(render_pdf(letter_model(stored(*FRAGMENTS)))) > 1000
"""
REDACTING = """
import tempfile
from pathlib import Path
from tests.adapters.redaction.in_sight import filled_field
from tests.adapters.redaction.out_of_sight import script
from tests.adapters.redaction.test_hostile_pdfs import copy_of
folder = Path(tempfile.mkdtemp(dir={folder!r}))
for make in (filled_field, script):
    assert copy_of(make("JOANA-4471"), [(0, 0, 1, 0.5)], folder / make.__name__)[0].startswith(b"%PDF")
"""


def ended(program: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.hostile.offline", program]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("program", [RENDERING, REDACTING], ids=["documents", "redacted copies"])
def test_pages_are_made_with_the_network_forbidden(program: str, tmp_path: Path):
    done = ended(program.replace("{folder!r}", repr(str(tmp_path))))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
def test_a_socket_to_a_network_ends_the_process(family: str):
    done = ended(f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)")
    assert done.returncode == -signal.SIGSYS
