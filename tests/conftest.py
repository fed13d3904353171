"""How many examples each property is tried on: ``HYPOTHESIS_PROFILE=nightly`` for many."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadline: a busy machine is no defect of the code.
settings.register_profile("standard", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "standard"))
