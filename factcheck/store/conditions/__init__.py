"""A filter of claims as SQL: its terms as clauses. Pure, and every value a bound parameter."""
