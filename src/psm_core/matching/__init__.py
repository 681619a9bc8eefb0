"""Find people who are listed twice, with the reasons. Nothing is merged."""

from .name_spelling import name_key
from .pairs import CandidatePair, same_person
from .reasons import Reason

__all__ = ["CandidatePair", "Reason", "name_key", "same_person"]
