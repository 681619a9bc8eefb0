"""Find people who are listed twice, with the reasons. Nothing is merged."""

from .pairs import CandidatePair, same_person
from .reasons import Reason

__all__ = ["CandidatePair", "Reason", "same_person"]
