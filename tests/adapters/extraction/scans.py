"""Paper, as a scanner gives it: real letters, a little turned, blurred and dusty, as pictures without any text."""

import io
import random

import pypdfium2 as pdfium
import typst
from PIL import Image, ImageFilter

FONTS = "chalicelib/adapters/rendering/fonts"
SENTENCES = (
    "A Secretaria Municipal de Administração comunica que a sessão pública do pregão eletrônico será realizada na "
    "próxima quinta-feira, às nove horas, conforme o edital.",
    "Os interessados poderão obter informações e esclarecimentos junto à comissão de licitação, no endereço acima.",
    "Não há impugnações pendentes; encaminhe-se à Procuradoria para manifestação jurídica.",
)


def letter(paper: str = "a6", size: int = 11, times: int = 1) -> bytes:
    """A born-digital PDF of one page with the sentences, so many times."""
    source = (
        f'#set page(paper: "{paper}", margin: 1cm)\n#set text(font: "Carlito", size: {size}pt, lang: "pt", '
        f"hyphenate: false)\n= Comunicação interna\n" + "\n\n".join(SENTENCES * times)
    )
    return typst.compile(source.encode(), font_paths=[FONTS], ignore_system_fonts=True)


def scanned(pdf: bytes, turn: float = 0.7, dots: int = 200) -> Image.Image:
    """The first page on a scanner's glass, turned by so many degrees."""
    with pdfium.PdfDocument(pdf) as document:
        paper = document[0].render(scale=dots / 72, grayscale=True).to_pil().convert("L")
    paper = paper.rotate(turn, expand=turn % 90 == 0, fillcolor=255).filter(ImageFilter.GaussianBlur(0.6))
    dust, points = random.Random(1), paper.load()
    for _ in range(paper.width * paper.height // 200):
        points[dust.randrange(paper.width), dust.randrange(paper.height)] = dust.randrange(256)
    return paper


def saved(picture: Image.Image, form: str, more: list[Image.Image] | None = None, dots: int = 200) -> bytes:
    """A file of one page or more, without a letter of text."""
    out = io.BytesIO()
    pages = {"save_all": True, "append_images": more} if more else {}
    picture.save(out, form, **({"resolution": dots} if form == "PDF" else {"dpi": (dots, dots)}), **pages)
    return out.getvalue()


def share_of_words(text: str) -> float:
    """How many of the sentences' words were read, each letter and accent right."""
    wanted = " ".join(SENTENCES).split()
    read = set(text.split())
    return sum(word in read for word in wanted) / len(wanted)
