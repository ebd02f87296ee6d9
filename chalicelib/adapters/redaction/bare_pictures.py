"""A picture drawn again from what is seen of it: no field of a camera, no comment and no profile goes along."""

from pathlib import Path

from PIL import Image, ImageOps

QUALITY = 92
#: What each kind of file can hold of a picture without loss.
_MODES = {"PNG": ("1", "L", "LA", "RGB", "RGBA"), "JPEG": ("L", "RGB")}


def redraw(file: Path) -> None:
    """Write the picture in its own place, turned as it is seen. Raises what Pillow raises for what is no picture."""
    with Image.open(file, formats=("PNG", "JPEG")) as found:
        kind = str(found.format)
        seen = ImageOps.exif_transpose(found)
        if seen.mode not in _MODES[kind]:
            seen = seen.convert("RGBA" if kind == "PNG" and seen.has_transparency_data else "RGB")
        bare = Image.new(seen.mode, seen.size)
        bare.paste(seen)
    bare.save(file, format=kind, **({"quality": QUALITY} if kind == "JPEG" else {}))
