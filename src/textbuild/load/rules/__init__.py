"""The rules that reading itself finds, one file a rule."""

from textbuild.load.rules import (
    encoding_not_utf8,
    field_invalid,
    field_unknown,
    file_unreadable,
    id_duplicate,
    key_duplicate,
    yaml_malformed,
)

LOAD_RULES = (
    file_unreadable,
    yaml_malformed,
    field_unknown,
    field_invalid,
    key_duplicate,
    id_duplicate,
    encoding_not_utf8,
)
