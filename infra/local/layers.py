"""One unpacked copy of each layer and of the functions' code, shared by every function worker.

The emulator unpacks all of it again for every worker it starts: with a 50 MB layer and 1,500 files of code that is
seconds of work per cold start, and minutes to delete at the end. The cloud mounts a layer once; here the top folders
are links to one unpacked copy, kept by content, also from one run to the next.
"""

import hashlib
import os
import shutil
import threading
import time
import zipfile
from pathlib import Path

from ministack.core import lambda_runtime

FORGOTTEN_AFTER_SECONDS = 7 * 24 * 3600

_lock = threading.Lock()


class _Archives:
    """Stands in for the ``zipfile`` module inside the emulator's worker code."""

    BadZipFile = zipfile.BadZipFile
    LargeZipFile = zipfile.LargeZipFile

    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def ZipFile(self, path, *arguments, **options):
        archive = _Archive(path, *arguments, **options)
        archive.shared = self._shared
        return archive


class _Archive(zipfile.ZipFile):
    shared: Path

    def extractall(self, path=None, members=None, pwd=None):
        target = Path(path)
        if target.name != "code" and not target.name.startswith("layer_"):
            return super().extractall(path, members, pwd)
        copy = self._unpacked()
        for entry in copy.iterdir():
            os.symlink(entry, target / entry.name)
        return None

    def _unpacked(self) -> Path:
        copy = self.shared / hashlib.blake2b(Path(self.filename).read_bytes(), digest_size=20).hexdigest()
        with _lock:
            if not copy.exists():
                unfinished = copy.with_suffix(".unfinished")
                unfinished.mkdir(parents=True, exist_ok=True)
                super().extractall(unfinished)
                unfinished.rename(copy)
            os.utime(copy)
        return copy


def share(directory: Path) -> None:
    """Make the emulator's workers share unpacked layers and code below ``directory``."""
    directory.mkdir(parents=True, exist_ok=True)
    for copy in directory.iterdir():
        if time.time() - copy.stat().st_mtime > FORGOTTEN_AFTER_SECONDS:
            shutil.rmtree(copy, ignore_errors=True)
    lambda_runtime.zipfile = _Archives(directory)
