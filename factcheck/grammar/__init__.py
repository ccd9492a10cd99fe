"""Words to values, with offsets. Knows text, numbers, dates and names; knows no claim type."""
