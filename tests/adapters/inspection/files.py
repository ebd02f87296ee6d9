"""Good and hostile files, made in memory: each builder returns the bytes of one file."""

import io
import zipfile
import zlib

import pikepdf
from PIL import Image

MEGABYTE = 1 << 20


def pdf(pages=1, change=None, **saving):
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    if change:
        change(document)
    out = io.BytesIO()
    document.save(out, **saving)
    return out.getvalue()


def raw_pdf(*objects, size=None):
    """A PDF written by hand: ``objects`` are the bodies of objects 1, 2, … and 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    count = size or len(objects) + 1
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return bytes(out)


def raw_stream(data, entries=b""):
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def deflated(megabytes, times=1):
    """``megabytes`` of zeros, deflated ``times`` over, without holding them."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(megabytes)) + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def page_with_stream(stream):
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream,
    )


def picture(form="PNG", size=(40, 30), **saving):
    out = io.BytesIO()
    Image.new("RGB", size, "steelblue").save(out, form, **saving)
    return out.getvalue()


def png_header(width, height):
    """A PNG that says it is ``width`` × ``height`` and holds almost nothing."""
    body = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"

    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", body)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


def archive(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, data in entries.items() if isinstance(entries, dict) else entries:
            packed.writestr(name, data)
    return out.getvalue()


CONTENT_TYPES = (
    "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Override PartName='/{part}' ContentType='application/vnd.openxmlformats-officedocument.{main}.main+xml'/></Types>"
)


def docx(**more):
    types = CONTENT_TYPES.format(part="word/document.xml", main="wordprocessingml.document")
    return archive({"[Content_Types].xml": types, "word/document.xml": "<w:document/>"} | more)


def xlsx(**more):
    types = CONTENT_TYPES.format(part="xl/workbook.xml", main="spreadsheetml.sheet")
    return archive({"[Content_Types].xml": types, "xl/workbook.xml": "<workbook/>"} | more)


def odt(**more):
    mimetype = "application/vnd.oasis.opendocument.text"
    return archive({"mimetype": mimetype, "content.xml": "<office:document-content/>"} | more)
