"""The authored document's structured content (DOC-03, DOC-04): one door to its parts.

``content_schema`` says what may exist, ``content_parsing`` reads it into one normal form with its digest,
``content_sections`` guards what the template fixes, ``content_text`` reads it as text.
"""

from chalicelib.domain.content_attributes import ContentRefused
from chalicelib.domain.content_parsing import Content, canonical, clean_text, crc, digest, parse, validate
from chalicelib.domain.content_schema import (
    LARGEST_CONTENT,
    PARAGRAPH_STYLES,
    SCHEMA_VERSION,
    SECTION_ROLES,
    VARIABLES,
)
from chalicelib.domain.content_sections import (
    check_fixed,
    check_locked_sections,
    emptied,
    fixed_marks,
    from_template,
    has_signature_section,
    resolve_variables,
    with_body_of,
)
from chalicelib.domain.content_text import inline_text, picture_words, plain_text

__all__ = [
    "LARGEST_CONTENT",
    "PARAGRAPH_STYLES",
    "SCHEMA_VERSION",
    "SECTION_ROLES",
    "VARIABLES",
    "Content",
    "ContentRefused",
    "canonical",
    "check_fixed",
    "check_locked_sections",
    "clean_text",
    "crc",
    "digest",
    "emptied",
    "fixed_marks",
    "from_template",
    "has_signature_section",
    "inline_text",
    "parse",
    "picture_words",
    "plain_text",
    "resolve_variables",
    "validate",
    "with_body_of",
]
