"""Where the eye finds the secret, in as many ways as a PDF has of showing it."""

import io
import zlib

from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from tests.adapters.redaction.hostile import HEIGHT, WIDTH, begun, hostile, photo, saved, written


@hostile(seen=True)
def plain_text(secret: str) -> bytes:
    return saved(begun(written(secret)))


@hostile(seen=True)
def text_letter_by_letter(secret: str) -> bytes:
    return saved(begun(b"".join(written(letter, 24 + 12 * at) for at, letter in enumerate(secret))))


@hostile(seen=True)
def text_on_a_turned_page(secret: str) -> bytes:
    pdf = begun(written(secret))
    pdf.pages[0].Rotate = 90
    return saved(pdf)


@hostile(seen=True)
def text_on_a_cropped_page(secret: str) -> bytes:
    pdf = begun(written(secret) + written(f"fora {secret}", 24, 190))
    pdf.pages[0].CropBox = Array([10, 20, 290, 180])
    return saved(pdf)


@hostile(seen=True)
def text_of_a_form_object(secret: str) -> bytes:
    pdf = begun(b"/X Do\n")
    page = pdf.pages[0]
    form = Stream(
        pdf,
        written(secret),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, WIDTH, HEIGHT]),
        Resources=page.Resources,
    )
    page.Resources = Dictionary(Font=page.Resources.Font, XObject=Dictionary(X=form))
    return saved(pdf)


@hostile(seen=True)
def text_with_other_words_for_it(secret: str) -> bytes:
    said = f"/Span << /ActualText ({secret}) /Alt ({secret}) /E ({secret}) >> BDC\n".encode()
    return saved(begun(said + written(secret) + b"EMC\n"))


@hostile(seen=True)
def picture_of_text(secret: str) -> bytes:
    pdf = begun(b"q 250 0 0 20 24 105 cm /I Do Q\n")
    bits = [zlib.crc32(f"{secret}{at}".encode()) % 256 for at in range(250)]
    picture = photo(pdf)
    picture.write(zlib.compress(bytes(bits)), filter=Name.FlateDecode)
    picture.Width, picture.Height = 125, 2
    pdf.pages[0].Resources.XObject = Dictionary(I=picture)
    return saved(pdf)


@hostile(seen=True)
def photograph_with_its_own_metadata(secret: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = secret
    out = io.BytesIO()
    Image.new("RGB", (50, 50), "navy").save(out, "JPEG", exif=exif, comment=secret.encode())
    pdf = begun(b"q 60 0 0 60 24 130 cm /I Do Q\n" + written(secret))
    pdf.pages[0].Resources.XObject = Dictionary(
        I=Stream(
            pdf,
            out.getvalue(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=50,
            Height=50,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
            Filter=Name.DCTDecode,
        )
    )
    return saved(pdf)


@hostile(seen=True)
def filled_field(secret: str) -> bytes:
    pdf = begun(b"")
    page = pdf.pages[0]
    look = Stream(
        pdf,
        written(secret, 4, 8),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 260, 30]),
        Resources=Dictionary(Font=page.Resources.Font),
    )
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("nome"),
            V=String(secret),
            DV=String(secret),
            Rect=Array([20, 100, 280, 130]),
            F=4,
            AP=Dictionary(N=look),
        )
    )
    page.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DA=String("/F 12 Tf"))
    return saved(pdf)
