"""A secret on the clipboard: asked not to be kept by whoever keeps copies, and gone after half a minute."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

KEPT_MS = 30_000
_NOT_TO_BE_KEPT = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00\x00\x00\x00",
}


class SecretClipboard(QObject):
    """Copies a text for a while; what is copied meanwhile by anybody else stays."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._held = ""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        content = QMimeData()
        content.setText(text)
        for kind, raw in _NOT_TO_BE_KEPT.items():
            content.setData(kind, raw)
        QGuiApplication.clipboard().setMimeData(content)
        self._held = text
        self._timer.start(KEPT_MS)

    def clear(self) -> None:
        """Take the text off the clipboard, if it is still there."""
        self._timer.stop()
        if self._held and QGuiApplication.clipboard().text() == self._held:
            QGuiApplication.clipboard().clear()
        self._held = ""
