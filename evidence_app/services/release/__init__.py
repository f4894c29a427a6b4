"""The one gate through which everything leaves the case: decide, print, read back, write, log.

Whatever is written outside a case folder passes `inspect` and is written by `deliver` here; a test holds all other
modules to that.
"""

from evidence_app.services.release.delivery import Inspected, deliver, inspect
from evidence_app.services.release.gate import Gate, Printed
from evidence_app.services.release.outlook import Foreseen, outlook

__all__ = ["Foreseen", "Gate", "Inspected", "Printed", "deliver", "inspect", "outlook"]
