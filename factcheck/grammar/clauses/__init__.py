"""What a time expression dates: the head verb of its clause with its subject, or the noun it stands with."""

from factcheck.grammar.clauses.find import event_at
from factcheck.grammar.clauses.sentence import Sentence, read

__all__ = ["Sentence", "event_at", "read"]
