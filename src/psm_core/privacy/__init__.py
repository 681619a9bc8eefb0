"""Redaction and export: reduce a record to what an audience may see, by one policy table.

The result is builtins that name the audience, and no reader accepts it as a record. This is not
anonymisation: in a small village, a year of birth and a kind of help can identify a person. It does
not make a disclosure lawful. No record class has fields for a mother's maiden name or an account
number.

>>> from psm_core import privacy
>>> from psm_core.terms import Sensitivity
>>> for audience in privacy.Audience:
...     act = privacy.POLICY[Sensitivity.UMUM, audience]
...     print(f"{audience.value}: {act.value}")
public: drop
research: generalise
partner: mask
"""

from .free_text import hide_numbers
from .redaction import POLICY, Audience, Treatment, export, redact

__all__ = ["POLICY", "Audience", "Treatment", "export", "hide_numbers", "redact"]
