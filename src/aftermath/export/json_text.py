"""A value as JSON on one line, whatever reads it.

UTF-8 as it is, but for what would break a line or a decoder: separators that some readers
take for line ends, and halves of surrogate pairs, which UTF-8 cannot hold.
"""

import json
from typing import Any

LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_text(value: Any) -> str:
    """The value as JSON without a line break."""
    text = json.dumps(value, ensure_ascii=False).translate(LINE_ENDS)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text
