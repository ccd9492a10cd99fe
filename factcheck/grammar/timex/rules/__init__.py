"""The rules of the date grammar, one module a family of expressions."""
