"""What claims amount to, held against each other: pure, and the verdict is left to people."""
