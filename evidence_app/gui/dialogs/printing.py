"""Printing: pages that were made elsewhere go to a printer of this computer, and nothing to its disk."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

_SHARP_DPI = 300


def has_printer() -> bool:
    """Tell whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_pdf(parent: QWidget, content: bytes) -> bool:
    """Ask for a printer and print a PDF on it; False where the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    draw(printer, content)
    return True


def draw(printer: QPrinter, content: bytes) -> None:
    """Draw each page of a PDF over a whole page of the printer."""
    printer.setFullPage(True)
    document, held = QPdfDocument(), QBuffer()
    held.setData(QByteArray(content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(held)
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * _SHARP_DPI / 72), round(points.height() * _SHARP_DPI / 72))
        painter.drawImage(QRect(0, 0, printer.width(), printer.height()), document.render(number, size))
    painter.end()
    document.close()
