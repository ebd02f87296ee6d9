"""Pictures in a text (DOC-03): files that were examined as any other, named in the text by their SHA-256.

Whoever reads the digest of a text reads that of its pictures with it, so signing one signs the other. What a picture
says in words is part of the text; without it nobody signs.
"""

import copy
from collections.abc import Mapping, Sequence

from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_schema import IMAGE_TYPES
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.upload import Upload, UploadState

LARGEST_IMAGE = 1024 * 1024
#: The page carries its pictures within it, and one reply of the API carries the page.
LARGEST_TOGETHER = 5 * 512 * 1024
MOST_IMAGES = 30
_GOOD = (UploadState.ACCEPTED, UploadState.FILED)


def images_of(content: Content) -> list[Node]:
    """The pictures in reading order."""
    return [node for node in nodes(content.tree) if node["type"] == "image"]


def image_uploads(content: Content) -> tuple[str, ...]:
    """The uploads they came by, each once."""
    return tuple(dict.fromkeys(node["attrs"]["upload"] for node in images_of(content)))


def all_described(content: Content) -> bool:
    """Whether each picture says in words what it shows."""
    return all(node["attrs"]["alt"].strip() for node in images_of(content))


def with_files(content: Content, uploads: Mapping[str, Upload | None]) -> Content:
    """The content with what each picture's file really is, whatever the client wrote of it.

    Raises InvalidRequest on ``content``: ``image_unknown``, ``image_not_ready``, ``image_kind``, ``image_too_large``,
    ``images_too_heavy``, ``too_many_images``.
    """
    files = {name: _checked(uploads.get(name)) for name in image_uploads(content)}
    if len(images_of(content)) > MOST_IMAGES:
        raise _refusal("too_many_images", f"O documento tem mais de {MOST_IMAGES} imagens.")
    if sum({file.sha256: file.size for file in files.values()}.values()) > LARGEST_TOGETHER:
        raise _refusal("images_too_heavy", "As imagens do documento passam, juntas, de 2,5 MB. Diminua alguma.")
    tree = copy.deepcopy(content.tree)
    for node in images_of(Content(tree)):
        file = files[node["attrs"]["upload"]]
        node["attrs"].update(sha256=file.sha256, media_type=file.media_type, size=file.size)
    return Content(tree)


def under_other_uploads(content: Content, names: Mapping[str, str]) -> Content:
    """The same pictures, known in another process by other uploads."""
    tree = copy.deepcopy(content.tree)
    for node in images_of(Content(tree)):
        node["attrs"]["upload"] = names[node["attrs"]["upload"]]
    return Content(tree)


def check_no_images(content: Content) -> None:
    """For texts that belong to no process. Raises InvalidRequest ``image_out_of_place``."""
    if images_of(content):
        raise _refusal("image_out_of_place", "Texto padrão não leva imagem: ponha a imagem no documento.")


def distinct_files(content: Content) -> Sequence[tuple[str, str]]:
    """(SHA-256, media type) of each picture that has its file, once."""
    known = {node["attrs"]["sha256"]: node["attrs"]["media_type"] for node in images_of(content)}
    return [(digest, kind) for digest, kind in known.items() if digest]


def _checked(upload: Upload | None) -> Upload:
    if upload is None or upload.state is UploadState.REFUSED:
        raise _refusal("image_unknown", "Uma imagem não é deste processo. Retire-a e insira de novo.")
    if upload.state not in _GOOD:
        raise _refusal("image_not_ready", "Uma imagem ainda está sendo verificada. Aguarde um instante.")
    if upload.media_type not in IMAGE_TYPES:
        raise _refusal("image_kind", "Só imagens PNG ou JPEG entram no texto.")
    if upload.size > LARGEST_IMAGE:
        raise _refusal("image_too_large", "Uma imagem passa de 1 MB. Diminua-a antes de inserir.")
    return upload


def _refusal(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("content", code, message))
