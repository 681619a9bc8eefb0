"""Records for those who may not see all of them: what is kept, coarsened or left out, by one table.

A redacted record is builtins and no record: it says for whom it was made, and no reader takes it
for the record it came from. This is not anonymisation, since in a small village a year of birth
and a kind of help can be enough, and it makes nothing lawful. A mother's maiden name and account
numbers are in no record of this library, so they never leave.

>>> from psm_core import privacy
>>> from psm_core.terms import Sensitivity
>>> for audience in privacy.Audience:
...     act = privacy.POLICY[Sensitivity.UMUM, audience]
...     print(f"{audience.value}: {act.value}")
public: drop
research: generalise
partner: mask
"""

from .redaction import POLICY, Audience, Treatment, export, redact

__all__ = ["POLICY", "Audience", "Treatment", "export", "redact"]
