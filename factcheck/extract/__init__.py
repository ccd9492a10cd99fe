"""An article to its claims: pure and picklable. One module a claim type; none imports another."""
