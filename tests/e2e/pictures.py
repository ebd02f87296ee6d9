"""Pictures of the screens. With ``IPEROIG_SCREENSHOTS=1`` they replace the ones of the manual."""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "manual" / "screenshots"
LOOSE = ROOT / "build" / "screenshots"
COLOURS = 192


class Album:
    """One folder of PNG files; few colours, because a screen has few and a repository keeps them for ever."""

    def __init__(self) -> None:
        self.folder = MANUAL if os.environ.get("IPEROIG_SCREENSHOTS") == "1" else LOOSE
        self.folder.mkdir(parents=True, exist_ok=True)

    def keep(self, page: Page, name: str) -> None:
        """A picture for the manual."""
        self._save(page, self.folder / f"{name}.png")

    def loose(self, page: Page, name: str) -> None:
        """A picture only to be looked at by whoever runs the tests."""
        LOOSE.mkdir(parents=True, exist_ok=True)
        self._save(page, LOOSE / f"{name}.png")

    def _save(self, page: Page, place: Path) -> None:
        shot = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide")))
        few = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(place, optimize=True)
