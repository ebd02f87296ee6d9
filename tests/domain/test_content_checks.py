"""What a text still lacks is told before it is signed (DOC-03, DOC-04)."""

from chalicelib.domain import content
from chalicelib.domain.content_checks import Finding, findings, personal_data
from tests.domain.content_examples import (
    document,
    footnote,
    heading,
    paragraph,
    reference,
    section,
    text,
    variable,
)


def found(*sections):
    return findings(content.parse(document(*sections)))


def test_whole_text_lacks_nothing():
    assert found(section("body", paragraph("Defiro [sic] o pedido de ", variable("usuario_nome", "Ana"), "."))) == ()


def test_empty_field_is_told_even_where_nobody_writes():
    header = section("header", paragraph(variable("unidade_endereco", "")), locked=True)
    body = section("body", paragraph(variable("interessados"), variable("interessados", "")))
    assert found(header, body) == (Finding("empty_field", "unidade_endereco"), Finding("empty_field", "interessados"))


def test_what_the_model_left_to_be_written_is_told_whatever_its_style():
    body = section("body", paragraph("Encaminhe-se a [unidade de ", text("destino]", "bold"), " até {{data}}."))
    assert found(body) == (Finding("unfilled", "[unidade de destino]"), Finding("unfilled", "{{data}}"))
    assert found(section("footer", paragraph("[marca fixa do modelo]"), locked=True)) == ()


def test_reference_to_a_place_that_is_gone_is_told_once():
    body = section("body", paragraph(reference("aaaaaa"), reference("bbbbbb"), reference("cccccc", "art. 1º")))
    assert found(body) == (Finding("broken_cross_reference"),)


def test_picture_without_description_is_told_once():
    picture = {"type": "image", "attrs": {"upload": "a" * 26, "alt": " "}}
    assert found(section("body", picture, picture)) == (Finding("image_without_description"),)


def told(*sections):
    return [each.text for each in personal_data(content.parse(document(*sections)))]


def test_what_tells_who_somebody_is_is_told_once_and_only_where_people_write():
    number = text("52998224725", "bold")
    said = paragraph("João, CPF 529.982.247-25 ou ", number, ", joao@exemplo.com, (12) 98888-7777.")
    assert told(section("body", said, said)) == [
        "529.982.247-25",
        "52998224725",
        "joao@exemplo.com",
        "(12) 98888-7777",
    ]
    assert told(section("header", said, locked=True)) == []


def test_numbers_that_are_nobodys_are_no_personal_data():
    numbers = "Processo 35041.000387/2000-19, CPF 111.111.111-11, 529.982.247-26, R$ 1.234,56, telefone (12) 3834-1000"
    assert told(section("body", paragraph(numbers), heading("Lei nº 12.527, de 2011"))) == []


def test_data_in_a_note_is_told_too():
    assert told(section("body", paragraph("Ver", footnote("CPF 529.982.247-25")))) == ["529.982.247-25"]
