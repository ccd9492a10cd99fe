"""How much the tests with random seeds and big inputs do: FACTCHECK_SLOW=1 in the environment asks for all of it."""

from __future__ import annotations

import os

SLOW = os.environ.get("FACTCHECK_SLOW") == "1"
