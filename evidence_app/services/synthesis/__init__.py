"""A fictional case of any size, the same for the same seed: for training, tests and benchmarks.

What lives here: invented names, places, testimonies in five languages, exhibits and proceedings, as a plan of pure
data. What may not: a real person's name, a clock, or chance other than that of the given seed.
"""

from evidence_app.services.synthesis.generate import load, plan

__all__ = ["load", "plan"]
