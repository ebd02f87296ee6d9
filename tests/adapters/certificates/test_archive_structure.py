"""DOC-10, DOC-23: what a PDF has of PDF/A-2a and PDF/UA-1 it has before and after it is signed, and signed again."""

import io

import pikepdf
import pytest

from chalicelib.adapters.certificates.pades import finish, prepare, read_chain
from chalicelib.adapters.certificates.policies import AD_RB
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from tests.adapters.rendering.letters import letter_model
from tests.adapters.rendering.structure import problems
from tests.pki.holders import ANA, CARLOS, NOW, Holder, chain, timestamper


def signed(pdf: bytes, who: Holder, field: str, dated: bool = False) -> bytes:
    ready = prepare(pdf, read_chain(chain(who)), field, NOW, AD_RB)
    return finish(ready.pdf, ready.state, who.sign(ready.to_sign), timestamper() if dated else None)


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render_pdf(letter_model())


def test_a_letter_before_it_is_signed(letter: bytes):
    assert problems(letter) == []


@pytest.mark.parametrize("dated", [False, True], ids=["AD-RB", "AD-RT"])
def test_a_letter_after_it_is_signed(letter: bytes, dated: bool):
    once = signed(letter, ANA, "Assinatura1", dated)
    assert once.startswith(letter), "signing adds to the file and changes nothing of it"
    assert problems(once) == []
    twice = signed(once, CARLOS, "Assinatura2", dated)
    assert twice.startswith(once)
    assert problems(twice) == []


def test_what_is_missing_is_found(letter: bytes):
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        del pdf.Root.OutputIntents
        del pdf.Root.StructTreeRoot
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))
        font = next(
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        )
        for name in ("/FontFile2", "/FontFile3"):
            if name in font:
                del font[name]
        pdf.pages[0].Annots = pikepdf.Array(
            [
                pdf.make_indirect(
                    pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
                )
            ]
        )
        broken = io.BytesIO()
        pdf.save(broken)
    said = " ".join(problems(broken.getvalue()))
    for words in (
        "no /OutputIntents",
        "no /StructTreeRoot",
        "opening",
        "is not inside",
        "/Text with flags 0",
        "no appearance",
    ):
        assert words in said
