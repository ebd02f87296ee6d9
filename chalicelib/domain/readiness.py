"""What a text needs before anybody signs it (DOC-03, DOC-04, DOC-07)."""

from .errors import Refused


def check_ready(signable: bool, complete: bool, described: bool) -> None:
    """Raises Refused ``no_place_for_signature`` when the model has no signature section (DOC-04), ``form_incomplete``
    (DOC-07), ``image_without_description`` (DOC-03)."""
    if not signable:
        raise Refused("no_place_for_signature", "O modelo deste documento não tem lugar para assinatura.")
    if not complete:
        raise Refused("form_incomplete", "Preencha os campos obrigatórios do formulário antes de assinar.")
    if not described:
        raise Refused("image_without_description", "Descreva as imagens do texto antes de assinar.")
