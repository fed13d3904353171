"""Which programs from outside are installed here, what each is for, and how Debian installs it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.documents import tool


@dataclass(frozen=True, slots=True)
class Tool:
    """`purpose` in English; `install` is the Debian or Ubuntu command."""

    name: str
    present: bool
    purpose: str
    install: str

    @property
    def advice(self) -> str:
        """What it is for, and where it is missing how to get it."""
        return self.purpose if self.present else f"{self.purpose}: {self.install}"


def tools() -> tuple[Tool, ...]:
    """The optional programs; all documents but those named in `purpose` are read without them."""
    from knowledge.documents.tesseract import installed  # loads the picture library

    tesseract = tool.find("tesseract") is not None
    return (
        Tool(
            "tesseract",
            tesseract,
            "scans, photographs of pages, PDF files without text",
            "sudo apt-get install tesseract-ocr tesseract-ocr-vie",
        ),
        Tool(
            "tesseract: vie",
            installed(),
            "the Vietnamese model, without which Tesseract is not used",
            "sudo apt-get install tesseract-ocr-vie",
        ),
        Tool(
            "LibreOffice",
            tool.find("soffice", "libreoffice") is not None,
            "old slides (.ppt) and OpenDocument texts and slides (.odt, .odp)",
            "sudo apt-get install libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui",
        ),
    )
