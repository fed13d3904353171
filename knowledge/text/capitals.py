"""Capital letters, as a class for regular expressions: Python's ``re`` has none that knows Ạ and Đ."""

from __future__ import annotations

UPPER = "[" + "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1EA0, 0x1F00)) if chr(c).isupper()) + "]"
