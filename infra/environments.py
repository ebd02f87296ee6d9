"""Virtual environments of tools whose packages cannot live beside the product's own: made once, from hashed locks."""

import fcntl
import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Environment:
    """``requirements`` is the lock that is installed in a folder of ``folder``, one for each content of it.

    Checkouts that share the folder may ask for different ones: none takes its environment from another.
    """

    folder: Path
    requirements: Path

    @property
    def place(self) -> Path:
        """Where it is, or will be."""
        return self.folder.resolve() / hashlib.sha256(self.requirements.read_bytes()).hexdigest()[:16]

    def tool(self, name: str) -> Path:
        """A program of it, its interpreter among them."""
        return self.place / "bin" / name

    def ensure(self) -> None:
        """Make it, once."""
        stamp = self.place / "installed"
        if stamp.exists():
            return
        self.folder.resolve().mkdir(exist_ok=True)
        with (self.folder.resolve() / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if stamp.exists():
                return
            base = getattr(sys, "_base_executable", sys.executable)
            subprocess.run([base, "-m", "venv", "--clear", str(self.place)], check=True)
            subprocess.run([*self._installer(), "--require-hashes", "-r", str(self.requirements)], check=True)
            stamp.touch()

    def _installer(self) -> list[str]:
        """uv, which this project's own environment holds, or the pip of the new one: the same files either way."""
        uv, python = Path(sys.executable).parent / "uv", str(self.tool("python"))
        if uv.exists():
            return [str(uv), "pip", "install", "--quiet", "--python", python]
        return [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


EMULATOR = Environment(ROOT / ".venv-emulator", ROOT / "requirements-emulator.txt")
CHECKS = Environment(ROOT / ".venv-checks", ROOT / "requirements-checks.txt")
