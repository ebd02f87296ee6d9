"""DOC-03: the parts of a norm are numbered as LC 95/1998, art. 10, orders, the same on every surface."""

from chalicelib.domain.content import parse
from chalicelib.domain.content_html import to_html
from chalicelib.domain.content_outline import ParagraphLabels
from tests.domain.content_examples import document, paragraph, section


def labels(*styles: str) -> list[str | None]:
    counting = ParagraphLabels()
    return [counting.following(style) for style in styles]


def test_norm_is_numbered_part_by_part():
    styles = ("body", "article", "inciso", "item", "item", "inciso", "item", "clause", "inciso", "clause")
    assert labels(*styles) == [
        None, "Art. 1º", "I –", "a)", "b)", "II –", "a)", "§ 1º", "I –", "§ 2º",
    ]  # fmt: skip
    assert labels("article", "sole_clause", "inciso", "article", "clause") == [
        "Art. 1º", "Parágrafo único.", "I –", "Art. 2º", "§ 1º",
    ]  # fmt: skip


def test_ordinal_ends_at_the_ninth_and_incisos_are_roman():
    assert labels(*["article"] * 10)[8:] == ["Art. 9º", "Art. 10."]
    assert labels("article", *["clause"] * 10)[9:] == ["§ 9º", "§ 10."]
    assert labels(*["inciso"] * 49)[3:4] == ["IV –"]
    assert labels(*["inciso"] * 49)[48] == "XLIX –"


def test_citation_between_articles_does_not_begin_the_numbers_again():
    assert labels("article", "citation", "heading", "article") == ["Art. 1º", None, None, "Art. 2º"]


def test_label_is_read_before_the_text():
    norm = section("body", paragraph("Fica criado o conselho.", style="article"))
    html = to_html(parse(document(norm)))
    assert '<p class="article"><span class="label">Art. 1º</span> Fica criado' in html
