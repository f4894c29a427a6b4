"""Labels: the only QLabels of the program, so that text from outside is never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from evidence_app.gui.widgets import tip
from evidence_app.gui.widgets.visible_text import visible


class PlainLabel(QLabel):
    """Text as it is, with what cannot be seen in it shown; `type`, `tone` and `chip` name styles of the sheet."""

    def __init__(
        self,
        text: str = "",
        *,
        type: str = "body",
        tone: str = "",
        chip: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type)
        self.setProperty("tone", tone)
        self.setProperty("chip", chip)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self.setMinimumWidth(1)
        if chip:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, and in it what has no ink."""
        super().setText(visible(text))

    def restyle(self, *, type: str | None = None, tone: str | None = None, chip: str | None = None) -> None:
        """Change styles of the sheet after construction."""
        for name, value in (("type", type), ("tone", tone), ("chip", chip)):
            if value is not None:
                self.setProperty(name, value)
        self.style().unpolish(self)
        self.style().polish(self)

    def selectable(self) -> PlainLabel:
        """Let the text be selected and copied; returns itself."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return self


class ElidedLabel(PlainLabel):
    """One line that gives way: it ends in … where it does not fit, and then shows itself as a tooltip."""

    def __init__(self, text: str = "", *, type: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, type=type, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Need room for a few letters only."""
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip where it is cut."""
        super().resizeEvent(event)
        self.setToolTip(tip.plain(self.text()) if self._elided() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self.palette(),
            self.isEnabled(),
            self._elided(),
            self.foregroundRole(),
        )

    def _elided(self) -> str:
        """Return the text cut to the width."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
