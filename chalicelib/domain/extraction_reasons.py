"""Why a file has no text to show (DOC-08): a stable code and the sentence that tells the person what to do about it."""

from types import MappingProxyType

NO_TEXT_KIND = "kind_without_text"
NO_TEXT = "no_text_found"
INTERRUPTED = "interrupted"

EXTRACTION_REASONS = MappingProxyType(
    {
        NO_TEXT_KIND: "Arquivos deste tipo não têm texto a extrair.",
        NO_TEXT: "Nenhuma palavra foi encontrada no arquivo.",
        INTERRUPTED: "A extração foi interrompida. Peça de novo.",
        "too_large": "O arquivo passa de 1 GB. Divida o documento em partes menores.",
        "damaged": "O arquivo não pôde ser aberto. Gere o arquivo de novo.",
        "too_heavy": "O arquivo exige memória demais para ser lido. Divida o documento em partes menores.",
        "took_too_long": "A leitura demorou demais. Divida o documento em partes menores.",
        "too_much_text": "O arquivo tem texto demais. Divida o documento em partes menores.",
        "pages_unreadable": "As páginas não puderam ser lidas. Digitalize de novo, com mais contraste.",
    }
)


def extraction_reason(code: str) -> str:
    """The sentence of ``code``; raises KeyError for a code that does not exist."""
    return EXTRACTION_REASONS[code]
