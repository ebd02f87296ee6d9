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
#: Screens that are judged everywhere and that the manual shows too, by the names it gives them.
SHOWN = {
    "caixa": "caixa",
    "incluir-oficio": "criar-documento",
    "caixa-selecao": "caixa-selecao",
    "conta": "conta",
    "dados": "dados",
    "mais-acoes": "mais-acoes",
    "sobrestar": "sobrestar",
    "tramitacoes": "tramitacoes",
    "vinculos": "vinculos",
    "caixa-previa": "caixa-previa",
    "procura-no-processo": "procura-no-processo",
    "abas": "abas",
    "ajuda-busca": "ajuda-busca",
    "administracao-controle": "administracao-controle-interno",
    "editor-versoes": "versoes",
    "andamento": "atualizar-andamento",
}
#: Letters, images and answers are all there: nothing in sight says that it is still coming. What stands behind an open
#: window may be waiting for its answer.
COMPLETE = """() => document.fonts.status === 'loaded'
  && [...document.images].every((one) => one.complete)
  && ![...document.querySelectorAll('.loading, .spinner, .preview-place, [aria-busy="true"]')]
    .some((one) => one.checkVisibility() && !one.closest('[inert], [aria-hidden="true"]'))"""
#: What passes in a moment would stand before what the picture is about.
WITHOUT_NOTICES = ".toasts { visibility: hidden }"


class Album:
    """Pictures cost seconds: those of the manual are made only when asked, the others never weigh on a usual run."""

    def __init__(self) -> None:
        self.asked = os.environ.get("IPEROIG_SCREENSHOTS") == "1"
        for folder in (MANUAL, LOOSE):
            folder.mkdir(parents=True, exist_ok=True)

    def keep(self, page: Page, name: str) -> None:
        """A step of the main job: for the manual, or only to be looked at when a test fails."""
        if not self.asked:
            page.screenshot(path=LOOSE / f"{name}.png", animations="disabled", caret="hide")
            return
        # What still comes has its place kept, and an empty place is nothing to show. The network itself never rests:
        # what changes elsewhere is asked for all the time.
        for frame in page.frames:
            frame.wait_for_load_state("load")
        page.wait_for_function(COMPLETE)
        shot = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide", style=WITHOUT_NOTICES)))
        # Few colours, because a screen has few and a repository keeps its pictures for ever.
        few = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(MANUAL / f"{name}.png", optimize=True)

    def loose(self, page: Page, name: str) -> None:
        """Any other screen, to be looked at by whoever asks for pictures."""
        if self.asked and name in SHOWN:
            self.keep(page, SHOWN[name])
        elif self.asked:
            page.screenshot(path=LOOSE / f"{name}.png", animations="disabled", caret="hide")
