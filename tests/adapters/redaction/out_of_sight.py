"""Where the eye does not find the secret, and programs do."""

import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.adapters.redaction.hostile import OPEN, begun, hostile, photo, saved, written


@hostile(seen=False)
def text_under_a_picture(secret: str) -> bytes:
    pdf = begun(written(secret, 24, 160) + b"q 260 0 0 30 20 150 cm /I Do Q\n")
    pdf.pages[0].Resources.XObject = Dictionary(I=photo(pdf))
    return saved(pdf)


@hostile(seen=False)
def text_under_a_drawn_bar(secret: str) -> bytes:
    return saved(begun(written(secret, 24, 160) + b"0 g 20 150 260 30 re f\n"))


@hostile(seen=False)
def white_text(secret: str) -> bytes:
    return saved(begun(written(secret, 24, 160, grey=1)))


@hostile(seen=False)
def text_in_a_mode_that_paints_nothing(secret: str) -> bytes:
    """What a scanner's recognition leaves, and here not where the picture has it."""
    return saved(begun(written(secret, 24, 160, mode=3)))


@hostile(seen=False)
def text_clipped_away(secret: str) -> bytes:
    return saved(begun(b"q 0 0 1 1 re W n\n" + written(secret, 24, 160) + b"Q\n"))


@hostile(seen=False)
def text_outside_the_page(secret: str) -> bytes:
    return saved(begun(written(secret, 24, 400)))


@hostile(seen=False)
def text_of_a_layer_that_is_off(secret: str) -> bytes:
    pdf = begun(b"/OC /L BDC\n" + written(secret, 24, 160) + b"EMC\n")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(secret)))
    pdf.pages[0].Resources.Properties = Dictionary(L=layer)
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    return saved(pdf)


@hostile(seen=False)
def metadata(secret: str) -> bytes:
    pdf = begun(b"")
    with pdf.open_metadata() as about:
        about["dc:title"] = secret
        about["dc:creator"] = [secret]
        about["pdf:Keywords"] = secret
    pdf.docinfo["/Author"] = secret
    pdf.docinfo["/Segredo"] = secret
    pdf.pages[0].PieceInfo = Dictionary(Editor=Dictionary(Private=String(secret)))
    return saved(pdf)


@hostile(seen=False)
def attached_file(secret: str) -> bytes:
    pdf = begun(b"")
    pdf.attachments["segredo.txt"] = secret.encode()
    return saved(pdf)


@hostile(seen=False)
def note_nobody_sees(secret: str) -> bytes:
    pdf = begun(b"")
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=Array([20, 150, 40, 170]),
        F=2,
        Contents=String(secret),
        T=String(secret),
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return saved(pdf)


@hostile(seen=False)
def older_revision(secret: str) -> bytes:
    """The secret is in what a later revision of the file replaced, and still in its bytes."""
    old = saved(begun(written(secret, 24, 160)))
    pdf = pikepdf.open(io.BytesIO(old))
    content = pdf.pages[0].Contents.objgen[0]
    body = written(OPEN, y=40)
    at = len(old) + 1
    new = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (content, len(body), body)
    before = int(old.rsplit(b"startxref", 1)[1].split()[0])
    table = b"xref\n%d 1\n%010d 00000 n \n" % (content, at)
    root = pdf.Root.objgen[0]
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(pdf.objects) + 1,
        root,
        before,
        at + len(new) - 1,
    )
    return old + new + table + trailer


@hostile(seen=False)
def script(secret: str) -> bytes:
    pdf = begun(b"")
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{secret}')"))
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(
            Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String(f"var a='{secret}'"))])
        )
    )
    return saved(pdf)


@hostile(seen=False)
def thumbnail(secret: str) -> bytes:
    pdf = begun(b"")
    small = photo(pdf)
    small.write(zlib.compress(secret.encode().ljust(100)[:100]), filter=Name.FlateDecode)
    pdf.pages[0].Thumb = small
    return saved(pdf)


@hostile(seen=False)
def outline_labels_and_destinations(secret: str) -> bytes:
    pdf = begun(b"")
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(secret, 0))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(secret))]))
    pdf.Root.Dests = Dictionary({f"/{secret}": Array([pdf.pages[0].obj, Name.Fit])})
    pdf.Root.URI = Dictionary(Base=String(f"https://segredo.invalid/{secret}"))
    return saved(pdf)


@hostile(seen=False)
def object_nothing_points_to(secret: str) -> bytes:
    plain = saved(begun(b""))
    return plain + b"\n% " + secret.encode() + b"\n"
