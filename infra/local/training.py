"""The training environment of ``make run``, made while people may already be at work in the other."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from infra.archives import digest_of_tree
from infra.local.stack import CITY, PASSWORD, ROOT, Stack

Say = Callable[[str], None]


@contextlib.contextmanager
def training_beside(stack: Stack, directory: Path, say: Say) -> Iterator[None]:
    """Make it beside whatever runs within, once for each directory. Stopped, it goes on the next time."""
    stamp = directory / "training.digest"
    if stamp.exists():
        yield
        return
    command = [sys.executable, "-m", "infra.local.training_command", str(CITY), PASSWORD]
    environment, piped = os.environ | stack.environment, subprocess.PIPE
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=piped, stderr=subprocess.STDOUT, text=True
    )
    watch = threading.Thread(target=_watch, args=(process, stamp, say))
    watch.start()
    try:
        yield
    finally:
        process.terminate()
        watch.join()


def _watch(process: "subprocess.Popen[str]", stamp: Path, say: Say) -> None:
    told, _ = process.communicate()
    if process.returncode == 0:
        stamp.write_text(digest_of_tree(CITY))
        say("ambiente de treinamento pronto")
    elif process.returncode > 0:
        say(f"o ambiente de treinamento não ficou pronto: {told[-1000:]}")
