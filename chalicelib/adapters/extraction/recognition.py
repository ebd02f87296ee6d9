"""OCR in Portuguese, by Tesseract: upright first, then finer, then turned, until the words make sense."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PIL import Image
from tesserocr import OEM, PSM, PyTessBaseAPI

from chalicelib.adapters.extraction.pictures import FINE, USUAL
from chalicelib.domain.extraction import PageText

LANGUAGE = "por"
#: In the layer; in the project itself.
_PLACES = ("tessdata", "infra/tessdata")
#: From here on a page is taken as it was read (of 100).
_SURE = 60
_TURNS = (90, 270, 180)
Draw = Callable[[int], tuple[Image.Image, int]]


@cache
def model_folder() -> str:
    """Where the model of the language lies. Raises FileNotFoundError."""
    for entry in sys.path:
        for place in _PLACES:
            if (Path(entry) / place / f"{LANGUAGE}.traineddata").is_file():
                return str(Path(entry) / place)
    raise FileNotFoundError(f"{LANGUAGE}.traineddata")


def recognize(draw: Draw) -> PageText:
    """The words of the page that ``draw(dots)`` gives the picture of."""
    with PyTessBaseAPI(path=model_folder(), lang=LANGUAGE, psm=PSM.AUTO, oem=OEM.LSTM_ONLY) as engine:
        picture, dots = draw(USUAL)
        best = _read(engine, picture, dots)
        if best.confidence >= _SURE:
            return best
        for turn in _TURNS:
            turned = _read(engine, picture.rotate(turn, expand=True), dots)
            if turned.confidence >= _SURE:
                return turned
            best = max(best, turned, key=_worth)
        fine, finer = draw(FINE)
        return max(best, _read(engine, fine, finer), key=_worth) if finer > dots else best


def _worth(page: PageText) -> tuple[int, int]:
    return page.confidence, len(page.text)


def _read(engine: PyTessBaseAPI, picture: Image.Image, dots: int) -> PageText:
    engine.SetImageBytes(picture.tobytes(), picture.width, picture.height, 1, picture.width)
    engine.SetSourceResolution(dots)
    text = engine.GetUTF8Text()
    return PageText(text.strip(), 1.0, True, int(engine.MeanTextConf()))
