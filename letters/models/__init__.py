from letters.models.letters import Letter, LetterRun
from letters.models.templates import LetterTemplate

__all__ = ["Letter", "LetterRun", "LetterTemplate"]
