"""Zip files whose bytes depend only on what they hold, so that an unchanged package is never deployed
again."""

import hashlib
import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)


def digest_of_files(paths: list[Path]) -> str:
    """One digest over the names and contents of ``paths``, in order."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:20]


def digest_of_tree(folder: Path) -> str:
    """One digest over every file below ``folder``: relative names and contents."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:20]


def zip_tree(folder: Path, archive: Path, prefix: str = "", level: int = 6) -> None:
    """Zip everything below ``folder`` into ``archive``, each name after ``prefix``."""
    unfinished = archive.with_suffix(".unfinished")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as target:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = zipfile.ZipInfo(prefix + path.relative_to(folder).as_posix(), EPOCH)
                name.compress_type = zipfile.ZIP_DEFLATED
                name.external_attr = (0o755 if path.stat().st_mode & 0o100 else 0o644) << 16
                target.writestr(name, path.read_bytes())
    unfinished.rename(archive)


def unzip(archive: Path, folder: Path) -> None:
    """Unpack ``archive`` into a new ``folder``."""
    with zipfile.ZipFile(archive) as source:
        source.extractall(folder)
