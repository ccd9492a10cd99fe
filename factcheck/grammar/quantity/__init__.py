"""Numbers as the press writes them: words and digits to honest bounds, with offsets."""

from factcheck.grammar.quantity.find import find_quantities, read_quantities
from factcheck.grammar.quantity.model import Quantity
from factcheck.grammar.quantity.records import quantity_record

__all__ = ["Quantity", "find_quantities", "quantity_record", "read_quantities"]
