"""Why a file was refused (DOC-08): a stable code and the sentence that tells the person what to do about it."""

from types import MappingProxyType

REASONS = MappingProxyType(
    {
        "name_not_allowed": "O nome do arquivo tem caracteres que não são aceitos. Renomeie o arquivo e envie de novo.",
        "extension_not_allowed": "Este tipo de arquivo não é aceito. Envie o documento em PDF, sempre que possível.",
        "empty_file": "O arquivo está vazio (0 byte). Confira o arquivo no seu computador e envie de novo.",
        "too_large": "O arquivo passa do tamanho máximo permitido. Divida o documento em partes menores.",
        "size_differs": "O arquivo chegou com tamanho diferente do declarado. Envie de novo.",
        "checksum_differs": "O arquivo chegou diferente do que saiu do seu computador. Envie de novo.",
        "type_mismatch": (
            "O conteúdo do arquivo não corresponde à extensão do nome. Gere o arquivo de novo no formato certo."
        ),
        "not_text": "O arquivo não é um texto legível. Salve-o como texto em UTF-8 e envie de novo.",
        "damaged": "O arquivo está danificado ou incompleto e não pôde ser aberto. Gere o arquivo de novo.",
        "protected_pdf": (
            "O PDF tem senha ou restrições de uso. Salve uma cópia sem proteção (imprimir em PDF) e envie de novo."
        ),
        "too_many_pages": "O PDF tem páginas demais. Divida o documento em partes menores.",
        "active_pdf": "O PDF contém comandos executáveis. Salve uma cópia simples (imprimir em PDF) e envie de novo.",
        "files_inside_pdf": "O PDF traz outros arquivos anexados dentro dele. Envie cada arquivo separadamente.",
        "bomb": (
            "O conteúdo do arquivo, aberto, é grande demais para ser examinado com segurança. Gere o arquivo de novo."
        ),
        "image_too_large": "A imagem tem pontos demais (máximo de 50 megapixels). Digitalize com resolução menor.",
        "too_many_entries": "O arquivo compactado tem itens demais (máximo de 1.000).",
        "unsafe_path": "O arquivo compactado tem itens com caminhos ou atalhos que não são aceitos.",
        "protected_archive": "O arquivo tem senha. Envie uma cópia sem senha.",
        "file_inside_not_allowed": "O arquivo traz dentro dele um tipo de arquivo que não é aceito.",
        "macros": "O arquivo contém macros. Salve uma cópia sem macros, ou em PDF, e envie de novo.",
        "unsafe_xml": "O arquivo tem definições que não são aceitas em documentos. Salve uma cópia em PDF e envie.",
        "remote_content": "O arquivo busca conteúdo de outros endereços ao ser aberto. Salve uma cópia em PDF e envie.",
        "infected": (
            "O antivírus encontrou uma ameaça no arquivo. Não o abra e avise o setor de informática da prefeitura."
        ),
        "took_too_long": "O exame do arquivo demorou demais. Gere o arquivo de novo ou divida-o em partes menores.",
    }
)


def reason_message(code: str) -> str:
    """The sentence of ``code``; raises KeyError for a code that does not exist."""
    return REASONS[code]
