"""The certificate of concealment (certidão de ocultação): what was concealed, by which law and why, to be signed."""

from typing import Any

from chalicelib.domain.content_parsing import Content, parse
from chalicelib.domain.content_schema import SCHEMA_VERSION
from chalicelib.domain.value import dataclass

LAW = "art. 7º, § 2º, da Lei nº 12.527, de 18 de novembro de 2011 (Lei de Acesso à Informação)"


@dataclass(frozen=True, slots=True)
class Certified:
    """What the certificate says. ``original`` and ``copy`` are the numbers of the documents, with their digests."""

    original: str
    original_type: str
    copy: str
    nup: str
    count: int
    places: str
    legal_basis: str
    reason: str
    original_digest: str
    copy_digest: str


def notice(original: str, legal_basis: str) -> tuple[str, ...]:
    """What the copy says of itself, on its last page."""
    return (
        f"Cópia com trechos ocultados do documento nº {original}, nos termos do {LAW}.",
        f"Hipótese legal da ocultação: {legal_basis}.",
        "Os trechos ocultados não estão neste arquivo. As assinaturas do original valem para o original, que permanece "
        "no processo sem alteração.",
    )


def certificate(facts: Certified) -> Content:
    """The body of the certificate, to stand where the model of its type has one."""
    passages = "foi ocultado 1 trecho" if facts.count == 1 else f"foram ocultados {facts.count} trechos"
    lines = (
        f"Certifico que o documento nº {facts.copy} do processo nº {facts.nup} é cópia do documento "
        f"nº {facts.original} ({facts.original_type}), da qual {passages} sob sigilo, assegurado o acesso à parte "
        f"não sigilosa, nos termos do {LAW}.",
        f"Onde: {facts.places}.",
        f"Hipótese legal da ocultação: {facts.legal_basis}.",
        f"Motivo: {facts.reason}",
        "Os trechos ocultados foram retirados do texto, das imagens e dos dados do arquivo da cópia. O original "
        "permanece no processo, sem alteração.",
        f"Resumo criptográfico (SHA-256) do original: {facts.original_digest}.",
        f"Resumo criptográfico (SHA-256) da cópia: {facts.copy_digest}.",
    )
    paragraphs = [
        _paragraph("CERTIDÃO DE OCULTAÇÃO", "subtitle"),
        *(_paragraph(line, "justified") for line in lines),
    ]
    section = {"type": "section", "attrs": {"role": "body"}, "content": paragraphs}
    return parse({"schema": SCHEMA_VERSION, "type": "doc", "content": [section]})


def _paragraph(text: str, style: str) -> dict[str, Any]:
    return {"type": "paragraph", "attrs": {"style": style}, "content": [{"type": "text", "text": text}]}
