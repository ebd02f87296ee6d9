"""DOC-03: what the fonts can print is known before the typesetter is asked."""

from chalicelib.adapters.rendering.glyphs import FONTS, USUAL, plainly_printable, printable, read_coverage


def test_every_font_has_what_portuguese_needs():
    for font in FONTS.glob("Carlito-*.ttf"):
        assert {ord(character) for character in USUAL} <= read_coverage(font)


def test_characters_no_font_has_are_replaced_and_invisible_ones_dropped():
    assert printable("ação ☑ 漢 \ue000 a\u200bb") == "ação ☑ \ufffd \ufffd ab"


def test_the_last_resort_keeps_portuguese_and_marks_the_rest():
    assert plainly_printable("Ação nº 1 ☑") == "Ação nº 1 \ufffd"


def test_the_licence_of_each_font_travels_with_it():
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE-Carlito.txt").read_text()
    assert "Bitstream Vera" in (FONTS / "LICENSE-DejaVu.txt").read_text()
