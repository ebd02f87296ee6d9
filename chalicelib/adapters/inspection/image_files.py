"""Pictures: whole, and small enough to be opened by whoever reads the process."""

from PIL import Image, UnidentifiedImageError

from chalicelib.adapters.inspection.refusal import FileRefused
from chalicelib.adapters.inspection.source import Source, opened
from chalicelib.domain.file_inspection import Limits
from chalicelib.domain.file_types import FileType

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}


def examine_image(source: Source, claimed: FileType, limits: Limits) -> int | None:
    """The number of pages of a TIFF, else None. Raises FileRefused."""
    # Sizes are checked here, from the header and before any decoding, so Pillow's own guess is switched off.
    Image.MAX_IMAGE_PIXELS = None
    form = _FORMATS[claimed.media_type]
    try:
        with opened(source) as file, Image.open(file, formats=(form,)) as image:
            _check_pixels(image, limits)
            if form == "TIFF":
                return _count_pages(image, limits)
            if form == "PNG":
                image.verify()
            else:
                # A JPEG decodes at an eighth of its size: enough to know that it is whole.
                image.draft("L", (max(1, image.width // 8), max(1, image.height // 8)))
                image.load()
    except FileRefused:
        raise
    except MemoryError:
        raise
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        KeyError,
        IndexError,
    ) as error:
        raise FileRefused("damaged") from error
    return None


def _check_pixels(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        raise FileRefused("image_too_large")


def _count_pages(image: Image.Image, limits: Limits) -> int:
    pages = 0
    while True:
        _check_pixels(image, limits)
        pages += 1
        if pages > limits.pages:
            raise FileRefused("too_many_pages")
        try:
            image.seek(pages)
        except EOFError:
            return pages
